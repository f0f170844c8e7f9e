import { ExpressionError } from "./lex";
import { overloadsOf, type Overload } from "./library";
import type { Expression } from "./parse";
import { BOOL, DYN, ERROR, fits, FREE, INT, joined, list, map, optional, typeText, type Type } from "./types";

/** The variables that an expression can name. */
export type Scope = Readonly<Record<string, Type>>;

/** The type of an expression. Every error is told, as cel-go's checker would: `errors` grows. */
export function typeOf(expression: Expression, scope: Scope, errors: ExpressionError[]): Type {
  const checker = new Checker(errors);
  const type = checker.type(expression, scope);
  // Asked of what has types only.
  if (errors.length === 0) errors.push(...checker.mixed);
  return type;
}

class Checker {
  /** Literals whose elements are of several types, dyn among them. */
  readonly mixed: ExpressionError[] = [];

  constructor(private readonly errors: ExpressionError[]) {}

  private tell(message: string, at: number): Type {
    this.errors.push(new ExpressionError(message, at));
    return ERROR;
  }

  type(expression: Expression, scope: Scope): Type {
    switch (expression.kind) {
      case "literal":
        return literalType(expression);
      case "ident":
        return this.ident(expression.name, expression.at, scope);
      case "select":
        return this.select(expression, scope);
      case "has":
        this.field(this.type(expression.of, scope), expression.field, expression.of.at);
        return BOOL;
      case "list":
        return list(this.common(expression.elements, scope));
      case "map": {
        const keys = this.common(
          expression.entries.map(([key]) => key),
          scope,
        );
        return map(
          keys,
          this.common(
            expression.entries.map(([, value]) => value),
            scope,
          ),
        );
      }
      case "macro":
        return this.macro(expression, scope);
      case "call":
        return this.call(expression, scope);
    }
  }

  private ident(name: string, at: number, scope: Scope): Type {
    if (Object.hasOwn(scope, name)) return scope[name]!;
    return this.tell(`undeclared reference to '${name}' (in container '')`, at);
  }

  private select(expression: Expression & { kind: "select" }, scope: Scope): Type {
    const of = this.type(expression.of, scope);
    const inner = of.kind === "optional" ? of.of : of;
    const field = this.field(inner, expression.field, expression.at);
    return expression.optional || of.kind === "optional" ? optional(field) : field;
  }

  private field(of: Type, name: string, at: number): Type {
    if (of.kind === "dyn" || of.kind === "free" || of.kind === "error") return of.kind === "error" ? of : DYN;
    if (of.kind === "map") return of.of;
    if (of.kind === "optional") return this.field(of.of, name, at);
    if (of.kind !== "object") return this.tell(`type '${typeText(of)}' does not support field selection`, at);
    return Object.hasOwn(of.fields, name) ? of.fields[name]! : this.tell(`undefined field '${name}'`, at);
  }

  /** The type of a literal's elements: all must be of one. */
  private common(all: readonly Expression[], scope: Scope): Type {
    let common: Type = FREE;
    let first: Type | undefined;
    let isMixed = false;
    for (const one of all) {
      const type = this.type(one, scope);
      const message = () => `expected type '${typeText(first ?? common)}' but found '${typeText(type)}'`;
      if (!fits(type, common)) return this.tell(message(), one.at);
      if (first && typeText(first) !== typeText(type) && !isMixed) {
        this.mixed.push(new ExpressionError(message(), one.at));
        isMixed = true;
      }
      first ??= type;
      common = joined(common, type);
    }
    return common;
  }

  private macro({ name, of, variable, filter, body, at }: Expression & { kind: "macro" }, scope: Scope): Type {
    const range = this.type(of, scope);
    if (range.kind !== "list" && range.kind !== "map" && range.kind !== "dyn" && range.kind !== "error")
      this.tell(
        `expression of type '${typeText(range)}' cannot be range of a comprehension (must be list, map, or dynamic)`,
        of.at,
      );
    const item = range.kind === "list" ? range.of : range.kind === "map" ? range.key : DYN;
    const inner = { ...scope, [variable]: item };
    if (filter) this.condition(filter, inner, at);
    if (name === "map") return list(this.type(body, inner));
    this.condition(body, inner, at);
    return name === "filter" ? list(item) : BOOL;
  }

  private condition(expression: Expression, scope: Scope, at: number): void {
    const type = this.type(expression, scope);
    if (!fits(type, BOOL))
      this.tell(`found no matching overload for '_&&_' applied to '(bool, ${typeText(type)})'`, at);
  }

  private call(expression: Expression & { kind: "call" }, scope: Scope): Type {
    const { name, at } = expression;
    const named = qualifiedName(expression, scope);
    const target = named === undefined && expression.target ? this.type(expression.target, scope) : undefined;
    const args = expression.args.map((arg) => this.type(arg, scope));
    if (target?.kind === "error" || args.some(({ kind }) => kind === "error")) return ERROR;
    const operator = OPERATORS[name];
    const result = operator
      ? operator(...args)
      : this.overload(named ?? name, overloadsOf(named ?? name), target, args, at);
    if (result) return result;
    const shown = args.map(typeText).join(", ");
    const applied = target ? `${typeText(target)}.(${shown})` : `(${shown})`;
    return this.tell(`found no matching overload for '${named ?? name}' applied to '${applied}'`, at);
  }

