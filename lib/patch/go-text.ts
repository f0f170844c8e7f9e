import { sortedEntries } from "../go/json";
import { JsonNumber, type Json } from "../go/json-value";
import { formatG } from "../go/strconv";

/** JSON values as Go's fmt prints them where they stand in error texts: as map[string]interface{}, []interface{}, float64, … */

/** How numbers were read: as float64 only, or whole ones as int64 (k8s.io/apimachinery's own reader of JSON). */
export type Numbers = "floats" | "integers";

const MAX_INT64 = 2n ** 63n - 1n;
const MIN_INT64 = -(2n ** 63n);

/** The name of the Go type of a JSON value, "" for null (which has none). */
export function goTypeName(value: Json, numbers: Numbers): string {
  switch (typeof value) {
    case "string":
      return "string";
    case "boolean":
      return "bool";
    case "number":
      return numbers === "integers" && Number.isInteger(value) && Math.abs(value) < 2 ** 63 ? "int64" : "float64";
  }
  if (value === null) return "";
  if (value instanceof JsonNumber) return isInt64(value.text) && numbers === "integers" ? "int64" : "float64";
  return Array.isArray(value) ? "[]interface {}" : "map[string]interface {}";
}

function isInt64(text: string): boolean {
  if (!/^-?\d+$/.test(text)) return false;
  const value = BigInt(text);
  return value >= MIN_INT64 && value <= MAX_INT64;
}

function numberText(value: number | JsonNumber, numbers: Numbers): string {
  if (goTypeName(value, numbers) === "int64") return value instanceof JsonNumber ? value.text : String(value);
  return formatG(value instanceof JsonNumber ? Number(value.text) : value);
}

/** As `%v`: `map[a:b c:[1 2]]`. */
export function plainText(value: Json, numbers: Numbers): string {
  return text(value, numbers, (scalar) => scalar);
}

/** As `%s`: strings as they are, everything else the complaint `%!s(float64=5)`; but null inside a list or map is `<nil>`. */
export function stringVerbText(value: Json, numbers: Numbers): string {
  if (value === null) return "%!s(<nil>)";
  return text(value, numbers, (scalar, type) => (type ? `%!s(${type}=${scalar})` : scalar));
}

/** The text of a value; `other` gives that of a scalar that is no string, from its plain text and its type's name. */
function text(value: Json, numbers: Numbers, other: (scalar: string, type: string) => string): string {
  if (typeof value === "string") return value;
  if (value === null) return other("<nil>", "");
  if (typeof value === "boolean") return other(String(value), "bool");
  if (typeof value === "number" || value instanceof JsonNumber) {
    return other(numberText(value, numbers), goTypeName(value, numbers));
  }
  if (Array.isArray(value)) return `[${value.map((element) => text(element, numbers, other)).join(" ")}]`;
  return `map[${sortedEntries(value)
    .map(([key, member]) => `${key}:${text(member, numbers, other)}`)
    .join(" ")}]`;
}
