/** A token of an expression; `at` counts from 0. */
export interface Token {
  readonly kind: "ident" | "quoted" | "int" | "uint" | "double" | "string" | "bytes" | "op" | "end";
  /** As it stands in the text, for literals too; of a quoted identifier what is in the quotes. */
  readonly text: string;
  readonly at: number;
}

/** An error at a place of the expression. */
export class ExpressionError extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

const OPERATORS = ["==", "!=", "<=", ">=", "&&", "||", ..."[]{}().,-!?:+*/%<>"];
const NUMBER = /0x[0-9a-fA-F]+[uU]?|\d+\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+|\.\d+(?:[eE][+-]?\d+)?|\d+[uU]?/y;
const IDENT = /[A-Za-z_][A-Za-z0-9_]*/y;
const SPACE = /(?:[\t \r\n\f]+|\/\/[^\n]*)+/y;
const STRING =
  /(?:[rR]?[bB]?|[bB][rR])(?:"""(?:\\[\s\S]|[^\\])*?"""|'''(?:\\[\s\S]|[^\\])*?'''|"(?:\\.|[^\\"\n\r])*"|'(?:\\.|[^\\'\n\r])*')/y;

function at(pattern: RegExp, text: string, from: number): string | undefined {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0];
}

/** The tokens of an expression, by cel-go's grammar (parser/gen/CEL.g4). @throws ExpressionError */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let from = 0;
  for (;;) {
    from += at(SPACE, text, from)?.length ?? 0;
    if (from >= text.length) return [...found, { kind: "end", text: "<EOF>", at: from }];
    const token = tokenAt(text, from);
    found.push(token);
    from += token.kind === "quoted" ? token.text.length + 2 : token.text.length;
  }
}

function tokenAt(text: string, from: number): Token {
  const string = at(STRING, text, from);
  if (string !== undefined) return { kind: /^[rR]?[bB]/.test(string) ? "bytes" : "string", text: string, at: from };
  const ident = at(IDENT, text, from);
  if (ident !== undefined) return { kind: ident === "in" ? "op" : "ident", text: ident, at: from };
  const quoted = at(/`[A-Za-z0-9_.\-/ ]+`/y, text, from);
  if (quoted !== undefined) return { kind: "quoted", text: quoted.slice(1, -1), at: from };
  const number = at(NUMBER, text, from);
  if (number !== undefined) return { kind: numberKind(number), text: number, at: from };
  const operator = OPERATORS.find((op) => text.startsWith(op, from));
  if (operator !== undefined) return { kind: "op", text: operator, at: from };
  // A text that does not end takes all of its line.
  const unknown = /["'][^\n\r]*|[\s\S]/uy;
  throw new ExpressionError(`Syntax error: token recognition error at: '${at(unknown, text, from)!}'`, from);
}

function numberKind(text: string): Token["kind"] {
  if (/[uU]$/.test(text)) return "uint";
  return /^0x/.test(text) || /^\d+$/.test(text) ? "int" : "double";
}

const ESCAPES: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};

/** What a string literal means. */
export function stringValue(literal: string): string {
  const raw = /^[rRbB]*[rR]/.test(literal);
  const body = literal.replace(/^[rRbB]+/, "");
  const inner = /^("""|''')/.test(body) ? body.slice(3, -3) : body.slice(1, -1);
  if (raw) return inner;
  return inner.replace(
    /\\(?:[xX]([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-3][0-7]{2})|([\s\S]))/g,
    (_, byte?: string, short?: string, long?: string, octal?: string, plain?: string) => {
      const hex = byte ?? short ?? long;
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
      return ESCAPES[plain!] ?? plain!;
    },
  );
}
