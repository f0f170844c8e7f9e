import { stringifyOrdered } from "../../go/json";
import { JsonNumber, type Json } from "../../go/json-value";
import { printYaml } from "../../yaml/print";
import { yamlToJson } from "../../yaml/to-json";

// Characters that YAML cannot hold, or does not give back as they were.
const DELICATE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;

/**
 * JSON as it is after being held as generic Go values, printed as YAML and read again: integers have the precision of a float64, all
 * else stays, but for a few characters.
 * @throws GoError `yaml: …` for a text with control characters.
 * Mirrors yaml.Marshal, then yaml.YAMLToJSON, of sigs.k8s.io/yaml.
 */
export function printedAndRead(json: Json): Json {
  const generic = withFloats(json);
  return DELICATE.test(stringifyOrdered(generic)) ? yamlToJson(printYaml(generic)) : generic;
}

function withFloats(json: Json): Json {
  if (json instanceof JsonNumber) return Number(json.text);
  if (Array.isArray(json)) return json.map(withFloats);
  if (!(json instanceof Map)) return json;
  const map = new Map<string, Json>();
  for (const [key, value] of json) map.set(key, withFloats(value));
  return map;
}
