import { formatFloat } from "../go/float";
import { JsonNumber } from "../go/json-value";
import { YamlInt, type Scalar } from "./resolve";

/** The key in JSON of a scalar, undefined where there is none. Mirrors convertToJSONableObject of sigs.k8s.io/yaml. */
export function keyText(scalar: Scalar): string | undefined {
  if (typeof scalar === "string") return scalar;
  if (scalar === null) return undefined;
  if (scalar instanceof YamlInt) return scalar.unsigned ? undefined : scalar.text;
  if (typeof scalar === "boolean") return scalar ? "true" : "false";
  if (Number.isNaN(scalar)) return ".nan";
  const text = formatFloat(scalar, "g", -1, 32);
  return text === "+Inf" ? ".inf" : text === "-Inf" ? "-.inf" : text;
}

/** What a number or boolean becomes in a field of a string type. Floats pass through float32. */
export function coerce(scalar: boolean | number | YamlInt): string {
  if (typeof scalar === "boolean") return scalar ? "true" : "false";
  return typeof scalar === "number" ? formatFloat(scalar, "g", -1, 32) : scalar.text;
}

/** An integer as JSON: its digits count, also where a float64 does not hold them. */
export function jsonInteger(int: YamlInt): number | JsonNumber {
  if (typeof int.value === "number") return int.value;
  const near = Number(int.value);
  return String(near) === int.text ? near : new JsonNumber(int.text);
}
