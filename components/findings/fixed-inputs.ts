import type { Fix } from "../../lib/index";
import { editedText } from "../../lib/view/edited-text";
import { type Inputs, TEXT_FIELDS, type TextField } from "../inputs";

/** The inputs with the edits of a fix made, which are in terms of these very texts. */
export function fixedInputs(fix: Fix, inputs: Inputs): Inputs {
  const fixed = TEXT_FIELDS.map((field): [TextField, string] => {
    const edits = fix.edits.filter(({ source }) => source === field);
    return [field, editedText(inputs[field], edits)];
  });
  return { ...inputs, ...(Object.fromEntries(fixed) as Record<TextField, string>) };
}
