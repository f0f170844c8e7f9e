import { expect, test } from "vitest";
import { ptrTo } from "../go/types";
import { type GoValue, Typed } from "../go/value";
import { typesOf } from "../k8s/types";
import { functionTable } from "./index";
import { render } from "./rendering";

const values = (json: string): GoValue => new Map([["v", json]]);

test("ports", () => {
  expect(
    render('{{ excludeInboundPort 443 "80, 443" }} {{ excludeInboundPort 80 "80,9" }} {{ excludeInboundPort 0 "1" }}'),
  ).toBe("80,443,443 80,9 1");
  expect(render('{{ excludeInboundPort nil "80" }} {{ excludeInboundPort 1e6 "" }}')).toBe("80,<nil> 1e+06");
});

test("indent leaves the first line alone", () => {
  expect(render('{{ indent -2 "a\\n\\nb" }}')).toBe("a\n  \n  b");
});

test("maps of strings", () => {
  expect(render('{{ $m := strdict "b" "1" "a" }}{{ toJSON $m }} {{ omit $m "a" }} {{ isset $m "a" }}')).toBe(
    '{"a":"","b":"1"} map[b:1] true',
  );
  expect(render('{{ toJsonMap }} {{ toJsonMap (strdict "a" "1") (strdict "a" "2") }} {{ mergeMaps | toJson }}')).toBe(
    'null {"a":"2"} null',
  );
});

test("Multus networks", () => {
  const append = (network: string, release: 22 | 30) =>
    render(`{{ appendMultusNetwork .v "${network}" }}`, values("[]"), release);
  expect(append("ns/net", 30)).toBe('[, {"name": "net", "namespace": "ns"}]');
  expect(append("ns/net", 22)).toBe('[, {"name": "ns/net"}]');
  expect(render('{{ appendMultusNetwork .v "n" }}', values('[{"name":"n","namespace":null}]'))).toBe(
    '[{"name":"n","namespace":null}]',
  );
  expect(render('{{ appendMultusNetwork .v "n" }}', values("a , n"))).toBe("a , n");
  expect(render('{{ appendMultusNetwork .v "n" }}', values("[1]"))).toBe("[1]");
});

test("omitNil drops what it empties, not what was empty", () => {
  const drop = (json: string) => render("{{ omitNil (fromJSON .v) | toJson }}", values(json));
  expect(drop('{"a":null,"b":{"c":null},"d":[null,{"e":null}],"f":0}')).toBe('{"f":0}');
  expect(drop('{"a":[],"b":{}}')).toBe('{"a":[],"b":{}}');
  expect(drop("[null]")).toBe("null");
});

test("toYaml and structToJSON", () => {
  expect(render("{{ toYaml (fromJSON .v) }}", values('{"10":1e-7,"9":"y"}'))).toBe('"9": "y"\n"10": 1e-07\n');
  expect(render('{{ toYaml (float64 "nan") }}{{ structToJSON nil }}{{ structToJSON (list "<") }}')).toBe(
    '{}["\\u003c"]',
  );
});

test("the functions of each release", () => {
  const names = (release: 20 | 21 | 28 | 30) =>
    functionTable({ release, env: new Map(), protoToJson: () => "", defaultProxyConfig: {} });
  expect(["mergeMaps", "omitNil", "otelResourceAttributes"].map((name) => names(20).has(name))).toEqual([
    false,
    false,
    false,
  ]);
  expect(["mergeMaps", "omitNil", "otelResourceAttributes"].map((name) => names(28).has(name))).toEqual([
    true,
    true,
    false,
  ]);
  expect(names(30).size).toBe(names(28).size + 1);
});

test("protoToJSON leaves out what is as in the default", () => {
  const type = typesOf(30).get("istio.io/api/mesh/v1alpha1.ProxyConfig");
  const defaultProxyConfig = { statusPort: 15020, drainDuration: { seconds: 45 }, serviceCluster: "istio-proxy" };
  let printed: unknown;
  const table = functionTable({
    release: 30,
    env: new Map(),
    defaultProxyConfig,
    protoToJson: (_, node) => JSON.stringify((printed = node)),
  });
  const node = { ...defaultProxyConfig, drainDuration: { seconds: 46 }, proxyMetadata: new Map(), image: {} };
  const call = table.get("protoToJSON")!.call as (message: GoValue) => string;
  expect(call(new Typed(ptrTo(type), node))).toBe('{"drainDuration":{"seconds":46},"image":{}}');
  expect(printed).not.toBe(node);
  expect(call(new Typed(ptrTo(type), null))).toBe("{}");
});

test("otelResourceAttributes", () => {
  const table = functionTable({ release: 30, env: new Map(), protoToJson: () => "", defaultProxyConfig: {} });
  const call = table.get("otelResourceAttributes")!.call as (...args: unknown[]) => string;
  const mesh = { extensionProviders: [{ opentelemetry: { serviceAttributeEnrichment: 1 } }] };
  expect(call(mesh, null, null, "ns", [{ name: "app", image: "reg:5000/app:1.2@sha256:ab" }])).toBe(
    "service.namespace=ns,service.version=1.2@sha256:ab,service.instance.id=ns.$(POD_NAME).app",
  );
  expect(call({}, null, null, "ns", [])).toBe("");
});
