/** sprig's functions between strings and lists of strings. */
import type { GoFunction } from "../gotemplate/function";
import { compareStrings } from "../go/strings";
import { ANY, INT, STRING, STRING_MAP, STRING_SLICE } from "../go/types";
import { type GoValue, type Int, Typed } from "../go/value";
import { func } from "./define";
import { checkLength } from "./longest";
import { exactly } from "./slices";
import { split, splitN } from "./strings";
import { strslice, strval } from "./strval";
import { listOf } from "./values";

/** `_0`, `_1`, … to the parts. */
function numbered(parts: readonly string[]): Map<string, string> {
  return new Map(parts.map((part, i) => [`_${i}`, part]));
}

/** A nil []string, which stays nil. */
function isNilStrings(value: GoValue): boolean {
  return value instanceof Typed && value.type === STRING_SLICE && value.node == null;
}

/** sprig's sortAlpha. A []string is sorted in place: whoever holds it sees it sorted. */
function sortAlpha(value: GoValue): string[] | null {
  if (isNilStrings(value)) return null;
  return listOf(value) ? strslice(value).sort(compareStrings) : [strval(value)];
}

function joined(texts: readonly string[], separator: string): string {
  checkLength(texts.reduce((sum, text) => sum + text.length + separator.length, 0));
  return texts.join(separator);
}

export const stringListFunctions: readonly GoFunction[] = [
  func("split", [STRING, STRING], STRING_MAP, (separator: string, s: string) => numbered(split(s, separator))),
  func("splitList", [STRING, STRING], STRING_SLICE, (separator: string, s: string) => exactly(split(s, separator))),
  func("splitn", [STRING, INT, STRING], STRING_MAP, (separator: string, n: Int, s: string) =>
    numbered(splitN(s, separator, Number(n)) ?? []),
  ),
  func("toStrings", [ANY], STRING_SLICE, (value: GoValue) => (isNilStrings(value) ? null : strslice(value))),
  func("join", [STRING, ANY], STRING, (separator: string, list: GoValue) => joined(strslice(list), separator)),
  func("sortAlpha", [ANY], STRING_SLICE, sortAlpha),
];
