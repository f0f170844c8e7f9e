import type { Fix } from "../../lib/index";
import { editedLines } from "../../lib/view/edited-text";
import { type Inputs, TEXT_FIELDS } from "../inputs";
import { useStrings } from "../language";

/** What a fix changes, line by line, in each text. */
export function FixPreview({ fix, inputs }: { readonly fix: Fix; readonly inputs: Inputs }) {
  const t = useStrings();
  return TEXT_FIELDS.map((field) => {
    const edits = fix.edits.filter(({ source }) => source === field);
    if (edits.length === 0) return null;
    const { line, before, after } = editedLines(inputs[field], edits);
    return (
      <pre key={field} className="code overflow-x-auto rounded border border-line px-2 py-1" tabIndex={0}>
        <span className="text-muted">{`${t.line(t.sources[field], line)}\n`}</span>
        {before.map((text, i) => (
          <del key={`-${i}`} className="block bg-bad/10 no-underline">{`- ${text}`}</del>
        ))}
        {after.map((text, i) => (
          <ins key={`+${i}`} className="block bg-good/10 no-underline">{`+ ${text}`}</ins>
        ))}
      </pre>
    );
  });
}
