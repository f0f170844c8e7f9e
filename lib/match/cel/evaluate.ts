import { qualifiedName, type Scope } from "./check";
import { arithmetic, compare, indexed, noOverload, overloadsOf } from "./library";
import type { Expression } from "./parse";
import type { Type } from "./types";
import { asNumber, equal, lookUp, Optional, RunError, typeName, Uint, type Value, type ValueMap } from "./values";

/** An expression uses what this explorer cannot evaluate. */
export class UnsupportedError extends RunError {}

/** More steps than any real condition takes: the API server has a budget, too. */
const MOST_STEPS = 200_000;

/** The value of a checked expression. @throws RunError with cel-go's words; UnsupportedError */
export function evaluate(expression: Expression, variables: Readonly<Record<string, Value>>, scope: Scope): Value {
  return new Evaluator(scope).value(expression, variables);
}

type Variables = Readonly<Record<string, Value>>;

class Evaluator {
  private steps = 0;

  constructor(private readonly scope: Scope) {}

  value(expression: Expression, variables: Variables): Value {
    if (++this.steps > MOST_STEPS) throw new RunError("operation cancelled: actual cost limit exceeded");
    switch (expression.kind) {
      case "literal": {
        const { value, uint } = expression;
        return uint ? new Uint(value as bigint) : value;
      }
      case "ident":
        if (!Object.hasOwn(variables, expression.name))
          throw new UnsupportedError(`${expression.name} is not known here`);
        return variables[expression.name]!;
      case "select":
        return this.select(expression, variables);
      case "has":
        return this.has(expression, variables);
      case "list":
        return expression.elements.map((element) => this.value(element, variables));
      case "map":
        return this.map(expression, variables);
      case "macro":
        return this.macro(expression, variables);
      case "call":
        return this.call(expression, variables);
    }
  }

  private select({ of, field, optional }: Expression & { kind: "select" }, variables: Variables): Value {
    const value = this.value(of, variables);
    if (!optional && !(value instanceof Optional)) return member(value, field);
    const inner = value instanceof Optional ? value.value : value;
    if (inner === undefined) return value;
    if (!(inner instanceof Map)) return new Optional(undefined);
    return new Optional((inner as ValueMap).get(field));
  }

  private has({ of, field }: Expression & { kind: "has" }, variables: Variables): Value {
    const value = this.value(of, variables);
    const inner = value instanceof Optional ? value.value : value;
    if (Array.isArray(inner)) throw new RunError("unsupported index type 'string' in list");
    return inner instanceof Map && inner.has(field);
  }

  private map({ entries }: Expression & { kind: "map" }, variables: Variables): Value {
    const found = new Map<string | bigint | boolean, Value>();
    for (const [keyOf, valueOf] of entries) {
      const key = this.value(keyOf, variables);
      const plain = key instanceof Uint ? key.value : key;
      if (typeof plain !== "string" && typeof plain !== "bigint" && typeof plain !== "boolean")
        throw new RunError(`unsupported key type: ${typeName(key)}`);
      if (found.has(plain)) throw new RunError(`Failed with repeated key`);
      found.set(plain, this.value(valueOf, variables));
    }
    return found;
  }

  private macro({ name, of, variable, filter, body }: Expression & { kind: "macro" }, variables: Variables): Value {
    const range = this.value(of, variables);
    const items = Array.isArray(range)
      ? range
      : range instanceof Map
        ? [...(range.keys() as Iterable<Value>)]
        : undefined;
    if (!items)
      throw new RunError(`got 'types.${GO_TYPES[typeName(range)] ?? typeName(range)}', expected iterable type`);
    const of1 = (part: Expression, item: Value) => this.value(part, { ...variables, [variable]: item });
    if (name === "map") {
      const kept = filter ? items.filter((item) => bool(of1(filter, item))) : items;
      return kept.map((item) => of1(body, item));
    }
    if (name === "filter") return items.filter((item) => bool(of1(body, item)));
    if (name === "all" || name === "exists")
      return decided(
        items.map((item) => () => of1(body, item)),
        name === "exists",
      );
    return items.filter((item) => bool(of1(body, item))).length === 1;
  }

