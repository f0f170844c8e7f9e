import { JsonNumber, type Json } from "./json-value";
import { RepeatedMap } from "./repeated-map";
import { compareStrings } from "./strings";

/** Printing of JSON as Go's encoding/json does it (encode.go). */

/**
 * Compact JSON as encoding/json's Marshal prints maps: keys sorted by bytes, `<`, `>`, `&`, U+2028 and U+2029 escaped in
 * strings, bytes that are not UTF-8 as `\ufffd`. JsonNumber is printed as its text. NaN and infinities are the caller's concern.
 */
export function stringifyJson(value: Json): string {
  return write(value, true);
}

/** The same without sorting: for what `encode` returns, where a Map's order is that of Go's struct fields. */
export function stringifyOrdered(value: Json): string {
  return write(value, false);
}

function write(value: Json, sorted: boolean): string {
  switch (typeof value) {
    case "string":
      return quoteJson(value);
    case "number":
      return formatJsonNumber(value);
    case "boolean":
      return value ? "true" : "false";
  }
  if (value === null) return "null";
  if (value instanceof JsonNumber) return value.text;
  if (Array.isArray(value)) {
    let out = "[";
    for (let i = 0; i < value.length; i++) {
      if (i > 0) out += ",";
      out += write(value[i]!, sorted);
    }
    return `${out}]`;
  }
  let out = "{";
  const members = sorted ? sortedEntries(value) : value instanceof RepeatedMap ? value.all : value;
  for (const [key, member] of members) {
    if (out.length > 1) out += ",";
    out += `${quoteJson(key)}:${write(member, sorted)}`;
  }
  return `${out}}`;
}

/** The members of a map in the order of Go's sorted keys. */
export function sortedEntries<T>(map: ReadonlyMap<string, T>): [string, T][] {
  const entries = [...map];
  for (let i = 1; i < entries.length; i++) {
    if (compareStrings(entries[i - 1]![0], entries[i]![0]) > 0) {
      return entries.sort((a, b) => compareStrings(a[0], b[0]));
    }
  }
  return entries;
}

/** A finite float64 as encoding/json prints it. */
export function formatJsonNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

// Everything that Go's escaping (encode.go, appendString with escapeHTML) does not leave alone.
const SPECIAL = /[^ !#-%'-;=?-[\]-\u2027\u202a-\ud7ff\ue000-\uffff]/;

/** A Go string as a JSON string with Go's escapes, quotes included. */
export function quoteJson(s: string): string {
  return SPECIAL.test(s) ? `"${escapeJson(s)}"` : `"${s}"`;
}

function escapeJson(s: string): string {
  let out = "";
  let from = 0;
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    let escaped: string;
    if (c >= 0x20 && c < 0x80) {
      if (c === 0x22) escaped = '\\"';
      else if (c === 0x5c) escaped = "\\\\";
      else if (c === 0x3c || c === 0x3e || c === 0x26) escaped = `\\u00${c.toString(16)}`;
      else continue;
    } else if (c < 0x20) escaped = CONTROL.get(c) ?? `\\u00${c.toString(16).padStart(2, "0")}`;
    else if (c === 0x2028 || c === 0x2029) escaped = c === 0x2028 ? "\\u2028" : "\\u2029";
    else if (c >= 0xd800 && c <= 0xdfff) {
      if (s.codePointAt(i)! > 0xffff) {
        i++;
        continue;
      }
      escaped = "\\ufffd";
    } else continue;
    out += s.slice(from, i) + escaped;
    from = i + 1;
  }
  return out + s.slice(from);
}

const CONTROL = new Map([
  [0x08, "\\b"],
  [0x0c, "\\f"],
  [0x0a, "\\n"],
  [0x0d, "\\r"],
  [0x09, "\\t"],
]);
