import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { version } from "../package.json";
import { exampleRequest } from "../lib/example/index";
import { runWith } from "./testing";

const home = process.cwd();
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "inject-"));
  process.chdir(folder);
  writeFileSync("gateway.yaml", exampleRequest.workload);
  writeFileSync("injector.yaml", exampleRequest.injector as string);
  writeFileSync("mesh.yaml", exampleRequest.mesh!);
  writeFileSync("small.yaml", SMALL);
  writeFileSync("broken.yaml", SMALL.replace(`added: "yes"`, 'added: {{ fail "no" }}'));
  writeFileSync(
    "pods.yaml",
    `${POD}---\napiVersion: v1\nkind: Service\nmetadata: {name: s}\n---\n${POD.replace("spec:", "spec: {hostNetwork: true}\nother:")}`,
  );
  writeFileSync("pod.yaml", POD);
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const POD =
  "apiVersion: v1\nkind: Pod\nmetadata: {name: p, namespace: default}\nspec:\n  containers: [{name: c, image: a/b:1}]\n";
const SMALL = `apiVersion: v1
kind: ConfigMap
metadata: {name: istio-sidecar-injector}
data:
  config: |
    policy: enabled
    templates:
      sidecar: |
        metadata:
          labels:
            added: "yes"
            revision: "{{ .Revision }}"
            big: "{{ 9007199254740993 }}"
  values: "{}"
`;
const WEBHOOKS = `kind: MutatingWebhookConfiguration
metadata: {name: injector}
webhooks:
- name: namespace.sidecar-injector.istio.io
  clientConfig: {url: https://istiod/inject}
  sideEffects: None
  admissionReviewVersions: [v1]
  rules: [{operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods]}]
  namespaceSelector: {matchLabels: {"on": "1"}}
`;
const files = ["-f", "pod.yaml", "--injector", "small.yaml"];

describe("inject prints", () => {
  test("an error stands in the file that has it, also where the values are apart", () => {
    writeFileSync("values.yaml", "a: b\nc: [\n");
    const args = ["inject", "-f", "pod.yaml", "--injector", "broken.yaml", "--values"];
    expect(runWith([...args, "values.yaml"]).stderr).toMatch(/^values\.yaml:2:/);
    writeFileSync("values.yaml", "{}");
    expect(runWith([...args, "values.yaml"]).stderr).toMatch(/^broken\.yaml:11:/);
  });

  test("whether the API server calls the injector, where webhooks are given", () => {
    writeFileSync("webhooks.yaml", WEBHOOKS);
    const { exit, stderr } = runWith(["inject", ...files, "--webhooks", "webhooks.yaml"]);
    expect(stderr).toBe(
      "Pod default/p: the API server does not call the injector (webhooks.yaml:9:37: namespace label on absent, In [1]); " +
        "one label would change that: namespace on=1; namespace default was not given: taken to have no labels\n",
    );
    expect(exit).toBe(0);
  });

  test("the final pods as YAML documents, without objects that make none", () => {
    const { exit, stdout, stderr } = runWith(["inject", "-f", "pods.yaml", "--injector", "small.yaml", "-r", "canary"]);
    const pods = parseAllDocuments(stdout).map(
      (document) => document.toJS() as { metadata: { name: string; labels?: object } },
    );
    expect(pods.map(({ metadata }) => [metadata.name, metadata.labels])).toMatchObject([
      ["p", { revision: "canary" }],
      ["p", undefined],
    ]);
    expect(stderr).toBe("Pod default/p: not injected (host-network)\n");
    expect(exit).toBe(0);
  });

  test("the bundled example", () => {
    const { exit, stdout, stderr } = runWith([
      "inject",
      "-f",
      "gateway.yaml",
      "--injector",
      "injector.yaml",
      "--mesh",
      "mesh.yaml",
    ]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(parse(stdout)).toMatchObject({ kind: "Pod", metadata: { generateName: "istio-eastwestgateway-fake-" } });
  });

  test("the API's result as JSON", () => {
    const result = JSON.parse(runWith(["inject", ...files, "-o", "json"]).stdout) as {
      release: object;
      objects: { stages: object[] }[];
    };
    expect(result.objects[0]!.stages.length).toBeGreaterThan(3);
  });

  test("and where each line comes from", () => {
    const result = JSON.parse(runWith(["inject", ...files, "-o", "json", "--origins"]).stdout) as {
      objects: { origins: Record<string, { at: { line: number }; sentence: { en: string } }> }[];
    };
    const { at, sentence } = result.objects[0]!.origins["/metadata/labels/added"]!;
    expect(sentence.en).toMatch(new RegExp(`^From template \\w+, line ${at.line}: `));
  });

  test("a JSON patch for each pod", () => {
    const { stdout } = runWith(["inject", ...files, "-o", "patch"]);
    expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ op: "add", path: "/metadata/labels" }));
    expect(runWith(["inject", "-f", "pods.yaml", "--injector", "small.yaml", "-o", "patch"]).stdout).toMatch(
      /^\[\n[^]*\n\]\n\[\]\n$/,
    );
  });

  test("a unified diff, in colour only on a terminal", () => {
    const { stdout } = runWith(["inject", ...files, "-o", "diff"]);
    expect(stdout).toMatch(/^--- Pod\/default\/p \(submitted\)\n\+\+\+ Pod\/default\/p \(injected\)\n@@ /);
    expect(stdout).toContain('\n+    added: "yes"\n');
    const coloured = runWith(["inject", ...files, "-o", "diff"], { stdoutIsTerminal: true }).stdout;
    expect(coloured).toContain("\x1b[32m+");
    expect(runWith(["inject", ...files, "-o", "diff"], { stdoutIsTerminal: true, env: { NO_COLOR: "1" } }).stdout).toBe(
      stdout,
    );
  });

  test("the text of the offline command", () => {
    const { stdout } = runWith(["inject", ...files, "--path", "kube-inject"]);
    expect(stdout).toMatch(/^apiVersion: v1\nkind: Pod\n[^]*\n---\n$/);
  });
});

