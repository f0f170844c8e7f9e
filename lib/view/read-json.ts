import type { Value, ValueMap } from "./value";

/**
 * Reads JSON without losing integers beyond 2^53: those become bigint. Objects become Maps.
 * @throws SyntaxError for a text that is not JSON.
 */
export function readJson(text: string): Value {
  let at = 0;

  function space(): number {
    let code = text.charCodeAt(at);
    while (code === 32 || code === 10 || code === 13 || code === 9) code = text.charCodeAt(++at);
    return code;
  }

  function fail(): never {
    throw new SyntaxError(`not JSON at offset ${at}`);
  }

  function value(): Value {
    switch (space()) {
      case 123: // {
        return object();
      case 91: // [
        return array();
      case 34: // "
        return string();
      case 116:
        return word("true", true);
      case 102:
        return word("false", false);
      case 110:
        return word("null", null);
      default:
        return number();
    }
  }

  function object(): ValueMap {
    const map: ValueMap = new Map();
    at++;
    if (space() === 125) return (at++, map);
    for (;;) {
      if (space() !== 34) fail();
      const key = string();
      if (space() !== 58) fail();
      at++;
      map.set(key, value());
      const code = space();
      at++;
      if (code === 125) return map;
      if (code !== 44) fail();
    }
  }

  function array(): Value[] {
    const items: Value[] = [];
    at++;
    if (space() === 93) return (at++, items);
    for (;;) {
      items.push(value());
      const code = space();
      at++;
      if (code === 93) return items;
      if (code !== 44) fail();
    }
  }

  function string(): string {
    const start = at;
    let end = text.indexOf('"', start + 1);
    for (;;) {
      if (end < 0) fail();
      let slashes = 0;
      while (text.charCodeAt(end - 1 - slashes) === 92) slashes++;
      if (slashes % 2 === 0) break;
      end = text.indexOf('"', end + 1);
    }
    at = end + 1;
    const plain = text.slice(start + 1, end);
    return plain.includes("\\") ? (JSON.parse(text.slice(start, at)) as string) : plain;
  }

  function number(): number | bigint {
    const start = at;
    let code = text.charCodeAt(at);
    let integer = true;
    while ((code >= 48 && code <= 57) || code === 45 || code === 43 || code === 46 || code === 101 || code === 69) {
      if (code === 46 || code === 101 || code === 69) integer = false;
      code = text.charCodeAt(++at);
    }
    const digits = text.slice(start, at);
    const read = Number(digits);
    if (digits === "" || Number.isNaN(read)) fail();
    return integer && !Number.isSafeInteger(read) ? BigInt(digits) : read;
  }

  function word<T extends Value>(letters: string, meaning: T): T {
    if (!text.startsWith(letters, at)) fail();
    at += letters.length;
    return meaning;
  }

  const result = value();
  if (!Number.isNaN(space())) fail();
  return result;
}
