/**
 * A JSON number whose text is not what Go prints for its float64: `30.0`, `1e3`, integers beyond 2^53.
 * Decoding into typed integers needs the text; untyped maps take `Number(text)`.
 */
export class JsonNumber {
  constructor(readonly text: string) {}
}

export type JsonMap = Map<string, Json>;

/** JSON as data. Objects are Maps: any key is safe, and order is that of insertion. */
export type Json = null | boolean | number | string | JsonNumber | Json[] | JsonMap;
