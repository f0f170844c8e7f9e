import type { GoType } from "../go/types";
import { atoi } from "../go/strconv";
import { toBytes } from "../go/strings";
import { stringifyOrdered } from "../go/json";
import { GoError } from "../source/errors";
import { encode } from "./encode";
import { leafOf, zeroNode } from "./leaves";
import { ZERO_QUANTITY, Quantity } from "./quantity";
import { GoTime, ZERO_TIME } from "./time";
import { registerMethods, type MethodBody } from "./type-table";

/** Bodies of the methods of Kubernetes' leaf types, of ResourceList and of metadata's getters, as far as templates can call them. */
registerMethods((type, method) => {
  switch (leafOf(type)) {
    case "quantity":
      return quantityMethods.get(method) ?? marshal(method);
    case "time":
      return timeMethod(type, method) ?? marshal(method);
    case "intOrString":
      return intOrStringMethods.get(method) ?? marshal(method);
    case "raw":
      return marshal(method);
  }
  if (type.path === "k8s.io/api/core/v1.ResourceList") return resourceListMethods.get(method);
  if (type.path === "k8s.io/api/core/v1.ResourceName" && method === "String") return (receiver) => receiver;
  if (type.path === "k8s.io/apimachinery/pkg/types.NamespacedName" && method === "String") return namespacedName;
  if (type.path === OBJECT_META && method.startsWith("Get")) return metaGetter(type, method);
  return undefined;
});

const OBJECT_META = "k8s.io/apimachinery/pkg/apis/meta/v1.ObjectMeta";

function marshal(method: string): MethodBody | undefined {
  if (method !== "MarshalJSON") return undefined;
  return (receiver, _, type) => [...toBytes(stringifyOrdered(encode(type, receiver)))];
}

const quantity = (receiver: unknown): Quantity => (receiver as Quantity | undefined) ?? ZERO_QUANTITY;

const quantityMethods = new Map<string, MethodBody>([
  ["String", (q) => (q === null ? "<nil>" : String(quantity(q)))],
  ["Value", (q) => quantity(q).scaledValue(0)],
  ["MilliValue", (q) => quantity(q).scaledValue(-3)],
  ["ScaledValue", (q, [scale]) => quantity(q).scaledValue(Number(scale))],
  ["IsZero", (q) => quantity(q).isZero()],
  ["Sign", (q) => quantity(q).sign()],
  ["Cmp", (q, [other]) => quantity(q).compare(quantity(other))],
  ["CmpInt64", (q, [other]) => quantity(q).compare(new Quantity(BigInt(other as number | bigint), 0, ""))],
  ["Equal", (q, [other]) => quantity(q).compare(quantity(other)) === 0],
  ["AsApproximateFloat64", (q) => quantity(q).approximateFloat()],
  ["AsFloat64Slow", (q) => quantity(q).float()],
  ["ToUnstructured", (q) => String(quantity(q))],
  ["OpenAPISchemaType", () => ["string"]],
  ["OpenAPISchemaFormat", () => ""],
  ["OpenAPIV3OneOfTypes", () => ["string", "number"]],
]);

function timeMethod(type: GoType, method: string): MethodBody | undefined {
  const time = (receiver: unknown): GoTime => (receiver as GoTime | undefined) ?? ZERO_TIME;
  const seconds = (receiver: unknown): bigint =>
    BigInt(time(receiver).seconds) * 1000000000n + BigInt(time(receiver).nanos);
  switch (method) {
    case "UTC":
    case "Local":
      return (receiver) => new GoTime(time(receiver).seconds, time(receiver).nanos);
    case "Rfc3339Copy":
      return (receiver) => new GoTime(time(receiver).seconds, 0);
    case "ToUnstructured":
      return (receiver) => (time(receiver).isZero() ? null : time(receiver).rfc3339());
    case "OpenAPISchemaType":
      return () => ["string"];
    case "OpenAPISchemaFormat":
      return () => "date-time";
    case "Before":
      return (receiver, [other]) => receiver !== null && other !== null && seconds(receiver) < seconds(other);
    case "After":
      return (receiver, [other]) => seconds(receiver) > seconds(other);
    case "Equal":
      return (receiver, [other]) =>
        receiver === null || other === null ? receiver === other : seconds(receiver) === seconds(other);
    case "Compare":
      return (receiver, [other]) => {
        const [a, b] = [seconds(receiver), seconds(other)];
        return a < b ? -1 : a > b ? 1 : 0;
      };
  }
  if (ZERO_TIME.part(method) === undefined) return undefined;
  // metav1.Time's own IsZero accepts nil; everything else reads through the pointer.
  return (receiver) => {
    if (receiver !== null) return time(receiver).part(method);
    if (method === "IsZero" && type.path !== "time.Time") return true;
    throw new GoError("runtime error: invalid memory address or nil pointer dereference");
  };
}

const intOrStringMethods = new Map<string, MethodBody>([
  ["String", (receiver) => (receiver === null ? "<nil>" : String(receiver ?? 0))],
  ["IntValue", (receiver) => intValue(receiver)],
  ["OpenAPISchemaType", () => ["string"]],
  ["OpenAPISchemaFormat", () => "int-or-string"],
  ["OpenAPIV3OneOfTypes", () => ["integer", "string"]],
]);

function intValue(receiver: unknown): number | bigint {
  if (typeof receiver !== "string") return (receiver as number | undefined) ?? 0;
  try {
    return atoi(receiver);
  } catch {
    return 0;
  }
}

/** What v1.ResourceList offers by name; a resource that is not in the list is zero. */
const resourceListMethods = new Map<string, MethodBody>(
  Object.entries({
    Cpu: ["cpu", "DecimalSI"],
    Memory: ["memory", "BinarySI"],
    Pods: ["pods", "DecimalSI"],
    Storage: ["storage", "BinarySI"],
    StorageEphemeral: ["ephemeral-storage", "BinarySI"],
  } as const).map(([method, [resource, format]]) => [method, (list) => resourceOf(list, resource, format)]),
);
resourceListMethods.set("Name", (list, [name, format]) =>
  resourceOf(list, name as string, format as Quantity["format"]),
);

function resourceOf(list: unknown, name: string, format: Quantity["format"]): Quantity {
  return (list as ReadonlyMap<string, Quantity> | null | undefined)?.get(name) ?? new Quantity(0n, 0, format);
}

function namespacedName(receiver: unknown): string {
  const { Namespace = "", Name = "" } = (receiver ?? {}) as { Namespace?: string; Name?: string };
  return `${Namespace}/${Name}`;
}

/** ObjectMeta.GetName and its like, which return the field of that name. */
function metaGetter(type: GoType, method: string): MethodBody | undefined {
  if (method === "GetObjectMeta") return (receiver) => receiver;
  const field = type.fields?.find(({ go }) => go === method.slice(3));
  if (!field) return undefined;
  return (receiver, _, self) => {
    const result = self.methods?.get(method)?.out[0];
    const absent = result ? zeroNode(result) : null;
    return (receiver as Record<string, unknown>)[field.key] ?? absent;
  };
}
