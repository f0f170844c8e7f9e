import { describe, expect, test } from "vitest";
import { stringifyJson } from "../go/json";
import { ANY_MAP, INT, STRING, STRING_MAP, STRING_SLICE, type GoField, type GoType, mapOf, ptrTo } from "../go/types";
import { LimitError } from "../source/errors";
import { yamlToJson } from "./to-json";

const json = (text: string, target?: GoType) => stringifyJson(yamlToJson(text, target));

describe("scalars", () => {
  test.each<[string, string]>([
    ["[y, Y, yes, No, on, OFF, true, yEs]", '[true,true,true,false,true,false,true,"yEs"]'],
    ["[null, ~, Null, nULL, '']", '[null,null,null,"nULL",""]'],
    ["[017, 0o17, 0b11, 0x1F, 089, 1_000, -0b11, 0b-1]", "[15,15,3,31,89,1000,-3,-1]"],
    ["[1.5, 1e3, .5, 5., +.5, 30.0, -0.0, -0]", "[1.5,1000,0.5,5,0.5,30,-0,0]"],
    ["[1e400, 190:20:30, 2001-01-01, 1.2.3, 0x]", '["1e400","190:20:30","2001-01-01","1.2.3","0x"]'],
    [
      "[9007199254740993, 18446744073709551615, 18446744073709551616]",
      "[9007199254740993,18446744073709551615,18446744073709552000]",
    ],
    ["[!!str 1, !!int '1', !!float 1, !x 1, ! 1, !!binary aGk=, !!str ]", '["1",1,1,"1","1","hi",""]'],
  ])("%s", (text, expected) => {
    expect(json(text)).toBe(expected);
  });

  test.each<[string, string]>([
    ["!!int x", "yaml: cannot decode !!str `x` as a !!int"],
    ["!!bool 1", "yaml: cannot decode !!int `1` as a !!bool"],
    ["!!float 18446744073709551615", "yaml: cannot decode !!int `18446744073709551615` as a !!float"],
    ["!!timestamp 2001-13-01", "yaml: cannot decode !!str `2001-13-01` as a !!timestamp"],
    ["!!binary a", "yaml: !!binary value contains invalid base64 data"],
    ["a: .nan", "json: unsupported value: NaN"],
    ["a: -.inf", "json: unsupported value: -Inf"],
  ])("%s fails", (text, message) => {
    expect(() => yamlToJson(text)).toThrow(new RegExp(`^${message.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`));
  });
});

describe("mappings", () => {
  test.each<[string, string]>([
    ["{1: a, true: b, 1.50: c, y: d}", '{"1":"a","1.5":"c","true":"d"}'],
    ["b: 1\na: 2\nb: 3", '{"a":2,"b":3}'],
    [
      "a: &x {k: 1, l: 1}\nb: {k: 2, <<: *x}\nc: {<<: *x, k: 2}",
      '{"a":{"k":1,"l":1},"b":{"k":1,"l":1},"c":{"k":2,"l":1}}',
    ],
    ["a: &x {k: 1}\nb: &y {k: 2, m: 3}\nc: {<<: [*x, *y]}", '{"a":{"k":1},"b":{"k":2,"m":3},"c":{"k":1,"m":3}}'],
    ["'<<': 1", '{"\\u003c\\u003c":1}'],
    ["? a\n? b\n", '{"a":null,"b":null}'],
    ["{a: {.nan: 1}, a: 2}", '{"a":2}'],
    ["{a: .nan, a: 2}", '{"a":2}'],
    ["", "null"],
    ["a: 1\n---\nb: [", '{"a":1}'],
  ])("%j", (text, expected) => {
    expect(json(text)).toBe(expected);
  });

  test.each<[string, string]>([
    ["~: 1", "unsupported map key of type: %!s(<nil>), key: <nil>, value: 1"],
    [
      "18446744073709551615: {a: [b, 1.5]}",
      'unsupported map key of type: uint64, key: 0xffffffffffffffff, value: map[interface {}]interface {}{"a":[]interface {}{"b", 1.5}}',
    ],
    ["{[.]: x}", 'yaml: invalid map key: []interface {}{"."}'],
    ["{{a: }: x}", 'yaml: invalid map key: map[interface {}]interface {}{"a":interface {}(nil)}'],
    ["<<: ~", "yaml: map merge requires map or sequence of maps as the value"],
    ["a: &a [*a]", "yaml: anchor 'a' value contains itself"],
  ])("%s fails", (text, message) => {
    let found = "";
    try {
      yamlToJson(text);
    } catch (error) {
      found = (error as Error).message;
    }
    expect(found).toBe(message);
  });

  test("aliases that multiply are refused, and so is nesting without end", () => {
    let bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n";
    for (let i = 1; i < 9; i++)
      bomb += `a${i}: &a${i} [${Array(9)
        .fill(`*a${i - 1}`)
        .join(",")}]\n`;
    expect(() => yamlToJson(bomb)).toThrow("yaml: document contains excessive aliasing");
    expect(() => yamlToJson("[".repeat(2000) + "]".repeat(2000))).toThrow(LimitError);
  });
});

describe("a target turns numbers and booleans into strings", () => {
  const field = (go: string, json: string, type: GoType, embedded = false): GoField => ({
    go,
    json,
    key: json || go,
    type,
    omitempty: false,
    omitzero: false,
    inline: embedded,
    embedded,
    patchStrategy: [],
    patchMergeKey: "",
  });
  const struct = (name: string, ...fields: GoField[]): GoType => ({ kind: "struct", name, path: name, fields });
  const unmarshal = { name: "UnmarshalJSON", pointerReceiver: true, in: [], out: [], variadic: false };
  const own: GoType = { kind: "string", name: "own", path: "own", methods: new Map([["UnmarshalJSON", unmarshal]]) };
  const source = struct("source", field("Path", "path", STRING));
  const type = struct(
    "type",
    field("Source", "", struct("sources", field("HostPath", "hostPath", source)), true),
    field("Name", "name", ptrTo(STRING)),
    field("Args", "args", STRING_SLICE),
    field("Labels", "labels", STRING_MAP),
    field("Port", "port", INT),
    field("Any", "any", ANY_MAP),
    field("Own", "own", own),
    field("Owns", "owns", mapOf(STRING, own)),
  );

  test.each<[string, string]>([
    ["{name: 1, port: 1}", '{"name":"1","port":1}'],
    ["{NAME: yes, labelſ: {a: 1.10}}", '{"NAME":"true","labelſ":{"a":"1.1"}}'],
    ["{args: [1, null, 16777217.0, 1e40, .nan]}", '{"args":["1",null,"1.6777216e+07","+Inf","NaN"]}'],
    ["{any: {a: 1}, other: {name: 1}}", '{"any":{"a":1},"other":{"name":1}}'],
    ["{args: {a: 1}, labels: [1]}", '{"args":{"a":1},"labels":[1]}'],
    ["{own: 1, owns: {a: 1}}", '{"own":1,"owns":{"a":"1"}}'],
    // What comes from an embedded struct is looked up one level too high.
    ["{hostPath: {path: 1, hostPath: {path: 1}}}", '{"hostPath":{"hostPath":{"path":"1"},"path":1}}'],
  ])("%s", (text, expected) => {
    expect(json(text, type)).toBe(expected);
  });
});
