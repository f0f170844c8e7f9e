import { ProblemError } from "./problem";

/**
 * The JSON value that a body holds.
 * @throws ProblemError 400 for a body that is not UTF-8 or not JSON, with the place.
 */
export function parsedJson(body: Uint8Array): unknown {
  return parsed(decoded(body));
}

function decoded(body: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    throw new ProblemError({ status: 400, title: "Not JSON", detail: "The request body is not UTF-8." });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const offset = jsonErrorOffset(text);
    const before = text.slice(0, offset);
    const line = before.split("\n").length;
    const column = offset - before.lastIndexOf("\n");
    const what = offset >= text.length ? "The request body ends too early" : "The request body stops being JSON";
    throw new ProblemError({
      status: 400,
      title: "Not JSON",
      detail: `${what} at line ${line}, column ${column}.`,
      line,
      column,
    });
  }
}

const SPACE = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null/y;

/**
 * Where a text that JSON.parse refuses stops being JSON (RFC 8259), as an offset in UTF-16 units. JSON.parse itself names the place
 * only sometimes, and quotes the text.
 */
export function jsonErrorOffset(text: string): number {
  let at = 0;
  const eat = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const open: string[] = [];
  // What may come next: a value, a value or the end of an empty list, a key, a key or the end of an empty object, or what follows a value.
  let next: "value" | "valueOrEnd" | "key" | "keyOrEnd" | "after" = "value";
  for (;;) {
    eat(SPACE);
    const char = text[at];
    const closes = char === (open.at(-1) === "[" ? "]" : "}");
    if (open.length > 0 && closes && (next === "after" || next === "valueOrEnd" || next === "keyOrEnd")) {
      open.pop();
      at++;
      next = "after";
    } else if (next === "after") {
      if (open.length === 0 || char !== ",") return at;
      at++;
      next = open.at(-1) === "[" ? "value" : "key";
    } else if (next === "key" || next === "keyOrEnd") {
      if (!eat(STRING)) return at;
      eat(SPACE);
      if (text[at] !== ":") return at;
      at++;
      next = "value";
    } else if (char === "[" || char === "{") {
      open.push(char);
      at++;
      next = char === "[" ? "valueOrEnd" : "keyOrEnd";
    } else {
      if (!eat(STRING) && !eat(SCALAR)) return at;
      next = "after";
    }
  }
}
