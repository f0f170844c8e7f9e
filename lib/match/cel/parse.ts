import { ExpressionError, stringValue, tokens, type Token } from "./lex";

/** An expression; `at` is where cel-go says that it is: of a call its parenthesis, of an operator the operator. */
export type Expression = { readonly at: number } & (
  | { readonly kind: "literal"; readonly value: null | boolean | bigint | number | string; readonly uint?: boolean }
  | { readonly kind: "ident"; readonly name: string }
  | { readonly kind: "select"; readonly of: Expression; readonly field: string; readonly optional: boolean }
  | { readonly kind: "has"; readonly of: Expression; readonly field: string }
  | { readonly kind: "call"; readonly name: string; readonly target?: Expression; readonly args: readonly Expression[] }
  | { readonly kind: "list"; readonly elements: readonly Part[] }
  | { readonly kind: "map"; readonly entries: readonly { readonly key: Expression; readonly value: Part }[] }
  | {
      readonly kind: "macro";
      readonly name: Macro;
      readonly of: Expression;
      /** Of an element, or of its index (or key) and itself. */
      readonly variables: readonly [string] | readonly [string, string];
      readonly filter?: Expression;
      readonly body: Expression;
    }
  /** What an optional holds under a name: optMap and optFlatMap; sortBy has the same parts. */
  | {
      readonly kind: "bound";
      readonly name: "optMap" | "optFlatMap" | "sortBy";
      readonly of: Expression;
      readonly variable: string;
      readonly body: Expression;
    }
);

/** An element or value of a literal; an optional one is left out where it holds nothing. */
export interface Part {
  readonly of: Expression;
  readonly optional: boolean;
}

export type Macro =
  "all" | "exists" | "exists_one" | "map" | "filter" | "transformList" | "transformMap" | "transformMapEntry";

/** The macros by name and number of arguments: how many of these are variables, and whether a filter comes before the body. */
const MACROS: Readonly<Record<string, { readonly name: Macro; readonly variables: 1 | 2; readonly filter?: true }>> = {
  "all/2": { name: "all", variables: 1 },
  "exists/2": { name: "exists", variables: 1 },
  "exists_one/2": { name: "exists_one", variables: 1 },
  "existsOne/2": { name: "exists_one", variables: 1 },
  "map/2": { name: "map", variables: 1 },
  "map/3": { name: "map", variables: 1, filter: true },
  "filter/2": { name: "filter", variables: 1 },
  "all/3": { name: "all", variables: 2 },
  "exists/3": { name: "exists", variables: 2 },
  "exists_one/3": { name: "exists_one", variables: 2 },
  "existsOne/3": { name: "exists_one", variables: 2 },
  "transformList/3": { name: "transformList", variables: 2 },
  "transformList/4": { name: "transformList", variables: 2, filter: true },
  "transformMap/3": { name: "transformMap", variables: 2 },
  "transformMap/4": { name: "transformMap", variables: 2, filter: true },
  "transformMapEntry/3": { name: "transformMapEntry", variables: 2 },
  "transformMapEntry/4": { name: "transformMapEntry", variables: 2, filter: true },
};

/** Parses an expression by cel-go's grammar, macros expanded to nodes of their own. @throws ExpressionError */
export function parseExpression(text: string): Expression {
  return new Parser(tokens(text)).whole();
}

/** The expressions right within one. */
export function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "select":
    case "has":
      return [expression.of];
    case "call":
      return expression.target ? [expression.target, ...expression.args] : expression.args;
    case "list":
      return expression.elements.map(({ of }) => of);
    case "map":
      return expression.entries.flatMap(({ key, value }) => [key, value.of]);
    case "macro":
      return [expression.of, ...(expression.filter ? [expression.filter] : []), expression.body];
    case "bound":
      return [expression.of, expression.body];
    default:
      return [];
  }
}

/** Deeper nesting is refused by cel-go, too (its default limit of recursion). */
const DEEPEST = 250;
const EXPECTED =
  "'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER";
const RELATIONS = new Set(["<", "<=", ">=", ">", "==", "!=", "in"]);

class Parser {
  private next = 0;
  private depth = 0;

