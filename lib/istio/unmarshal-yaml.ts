import { GoError } from "../source/errors";
import type { GoType } from "../go/types";
import type { Node } from "../go/value";
import { decode } from "../k8s/decode";
import { yamlToJson } from "../yaml/to-json";

/**
 * Reads a YAML text as a value of a type; scalars become strings where the type wants strings.
 * @throws GoError `error converting YAML to JSON: …` or `error unmarshaling JSON: while decoding JSON: …`.
 * Mirrors Unmarshal of sigs.k8s.io/yaml.
 */
export function unmarshalYaml(text: string, type: GoType): Node {
  const json = prefixed("error converting YAML to JSON: ", () => yamlToJson(text, type));
  return prefixed("error unmarshaling JSON: while decoding JSON: ", () => decode(type, json));
}

function prefixed<T>(prefix: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof GoError ? new GoError(prefix + error.message, error.position) : error;
  }
}
