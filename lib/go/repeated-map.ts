import type { Json } from "./json-value";

/**
 * An object in which a key stands more than once. As a Map it holds each key's last value, which is what Go's untyped maps get;
 * `all` has every member in text order, since decoding into structs merges the values of repeated keys.
 */
export class RepeatedMap extends Map<string, Json> {
  readonly all: [string, Json][] = [];
}
