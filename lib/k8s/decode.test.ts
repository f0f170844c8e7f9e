import { describe, expect, it } from "vitest";
import { parseJson, stringifyJson, stringifyOrdered } from "../go/json";
import { JsonNumber, type Json } from "../go/json-value";
import { ANY, ptrTo } from "../go/types";
import { Typed, type GoValue } from "../go/value";
import { decode } from "./decode";
import { encode, encodeValue } from "./encode";
import { typesOf } from "./types";

const POD = typesOf(30).get("k8s.io/api/core/v1.Pod");
const OLD_POD = typesOf(27).get("k8s.io/api/core/v1.Pod");
const read = (text: string): string => stringifyOrdered(encode(POD, decode(POD, parseJson(text))));
const unmarshal = "json: cannot unmarshal";

describe("decode", () => {
  it("tells the first value that does not fit", () => {
    const cases = [
      [
        '{"spec":{"containers":[{"name":5}]}}',
        "number into Go struct field Container.spec.containers.name of type string",
      ],
      ['{"kind":5}', "number into Go struct field Pod.TypeMeta.kind of type string"],
      [
        '{"spec":{"containers":{},"hostNetwork":"x"}}',
        "object into Go struct field PodSpec.spec.containers of type []v1.Container",
      ],
      [
        '{"spec":{"volumes":[{"hostPath":{"path":3}}]}}',
        "number into Go struct field HostPathVolumeSource.spec.volumes.VolumeSource.hostPath.path of type string",
      ],
      [
        '{"spec":{"terminationGracePeriodSeconds":30.0}}',
        "number 30.0 into Go struct field PodSpec.spec.terminationGracePeriodSeconds of type int64",
      ],
      [
        '{"spec":{"priority":2147483648}}',
        "number 2147483648 into Go struct field PodSpec.spec.priority of type int32",
      ],
      ['{"metadata":{"labels":{"a":true}}}', "bool into Go struct field ObjectMeta.metadata.labels of type string"],
      [
        '{"metadata":{"creationTimestamp":4}}',
        "number into Go struct field ObjectMeta.metadata.creationTimestamp of type string",
      ],
      ["[]", "array into Go value of type v1.Pod"],
    ];
    for (const [text, expected] of cases) expect(() => read(text!)).toThrow(`${unmarshal} ${expected}`);
  });

  it("goes on after an error, so that an UnmarshalJSON may still tell its own", () => {
    const text = '{"kind":5,"spec":{"containers":[{"resources":{"limits":{"cpu":"x"}}}]}}';
    expect(() => read(text)).toThrow("quantities must match the regular expression");
  });

  it("takes text in its order and maps sorted", () => {
    const text = '{"spec":{"hostname":1,"hostPID":1}}';
    expect(() => decode(POD, parseJson(text))).toThrow("PodSpec.spec.hostname of type string");
    expect(() => decode(POD, new Map(parseJson(text) as Map<string, Json>))).toThrow(
      "PodSpec.spec.hostPID of type bool",
    );
  });

  it("matches names regardless of case, but prefers exact ones", () => {
    expect(read('{"SPEC":{"Hostname":"a"},"metadata":{"Name":"b"}}')).toContain('"hostname":"a"');
    expect(read('{"ſpec":{"\u212aind":"x","hostNetwor\u212a":true}}')).toContain('"hostNetwork":true');
    expect(read('{"spec":{"hostname":"a","HOSTNAME":"b"}}')).toContain('"hostname":"b"');
    const map = new Map<string, Json>([
      [
        "spec",
        new Map([
          ["hostname", "a"],
          ["HOSTNAME", "b"],
        ]),
      ],
    ]);
    expect(stringifyOrdered(encode(POD, decode(POD, map)))).toContain('"hostname":"a"');
  });

  it("merges repeated keys deeply into structs", () => {
    const text =
      '{"spec":{"containers":[{"name":"a","env":[{"name":"x"},{"name":"y"}]}]},"spec":{"containers":[{"image":"i","env":[{"value":"v"}]}]}}';
    expect(read(text)).toContain('[{"name":"a","image":"i","env":[{"name":"x","value":"v"}],"resources":{}}]');
  });

  it("treats null as Go does", () => {
    expect(read("null")).toBe('{"metadata":{},"spec":{"containers":null},"status":{}}');
    expect(read('{"metadata":{"name":"a"},"metadata":null,"metadata":{"name":null,"labels":null}}')).toContain(
      '{"name":"a"}',
    );
    expect(read('{"spec":{"containers":[null],"overhead":{"cpu":null}}}')).toBe(
      '{"metadata":{},"spec":{"containers":[{"name":"","resources":{}}],"overhead":{"cpu":"0"}},"status":{}}',
    );
  });

  it("keeps empty lists, which templates see", () => {
    expect(decode(POD, parseJson('{"spec":{"tolerations":[]}}'))).toEqual({ spec: { tolerations: [] } });
  });

  it("reads integers from literals of any size", () => {
    const pod = decode(POD, parseJson('{"spec":{"activeDeadlineSeconds":9007199254740993,"priority":-0}}'));
    expect(pod).toEqual({ spec: { activeDeadlineSeconds: 9007199254740993n, priority: 0 } });
  });

  it("decodes into what is there", () => {
    const into = { spec: { hostname: "a", nodeName: "n" } };
    expect(decode(POD, parseJson('{"spec":{"hostname":"b"}}'), { into })).toEqual({
      spec: { hostname: "b", nodeName: "n" },
    });
  });

  it("reads untyped values with float64 only", () => {
    expect(decode(ANY, parseJson('{"b":9007199254740993,"a":[1.0]}'))).toEqual(
      new Map<string, GoValue>([
        ["b", 9007199254740992],
        ["a", [1]],
      ]),
    );
    expect(() => decode(ANY, parseJson("1e400"))).toThrow(`${unmarshal} number 1e400 into Go value of type float64`);
  });
});

