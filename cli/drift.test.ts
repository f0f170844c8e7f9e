import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { injectorWith } from "../lib/example/short-injector";
import { runWith } from "./testing";

const WORKLOAD = `apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: w}]
`;
const injector = (tag: string) =>
  injectorWith(
    `policy: enabled\ndefaultTemplates: [sidecar]\ntemplates:\n  sidecar: |\n    spec:\n      containers:\n      - {name: istio-proxy, image: "proxyv2:${tag}", args: [proxy]}\n`,
  );

const home = process.cwd();
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "drift-"));
  process.chdir(folder);
  writeFileSync("web.yaml", WORKLOAD);
  writeFileSync("old.yaml", injector("1.29.1"));
  writeFileSync("new.yaml", injector("1.30.3"));
  // As the cluster has it: named, on a node, with its controller's real reference.
  const { stdout } = runWith(["inject", "-f", "web.yaml", "--injector", "old.yaml"]);
  writeFileSync(
    "live.yaml",
    stdout.replace("spec:", "spec:\n  nodeName: n1").replace("metadata:", "metadata:\n  name: web-0"),
  );
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

const args = (name: string, ...more: string[]) => [
  ...["drift", "-f", "web.yaml", "--live", "live.yaml", "--injector", name],
  ...more,
];

test("says whether a live pod has to be restarted, and why", () => {
  const ran = runWith(args("new.yaml"));
  expect(ran.exit).toBe(3);
  expect(ran.stdout).toContain("Pod web-0: restart? Yes, to bring its proxy to the release");
  expect(ran.stdout).toMatch(
    /of an older release: 1\n {4}containers\/istio-proxy\/image differs \(proxyv2:1\.29\.1 → proxyv2:1\.30\.3\): .*\(live\.yaml:\d+\)/,
  );
  expect(ran.stdout).not.toContain("nodeName");
  expect(runWith(args("new.yaml", "--all")).stdout).toContain("spec/nodeName is only in the live pod");
});

test("a pod that is as today needs no restart", () => {
  const ran = runWith(args("old.yaml"));
  expect(ran.exit).toBe(0);
  expect(ran.stdout).toContain("restart? No: injecting today would give the same pod.");
});

test("gives the differences as data", () => {
  const { live } = JSON.parse(runWith(args("new.yaml", "-o", "json")).stdout) as {
    live: { wouldChange: boolean; differences: { cause: string }[] }[];
  };
  expect(live[0]!.wouldChange).toBe(true);
  expect(live[0]!.differences.map(({ cause }) => cause)).toContain("old-release");
});

test("tells that there is no live pod, and wrong usage", () => {
  const none = runWith(["drift", "-f", "web.yaml", "--injector", "new.yaml"]);
  expect(none).toMatchObject({ exit: 0, stdout: "", stderr: "no live pod is among the files\n" });
  expect(runWith(args("new.yaml", "-o", "xml")).exit).toBe(2);
  expect(runWith(args("nowhere.yaml")).exit).toBe(1);
  expect(runWith(["drift", "--help"]).stdout).toContain("Usage: injection-explorer drift");
});
