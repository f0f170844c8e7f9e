import { stringifyOrdered } from "../go/json";
import type { Json } from "../go/json-value";

/** An object as text that both JSON's and YAML's reader take for the same. */
export function objectText(object: Json): string {
  // JSON lets these stand; YAML refuses some, and takes others for the end of a line.
  return stringifyOrdered(object).replace(
    /[\x7f-\x9f\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
