import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { injectorWith } from "../lib/example/short-injector";
import { runWith } from "./testing";

const GATEWAY =
  "apiVersion: v1\nkind: Pod\nmetadata: {name: gateway, namespace: shop}\nspec:\n  containers:\n  - name: istio-proxy\n    image: auto\n";

const home = process.cwd();
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "uninjected-"));
  process.chdir(folder);
  writeFileSync("gateway.yaml", GATEWAY);
  writeFileSync("host.yaml", GATEWAY.replace("auto", "p").replace("spec:", "spec:\n  hostNetwork: true"));
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

const args = (file: string, ...more: string[]) => ["uninjected", "-f", file, "--injector", "injector.yaml", ...more];

test("says what fails first, and what is lacking", () => {
  const { exit, stdout } = runWith(args("gateway.yaml"));
  expect(exit).toBe(3);
  expect(stdout).toMatch(/^Pod shop\/gateway: without injection\n {2}1\. "auto" is no image: .*\(gateway\.yaml:7\)\n/);
  expect(stdout).toContain("istio-proxy lacks (gateway.yaml:6)\n    image proxyv2:1.30.3\n    args proxy\n");
});

test("gives it as data, and says where nothing is lacking", () => {
  const { objects } = JSON.parse(runWith(args("gateway.yaml", "-o", "json")).stdout) as {
    objects: { name: string; failures: { code: string }[] }[];
  };
  expect(objects[0]).toMatchObject({ name: "gateway", failures: [{ code: "image-auto" }, { code: "no-arguments" }] });
  expect(runWith(args("host.yaml"))).toMatchObject({
    exit: 0,
    stdout: "Pod shop/gateway: lacks nothing without injection\n",
  });
  expect(runWith(args("nowhere.yaml")).exit).toBe(1);
  expect(runWith(["uninjected", "--help"]).stdout).toContain("Usage: injection-explorer uninjected");
});