  constructor(private readonly all: readonly Token[]) {}

  whole(): Expression {
    const found = this.expression();
    if (this.peek.kind !== "end") throw this.mismatched("<EOF>");
    return found;
  }

  private get peek(): Token {
    return this.all[this.next]!;
  }

  private take(): Token {
    return this.all[this.next++]!;
  }

  private is(text: string): boolean {
    return this.peek.kind === "op" && this.peek.text === text;
  }

  private accept(text: string): Token | undefined {
    return this.is(text) ? this.take() : undefined;
  }

  private expect(text: string): Token {
    if (!this.is(text)) throw this.mismatched(`'${text}'`);
    return this.take();
  }

  private mismatched(expected: string): ExpressionError {
    const { text, at } = this.peek;
    return new ExpressionError(`Syntax error: mismatched input '${text}' expecting ${expected}`, at);
  }

  private expression(): Expression {
    if (++this.depth > DEEPEST) throw new ExpressionError(`expression recursion limit exceeded: ${DEEPEST}`, 0);
    const condition = this.binary(0);
    const question = this.accept("?");
    this.depth--;
    if (!question) return condition;
    const yes = this.binary(0);
    this.expect(":");
    return { kind: "call", name: "_?_:_", args: [condition, yes, this.expression()], at: question.at };
  }

  /** ||, &&, relations, sums, products: each binds stronger than the one before. */
  private binary(level: number): Expression {
    if (level === LEVELS.length) return this.unary();
    let left = this.binary(level + 1);
    while (this.peek.kind === "op" && LEVELS[level]!.has(this.peek.text)) {
      const { text, at } = this.take();
      const right = this.binary(level + 1);
      left = { kind: "call", name: text === "in" ? "@in" : `_${text}_`, args: [left, right], at };
    }
    return left;
  }

  private unary(): Expression {
    const first = this.peek;
    for (const sign of ["!", "-"]) {
      let count = 0;
      while (this.is(sign)) {
        // A sign right before a number is part of it.
        if (sign === "-" && count === 0 && isNumber(this.all[this.next + 1])) break;
        this.take();
        count++;
      }
      if (count === 0) continue;
      const operand = this.member();
      if (count % 2 === 0) return operand;
      return { kind: "call", name: sign === "!" ? "!_" : "-_", args: [operand], at: first.at };
    }
    return this.member();
  }

  private member(): Expression {
    let found = this.primary();
    for (;;) {
      const dot = this.accept(".");
      if (dot) {
        const optional = this.accept("?") !== undefined;
        if (this.peek.kind === "end") {
          throw new ExpressionError("Syntax error: no viable alternative at input '.'", this.peek.at);
        }
        const { kind, text } = this.peek;
        if (kind !== "ident" && kind !== "quoted") throw this.mismatched("IDENTIFIER");
        this.take();
        const open = optional || kind === "quoted" ? undefined : this.accept("(");
        found = open
          ? this.memberCall(found, text, open.at)
          : { kind: "select", of: found, field: text, optional, at: dot.at };
        continue;
      }
      const bracket = this.accept("[");
      if (!bracket) return found;
      const optional = this.accept("?") !== undefined;
      const index = this.expression();
      this.expect("]");
      found = { kind: "call", name: optional ? "_[?_]" : "_[_]", args: [found, index], at: bracket.at };
    }
  }

  private memberCall(target: Expression, name: string, at: number): Expression {
    const args = this.list(")", () => this.expression());
    const macro = Object.hasOwn(MACROS, `${name}/${args.length}`) ? MACROS[`${name}/${args.length}`] : undefined;
    if (macro) {
      const isOld = macro.name === "map" || macro.name === "filter";
      const wrong = isOld ? "argument is not an identifier" : "argument must be a simple name";
      const names = args.slice(0, macro.variables).map((arg) => variableOf(arg, wrong));
      if (names.length === 2 && names[0] === names[1])
        throw new ExpressionError(`duplicate variable name: ${names[0]}`, args[1]!.at);
      const variables = names as unknown as readonly [string] | readonly [string, string];
      const filter = macro.filter ? { filter: args.at(-2)! } : {};
      return { kind: "macro", name: macro.name, of: target, variables, ...filter, body: args.at(-1)!, at };
    }
    if ((name === "optMap" || name === "optFlatMap" || name === "sortBy") && args.length === 2) {
      const wrong =
        name === "sortBy" ? "argument must be a simple name" : `${name}() variable name must be a simple identifier`;
      return { kind: "bound", name, of: target, variable: variableOf(args[0]!, wrong), body: args[1]!, at };
    }
    return { kind: "call", name, target, args, at };
  }

