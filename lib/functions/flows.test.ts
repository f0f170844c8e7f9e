import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { memberOf, snapshot, whole } from "../gotemplate/flows";
import type { GoFunction } from "../gotemplate/function";
import { parseTemplate } from "../gotemplate/template";
import { Trace } from "../gotemplate/trace";
import { Tracer } from "../gotemplate/tracer";
import type { GoType } from "../go/types";
import { type GoValue, type Node, Typed } from "../go/value";
import { type Flow, InputFlow, LITERAL } from "../provenance/flow";
import { Input } from "../provenance/input";
import { type Inputs, inputsIn, join } from "../provenance/inputs";
import { GoError } from "../source/errors";
import { functionTable } from "./index";

const table = functionTable({ release: 30, env: new Map(), protoToJson: () => "{}", defaultProxyConfig: {} });

// ---------------------------------------------------------------------------------------------------------- arguments

const TEXTS = `|a|Ab cd|x,y,,z|1|0|7|64|1h|true|{"a":"1"}|["a"]|http://h/p|1.2.3|a-b-|no/x.y| t |k: v\n`.split("|");
const text = fc.constantFrom(...TEXTS);
const number = fc.constantFrom<GoValue[]>(0, 1, 2.5, -3, "7", "4");
const scalar: fc.Arbitrary<GoValue> = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const { value, dict, list } = fc.letrec<{ value: GoValue; dict: Map<string, GoValue>; list: GoValue[] }>((tie) => ({
  value: fc.oneof({ maxDepth: 2 }, scalar, scalar, tie("dict"), tie("list")),
  dict: fc
    .array(fc.tuple(fc.constantFrom("a", "b", "c", "x"), tie("value")), { maxLength: 3 })
    .map((entries) => new Map(entries)),
  list: fc.array(tie("value"), { maxLength: 3 }),
}));
const strings = dict.map((map) => new Map([...map.keys()].map((key) => [key, `v${key}`])));
const port = fc.record({ containerPort: fc.constantFrom(80, 90), protocol: fc.constantFrom("TCP", "UDP") });
const container = fc.record({ name: fc.constantFrom("a", "istio-proxy"), ports: fc.array(port, { maxLength: 2 }) });

const LISTED =
  /^(must)?(first|last|rest|initial|reverse|compact|uniq|has|slice|chunk|append|push|prepend|concat|without|join|sortAlpha|toStrings)$/i;
const NUMERIC =
  /^(int|int64|float64|toDecimal|add1?f?|subf?|mulf?|divf?|mod|ceil|floor|biggest|maxf?|minf?|round)$|^duration/;
const KEYED = "a x scheme host path query opaque fragment userinfo".split(" ");

/** What can be passed for a function's parameter; undefined: nothing is tried. */
function argument(fn: GoFunction, index: number): fc.Arbitrary<Node> | undefined {
  const { name, kind }: GoType = fn.in[index]!;
  if (/regex/i.test(fn.name) && index === 0) return fc.constantFrom("a", "[a-c]+", "x|,", "z");
  if (kind === "string") return text;
  if (kind === "bool") return fc.boolean();
  if (kind === "float64") return fc.constantFrom(0, 0.5, 1);
  if (kind.startsWith("int") && kind !== "interface") return fc.constantFrom(0, 1, 2, 4, -1, 63);
  switch (name) {
    case "interface {}":
      if (NUMERIC.test(fn.name)) return number;
      return LISTED.test(fn.name) ? fc.oneof(list, list, value) : value;
    case "map[string]interface {}":
      return dict;
    case "map[string]string":
      return strings;
    case "[]v1.Container":
      return fc.array(container, { maxLength: 3 });
    case "v1.ObjectMeta":
      return fc.record({ annotations: strings });
  }
  return undefined;
}

function argumentsOf(fn: GoFunction): fc.Arbitrary<Node[]> | undefined {
  const each = fn.in.map((_, i) => argument(fn, i));
  if (each.some((arbitrary) => !arbitrary)) return undefined;
  const all = each as fc.Arbitrary<Node>[];
  if (!fn.variadic) return fc.tuple(...all);
  const more = fc.array(all.at(-1)!, { maxLength: 4 });
  return fc.tuple(fc.tuple(...all.slice(0, -1)), more).map(([fixed, rest]) => [...fixed, ...rest]);
}

// ------------------------------------------------------------------------------------------------------------ changes

/** One input changed: which, and the whole value with it. */
interface Change {
  readonly path: readonly string[];
  readonly node: Node;
}

function otherScalars(node: Node): Node[] {
  if (typeof node === "string") return [...TEXTS, `${node}x`, `x${node}`, node.toUpperCase(), node.slice(1)];
  if (typeof node === "number") return [0, 1, 2, 3, 5, 64, 80, -1, node + 1, node + 100, node - 100, "7", "64", "1h"];
  if (typeof node === "boolean") return [!node, "1h", "64"];
  return node === null ? ["a", "x", "7", 7, true] : [null, "7"];
}