  private overload(
    name: string,
    overloads: readonly Overload[] | undefined,
    target: Type | undefined,
    args: readonly Type[],
    at: number,
  ): Type | undefined {
    if (!overloads) return this.tell(`undeclared reference to '${name}' (in container '')`, at);
    const fitting = overloads.filter(
      (one) =>
        (one.target === undefined) === (target === undefined) &&
        one.args.length === args.length &&
        (!target || fits(target, one.target!)) &&
        one.args.every((wanted, i) => fits(args[i]!, wanted)),
    );
    if (fitting.length === 0) return undefined;
    if (name === "orValue" && target!.kind === "optional") return target!.of.kind === "dyn" ? args[0]! : target!.of;
    if (name === "value" && target!.kind === "optional") return target!.of;
    return fitting.map(({ result }) => result).reduce(joined);
  }
}

/** `optional.of` and the like: a function whose name has a dot. */
export function qualifiedName({ name, target }: Expression & { kind: "call" }, scope: Scope): string | undefined {
  if (target?.kind !== "ident" || Object.hasOwn(scope, target.name)) return undefined;
  const whole = `${target.name}.${name}`;
  return overloadsOf(whole) ? whole : undefined;
}

function literalType({ value, uint }: Expression & { kind: "literal" }): Type {
  if (value === null) return { kind: "null" };
  if (typeof value === "bigint") return uint ? { kind: "uint" } : INT;
  return { kind: typeof value === "number" ? "double" : typeof value === "boolean" ? "bool" : "string" };
}

const NUMBERS = ["int", "uint", "double"];

function ordered(a: Type, b: Type): Type | undefined {
  if (NUMBERS.includes(a.kind) && NUMBERS.includes(b.kind)) return BOOL;
  const has = [...NUMBERS, "string", "bool", "bytes", "dyn", "free"];
  return has.includes(a.kind) && has.includes(b.kind) && fits(a, b) ? BOOL : undefined;
}

function sum(kinds: readonly string[]): (a: Type, b: Type) => Type | undefined {
  return (a, b) => {
    const open = ["dyn", "free"];
    if (open.includes(a.kind) && open.includes(b.kind)) return DYN;
    if (a.kind === "list" && b.kind === "list") return kinds.includes("list") && fits(a, b) ? joined(a, b) : undefined;
    const known = open.includes(a.kind) ? b : a;
    return kinds.includes(known.kind) && fits(a, b) ? known : undefined;
  };
}

const same = (a: Type, b: Type): Type | undefined => (fits(a, b) || fits(b, a) ? BOOL : undefined);
const logic = (...all: Type[]): Type | undefined => (all.every((one) => fits(one, BOOL)) ? BOOL : undefined);

function element(of: Type, key: Type): Type | undefined {
  if (of.kind === "dyn" || of.kind === "free") return DYN;
  if (of.kind === "optional") return element(of.of, key);
  if (of.kind === "list") return fits(key, INT) ? of.of : undefined;
  return of.kind === "map" && fits(key, of.key) ? of.of : undefined;
}

/** Results of operators by the types that they are applied to; undefined where none fits. */
const OPERATORS: Readonly<Record<string, (...args: Type[]) => Type | undefined>> = {
  "_==_": (a, b) => same(a!, b!),
  "_!=_": (a, b) => same(a!, b!),
  "_<_": (a, b) => ordered(a!, b!),
  "_<=_": (a, b) => ordered(a!, b!),
  "_>_": (a, b) => ordered(a!, b!),
  "_>=_": (a, b) => ordered(a!, b!),
  "_&&_": logic,
  "_||_": logic,
  "!_": logic,
  "-_": (a) => (["int", "double", "dyn", "free"].includes(a!.kind) ? a : undefined),
  "_+_": (a, b) => sum([...NUMBERS, "string", "bytes", "list"])(a!, b!),
  "_-_": (a, b) => sum(NUMBERS)(a!, b!),
  "_*_": (a, b) => sum(NUMBERS)(a!, b!),
  "_/_": (a, b) => sum(NUMBERS)(a!, b!),
  "_%_": (a, b) => sum(["int", "uint"])(a!, b!),
  "@in": (a, b) => {
    if (b!.kind === "list") return fits(a!, b!.of) ? BOOL : undefined;
    if (b!.kind === "map") return fits(a!, b!.key) ? BOOL : undefined;
    return b!.kind === "dyn" || b!.kind === "free" ? BOOL : undefined;
  },
  "_?_:_": (condition, a, b) => (fits(condition!, BOOL) && (fits(a!, b!) || fits(b!, a!)) ? joined(a!, b!) : undefined),
  "_[_]": (of, key) => {
    const found = element(of!, key!);
    return found && of!.kind === "optional" ? optional(found) : found;
  },
  "_[?_]": (of, key) => {
    const found = element(of!, key!);
    return found && optional(found);
  },
};
