import type { GoField } from "../go/types";
import { toBytes } from "../go/strings";
import { stringifyOrdered } from "../go/json";
import type { Json } from "../go/json-value";
import { Quantity } from "./quantity";

type Read = NonNullable<GoField["read"]>;

export const QUANTITY = "k8s.io/apimachinery/pkg/api/resource.Quantity";
const INT_OR_STRING = "k8s.io/apimachinery/pkg/util/intstr.IntOrString";
const TIME = "k8s.io/apimachinery/pkg/apis/meta/v1.Time";
const RAW = ["k8s.io/apimachinery/pkg/runtime.RawExtension", "k8s.io/apimachinery/pkg/apis/meta/v1.FieldsV1"];

/** Structs whose node is a value of its own (Quantity, GoTime, number | string): how their Go fields are read off it. */
const READS = new Map<string, Read>([
  [`${QUANTITY}.Format`, (node) => ((node as unknown) instanceof Quantity ? (node as unknown as Quantity).format : "")],
  [`${INT_OR_STRING}.Type`, (node) => (typeof node === "string" ? 1 : 0)],
  [`${INT_OR_STRING}.IntVal`, (node) => (typeof node === "number" ? node : 0)],
  [`${INT_OR_STRING}.StrVal`, (node) => (typeof node === "string" ? node : "")],
  [`${TIME}.Time`, (node) => node],
  ...RAW.map((path): [string, Read] => [`${path}.Raw`, rawBytes]),
]);

function rawBytes(node: Record<string, unknown>): number[] | null {
  const raw = node["raw"];
  return raw === undefined ? null : [...toBytes(stringifyOrdered(raw as Json))];
}

/** How a field of a leaf struct is read; undefined for every other field. */
export function leafRead(path: string, field: string): Read | undefined {
  return READS.get(`${path}.${field}`);
}
