import { describe, expect, test } from "vitest";
import { compileCondition, type Value } from ".";
import { BOOL, DYN, list, object, STRING } from "./types";

const SCOPE = { object: DYN, request: object("Request", { name: STRING, groups: list(STRING), dry: BOOL }) };
const m = (members: Record<string, Value>): Value => new Map(Object.entries(members));
const VARIABLES = {
  object: m({
    metadata: m({ labels: m({ k: "x" }) }),
    spec: m({ n: 30n, list: [1n, 2n, 3n], containers: [m({ name: "a" })] }),
  }),
  request: m({ name: "web", groups: ["a"], dry: false }),
};

function run(text: string): Value | string {
  const compiled = compileCondition(text, SCOPE);
  if ("error" in compiled) return compiled.error;
  try {
    return compiled.run(VARIABLES);
  } catch (error) {
    return (error as Error).message;
  }
}

describe("a condition", () => {
  test.each([
    ["object.metadata.labels['k'] == 'x' && request.name.startsWith('we')", true],
    ["object.metadata.labels.k in ['x', 'y']", true],
    ["'k' in object.metadata.labels && !('z' in object.metadata.labels)", true],
    ["has(object.metadata.annotations)", false],
    ["object.metadata.?annotations['a'].orValue('none') == 'none'", true],
    ["object.metadata.labels[?'z'].hasValue()", false],
    ["object.spec.containers.all(c, c.name == 'a') && object.spec.containers.exists(c, has(c.name))", true],
    ["object.spec.list.filter(x, x > 1).map(x, x * 2) == [4, 6]", true],
    ["object.spec.list.exists_one(x, x == 2)", true],
    ["size(object.spec.list) == 3 && object.spec.list.size() == 3", true],
    ["object.spec.n == 30.0 && object.spec.n < 30.5 && object.spec.n == 30u", true],
    ["object.spec.n == '30'", false],
    ["1 + 2 * 3 - 4 == 3 && 7 / 2 == 3 && -7 % 3 == -1", true],
    ["(true ? 'a' : 'b') == \"a\" && r'\\d' == '\\\\d'", true],
    ["'a-b'.split('-') == ['a', 'b'] && 'Abc'.lowerAscii().replace('b', 'd') == 'adc'", true],
    ["'abc'.matches('^a.c$') && 'a1b2'.findAll('[0-9]') == ['1', '2']", true],
    ["{'a': 1}.a == 1 && {1: 'x'}[1] == 'x'", true],
    ["object.nope == 1 || true", true],
    ["false && object.nope == 1", false],
    ["[].all(x, x > 1) && ![].exists(x, x == 'a')", true],
    ["[1, 2].exists(x, x == 2 || object.nope)", true],
    ["object.metadata.labels.all(k, v, k == 'k' && v == 'x') && [5].exists(i, x, i == 0 && x == 5)", true],
    [
      "[object.spec.n, ?object.metadata.?nope, ?object.metadata.labels[?'k']].size() == 2 && {?'a': optional.none()} == {}",
      true,
    ],
    ["object.metadata.?labels.optMap(l, l.k).orValue('none') == 'x'", true],
    ["[3, 1, 2].sort() == [1, 2, 3] && [1, 1, 2].distinct() == [1, 2] && lists.range(3) == [0, 1, 2]", true],
    ["[[1], [2, 3]].flatten().reverse().slice(0, 2) == [3, 2] && [1].first().value() == 1", true],
    ["sets.contains(object.spec.list, [1, 3]) && !sets.intersects(request.groups, ['b'])", true],
    ["object.spec.containers.sortBy(c, c.name)[0].name == 'a' && {'a': 1}.transformMap(k, v, v + 1) == {'a': 2}", true],
    ["[1, 2].transformList(i, v, v > 1, i + v) == [3] && {'a': 1}.transformMapEntry(k, v, {v: k}) == {1: 'a'}", true],
    [
      "'a-b-c'.split('-', 2) == ['a', 'b-c'] && 'aaa'.replace('a', 'b', 1) == 'baa' && 'abcb'.lastIndexOf('b', 2) == 1",
      true,
    ],
    ["string(1e21) == '1e+21' && int('12') == 12 && double('0x1p-2') == 0.25", true],
  ])("%s is %s", (text, expected) => expect(run(text)).toBe(expected));

  test.each([
    ["object.spec.nope == 1", "no such key: nope"],
    ["object.spec.list[3] == 1", "index out of bounds: 3"],
    ["object.spec.n / 0 == 1", "division by zero"],
    ["9223372036854775807 + object.spec.n == 0", "integer overflow"],
    ["object.spec.n + '1' == ''", "no such overload"],
    ["object.spec.n.trim() == ''", "no such overload: trim(int)"],
    ["object.spec.n.all(x, true)", "got 'types.Int', expected iterable type"],
    ["object.spec.n.all(i, x, true)", "unsupported comprehension range type: types.Int"],
    ["bool(object.metadata.labels.k)", "type conversion error from 'string' to 'bool'"],
    ["object.spec.containers.isSorted()", "no such overload: isSorted(list)"],
    ["'%d'.format([1]) == '1'", "this explorer does not evaluate format()"],
  ])("%s fails: %s", (text, message) => expect(run(text)).toBe(message));

  test.each([
    ["'text'", "must evaluate to bool but got string"],
    ["object.spec.n", "must evaluate to bool but got dyn"],
    [
      "'a' in [request.name, object.a]",
      "compilation failed: ERROR: <input>:1:29: expected type 'string' but found 'dyn'\n | 'a' in [request.name, object.a]\n | ............................^",
    ],
    [
      "nope == 1",
      "compilation failed: ERROR: <input>:1:1: undeclared reference to 'nope' (in container '')\n | nope == 1\n | ^",
    ],
    [
      "request.nope == 1",
      "compilation failed: ERROR: <input>:1:8: undefined field 'nope'\n | request.nope == 1\n | .......^",
    ],
    [
      "1 == 'a'",
      "compilation failed: ERROR: <input>:1:3: found no matching overload for '_==_' applied to '(int, string)'\n | 1 == 'a'\n | ..^",
    ],
    [
      "'日' == 1",
      "compilation failed: ERROR: <input>:1:5: found no matching overload for '_==_' applied to '(string, int)'\n | '日' == 1\n | .．..^",
    ],
    [
      "request.dry || request.groups",
      "compilation failed: ERROR: <input>:1:23: expected type 'bool' but found 'list(string)'\n | request.dry || request.groups\n | ......................^",
    ],
    [
      "'a'.matches('(')",
      "compilation failed: ERROR: <input>:1:13: invalid matches argument\n | 'a'.matches('(')\n | ............^",
    ],
    ["int(string('x')) == 1", "program instantiation failed: type conversion error from 'string' to 'int'"],
    [
      "[1].all(x + 1, true)",
      "compilation failed: ERROR: <input>:1:11: argument must be a simple name\n | [1].all(x + 1, true)\n | ..........^",
    ],
    ["{'a': null}", "must evaluate to bool but got map(string, null_type)"],
    [
      "true && (",
      "compilation failed: ERROR: <input>:1:10: Syntax error: mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}\n | true && (\n | .........^",
    ],
  ])("%s does not compile", (text, message) => expect(run(text)).toBe(message));

  test("takes no endless time", () => {
    const nested = "[1,2,3,4,5,6,7,8,9,10]";
    const loops = ["a", "b", "c", "d", "e", "f", "g", "h"].map((v) => `${nested}.all(${v}, `);
    expect(run(`${loops.join("")}true${")".repeat(loops.length)}`)).toBe(
      "operation cancelled: actual cost limit exceeded",
    );
    for (const text of [
      "lists.range(90000).distinct().size() > 0",
      "sets.equivalent(lists.range(90000), lists.range(90000))",
      "lists.range(1000).map(x, lists.range(1000)).size() > 0",
    ])
      expect(run(text)).toBe("operation cancelled: actual cost limit exceeded");
    expect(run(`${"(".repeat(5000)}true${")".repeat(5000)}`)).toContain("recursion limit");
  });
});