  private call(expression: Expression & { kind: "call" }, variables: Variables): Value {
    const { name, args, target } = expression;
    const [first, second, third] = args;
    const later = args.map((arg) => () => this.value(arg, variables));
    switch (name) {
      case "_&&_":
        return decided(later, false);
      case "_||_":
        return decided(later, true);
      case "_?_:_":
        return this.value(bool(this.value(first!, variables)) ? second! : third!, variables);
    }
    const named = qualifiedName(expression, this.scope);
    const own = named === undefined && target ? [this.value(target, variables)] : [];
    const values = later.map((value) => value());
    const operator = OPERATORS[name];
    if (operator && !target) return operator(values[0]!, values[1]!);
    return this.function(named ?? name, own.length > 0, [...own, ...values]);
  }

  private function(name: string, isMethod: boolean, values: readonly Value[]): Value {
    const fitting = overloadsOf(name)?.filter(({ target, args }) => {
      const wanted = target ? [target, ...args] : args;
      return (
        Boolean(target) === isMethod &&
        wanted.length === values.length &&
        wanted.every((type, i) => isOf(values[i]!, type))
      );
    });
    if (!fitting || fitting.length === 0) throw noFunction(name, values);
    const { run } = fitting[0]!;
    if (!run) throw new UnsupportedError(`this explorer does not evaluate ${name}()`);
    return run(values);
  }
}

/** What cel-go says where no form of a function takes the values. */
function noFunction(name: string, values: readonly Value[]): RunError {
  if (["startsWith", "endsWith", "contains", "matches"].includes(name)) return noOverload();
  return noOverload(name === "size" ? name : `${name}(${values.map(typeName).join(", ")})`);
}

/** The names of cel-go's own types. */
const GO_TYPES: Readonly<Record<string, string>> = {
  null_type: "Null",
  bool: "Bool",
  int: "Int",
  uint: "Uint",
  double: "Double",
  string: "String",
};

function member(of: Value, field: string): Value {
  if (of === null) throw new RunError(`no such key: ${field}`);
  return indexed(of, field);
}

function bool(value: Value): boolean {
  if (typeof value !== "boolean") throw noOverload();
  return value;
}

/** && and ||, all and exists: one that decides makes errors of the others not count; otherwise the first error is told. */
function decided(conditions: readonly (() => Value)[], deciding: boolean): boolean {
  let failure: RunError | undefined;
  for (const condition of conditions) {
    try {
      if (bool(condition()) === deciding) return deciding;
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      failure ??= error;
    }
  }
  if (failure) throw failure;
  return !deciding;
}

function isOf(value: Value, type: Type): boolean {
  if (type.kind === "dyn") return true;
  const name = typeName(value);
  return (
    name === type.kind ||
    (type.kind === "optional" && name === "optional_type") ||
    (type.kind === "null" && value === null)
  );
}

const OPERATORS: Readonly<Record<string, (a: Value, b: Value) => Value>> = {
  "_==_": (a, b) => equal(a, b),
  "_!=_": (a, b) => !equal(a, b),
  "_<_": (a, b) => ordered("_<_", a, b) < 0,
  "_<=_": (a, b) => ordered("_<=_", a, b) <= 0,
  "_>_": (a, b) => ordered("_>_", a, b) > 0,
  "_>=_": (a, b) => ordered("_>=_", a, b) >= 0,
  "_+_": (a, b) => arithmetic("+", a, b),
  "_-_": (a, b) => arithmetic("-", a, b),
  "_*_": (a, b) => arithmetic("*", a, b),
  "_/_": (a, b) => arithmetic("/", a, b),
  "_%_": (a, b) => arithmetic("%", a, b),
  "!_": (a) => !bool(a),
  "-_": (a) => (typeof a === "number" ? -a : arithmetic("-", 0n, a)),
  "@in": (a, b) => {
    if (Array.isArray(b)) return b.some((item) => equal(item, a));
    if (!(b instanceof Map)) throw noOverload();
    return asNumber(a) !== undefined || typeof a === "string" || typeof a === "boolean"
      ? lookUp(b as ValueMap, a) !== undefined
      : false;
  },
  "_[_]": (of, key) => (of instanceof Optional ? optionalAt(of, key) : indexed(of, key)),
  "_[?_]": optionalAt,
};

function ordered(operator: string, a: Value, b: Value): number {
  if (a === null || typeof a === "object") if (!(a instanceof Uint)) throw noOverload(operator);
  return compare(a, b);
}

function optionalAt(of: Value, key: Value): Value {
  const inner = of instanceof Optional ? of.value : of;
  if (inner === undefined) return of;
  try {
    return new Optional(indexed(inner, key));
  } catch (error) {
    if (error instanceof RunError && /^(?:no such key|index out of bounds)/.test(error.message))
      return new Optional(undefined);
    throw error;
  }
}
