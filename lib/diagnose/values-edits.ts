import type { Place } from "../inject/api";
import { rewriteValue, type Edits } from "./edits";
import type { Surroundings } from "./surroundings";

/** Whether istiod cannot read the values at a pointer: the place that its error names is there. */
export function isRefused({ result, ...shared }: ValuesIn, pointer: string): boolean {
  const { stage, at } = result.configError ?? {};
  const place = placeInValues(shared, pointer);
  return stage === "values" && place !== undefined && place.line === at?.line && place.column === at?.column;
}

/** Where something of the values stands in what was pasted. */
export function placeInValues({ valuesText }: Pick<ValuesIn, "valuesText">, pointer: string): Place | undefined {
  const { line, column } = valuesText?.inner.place(pointer) ?? {};
  if (!valuesText?.pasted || line === undefined || column === undefined) return undefined;
  return valuesText.pasted.placeInside(valuesText.pointer, { line, column });
}

/**
 * Writes YAML in place of a value of the values, inside the ConfigMap that holds them. None where the ConfigMap has them as a quoted
 * text, of which a part cannot be written as it is, or where they were given as a text of their own.
 */
export function rewriteInValues({ valuesText }: Pick<ValuesIn, "valuesText">, pointer: string, yaml: string): Edits {
  const { pasted, inner } = valuesText ?? {};
  if (!valuesText || !inner || !pasted || pasted.source !== "injector") return undefined;
  if (pasted.styleOf(valuesText.pointer) !== "literal") return undefined;
  const outer = pasted.insideOf(valuesText.pointer);
  return rewriteValue({ pasted: inner, pointer: "" }, pointer, yaml)?.map(({ source, range, replacement }) => {
    const from = outer({ line: range.line, column: range.column });
    const to = outer({ line: range.endLine, column: range.endColumn });
    return {
      source,
      range: { line: from.line!, column: from.column!, endLine: to.line!, endColumn: to.column! },
      replacement,
    };
  });
}

type ValuesIn = Pick<Surroundings, "result" | "valuesText">;
