import { formatG } from "../go/float";
import { quote } from "../go/quote";
import { compareStrings } from "../go/strings";
import { DecodedMap, type Decoded } from "./decoded";
import { YamlInt } from "./resolve";

/**
 * A decoded value as Go's `%#v` prints it: `map[interface {}]interface {}{"a":[]interface {}{1}}`. `bare`: a value of
 * its own, where nil is `<nil>`.
 */
export function goSyntax(value: Decoded, bare = false): string {
  if (value === null) return bare ? "<nil>" : "interface {}(nil)";
  if (typeof value === "string") return quote(value);
  if (typeof value === "number") return formatG(value);
  if (typeof value === "boolean") return String(value);
  if (value instanceof YamlInt) return value.unsigned ? `0x${BigInt(value.value).toString(16)}` : value.text;
  if (Array.isArray(value)) return `[]interface {}{${value.map((v) => goSyntax(v)).join(", ")}}`;
  const members = [...value.entries.values()].sort((a, b) => compareKeys(a.key, b.key));
  return `map[interface {}]interface {}{${members.map((m) => `${goSyntax(m.key)}:${goSyntax(m.value)}`).join(", ")}}`;
}

/** The Go type of a decoded value as `%s` prints reflect.TypeOf of it. */
export function typeName(value: Decoded): string {
  if (value === null) return "%!s(<nil>)";
  if (value instanceof YamlInt) return value.unsigned ? "uint64" : "int";
  if (typeof value === "number") return "float64";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "string") return "string";
  return value instanceof DecodedMap ? "map[interface {}]interface {}" : "[]interface {}";
}

/** Go orders values of different types by where the linker puts the types: this is what its binaries show. */
const TYPE_ORDER = ["string", "uint64", "int", "float64", "bool"];

/**
 * The order of keys in fmt's output (internal/fmtsort): nil first, then by type and by value, NaN before other floats.
 */
function compareKeys(a: Decoded, b: Decoded): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  const types = TYPE_ORDER.indexOf(typeName(a)) - TYPE_ORDER.indexOf(typeName(b));
  if (types !== 0) return types;
  if (typeof a === "string" && typeof b === "string") return compareStrings(a, b);
  const x = a instanceof YamlInt ? a.value : Number(a);
  const y = b instanceof YamlInt ? b.value : Number(b);
  if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(y)) - Number(Number.isNaN(x));
  return x < y ? -1 : x > y ? 1 : 0;
}
