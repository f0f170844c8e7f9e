import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { injectorWith } from "../lib/example/short-injector";
import { runWith } from "./testing";

const deployment = (name: string, label: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec:
  selector: {matchLabels: {app: ${name}}}
  template:
    metadata: {labels: {app: ${name}, sidecar.istio.io/inject: "${label}"}}
    spec:
      containers:
      - name: istio-proxy
        image: auto
`;

const home = process.cwd();
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "export-"));
  process.chdir(folder);
  writeFileSync("all.yaml", ["a", "b"].map((name) => deployment(name, "true")).join("---\n"));
  writeFileSync("plain.yaml", deployment("plain", "false"));
  writeFileSync(
    "injector.yaml",
    injectorWith(
      "policy: enabled\ndefaultTemplates: [sidecar]\ntemplates:\n  sidecar: |\n    spec:\n      containers:\n      - {name: istio-proxy, image: proxyv2:1.30.3, args: [proxy]}\n",
    ),
  );
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const args = (file: string, ...more: string[]) => ["export", "-f", file, "--injector", "injector.yaml", ...more];

test("prints workloads that inject to themselves, and says what to keep up with the line of it", () => {
  const ran = runWith(args("all.yaml"));
  expect(ran.exit).toBe(0);
  const lines = ran.stdout.split("\n");
  expect(lines.filter((line) => line === "kind: Deployment")).toHaveLength(2);
  expect(ran.stdout).not.toContain("auto");
  const told = [...ran.stderr.matchAll(/The image stays as it is .*\(line (\d+)\)/g)].map((match) => Number(match[1]));
  expect(told.map((line) => lines[line - 1]?.trim())).toEqual(["image: proxyv2:1.30.3", "image: proxyv2:1.30.3"]);
  const again = runWith(["inject", "-f", "-", "--injector", "injector.yaml", "-o", "patch"], { stdin: ran.stdout });
  expect(again.stdout).toBe("[]\n[]\n");
});

test("gives workloads and notes as data", () => {
  const { exports } = JSON.parse(runWith(args("all.yaml", "-o", "json")).stdout) as {
    exports: { workload: { kind: string }; byHand: { code: string }[] }[];
  };
  expect(exports.map(({ workload }) => workload.kind)).toEqual(["Deployment", "Deployment"]);
  expect(exports[0]!.byHand.map(({ code }) => code)).toContain("image-tag");
});

test("leaves out what is not injected, and tells wrong usage", () => {
  const ran = runWith(args("plain.yaml"));
  expect(ran).toMatchObject({ exit: 0, stdout: "" });
  expect(ran.stderr).toContain("Deployment shop/plain: left out, as it is not injected (label)");
  expect(runWith(args("nowhere.yaml")).exit).toBe(1);
  expect(runWith(args("all.yaml", "-o", "xml")).exit).toBe(2);
  expect(runWith(["export", "--help"]).stdout).toContain("Usage: injection-explorer export");
});