describe("encode", () => {
  it("prints what is never empty, and creationTimestamp by release", () => {
    expect(stringifyOrdered(encode(OLD_POD, {}))).toBe(
      '{"metadata":{"creationTimestamp":null},"spec":{"containers":null},"status":{}}',
    );
    const container = { name: "a", env: [{ name: "E", valueFrom: { resourceFieldRef: { resource: "limits.cpu" } } }] };
    expect(stringifyOrdered(encode(POD, { spec: { containers: [container] } }))).toBe(
      '{"metadata":{},"spec":{"containers":[{"name":"a","env":[{"name":"E","valueFrom":{"resourceFieldRef":{"resource":"limits.cpu","divisor":"0"}}}],"resources":{}}]},"status":{}}',
    );
  });

  it("keeps int64 or rounds it to float64", () => {
    const node = { spec: { activeDeadlineSeconds: 9007199254740993n } };
    const spec = (floats: boolean) =>
      (encode(POD, node, { floats }) as Map<string, Map<string, Json>>).get("spec")!.get("activeDeadlineSeconds");
    expect(spec(false)).toEqual(new JsonNumber("9007199254740993"));
    expect(spec(true)).toBe(9007199254740992);
  });

  it("keeps pointers to zero values", () => {
    const text =
      '{"metadata":{},"spec":{"containers":[],"terminationGracePeriodSeconds":0,"automountServiceAccountToken":false},"status":{}}';
    expect(read(text)).toBe(text);
  });

  it("encodes the content of interfaces", () => {
    const value = new Map<string, GoValue>([
      ["b", [1, null]],
      ["a", new Typed(ptrTo(typesOf(30).parse("core.EnvVar")), { name: "x" })],
    ]);
    expect(stringifyJson(encodeValue(value))).toBe('{"a":{"name":"x"},"b":[1,null]}');
    expect(() => encodeValue(NaN)).toThrow("json: unsupported value: NaN");
    expect(() => encodeValue([-Infinity])).toThrow("json: unsupported value: -Inf");
    value.set("c", value);
    expect(() => encodeValue(value)).toThrow(
      "json: unsupported value: encountered a cycle via map[string]interface {}",
    );
  });
});
