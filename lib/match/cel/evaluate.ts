import { qualifiedName } from "./check";
import { arithmetic, compare, indexed, noOverload, overBudget, runOf, sortedBy } from "./library";
import type { Expression, Part } from "./parse";
import { signaturesOf } from "./signatures";
import type { Type } from "./types";
import { asNumber, equal, lookUp, Optional, RunError, typeName, Uint, type Value, type ValueMap } from "./values";

/** An expression uses what this explorer cannot evaluate. */
export class UnsupportedError extends RunError {}

/** More steps than any real condition takes: the API server has a budget, too. */
const MOST_STEPS = 200_000;

/** Functions that hold each element against each, and the most of such pairs: the API server's limit of one expression. */
const PAIRWISE = new Set(["distinct", "sets.contains", "sets.equivalent", "sets.intersects"]);
const MOST_PAIRS = 1_000_000;

/** The value of a checked expression. @throws RunError with cel-go's words; UnsupportedError */
export function evaluate(expression: Expression, variables: Readonly<Record<string, Value>>): Value {
  return new Evaluator().value(expression, variables);
}

type Variables = Readonly<Record<string, Value>>;

class Evaluator {
  private steps = 0;

  value(expression: Expression, variables: Variables): Value {
    this.spend(1);
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
        return expression.elements.flatMap((element) => this.part(element, variables));
      case "map":
        return this.map(expression, variables);
      case "macro":
        return this.macro(expression, variables);
      case "bound":
        return this.bound(expression, variables);
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

  /** An element or value of a literal: none of an optional that holds nothing. */
  private part({ of, optional }: Part, variables: Variables): Value[] {
    const value = this.value(of, variables);
    if (!optional) return [value];
    if (!(value instanceof Optional))
      throw new RunError(`cannot initialize optional list element from non-optional value ${shown(value)}`);
    return value.value === undefined ? [] : [value.value];
  }

  private map({ entries }: Expression & { kind: "map" }, variables: Variables): Value {
    const found = new Map<string | bigint | boolean, Value>();
    for (const { key: keyOf, value: valueOf } of entries) {
      const key = this.value(keyOf, variables);
      for (const value of this.part(valueOf, variables)) put(found, key, value);
    }
    return found;
  }

  private macro(expression: Expression & { kind: "macro" }, variables: Variables): Value {
    const { name, of, variables: names, filter, body } = expression;
    const range = this.value(of, variables);
    const items = itemsOf(range, names.length);
    if (!items) {
      const type = `types.${GO_TYPES[typeName(range)] ?? typeName(range)}`;
      throw new RunError(
        names.length === 2 ? `unsupported comprehension range type: ${type}` : `got '${type}', expected iterable type`,
      );
    }
    const [first, second] = names;
    const of1 = (part: Expression, [item, other]: readonly Value[]) =>
      this.value(part, { ...variables, [first]: item!, ...(second === undefined ? {} : { [second]: other! }) });
    if (name === "all" || name === "exists")
      return decided(
        items.map((item) => () => of1(body, item)),
        name === "exists",
      );
    const holds = (part: Expression) => (item: readonly Value[]) => bool(of1(part, item));
    if (name === "exists_one") return items.filter(holds(body)).length === 1;
    if (name === "filter") return items.filter(holds(body)).map(([item]) => item!);
    const kept = filter ? items.filter(holds(filter)) : items;
    if (name === "map" || name === "transformList") return kept.map((item) => of1(body, item));
    const found = new Map<string | bigint | boolean, Value>();
    for (const item of kept) {
      const made = of1(body, item);
      if (name === "transformMap") put(found, item[0]!, made);
      else for (const [key, value] of made as ValueMap) put(found, key, value);
    }
    return found;
  }

  private bound({ name, of, variable, body }: Expression & { kind: "bound" }, variables: Variables): Value {
    const value = this.value(of, variables);
    if (name === "sortBy") {
      const items = itemsOf(value, 1)!.map(([item]) => item!);
      return sortedBy(
        items,
        items.map((item) => this.value(body, { ...variables, [variable]: item })),
      );
    }
    if (!(value instanceof Optional)) throw noOverload();
    if (value.value === undefined) return value;
    const made = this.value(body, { ...variables, [variable]: value.value });
    return name === "optMap" ? new Optional(made) : made;
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
      case "or":
      case "orValue":
        return this.orElse(this.value(target!, variables), name, first!, variables);
    }
    const named = qualifiedName(expression);
    const own = named === undefined && target ? [this.value(target, variables)] : [];
    const values = later.map((value) => value());
    const operator = OPERATORS[name];
    if (operator && !target) return operator(values[0]!, values[1]!);
    return this.function(named ?? name, own.length > 0, [...own, ...values]);
  }

  /** What an optional holds (or itself), or what else is given, which only then is worked out. */
  private orElse(value: Value, name: "or" | "orValue", other: Expression, variables: Variables): Value {
    // As cel-go does it: what is no optional is itself.
    if (!(value instanceof Optional)) return value;
    if (value.value === undefined) return this.value(other, variables);
    return name === "or" ? value : value.value;
  }

  private function(name: string, isMethod: boolean, values: readonly Value[]): Value {
    const fits = signaturesOf(name)!.some(
      (form) =>
        form.isMethod === isMethod &&
        form.args.length === values.length &&
        form.args.every((type, i) => isOf(values[i]!, type)),
    );
    if (!fits) throw noFunction(name, values);
    const run = runOf(name);
    if (!run) throw new UnsupportedError(`this explorer does not evaluate ${name}()`);
    if (PAIRWISE.has(name)) {
      const [items, others = items] = values as Value[][];
      if (items!.length * others!.length > MOST_PAIRS) throw overBudget();
    }
    const result = run(values);
    if (Array.isArray(result)) this.spend(result.length);
    return result;
  }

  private spend(steps: number): void {
    this.steps += steps;
    if (this.steps > MOST_STEPS) throw overBudget();
  }
}

/** What a macro goes through: elements, or with their indexes, or a map's keys, or with its values. */
function itemsOf(range: Value, count: number): (readonly Value[])[] | undefined {
  if (Array.isArray(range)) return range.map((item, i) => (count === 1 ? [item] : [BigInt(i), item]));
  return range instanceof Map ? [...(range as ValueMap)] : undefined;
}

function put(map: Map<string | bigint | boolean, Value>, key: Value, value: Value): void {
  const plain = key instanceof Uint ? key.value : key;
  if (typeof plain !== "string" && typeof plain !== "bigint" && typeof plain !== "boolean")
    throw new RunError(`unsupported key type: ${typeName(key)}`);
  if (map.has(plain)) throw new RunError("Failed with repeated key");
  map.set(plain, value);
}

/** A value as Go prints it. */
function shown(value: Value): string {
  return value instanceof Uint ? String(value.value) : String(value);
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
  if (type.kind === "dyn" || type.kind === "param") return true;
  const name = typeName(value);
  return name === (type.kind === "opaque" ? type.name : type.kind);
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
  "-_": (a) => {
    if (typeof a !== "number" && typeof a !== "bigint") throw noOverload("-_");
    return typeof a === "number" ? -a : arithmetic("-", 0n, a);
  },
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
