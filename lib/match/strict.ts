import { quote } from "../go/quote";
import type { Json } from "../go/json-value";
import type { GoType } from "../go/types";
import { sortedEntries } from "../go/json";
import { leafOf } from "../k8s/leaves";
import { structPlan } from "../k8s/struct-plan";

/**
 * What a strict reader says of a JSON text for a type: its first field that the type has not; undefined where it has all. Mirrors
 * sigs.k8s.io/yaml's UnmarshalStrict (encoding/json with DisallowUnknownFields).
 */
export function strictError(type: GoType, json: Json): string | undefined {
  const unknown = unknownField(type, json);
  return unknown === undefined
    ? undefined
    : `error unmarshaling JSON: while decoding JSON: json: unknown field ${quote(unknown)}`;
}

function unknownField(type: GoType, json: Json): string | undefined {
  const outer = type.kind === "ptr" ? type.elem! : type;
  if (leafOf(outer)) return undefined;
  if (Array.isArray(json)) {
    for (const element of json) {
      const found = outer.elem && unknownField(outer.elem, element);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!(json instanceof Map)) return undefined;
  const plan = outer.kind === "struct" ? structPlan(outer) : undefined;
  // Go writes the YAML as JSON first, with its keys in byte order.
  for (const [key, member] of sortedEntries(json)) {
    const inner = plan ? (plan.byName.get(key) ?? plan.byFolded(key))?.type : outer.elem;
    if (plan && !inner) return key;
    const found = inner && unknownField(inner, member);
    if (found !== undefined) return found;
  }
  return undefined;
}
