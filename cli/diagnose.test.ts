import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { injectorWith } from "../lib/example/short-injector";
import { runWith } from "./testing";

const WORKLOAD = `apiVersion: apps/v1
kind: Deployment
metadata: {name: gateway, namespace: shop}
spec:
  selector: {matchLabels: {app: gateway}}
  template:
    metadata: {labels: {app: gateway}}
    spec:
      containers:
      - name: istio-proxy
        image: auto
`;
const WEBHOOKS = `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: injector}
webhooks:
- name: namespace.sidecar-injector.istio.io
  clientConfig: {service: {name: istiod, namespace: istio-system}}
  sideEffects: None
  admissionReviewVersions: [v1]
  rules: [{operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods]}]
  namespaceSelector: {matchLabels: {istio-injection: enabled}}
`;
const namespace = (label: string) =>
  `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    ${label}\n`;

const home = process.cwd();
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "diagnose-"));
  process.chdir(folder);
  writeFileSync("gateway.yaml", WORKLOAD);
  writeFileSync(
    "injector.yaml",
    injectorWith(
      "policy: enabled\ndefaultTemplates: [sidecar]\ntemplates:\n  sidecar: |\n    spec:\n      containers:\n      - {name: istio-proxy, image: proxyv2}\n",
    ),
  );
  writeFileSync("webhooks.yaml", WEBHOOKS);
  writeFileSync("plain.yaml", namespace("team: edge"));
  writeFileSync("enabled.yaml", namespace("istio-injection: enabled"));
  writeFileSync("endpoints.txt", "NAME     ENDPOINTS   AGE\nistiod   <none>      5d\n");
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const base = ["diagnose", "-f", "gateway.yaml", "--injector", "injector.yaml", "--webhooks", "webhooks.yaml"];
const wrong = [...base, "--namespaces", "plain.yaml"];
const right = [...base, "--namespaces", "enabled.yaml"];

test("says what is wrong, where it was seen and what mends it, and the exit code says so", () => {
  const ran = runWith(wrong);
  expect(ran.exit).toBe(3);
  expect(ran.stdout).toContain("error IX100 Deployment shop/gateway: ");
  expect(ran.stdout).toContain("seen: gateway.yaml:11:9");
  expect(ran.stdout).toContain("fix: Set namespace istio-injection=enabled");
  expect(ran.stdout).toContain("ask: ");
  expect(ran.stderr).toBe("");
});

test("exits with 0 where nothing is as bad as asked for", () => {
  const ran = runWith(right);
  expect(ran.stdout).not.toContain("error ");
  expect(ran.exit).toBe(0);
  expect(runWith([...right, "--fail-on", "info"]).exit).toBe(/^(?:warning|info) (?!IX2)/m.test(ran.stdout) ? 3 : 0);
});

test("reads what kubectl printed", () => {
  const ran = runWith([...right, "--observed", "endpoints.txt"]);
  expect(ran.stdout).toContain("IX304");
  expect(ran.stdout).toContain("seen: endpoints.txt:2");
});

test("gives the findings as data, with the edits of their fixes", () => {
  const { findings } = JSON.parse(runWith([...wrong, "-o", "json"]).stdout) as {
    findings: { code: string; object?: string; fix?: { edits: { source: string; replacement: string }[] } }[];
  };
  const found = findings.find(({ code }) => code === "IX100");
  expect(found?.object).toBe("Deployment shop/gateway");
  expect(found?.fix?.edits[0]).toMatchObject({ source: "namespaces" });
  expect(found?.fix?.edits[0]?.replacement).toContain("istio-injection: enabled");
});

interface Sarif {
  version: string;
  runs: {
    tool: { driver: { name: string; rules: { id: string; defaultConfiguration: { level: string } }[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      level: string;
      message: { text: string };
      locations: {
        physicalLocation: { artifactLocation: { uri: string }; region?: { startLine: number; startColumn?: number } };
      }[];
    }[];
  }[];
}

test("gives SARIF of the shape that its schema asks for", () => {
  const log = JSON.parse(runWith([...wrong, "-o", "sarif"]).stdout) as Sarif;
  expect(log.version).toBe("2.1.0");
  const [run] = log.runs;
  const { driver } = run!.tool;
  expect(driver.name).toBe("injection-explorer");
  expect(new Set(driver.rules.map(({ id }) => id)).size).toBe(driver.rules.length);
  expect(run!.results.length).toBeGreaterThan(2);
  for (const { ruleId, ruleIndex, level, message, locations } of run!.results) {
    expect(driver.rules[ruleIndex]!.id).toBe(ruleId);
    expect(["error", "warning", "note"]).toContain(level);
    expect(message.text).not.toBe("");
    for (const { physicalLocation } of locations) {
      expect(physicalLocation.artifactLocation.uri).toMatch(/^[a-z]+\.(?:yaml|txt)$/);
      if (physicalLocation.region) expect(physicalLocation.region.startLine).toBeGreaterThan(0);
    }
  }
  const found = run!.results.find(({ ruleId }) => ruleId === "IX100");
  expect(found!.locations[0]!.physicalLocation).toEqual({
    artifactLocation: { uri: "gateway.yaml" },
    region: { startLine: 11, startColumn: 9 },
  });
});

test("tells wrong usage and files that are not there", () => {
  expect(runWith([...wrong, "-o", "xml"])).toMatchObject({ exit: 2, stdout: "" });
  expect(runWith([...wrong, "--observed", "nowhere.txt"])).toMatchObject({ exit: 1, stdout: "" });
  expect(runWith(["diagnose", "--help"]).stdout).toContain("--fail-on");
});
