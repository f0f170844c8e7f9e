import type { YamlNode } from "./node";
import type { Scalar } from "./resolve";

/** A decoded document, as go-yaml puts it into an interface{}: a Go map has keys of any type. */
export type Decoded = Scalar | Decoded[] | DecodedMap;

/** map[interface{}]interface{}; entries by a text that tells keys apart as Go does (1, 1.0 and "1" are three). */
export class DecodedMap {
  readonly entries = new Map<string, { key: Decoded; value: Decoded; node: YamlNode }>();

  constructor(readonly text: string) {}
}
