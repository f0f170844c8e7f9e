/** Unexported fields of structs that templates can reach: they show when such a struct is printed, and in error texts. */
import { provideFields } from "../go/reflect";
import { INT32, INT64, ptrTo, sliceOf, STRING, UINT8, UINT64, type GoField, type GoType } from "../go/types";
import { Quantity } from "../k8s/quantity";
import { GoTime } from "../k8s/time";

const RESOURCE = "k8s.io/apimachinery/pkg/api/resource";

function field(go: string, type: GoType, read: (node: unknown) => unknown, embedded = false): GoField {
  return {
    go,
    json: "",
    key: go,
    type,
    omitempty: false,
    omitzero: false,
    inline: false,
    embedded,
    patchStrategy: [],
    patchMergeKey: "",
    read,
  };
}

function struct(path: string, fields: readonly GoField[] = []): GoType {
  return { kind: "struct", name: path.slice(path.lastIndexOf("/") + 1), path, fields };
}

/** The parts of a Quantity as Go keeps them. */
interface QuantityParts {
  readonly unscaled: bigint;
  readonly exponent: number;
  readonly text: string;
  readonly decimal: boolean;
}

const parts = (node: unknown): QuantityParts | undefined =>
  node instanceof Quantity ? (node as unknown as QuantityParts) : undefined;

/** An amount that fits an int64 stands in `i`, any other in `d`. */
const INT64_AMOUNT = struct(`${RESOURCE}.int64Amount`, [
  field("value", INT64, (node) => (parts(node)?.decimal ? 0 : (parts(node)?.unscaled ?? 0))),
  field("scale", { kind: "int32", name: "resource.Scale", path: `${RESOURCE}.Scale` }, (node) =>
    parts(node)?.decimal ? 0 : (parts(node)?.exponent ?? 0),
  ),
]);
const DEC: GoType = { kind: "struct", name: "inf.Dec", path: "gopkg.in/inf.v0.Dec", fields: [] };
const DEC_AMOUNT = struct(`${RESOURCE}.infDecAmount`, [
  field("Dec", ptrTo(DEC), (node) => (parts(node)?.decimal ? node : null), true),
]);
const QUANTITY = [
  field("i", INT64_AMOUNT, (node) => node),
  field("d", DEC_AMOUNT, (node) => node),
  field("s", STRING, (node) => parts(node)?.text ?? ""),
];

/** Seconds from the year 1 to 1970. */
const YEAR_ONE = 62135596800;
const LOCATION = struct("time.Location");
const isSet = (node: unknown): node is GoTime => node instanceof GoTime && !node.isZero();
const TIME = [
  field("wall", UINT64, (node) => (isSet(node) ? node.nanos : 0)),
  field("ext", INT64, (node) => (isSet(node) ? node.seconds + YEAR_ONE : 0)),
  // Times that were read are in the local zone, which is not the nil of UTC.
  field("loc", ptrTo(LOCATION), (node) => (isSet(node) ? LOCATION : null)),
];

const MESSAGE_STATE = struct("google.golang.org/protobuf/internal/impl.MessageState");
const MESSAGE = [
  field("state", MESSAGE_STATE, () => undefined),
  field("unknownFields", sliceOf(UINT8), () => null),
  field("sizeCache", INT32, () => 0),
];

provideFields((type) => {
  if (type.path === `${RESOURCE}.Quantity`) return [...QUANTITY, ...(type.fields ?? [])];
  if (type.path === "time.Time") return TIME;
  if (type.kind === "struct" && type.methods?.has("ProtoReflect")) {
    return [MESSAGE[0]!, ...(type.fields ?? []), MESSAGE[1]!, MESSAGE[2]!];
  }
  return undefined;
});
