import { inWorkloadOrder } from "./pod-order";
import { child, steps, type Value, type ValueMap } from "./value";

/** A pod as YAML, and where in it each of its values stands. */
export interface PodText {
  readonly text: string;
  /** First and last line of each value by JSON pointer, counted from 1. */
  readonly places: ReadonlyMap<string, readonly [first: number, last: number]>;
}

/**
 * Prints a pod the way people write pods: keys in their order, two spaces, lists not indented, texts of several lines as blocks.
 * The YAML reads back as the same value. (The npm package yaml prints as well, but neither as fast nor saying which line is what.)
 * @param template where in the value the pod stands, as a pointer: "" for a pod itself.
 */
export function podText(pod: Value, template = ""): PodText {
  const templatePath = steps(template);
  const lines: string[] = [];
  const places = new Map<string, readonly [number, number]>();

  /** Prints a value whose first line begins with `lead`; what follows on other lines is indented by `indent`. */
  function print(value: Value, lead: string, indent: string, pointer: string, path: readonly string[]): void {
    const first = lines.length + 1;
    if (value instanceof Map && value.size > 0) printMap(value, lead, indent, pointer, path);
    else if (Array.isArray(value) && value.length > 0) printList(value, lead, indent, pointer, path);
    else if (typeof value === "string" && isBlock(value)) printBlock(value, lead, indent);
    else lines.push(lead + (lead === "" || lead.endsWith(" ") ? "" : " ") + scalar(value));
    places.set(pointer, [first, lines.length]);
  }

  function printMap(map: ValueMap, lead: string, indent: string, pointer: string, path: readonly string[]): void {
    // The item of a list goes on behind its dash, the value of a key on the next line.
    const inline = lead === "" || lead.endsWith("- ");
    if (!inline) lines.push(lead);
    let start = inline ? lead : indent;
    for (const key of inWorkloadOrder(templatePath, path, [...map.keys()])) {
      const value = map.get(key)!;
      const isList = Array.isArray(value) && value.length > 0;
      print(value, `${start}${scalar(key)}:`, isList ? indent : `${indent}  `, child(pointer, key), [...path, key]);
      start = indent;
    }
  }

  function printList(
    list: readonly Value[],
    lead: string,
    indent: string,
    pointer: string,
    path: readonly string[],
  ): void {
    const nested = lead.endsWith("- ");
    if (lead !== "" && !nested) lines.push(lead);
    for (const [i, item] of list.entries()) {
      const start = nested && i === 0 ? lead : indent;
      print(item, `${start}- `, `${indent}  `, child(pointer, i), [...path, String(i)]);
    }
  }

  function printBlock(text: string, lead: string, indent: string): void {
    const body = text.endsWith("\n") ? text.slice(0, -1) : text;
    const rows = body.split("\n");
    lines.push(`${lead}${lead.endsWith(" ") ? "" : " "}|${text.endsWith("\n") ? "" : "-"}`);
    for (const row of rows) lines.push(row === "" ? "" : indent + row);
  }

  print(pod, "", "", "", []);
  return { text: `${lines.join("\n")}\n`, places };
}

/** Texts that a block shows exactly: several lines, none of which confuses the block's indentation or its end. */
function isBlock(text: string): boolean {
  return (
    text.includes("\n") &&
    !/^[ \n\t]/.test(text) &&
    !/\n\n$|[ \t]$|[ \t]\n$/.test(text) &&
    !/[^\n\t\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/.test(text)
  );
}

const PLAIN = /^[A-Za-z0-9_./$(*<=^~+-][^\n]*$/;
const SPECIAL =
  /^(?:[-?:](?:\s|$)|[*.<=~^+$(]+$|---|\.\.\.)|: |:$| #|[\t\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]|^\*|\s$/;
const OTHER_KIND =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[0-9a-f_]+|[0-9][0-9_]*(?::[0-5]?[0-9])*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|\.[0-9_]+(?:e[-+]?[0-9]+)?|\.inf)|\.nan|<<|=|\d{4}-\d\d?-\d\d?.*)$/i;

function scalar(value: Value): string {
  if (typeof value !== "string") {
    if (value instanceof Map) return "{}";
    return Array.isArray(value) ? "[]" : String(value);
  }
  const plain = PLAIN.test(value) && !SPECIAL.test(value) && !OTHER_KIND.test(value);
  return plain ? value : quoted(value);
}

/** JSON and the like read better in single quotes; what YAML cannot print needs double ones. */
function quoted(text: string): string {
  if (/["\\]/.test(text) && !/[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/.test(text)) {
    return `'${text.replaceAll("'", "''")}'`;
  }
  return JSON.stringify(text).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
