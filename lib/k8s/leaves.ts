import type { GoType } from "../go/types";
import { zero, type Node } from "../go/value";
import { ZERO_QUANTITY } from "./quantity";
import { ZERO_TIME } from "./time";

/** Structs with JSON forms of their own, whose nodes are not objects by field. */
export type Leaf = "quantity" | "intOrString" | "time" | "raw";

const LEAVES = new Map<string, Leaf>([
  ["k8s.io/apimachinery/pkg/api/resource.Quantity", "quantity"],
  ["k8s.io/apimachinery/pkg/util/intstr.IntOrString", "intOrString"],
  ["k8s.io/apimachinery/pkg/apis/meta/v1.Time", "time"],
  ["time.Time", "time"],
  ["k8s.io/apimachinery/pkg/runtime.RawExtension", "raw"],
  ["k8s.io/apimachinery/pkg/apis/meta/v1.FieldsV1", "raw"],
]);

/** Which leaf a type is, if it is one. */
export function leafOf(type: GoType): Leaf | undefined {
  return type.path === "" ? undefined : LEAVES.get(type.path);
}

/** The zero value of a type as a node, leaves included. */
export function zeroNode(type: GoType): Node {
  switch (leafOf(type)) {
    case "quantity":
      return ZERO_QUANTITY;
    case "time":
      return ZERO_TIME;
    case "intOrString":
      return 0;
    default:
      return zero(type);
  }
}