describe("inject fails", () => {
  test("with the place of the error", () => {
    const { exit, stdout, stderr } = runWith(["inject", "-f", "pod.yaml", "--injector", "broken.yaml"]);
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: "" });
    expect(stderr).toMatch(
      /^broken\.yaml:11:\d+: Pod default\/p: failed to run injection template: template: inject:3:/,
    );
  });

  test("with a ConfigMap that cannot be used", () => {
    writeFileSync("none.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\ndata: {}\n");
    const { exit, stderr } = runWith(["inject", "-f", "pod.yaml", "--injector", "none.yaml"]);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^none\.yaml:4:1: missing ConfigMap/);
  });

  test("with a workload from standard input that does not parse", () => {
    const { exit, stderr } = runWith(["inject", "--injector", "small.yaml"], { stdin: "a: [\n" });
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^standard input:\d+:\d+: /);
  });

  test("with a file that is not there", () => {
    expect(runWith(["inject", "-f", "no.yaml", "--injector", "small.yaml"])).toEqual({
      exit: 1,
      stdout: "",
      stderr: "open no.yaml: no such file or directory\n",
    });
  });

  test.each([
    [["-f", "pod.yaml"], "--injector is missing"],
    [["--injector", "small.yaml"], "-f is missing"],
    [["-f", "-", "--injector", "-"], "standard input can only be one of the files"],
    [[...files, "extra"], "unexpected argument extra"],
    [[...files, "-f", "pods.yaml"], "--filename is given 2 times"],
    [[...files, "--release", "1.9"], "--release 1.9: expected auto, 1.20"],
    [[...files, "-o", "xml"], "--output xml: expected yaml, json, patch, diff"],
    [[...files, "--nope"], "unknown flag: --nope"],
    [[...files, "--origins"], "--origins needs -o json"],
  ])("%j is wrong usage: %s", (args, message) => {
    const { exit, stdout, stderr } = runWith(["inject", ...args]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
    expect(stderr).toContain(message);
    expect(stderr).toContain("See injection-explorer inject --help\n");
  });
});

describe("help", () => {
  test.each([[["--help"]], [["-h"]], [["help"]]])("%j", (args) => {
    expect(runWith(args)).toMatchObject({ exit: 0, stdout: expect.stringContaining("inject ") as string, stderr: "" });
  });

  test.each(["inject", "kube-inject"])("of %s, with its exit codes", (command) => {
    const { exit, stdout } = runWith(["help", command]);
    expect(exit).toBe(0);
    expect(stdout).toContain("Exit codes:");
    expect(runWith([command, "--help"]).stdout).toBe(stdout);
  });

  test("of what does not exist", () => {
    expect(runWith(["help", "me"])).toMatchObject({ exit: 2, stdout: "" });
    expect(runWith(["me"])).toMatchObject({ exit: 2, stdout: "" });
    expect(runWith([])).toMatchObject({ exit: 2, stdout: "" });
  });

  test("the version", () => expect(runWith(["--version"])).toEqual({ exit: 0, stdout: `${version}\n`, stderr: "" }));
});
