/** Any value as a string, the way sprig turns it into one. */
import { formatValue } from "../go/fmt";
import { type GoType } from "../go/types";
import { type GoValue, type Node, Typed, toValue } from "../go/value";
import { fromBytes } from "../go/strings";
import { nilDereference } from "./panics";
import { exactly, withCapacity } from "./slices";
import { listOf } from "./values";

/** Whether the type's String method is one of package time's, promoted by value: calling it on nil panics. */
function hasTimeMethods(type: GoType): boolean {
  return type.path === "time.Time" || type.path.endsWith("/meta/v1.Time") || type.path.endsWith("/meta/v1.MicroTime");
}

/**
 * sprig's strval: strings and bytes as they are, otherwise by String method or as `%v`.
 * Throws GoPanic where a String method would be called on a nil pointer that it cannot take.
 */
export function strval(value: GoValue): string {
  if (typeof value === "string") return value;
  if (value instanceof Typed) {
    const { type, node } = value;
    if (type.kind === "slice" && type.path === "" && type.elem!.kind === "uint8" && type.elem!.path === "") {
      return fromBytes(Uint8Array.from((node as number[] | null) ?? []));
    }
    if (type.kind === "ptr" && node == null && hasTimeMethods(type.elem!)) throw nilDereference();
  }
  return formatValue(value);
}

/** sprig's strslice: a list as strings, without its nils; anything else is a list of one. A []string is itself. */
export function strslice(value: GoValue): string[] {
  const list = listOf(value);
  if (!list) return value === null ? [] : exactly([strval(value)]);
  const elem = list.type.elem!;
  if (elem.kind === "string" && elem.path === "" && list.type.path === "") return list.nodes as string[];
  return withCapacity(
    textsOf(value).filter((text) => text !== undefined),
    list.nodes.length,
  );
}

/** The elements of a list as strings, undefined for nils; none for anything else. */
export function textsOf(value: GoValue): (string | undefined)[] {
  const list = listOf(value);
  return ((list?.nodes ?? []) as Node[]).map((node) => {
    const item = toValue(list!.type.elem!, node);
    return item === null ? undefined : strval(item);
  });
}
