import { ExpressionError } from "./lex";
import type { Expression, Part } from "./parse";
import { signaturesOf } from "./signatures";
import {
  BOOL,
  DYN,
  ERROR,
  held,
  INT,
  isAtLeastAsGeneral,
  list,
  map,
  optional,
  typeText,
  type Type,
  Unifier,
} from "./types";

/** The variables that an expression can name. */
export type Scope = Readonly<Record<string, Type>>;

/** The type of an expression. Every error is told, as cel-go's checker would: `errors` grows. Mirrors checker.go. */
export function typeOf(expression: Expression, scope: Scope, errors: ExpressionError[]): Type {
  const checker = new Checker(errors);
  const type = checker.whole(expression, scope);
  // Asked of what has types only.
  if (errors.length === 0) errors.push(...checker.mixed());
  return type;
}

class Checker {
  private readonly types = new Unifier();
  /** Elements of literals that must be of one type. */
  private readonly literals: (readonly (readonly [Expression, Type])[])[] = [];
  /** Calls of format() around what is looked at: what these print may be of several types. */
  private formats = 0;

  constructor(private readonly errors: ExpressionError[]) {}

  whole(expression: Expression, scope: Scope): Type {
    return this.types.substitute(this.type(expression, scope), true);
  }

  /** Elements that are not of the type of the first one in their literal. Mirrors ValidateHomogeneousAggregateLiterals. */
  mixed(): ExpressionError[] {
    return this.literals.flatMap((elements) => {
      const [first, ...rest] = elements.map(([at, type]) => [at, typeText(this.types.substitute(type, true))] as const);
      const other = rest.find(([, type]) => type !== first![1]);
      return other ? [new ExpressionError(`expected type '${first![1]}' but found '${other[1]}'`, other[0].at)] : [];
    });
  }

  private tell(message: string, at: number): Type {
    this.errors.push(new ExpressionError(message, at));
    return ERROR;
  }

  private mismatch(wanted: Type, type: Type, at: number): Type {
    return this.tell(`expected type '${typeText(wanted)}' but found '${typeText(type)}'`, at);
  }

  private type(expression: Expression, scope: Scope): Type {
    switch (expression.kind) {
      case "literal":
        return literalType(expression);
      case "ident":
        if (Object.hasOwn(scope, expression.name)) return scope[expression.name]!;
        return this.tell(`undeclared reference to '${expression.name}' (in container '')`, expression.at);
      case "select":
        return this.select(expression, scope);
      case "has":
        this.field(this.type(expression.of, scope), expression.field, expression.at, false);
        return BOOL;
      case "list":
        return list(this.joined(expression.elements, scope));
      case "map": {
        const keys = expression.entries.map(({ key: of }) => ({ of, optional: false }));
        const values = expression.entries.map(({ value }) => value);
        return map(this.joined(keys, scope), this.joined(values, scope));
      }
      case "macro":
        return this.macro(expression, scope);
      case "bound":
        return this.bound(expression, scope);
      case "call":
        return this.call(expression, scope);
    }
  }

  private select({ of, field, at, optional: asked }: Expression & { kind: "select" }, scope: Scope): Type {
    return this.types.substitute(this.field(this.type(of, scope), field, at, asked));
  }

  private field(of: Type, name: string, at: number, asked: boolean): Type {
    const type = this.types.substitute(of);
    const inner = held(type);
    const found = this.fieldOf(inner ?? type, name, at);
    return inner || asked ? optional(found) : found;
  }

  private fieldOf(of: Type, name: string, at: number): Type {
    if (of.kind === "map") return of.of;
    if (of.kind === "object")
      return Object.hasOwn(of.fields, name) ? of.fields[name]! : this.tell(`undefined field '${name}'`, at);
    if (of.kind === "param") this.types.fits([DYN], [of]);
    else if (of.kind !== "dyn" && of.kind !== "error")
      this.tell(`type '${typeText(of)}' does not support field selection`, at);
    return DYN;
  }

