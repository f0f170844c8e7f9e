/** Deep copies. Mirrors copystructure's Copy as far as values of templates go. */
import { isExported } from "../go/reflect";
import type { GoType } from "../go/types";
import { Quantity } from "../k8s/quantity";
import { type GoValue, type Node, nodeOf, toValue, typeOf, zero } from "../go/value";

/** A copy that shares nothing that can be changed with the original; fields that are not exported become zero. */
export function deepCopy(value: GoValue): GoValue {
  const type = typeOf(value);
  return type ? toValue(type, copyNode(type, nodeOf(value))) : null;
}

function copyNode(type: GoType, node: Node): Node {
  if (node == null) return node;
  switch (type.kind) {
    case "interface":
      return deepCopy(node as GoValue);
    case "ptr":
      return copyNode(type.elem!, node);
    case "slice":
    case "array":
      return (node as Node[]).map((item) => copyNode(type.elem!, item));
    case "map":
      return new Map([...(node as Map<string, Node>)].map(([key, item]) => [key, copyNode(type.elem!, item)]));
    case "struct":
      return copyStruct(type, node as Record<string, unknown>);
    default:
      return node;
  }
}

function copyStruct(type: GoType, node: Record<string, unknown>): Node {
  if (node instanceof Quantity) return new Quantity(0n, 0, node.format);
  if (Object.getPrototypeOf(node) !== Object.prototype) return node;
  const copy: Record<string, unknown> = { ...node };
  for (const field of type.fields ?? []) {
    if (!isExported(field.go)) copy[field.key] = zero(field.type);
    else if (field.inline) Object.assign(copy, copyStruct(field.type, node));
    else if (!field.read && field.key in node) copy[field.key] = copyNode(field.type, node[field.key]);
  }
  return copy;
}
