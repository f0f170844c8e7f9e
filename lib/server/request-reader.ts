import type { InjectRequest } from "../index";
import { parseRequest } from "./parse-request";

/** The members that stay the same from request to request while someone types, or a program asks for pod after pod. */
const NAMES = ["injector", "mesh"] as const;
type Name = (typeof NAMES)[number];

/** Smaller texts are not worth it, larger ones not the memory. In bytes as written. */
const SMALLEST = 1024;
const LARGEST = 1024 * 1024;
/** Texts kept of each name. */
const KEPT = 4;

interface Known {
  /** The text as JSON has it, quotes included. */
  readonly raw: Buffer;
  readonly text: string;
}

/** Where in a body the value of a member stands. */
interface Span {
  readonly start: number;
  readonly end: number;
  /** Its text, where it is a known one. */
  readonly text?: string;
}

/**
 * Reads requests as parseRequest does, faster where the injector's or the mesh's text is the same as in one before: it is recognised by
 * its bytes, and neither decoded nor parsed again. The text is then the same string object, which the engine finds what it knows by.
 * O(size of the body), with a small factor for what is recognised.
 */
export class RequestReader {
  private readonly known: Readonly<Record<Name, Known[]>> = { injector: [], mesh: [] };

  /** @throws ProblemError as parseRequest does. */
  read(body: Uint8Array): InjectRequest {
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    const spans = this.spans(bytes);
    const request = (spans && this.recognised(bytes, spans)) ?? parseRequest(body);
    if (spans) this.remember(bytes, spans, request);
    return request;
  }

  /** The request of a body with known texts; undefined where there are none, or something else is wrong with it. */
  private recognised(bytes: Buffer, spans: ReadonlyMap<Name, Span>): InjectRequest | undefined {
    const parts: Uint8Array[] = [];
    const texts: Partial<Record<Name, string>> = {};
    let from = 0;
    for (const [name, { start, end, text }] of spans) {
      if (text === undefined) continue;
      texts[name] = text;
      parts.push(bytes.subarray(from, start), EMPTY);
      from = end;
    }
    if (from === 0) return undefined;
    parts.push(bytes.subarray(from));
    try {
      return { ...parseRequest(Buffer.concat(parts)), ...texts };
    } catch {
      // Told of the whole body, where places are right.
      return undefined;
    }
  }

  private remember(bytes: Buffer, spans: ReadonlyMap<Name, Span>, request: InjectRequest): void {
    for (const [name, { start, end, text }] of spans) {
      const length = end - start;
      const value = request[name];
      if (text !== undefined || typeof value !== "string" || length < SMALLEST || length > LARGEST) continue;
      const known = this.known[name];
      // A copy: the body itself is large and goes.
      known.unshift({ raw: Buffer.from(bytes.subarray(start, end)), text: value });
      if (known.length > KEPT) known.pop();
    }
  }

  /**
   * Where the values of the members stand, in their order; undefined for what is not plainly an object whose names are all different and
   * without escapes. It need not be JSON for that.
   */
  private spans(bytes: Buffer): Map<Name, Span> | undefined {
    const spans = new Map<Name, Span>();
    const names = new Set<string>();
    let at = afterSpace(bytes, 0);
    if (bytes[at] !== OPEN_BRACE) return undefined;
    do {
      at = afterSpace(bytes, at + 1);
      const end = stringEnd(bytes, at);
      if (end < 0) return undefined;
      const name = bytes.toString("latin1", at + 1, end - 1);
      if (names.has(name) || name.includes("\\")) return undefined;
      names.add(name);
      at = afterSpace(bytes, end);
      if (bytes[at] !== COLON) return undefined;
      const start = afterSpace(bytes, at + 1);
      const known = isName(name) ? this.find(name, bytes, start) : undefined;
      at = known ? start + known.raw.length : valueEnd(bytes, start);
      if (at < 0) return undefined;
      if (isName(name) && bytes[start] === QUOTE) spans.set(name, { start, end: at, text: known?.text });
      at = afterSpace(bytes, at);
    } while (bytes[at] === COMMA);
    return bytes[at] === CLOSE_BRACE ? spans : undefined;
  }

  /** A string ends where it ends: one that begins with a known one, closing quote and all, is that one. */
  private find(name: Name, bytes: Buffer, start: number): Known | undefined {
    return this.known[name].find(
      ({ raw }) => start + raw.length <= bytes.length && raw.compare(bytes, start, start + raw.length) === 0,
    );
  }
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];
const EMPTY = Buffer.from('""');

const isName = (name: string): name is Name => (NAMES as readonly string[]).includes(name);

function afterSpace(bytes: Buffer, at: number): number {
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at++;
  return at;
}

/** After the closing quote of the string at that place; -1 where there is none. */
function stringEnd(bytes: Buffer, at: number): number {
  if (bytes[at] !== QUOTE) return -1;
  for (let quote = bytes.indexOf(QUOTE, at + 1); quote >= 0; quote = bytes.indexOf(QUOTE, quote + 1)) {
    let first = quote;
    while (bytes[first - 1] === BACKSLASH) first--;
    if ((quote - first) % 2 === 0) return quote + 1;
  }
  return -1;
}

/** After the value at that place, by its strings and brackets alone; -1 where it does not end. */
function valueEnd(bytes: Buffer, at: number): number {
  let depth = 0;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte === QUOTE) {
      at = stringEnd(bytes, at);
      if (at < 0 || depth === 0) return at;
      continue;
    }
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) depth++;
    else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      if (depth === 0) return at;
      if (--depth === 0) return at + 1;
    } else if (byte === COMMA && depth === 0) return at;
    at++;
  }
  return -1;
}
