import type { Place } from "../index";
import { shortText } from "./short-text";
import { steps } from "./value";

/** The longest value that is shown beside the name of an input, in UTF-16 units. */
const LONGEST = 40;

/**
 * What an input is at present, as it is written on the line of its place: a scalar's text, null where nobody set it (its place is then the map
 * that would hold it), undefined where its line does not tell (maps, lists, block scalars, texts within texts).
 * O(lines that come before it).
 */
export function presentValue(text: string, { line, column = 1, pointer }: Place): string | null | undefined {
  if (line === undefined || pointer === undefined) return undefined;
  const path = steps(pointer);
  const own = path.pop();
  if (own === undefined) return undefined;
  const whole = lineOf(text, line);
  const rest = whole.slice(column - 1);
  const value = afterKey(rest, own);
  if (value === undefined) return path.some((step) => afterKey(rest, step) !== undefined) ? null : undefined;
  const inFlow = rest.startsWith('"') || /[{[]/.test(whole.slice(0, column - 1));
  const scalar = scalarOf(value, inFlow);
  return scalar === undefined ? undefined : shortText(scalar, LONGEST);
}

/** What follows a key and its colon where a text begins with it. */
function afterKey(text: string, key: string): string | undefined {
  for (const written of [key, JSON.stringify(key), `'${key}'`]) {
    if (!text.startsWith(written)) continue;
    const colon = /^\s*:(?=\s|["'[{]|$)\s*/.exec(text.slice(written.length));
    if (colon) return text.slice(written.length + colon[0].length);
  }
  return undefined;
}

function scalarOf(text: string, inFlow: boolean): string | undefined {
  const whole = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\{\s*\}|\[\s*\])/.exec(text)?.[0];
  if (whole !== undefined) return whole;
  if (/^(?:$|[|>&*!{["'#])/.test(text)) return undefined;
  const plain = inFlow ? /^[^,}\]]*/.exec(text)![0] : text.split(/\s#/, 1)[0]!;
  return plain.trim();
}

function lineOf(text: string, line: number): string {
  let from = 0;
  for (let at = 1; at < line; at++) {
    from = text.indexOf("\n", from) + 1;
    if (from === 0) return "";
  }
  const end = text.indexOf("\n", from);
  return text.slice(from, end < 0 ? undefined : end);
}
