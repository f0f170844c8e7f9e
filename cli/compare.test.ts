import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runWith } from "./testing";

const home = process.cwd();
let folder = "";
const injector = (tag: string, more = "") => `apiVersion: v1
kind: ConfigMap
metadata: {name: istio-sidecar-injector}
data:
  config: |
    policy: enabled
    templates:
      sidecar: |
        spec:
          containers: [{name: istio-proxy, image: "proxy:{{ .Values.tag }}"}]${more}
  values: '{"tag": "${tag}"}'
`;
const pod = (name: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop}\nspec:\n  containers: [{name: c, image: a}]\n`;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "compare-"));
  process.chdir(folder);
  writeFileSync("one.yaml", injector("1"));
  writeFileSync("two.yaml", injector("2"));
  writeFileSync("fails.yaml", injector("2", '{{ if eq .ObjectMeta.Name "bad" }}{{ fail "no" }}{{ end }}'));
  mkdirSync("apps/inner", { recursive: true });
  writeFileSync("apps/a.yaml", `${pod("a")}---\n${pod("b")}`);
  writeFileSync("apps/inner/bad.yaml", pod("bad"));
  writeFileSync("apps/README.md", "no: manifest");
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});
const stdin = { stdin: pod("p") };

describe("compare", () => {
  test("says what changes and what makes it", () => {
    expect(runWith(["compare", "--injector", "one.yaml", "--to-injector", "two.yaml"], stdin)).toEqual({
      exit: 3,
      stdout: `Pod/shop/p: changes\n  changed istio-proxy image: proxy:1 → proxy:2\n      tag is "1" in A and "2" in B.\n`,
      stderr: "",
    });
  });

  test("other values of the same ConfigMap, which may be apart on either side", () => {
    writeFileSync("values.json", '{"tag": "3"}');
    writeFileSync(
      "config.yaml",
      "policy: enabled\ntemplates: {sidecar: 'spec: {containers: [{name: istio-proxy, image: x}]}'}\n",
    );
    expect(runWith(["compare", "--injector", "one.yaml", "--to-values", "values.json"], stdin).stdout).toBe(
      `Pod/shop/p: changes\n  changed istio-proxy image: proxy:1 → proxy:3\n      tag is "1" in A and "3" in B.\n`,
    );
    const apart = ["--injector", "config.yaml", "--values", "values.json", "--to-injector", "one.yaml"];
    expect(runWith(["compare", ...apart], stdin).stdout).toContain("image: x → proxy:3");
    const fleet = ["fleet", "-f", "apps/a.yaml", "--injector", "one.yaml", "--to-values", "values.json"];
    expect(runWith(fleet).stdout).toContain("changed istio-proxy image: proxy:1 → proxy:3");
  });

  test("prints a unified diff, or data", () => {
    const args = ["compare", "-f", "-", "--injector", "one.yaml", "--to-injector", "two.yaml"];
    const { stdout } = runWith([...args, "-o", "diff"], stdin);
    expect(stdout).toContain("--- Pod/shop/p (A)\n+++ Pod/shop/p (B)\n");
    expect(stdout).toContain("\n-    image: proxy:1\n+    image: proxy:2\n");
    const result = JSON.parse(runWith([...args, "-o", "json"], stdin).stdout);
    expect(result).toMatchObject({
      differs: ["values"],
      objects: [{ outcome: "changed", changes: [{ after: "proxy:2" }] }],
    });
  });

  test("compares two steps, of one situation too", () => {
    const args = ["compare", "-f", "-", "--injector", "one.yaml", "--step", "submitted"];
    expect(runWith([...args, "--to-step", "submitted"], stdin)).toMatchObject({ exit: 0 });
    const { exit, stdout } = runWith([...args, "--to-step", "templatePod:sidecar"], stdin);
    expect(exit).toBe(3);
    expect(stdout).toContain("added istio-proxy");
    expect(stdout).toContain("The steps differ.");
  });

  test("exits with 0 where nothing changes, and with 1 where B fails", () => {
    const args = ["compare", "-f", "-", "--injector", "one.yaml"];
    expect(runWith([...args, "--to-namespace", "x"], stdin).exit).toBe(0);
    expect(runWith([...args, "--to-injector", "fails.yaml"], { stdin: pod("bad") }).exit).toBe(1);
    expect(runWith([...args, "--to-release", "1.20"], { stdin: "a: [" })).toMatchObject({ exit: 1 });
  });

  test("refuses what it cannot understand", () => {
    const misused = (...args: string[]) => runWith(["compare", ...args], stdin);
    expect(misused("--injector", "one.yaml")).toMatchObject({ exit: 2, stdout: "" });
    expect(misused("--to-injector", "one.yaml").stderr).toContain("--injector is missing");
    expect(misused("--injector", "-", "--to-injector", "two.yaml").stderr).toContain("standard input can only be one");
    expect(misused("--injector", "one.yaml", "--to-injector", "none.yaml")).toMatchObject({
      exit: 1,
      stderr: "open none.yaml: no such file or directory\n",
    });
  });
});

describe("fleet", () => {
  const args = ["fleet", "-f", "apps", "--injector", "one.yaml", "--to-injector", "fails.yaml"];

  test("groups the workloads of a folder, what starts to fail first", () => {
    const { exit, stdout, stderr } = runWith(args);
    expect(exit).toBe(1);
    expect(stdout).toMatch(
      /^1 workload: starts to fail: shop\/Pod\/bad\n.*error calling fail: no\n2 workloads: changes: shop\/Pod\/a, shop\/Pod\/b\n {2}changed istio-proxy image: proxy:1 → proxy:2\n$/,
    );
    expect(stderr).toBe("3 workloads: 2 changes, 1 starts to fail\n");
  });

  test("prints CSV, Markdown, and a line a workload", () => {
    const rows = runWith([...args, "-o", "csv"]).stdout.split("\r\n");
    expect(rows[2]).toBe("2,changed,shop,Pod,a,changed,image,istio-proxy,image,proxy:1,proxy:2,");
    expect(runWith([...args, "-o", "markdown"]).stdout).toContain("### changes: 2 × `shop/Pod/a`");
    const lines = runWith([...args, "-o", "ndjson"])
      .stdout.trimEnd()
      .split("\n");
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { file: "apps/a.yaml", name: "a", outcome: "changed" },
      { file: "apps/a.yaml", name: "b", outcome: "changed" },
      { file: "apps/inner/bad.yaml", name: "bad", outcome: "starts-to-fail" },
    ]);
  });

  test("an injector that cannot be used is told instead of many failures", () => {
    const { exit, stdout, stderr } = runWith([
      "fleet",
      "-f",
      "apps",
      "--injector",
      "one.yaml",
      "--to-injector",
      "apps/a.yaml",
    ]);
    expect([exit, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^--to-injector: no ConfigMap found with data\.config\n$/);
  });

  test("reads a tar, packed or not, as a file or from standard input; a broken one is told", () => {
    execFileSync("tar", ["--sort=name", "-cf", "apps.tar", "apps"]);
    execFileSync("tar", ["--sort=name", "-czf", "apps.tgz", "apps"]);
    const injectors = args.slice(3);
    for (const file of ["apps.tar", "apps.tgz"]) {
      const { stdout, stderr } = runWith(["fleet", "-f", file, ...injectors, "-o", "ndjson"]);
      expect(stderr).toBe("3 workloads: 2 changes, 1 starts to fail\n");
      expect(stdout).toContain(`"file":"${file}/apps/inner/bad.yaml"`);
    }
    writeFileSync("broken.tgz", readFileSync("apps.tgz").subarray(0, 60));
    expect(runWith(["fleet", "-f", "broken.tgz", ...injectors])).toMatchObject({
      exit: 1,
      stderr: "read broken.tgz: unexpected end of file\n",
    });
  });

  test("reads standard input", () => {
    expect(runWith(["fleet", "--injector", "-", "--to-injector", "two.yaml"], stdin)).toMatchObject({ exit: 2 });
    const { exit, stderr } = runWith(["fleet", "--injector", "one.yaml", "--to-injector", "two.yaml"], stdin);
    expect([exit, stderr]).toEqual([3, "1 workload: 1 changes\n"]);
  });
});