  /** The type of a literal's elements: what fits all, or dyn. */
  private joined(elements: readonly Part[], scope: Scope): Type {
    let common: Type | undefined;
    const each: (readonly [Expression, Type])[] = [];
    for (const { of, optional: isOptional } of elements) {
      let type = this.type(of, scope);
      if (isOptional) {
        const inner = held(this.types.substitute(type));
        if (!inner && type.kind !== "dyn") this.mismatch(optional(type), type, of.at);
        type = inner ?? type;
      }
      each.push([of, type]);
      if (!common) common = type;
      else if (this.types.fits([common], [type])) common = isAtLeastAsGeneral(common, type) ? common : type;
      else common = DYN;
    }
    if (each.length > 1 && this.formats === 0) this.literals.push(each);
    return common ?? this.types.variable();
  }

  /** What the variables of a macro are in each step over a list or map. */
  private items(of: Expression, scope: Scope, count: 1 | 2): readonly Type[] {
    const range = this.types.substitute(this.type(of, scope));
    switch (range.kind) {
      case "list":
        return count === 1 ? [range.of] : [INT, range.of];
      case "map":
        return [range.key, range.of];
      case "dyn":
      case "error":
      case "param":
        this.types.fits([DYN], [range]);
        return [DYN, DYN];
    }
    const shown = typeText(range);
    this.tell(
      `expression of type '${shown}' cannot be range of a comprehension (must be list, map, or dynamic)`,
      of.at,
    );
    return [ERROR, ERROR];
  }

  /** Mirrors the expansion of macros: what each step makes must be of the type of what was there before it. */
  private macro({ name, of, variables, filter, body, at }: Expression & { kind: "macro" }, scope: Scope): Type {
    const items = this.items(of, scope, variables.length);
    const inner = { ...scope };
    for (const [i, variable] of variables.entries()) inner[variable] = items[i]!;
    if (name === "all" || name === "exists") {
      this.conditions([[body, this.type(body, inner)]]);
      return BOOL;
    }
    const result = this.result(name, items, variables.length === 2);
    if (name === "exists_one") {
      this.resolve("_?_:_", undefined, [this.type(body, inner), INT, INT], at);
      return BOOL;
    }
    if (name === "filter") {
      const condition = this.type(body, inner);
      const kept = this.resolve("_+_", undefined, [result, list(items[0]!)], at);
      this.resolve("_?_:_", undefined, [condition, kept, result], at);
      return this.types.substitute(result);
    }
    const condition = filter && this.type(filter, inner);
    const made = this.type(body, inner);
    const isEntry = name === "transformMapEntry";
    const added = isEntry ? made : name === "transformMap" ? map(items[0]!, made) : list(made);
    const grown = this.resolve(
      isEntry || name === "transformMap" ? "cel.@mapInsert" : "_+_",
      undefined,
      [result, added],
      at,
    );
    if (condition) this.resolve("_?_:_", undefined, [condition, grown, result], at);
    return this.types.substitute(result);
  }

  /** What a macro has made before its first step. */
  private result(name: string, [key = DYN]: readonly Type[], isPair: boolean): Type {
    if (name === "transformMap") return map(isPair ? key : DYN, this.types.variable());
    return name === "transformMapEntry"
      ? map(this.types.variable(), this.types.variable())
      : list(this.types.variable());
  }

  private bound({ name, of, variable, body, at }: Expression & { kind: "bound" }, scope: Scope): Type {
    if (name === "sortBy") {
      const [item] = this.items(of, scope, 1);
      const key = this.type(body, { ...scope, [variable]: item! });
      this.resolve("sort", list(key), [], at);
      return list(item!);
    }
    // The macro has its target twice.
    const has = this.resolve("hasValue", this.type(of, scope), [], at);
    const value = this.resolve("value", this.type(of, scope), [], at);
    const made = this.type(body, { ...scope, [variable]: value });
    const yes = name === "optMap" ? optional(made) : made;
    return this.resolve("_?_:_", undefined, [has, yes, optional(this.types.variable())], at);
  }