  private part(): Part {
    const optional = this.accept("?") !== undefined;
    return { of: this.expression(), optional };
  }

  private list<T>(close: string, item: () => T): T[] {
    const items: T[] = [];
    while (!this.is(close)) {
      items.push(item());
      if (!this.accept(",")) break;
      if (close === ")" && this.is(close)) throw this.mismatched(`{${EXPECTED}}`);
    }
    this.expect(close);
    return items;
  }

  private primary(): Expression {
    const token = this.peek;
    if (token.kind === "end" && this.next === 0)
      throw new ExpressionError(`Syntax error: mismatched input '<EOF>' expecting {${EXPECTED}}`, -1);
    switch (token.kind) {
      case "int":
      case "uint":
      case "double":
        return this.number(this.take(), "");
      case "string":
        this.take();
        return { kind: "literal", value: stringValue(token.text), at: token.at };
      case "ident":
        return this.identifier(this.take());
    }
    if (this.accept("(")) {
      const inner = this.expression();
      this.expect(")");
      return inner;
    }
    if (this.accept("[")) return { kind: "list", elements: this.list("]", () => this.part()), at: token.at };
    if (this.accept("{")) {
      const entries = this.list("}", () => {
        const { of: key, optional } = this.part();
        this.expect(":");
        return { key, value: { of: this.expression(), optional } };
      });
      return { kind: "map", entries, at: token.at };
    }
    if (this.is("-") && isNumber(this.all[this.next + 1])) {
      this.take();
      return { ...this.number(this.take(), "-"), at: token.at };
    }
    if (this.is(".") && this.all[this.next + 1]?.kind === "ident") {
      this.take();
      return this.identifier(this.take());
    }
    throw this.mismatched(`{${EXPECTED}}`);
  }

  private number({ kind, text, at }: Token, sign: "" | "-"): Expression {
    if (kind === "double") return { kind: "literal", value: Number(sign + text), at };
    const digits = BigInt(text.replace(/[uU]$/, ""));
    const value = sign === "-" ? -digits : digits;
    const [low, high] = kind === "uint" ? [0n, 2n ** 64n - 1n] : [-(2n ** 63n), 2n ** 63n - 1n];
    if (value < low || value > high) throw new ExpressionError(`Syntax error: invalid ${kind} literal`, at);
    return { kind: "literal", value, at, ...(kind === "uint" ? { uint: true } : {}) };
  }

  private identifier({ text: name, at }: Token): Expression {
    if (name === "true" || name === "false") return { kind: "literal", value: name === "true", at };
    if (name === "null") return { kind: "literal", value: null, at };
    const open = this.accept("(");
    if (!open) return { kind: "ident", name, at };
    const args = this.list(")", () => this.expression());
    if (name !== "has" || args.length !== 1) return { kind: "call", name, args, at: open.at };
    const [field] = args;
    if (field!.kind !== "select" || field!.optional)
      throw new ExpressionError("invalid argument to has() macro", field!.at);
    return { kind: "has", of: field!.of, field: field!.field, at: open.at };
  }
}

function variableOf(argument: Expression, wrong: string): string {
  if (argument.kind !== "ident") throw new ExpressionError(wrong, argument.at);
  return argument.name;
}

const LEVELS: readonly ReadonlySet<string>[] = [
  new Set(["||"]),
  new Set(["&&"]),
  RELATIONS,
  new Set(["+", "-"]),
  new Set(["*", "/", "%"]),
];

function isNumber(token: Token | undefined): boolean {
  return token?.kind === "int" || token?.kind === "double";
}
