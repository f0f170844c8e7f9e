import { describe, expect, it } from "vitest";
import { GoPanic } from "../source/errors";
import { sprint, sprintf, sprintln } from "./fmt";
import {
  INT,
  INT64,
  mapOf,
  ptrTo,
  sliceOf,
  STRING,
  STRING_SLICE,
  UINT8,
  type GoField,
  type GoMethod,
  type GoType,
} from "./types";
import { type GoValue, Typed } from "./value";

const int = (n: number | bigint): Typed => new Typed(INT, n);

describe("Sprintf", () => {
  it.each<[string, GoValue[], string]>([
    [
      "%d|%5d|%-5d|%05d|%+d|%x|%#X|%b|%o|%O",
      Array.from({ length: 10 }, () => int(42)),
      "42|   42|42   |00042|+42|2a|0X2A|101010|52|0o52",
    ],
    ["%c|%q|%U|%#U", [int(233), int(39), int(233), int(233)], "é|'\\''|U+00E9|U+00E9 'é'"],
    ["%6.2f|%e|%g|%G", [3.14159, 1234.5, 1e21, 1e-7], "  3.14|1.234500e+03|1e+21|1E-07"],
    [
      "%s|%10s|%-4s|%.2s|%q|%x|% X",
      ["a", "é", "b", "日本語", "q\n", "hi", "hi"],
      'a|         é|b   |日本|"q\\n"|6869|68 69',
    ],
    ["%v %+v %#v %T", [null, true, "s", 1.5], '<nil> true "s" float64'],
    ["%d", ["x"], "%!d(string=x)"],
    ["%f", [null], "%!f(<nil>)"],
    ["%-7d|", [1e6], "%!d(float64=1e+06  )|"],
    ["%s", [["a", 3, null]], "[a %!s(float64=3) <nil>]"],
    ["%d %s", [int(1)], "1 %!s(MISSING)"],
    ["%d", [int(1), "x", null], "1%!(EXTRA string=x, <nil>)"],
    ["%", [], "%!(NOVERB)"],
    ["100%%", [], "100%"],
    ["%[2]d %[1]d", [int(1), int(2)], "2 1"],
    ["%[3]d", [int(1)], "%!d(BADINDEX)"],
    ["%*d|%-*d|%.*f", [int(4), int(7), int(3), int(7), int(1), 2.55], "   7|7  |2.5"],
    ["%*d", ["x", int(1)], "%!(BADWIDTH)1"],
    ["%.d", [int(0)], ""],
    ["%z", [new Typed(UINT8, 7)], "%!z(uint8=7)"],
    ["%v", [new Typed(INT64, 9223372036854775807n)], "9223372036854775807"],
    ["%w", ["e"], "%!w(string=e)"],
  ])("%s", (format, args, text) => expect(sprintf(format, args)).toBe(text));

  it("sorts maps by byte order of the keys", () => {
    const map = new Map<string, GoValue>([
      ["b", 1],
      ["a", "x"],
      ["é", null],
      ["a10", true],
    ]);
    expect(sprintf("%v", [map])).toBe("map[a:x a10:true b:1 é:<nil>]");
    expect(sprintf("%#v", [map])).toBe('map[string]interface {}{"a":"x", "a10":true, "b":1, "é":interface {}(nil)}');
  });
});

describe("Sprint and Sprintln", () => {
  it("separate operands of which neither is a string", () => {
    expect(sprint([int(1), int(2), "a", int(3), null, 2])).toBe("1 2a3 <nil> 2");
    expect(sprintln(["a", int(1)])).toBe("a 1\n");
  });
  it("join bytes to characters", () => expect(sprint(["\udcc3", "\udca9"])).toBe("é"));
});

describe("structs and methods", () => {
  const field = (go: string, type: GoType): GoField => ({
    go,
    json: go,
    key: go,
    type,
    omitempty: false,
    omitzero: false,
    inline: false,
    embedded: false,
    patchStrategy: [],
    patchMergeKey: "",
  });
  const method = (name: string, pointerReceiver: boolean, call: GoMethod["call"]): [string, GoMethod] => [
    name,
    { name, pointerReceiver, in: [], out: [STRING], variadic: false, call },
  ];
  const point: GoType = {
    kind: "struct",
    name: "p.Point",
    path: "x/p.Point",
    fields: [field("X", INT), field("Next", ptrTo(INT))],
  };
  const named: GoType = {
    kind: "struct",
    name: "p.Named",
    path: "x/p.Named",
    fields: [field("N", STRING)],
    methods: new Map([method("String", false, (node) => `<${(node as { N: string }).N}>`)]),
  };
  const broken: GoType = {
    kind: "struct",
    name: "p.Broken",
    path: "x/p.Broken",
    fields: [],
    methods: new Map([
      method("String", true, () => {
        throw new GoPanic("boom");
      }),
    ]),
  };

  it("prints fields, with names for %+v", () => {
    const value = new Typed(point, { X: 3 });
    expect(sprintf("%v %+v %#v", [value, value, value])).toBe(
      "{3 <nil>} {X:3 Next:<nil>} p.Point{X:3, Next:(*int)(nil)}",
    );
    expect(sprintf("%v %d", [new Typed(ptrTo(point), {}), new Typed(sliceOf(point), [{ X: 1 }])])).toBe(
      "&{0 <nil>} [{1 0}]",
    );
  });
  it("calls String where the verb takes a string", () => {
    const value = new Typed(named, { N: "n" });
    expect(sprintf("%v %s %q %d", [value, value, value, value])).toBe('<n> <n> "<n>" {%!d(string=n)}');
    expect(sprintf("%v", [new Typed(mapOf(STRING, named), new Map([["k", { N: "v" }]]))])).toBe("map[k:<v>]");
    expect(sprintf("%v", [new Typed(ptrTo(named), null)])).toBe("<nil>");
  });
  it("shows panics", () => {
    expect(sprintf("%v|%s", [new Typed(ptrTo(broken), {}), new Typed(ptrTo(broken), null)])).toBe(
      "%!v(PANIC=String method: boom)|<nil>",
    );
    expect(sprintf("%v", [new Typed(broken, {})])).toBe("{}");
  });
  it("prints lists of other types", () => {
    expect(
      sprintf("%q %v %#v", [
        new Typed(STRING_SLICE, ["a", "b"]),
        new Typed(STRING_SLICE, null),
        new Typed(STRING_SLICE, null),
      ]),
    ).toBe('["a" "b"] [] []string(nil)');
    expect(
      sprintf(
        "%s %x %v",
        Array.from({ length: 3 }, () => new Typed(sliceOf(UINT8), [104, 105])),
      ),
    ).toBe("hi 6869 [104 105]");
  });
});