  /** Parts of && and ||: each must be a bool. */
  private conditions(parts: readonly (readonly [Expression, Type])[]): Type {
    const wrong = parts.filter(([, type]) => !this.types.fits([type], [BOOL]));
    for (const [of, type] of wrong) this.mismatch(BOOL, type, of.at);
    return wrong.length > 0 ? ERROR : BOOL;
  }

  private call(expression: Expression & { kind: "call" }, scope: Scope): Type {
    const { name, args, at, target } = expression;
    if (name === "format") this.formats++;
    const types = args.map((arg) => this.type(arg, scope));
    if (name === "_&&_" || name === "_||_") return this.conditions(args.map((arg, i) => [arg, types[i]!] as const));
    const named = qualifiedName(expression);
    const of = named === undefined && target ? this.type(target, scope) : undefined;
    if (name === "format") this.formats--;
    if (!signaturesOf(named ?? name)) return this.tell(`undeclared reference to '${name}' (in container '')`, at);
    return this.resolve(named ?? name, of, types, at);
  }

  /** The result of the forms of a function that fit; of several that differ it is dyn. */
  private resolve(name: string, target: Type | undefined, args: readonly Type[], at: number): Type {
    const types = target ? [target, ...args] : args;
    let result: Type | undefined;
    for (const form of signaturesOf(name)!) {
      if (form.isMethod !== (target !== undefined)) continue;
      const fresh = new Map<string, Type>();
      const wanted = form.args.map((arg) => this.instance(arg, fresh));
      const own = this.instance(form.result, fresh);
      if (!this.types.fits(types, wanted)) continue;
      const found = this.types.substitute(own);
      if (!result) result = found;
      else if (result.kind !== "dyn" && typeText(found) !== typeText(result)) result = DYN;
    }
    if (result) return result;
    const shown = types.map((type) => typeText(this.types.substitute(type, true)));
    const applied = target ? `${shown[0]}.(${shown.slice(1).join(", ")})` : `(${shown.join(", ")})`;
    return this.tell(`found no matching overload for '${name}' applied to '${applied}'`, at);
  }

  /** A form's type with types of its own for those that may be any. */
  private instance(type: Type, fresh: Map<string, Type>): Type {
    switch (type.kind) {
      case "param": {
        const known = fresh.get(type.name) ?? this.types.variable();
        fresh.set(type.name, known);
        return known;
      }
      case "list":
      case "type":
        return { kind: type.kind, of: this.instance(type.of, fresh) };
      case "map":
        return map(this.instance(type.key, fresh), this.instance(type.of, fresh));
      case "opaque":
        return { ...type, of: type.of.map((part) => this.instance(part, fresh)) };
    }
    return type;
  }
}

/** `optional.of` and the like: a function whose name has dots. */
export function qualifiedName({ name, target }: Expression & { kind: "call" }): string | undefined {
  const prefix = target && dotted(target);
  const whole = prefix === undefined ? undefined : `${prefix}.${name}`;
  return whole !== undefined && signaturesOf(whole) ? whole : undefined;
}

function dotted(expression: Expression): string | undefined {
  if (expression.kind === "ident") return expression.name;
  if (expression.kind !== "select" || expression.optional) return undefined;
  const of = dotted(expression.of);
  return of === undefined ? undefined : `${of}.${expression.field}`;
}

function literalType({ value, uint }: Expression & { kind: "literal" }): Type {
  if (value === null) return { kind: "null" };
  if (typeof value === "bigint") return uint ? { kind: "uint" } : INT;
  return { kind: typeof value === "number" ? "double" : typeof value === "boolean" ? "bool" : "string" };
}
