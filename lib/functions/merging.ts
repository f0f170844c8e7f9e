/** Merging maps. Mirrors Merge and MergeWithOverwrite of mergo, in both of the versions that releases came with. */
import { GoPanic } from "../source/errors";
import { ANY_MAP, type GoType } from "../go/types";
import { type GoValue, type Node, nodeOf, toValue, typeOf } from "../go/value";
import type { Libraries } from "./libraries";
import { isEmpty, kindOf } from "./values";

interface Rules {
  readonly overwrite: boolean;
  readonly mergo: Libraries["mergo"];
}

/** mergo's isEmptyValue: as sprig's, but looks through pointers, and complex numbers are never empty. */
function isEmptyValue(value: GoValue): boolean {
  const kind = kindOf(value);
  if (kind === "complex64" || kind === "complex128") return false;
  if (kind !== "ptr") return isEmpty(value);
  const node = nodeOf(value);
  return node == null || isEmptyValue(toValue(typeOf(value)!.elem!, node));
}

/** The node for a map's element. Throws GoPanic where the type does not fit, as reflect's SetMapIndex. */
function assign(elem: GoType, value: GoValue, from: GoType): Node {
  if (elem.kind === "interface") return value;
  if (from !== elem) {
    const text = `value of type ${from.name} is not assignable to type ${elem.name}`;
    throw new GoPanic(`reflect.Value.SetMapIndex: ${text}`);
  }
  return nodeOf(value);
}

/** Merges where both sides are present and the source is a map; other sources change nothing in place. */
function mergeInner(target: GoValue, source: GoValue, rules: Rules): void {
  if (kindOf(target) !== "map") return;
  const to = nodeOf(target) as Map<string, Node> | null;
  const from = nodeOf(source);
  if (kindOf(source) !== "map") {
    if (rules.mergo === "0.3.5") {
      throw new GoPanic(`reflect: call of reflect.Value.MapKeys on ${kindOf(source)} Value`);
    }
    return;
  }
  if (to == null) {
    if (from == null || rules.mergo === "1.0") return;
    throw new GoPanic("reflect: reflect.Value.Set using unaddressable value");
  }
  if (from == null) return;
  mergeEntries(to, typeOf(target)!, from as Map<string, Node>, typeOf(source)!, rules);
}

const BELOW = new Set(["struct", "ptr", "map"]);

/** deepMerge of two maps, entry by entry. */
function mergeEntries(
  to: Map<string, Node>,
  toType: GoType,
  from: Map<string, Node>,
  fromType: GoType,
  rules: Rules,
): void {
  const set = (key: string, value: GoValue) => to.set(key, assign(toType.elem!, value, fromType.elem!));
  for (const [key, node] of from) {
    const source = toValue(fromType.elem!, node);
    const present = to.has(key);
    const target = present ? toValue(toType.elem!, to.get(key)) : null;
    const kind = kindOf(source);
    if (source === null || (fromType.elem!.kind !== "interface" && isNilable(kind) && node == null)) {
      if (rules.overwrite && rules.mergo === "1.0") set(key, source);
      continue;
    }
    if (BELOW.has(kind)) {
      if (target !== null) mergeInner(target, source, rules);
    } else if (kind === "slice") {
      if (present && toType.elem!.kind !== "interface" && !isNilable(toType.elem!.kind)) {
        throw new GoPanic(`reflect: call of reflect.Value.IsNil on ${toType.elem!.kind} Value`);
      }
      if (!present || rules.overwrite) to.set(key, assign(toType.elem!, source, typeOf(source)!));
    }
    if (rules.mergo === "0.3.5") {
      if (present && kind === "map") continue;
    } else if (present && !isEmptyValue(target)) {
      if (kind === "slice" || (kind === "map" && kindOf(target) === "map")) continue;
    }
    const replaces = rules.overwrite && (rules.mergo === "0.3.5" || fromType.elem!.kind !== "ptr");
    if (replaces || !present || isEmptyValue(target)) set(key, source);
  }
}

function isNilable(kind: string): boolean {
  return kind === "map" || kind === "slice" || kind === "func";
}

/** Merges `sources` into `target`, which is changed and returned; a nil target becomes a new map when there is something. */
export function mergeMaps(
  target: Map<string, GoValue> | null,
  sources: readonly (Map<string, GoValue> | null)[],
  rules: Rules,
): Map<string, GoValue> | null {
  for (const source of sources) {
    if (source == null) continue;
    target ??= new Map();
    mergeEntries(target as Map<string, Node>, ANY_MAP, source as Map<string, Node>, ANY_MAP, rules);
  }
  return target;
}
