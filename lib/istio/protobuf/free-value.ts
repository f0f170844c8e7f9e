import type { GoValue } from "../../go/value";
import type { MessageNode } from "./descriptor";

/**
 * The content of a google.protobuf.Value as a generic Go value: nil, bool, float64, string, []interface {} or map[string]interface {}.
 * Mirrors structpb.Value.AsInterface.
 */
export function freeValue(value: MessageNode | null | undefined): GoValue {
  if (!value) return null;
  if (value.structValue) return freeStruct(value.structValue as MessageNode);
  if (value.listValue) return ((value.listValue as MessageNode).values as MessageNode[]).map(freeValue);
  const number = value.numberValue as number | undefined;
  // What JSON has no number for becomes its name.
  if (number !== undefined && !Number.isFinite(number))
    return number > 0 ? "Infinity" : number < 0 ? "-Infinity" : "NaN";
  return (number ?? value.stringValue ?? value.boolValue ?? null) as GoValue;
}

/** Mirrors structpb.Struct.AsMap. */
function freeStruct(struct: MessageNode): GoValue {
  const map = new Map<string, GoValue>();
  for (const [key, value] of struct.fields as Map<string, MessageNode>) map.set(key, freeValue(value));
  return map;
}