/** All ways to change one input in a value; `typed`: none may become of another type. */
function changesIn(node: Node, path: readonly string[], typed: boolean): Change[] {
  const scalars = otherScalars(node).filter((other) => !typed || typeof other === typeof node);
  const found: Change[] = scalars.filter((other) => !typed || other !== null).map((other) => ({ path, node: other }));
  const inside = (key: string, member: Node, put: (member: Node) => Node) => {
    for (const change of changesIn(member, [...path, key], typed)) found.push({ ...change, node: put(change.node) });
  };
  if (node instanceof Map) {
    const map = node as ReadonlyMap<string, Node>;
    for (const [key, member] of map) {
      inside(key, member, (other) => new Map(map).set(key, other));
      found.push({ path: [...path, key], node: new Map([...map].filter(([other]) => other !== key)) });
    }
    const added = [...KEYED, ...TEXTS].filter((key) => !map.has(key));
    for (const key of added) found.push({ path: [...path, key], node: new Map(map).set(key, "new") });
  } else if (Array.isArray(node)) {
    for (const [i, member] of (node as Node[]).entries()) {
      inside(String(i), member, (other) => node.with(i, other));
      found.push({ path, node: node.toSpliced(i, 1) });
    }
    if (!typed || node.length > 0) found.push({ path, node: [...(node as Node[]), node[0] ?? "new"] });
  } else if (typeof node === "object" && node !== null) {
    for (const [key, member] of Object.entries(node)) inside(key, member, (other) => ({ ...node, [key]: other }));
  }
  return found;
}

// --------------------------------------------------------------------------------------------------------------- laws

const FAILED = Symbol("failed");

function call(fn: GoFunction, args: readonly Node[]): Node {
  try {
    return (fn.call as (...nodes: readonly Node[]) => Node)(...args);
  } catch (error) {
    if (error instanceof GoError) return FAILED;
    throw error;
  }
}

function shown(node: Node): string {
  return JSON.stringify(node, (_, item: unknown) => {
    if (item instanceof Map) return Object.fromEntries([...(item as Map<string, unknown>)].sort());
    if (item instanceof Typed) return { [item.type.name]: item.node };
    return typeof item === "bigint" ? String(item) : item;
  });
}

const root = Input.root("values");
const pointerOf = (path: readonly string[]) => path.reduce((input, key) => input.member(key), root).pointer;
/** Whether one place is in the other, or the same. */
const related = (a: string, b: string) => `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`);
const names = (inputs: Inputs, pointer: string) =>
  [...inputsIn(inputs)].some((input) => related(input.pointer, pointer));

/** The inputs of a result, or of an entry of it. */
interface Traced {
  readonly result: Node;
  readonly all: Flow;
  readonly of: (key: string) => Inputs;
}

function traced(fn: GoFunction, args: readonly Node[]): Traced {
  const run = new Tracer(new Trace(LITERAL), parseTemplate("t", "", table));
  const flows = args.map((_, i) => new InputFlow(root.member(String(i))));
  const own = args.map(snapshot);
  const result = call(fn, own);
  const flow = run.held(fn.flow!(flows, fn.changes === "entry" ? own : args, result, run), result);
  const entry = (key: string) => whole(memberOf(flow, result, key, run), (result as Map<string, Node>).get(key), run);
  return {
    result,
    all: whole(flow, result, run).decidedBy(run.control),
    of: (key) => join(join(entry(key).inputs, flow.inputs), run.control),
  };
}

/** Throws where one of the two laws is broken for a call. */
function check(fn: GoFunction, args: readonly Node[]): void {
  if (call(fn, args.map(snapshot)) === FAILED) return;
  const { result, all, of } = traced(fn, args);
  const before = shown(result);
  const effective = new Set<string>();
  for (const [i, arg] of args.entries()) {
    const { name } = fn.in[Math.min(i, fn.in.length - 1)]!;
    for (const { path, node } of changesIn(arg, [String(i)], !name.endsWith("interface {}"))) {
      if (name === "map[string]interface {}" && !(node instanceof Map)) continue;
      const after = call(fn, args.with(i, node).map(snapshot));
      if (after === FAILED || shown(after) === before) continue;
      const pointer = pointerOf(path);
      effective.add(pointer);
      const told = () => `${fn.name}(${shown(args)}): ${pointer} is missing, which makes ${shown(after)} of ${before}`;
      if (!names(all.inputs, pointer)) expect.fail(told());
      if (!(result instanceof Map && after instanceof Map)) continue;
      for (const [key, entry] of result as Map<string, Node>) {
        const same = shown(entry) === shown(after.get(key));
        if (!same && !names(of(key), pointer)) expect.fail(`${told()} at ${key}`);
      }
    }
  }
  const isIdle = ({ pointer }: Input) => ![...effective].some((other) => related(other, pointer));
  const idle = [...inputsIn(all.data)].filter(isIdle).map(({ pointer }) => pointer);
  expect(idle, `idle in ${fn.name}(${shown(args)})`).toEqual([]);
}

const NOT_TRIED =
  /^(derivePassword|bcrypt|htpasswd|gen|rand|env$|encrypt|decrypt|buildCustomCert|toDate|mustToDate)|date/i;
const tried = [...table.values()].filter((fn) => argumentsOf(fn) && !NOT_TRIED.test(fn.name));

describe("flows of functions", () => {
  it("are known for all of them", () => {
    expect([...table.values()].filter(({ flow }) => !flow).map(({ name }) => name)).toEqual([]);
  });

  it.each(tried.map((fn): [string, GoFunction] => [fn.name, fn]))("%s: nothing missing, nothing idle", (_, fn) => {
    fc.assert(
      fc.property(argumentsOf(fn)!, (args) => check(fn, args)),
      { numRuns: 15 },
    );
  });
});
