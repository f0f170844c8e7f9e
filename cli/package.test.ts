import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { exampleRequest } from "../lib/example/index";

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "packed-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("the packed command runs in an empty folder, with nothing installed", () => {
  execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [tarball] = readdirSync(folder);
  execFileSync("tar", ["-xzf", tarball!], { cwd: folder });
  const program = join(folder, "package/dist/injection-explorer.mjs");
  const empty = join(folder, "empty");
  mkdirSync(empty);
  writeFileSync(join(empty, "workload.yaml"), exampleRequest.workload);
  writeFileSync(join(empty, "injector.yaml"), exampleRequest.injector as string);

  // As a shell would run it, by its first line.
  const ran = spawnSync(program, ["inject", "-f", "-", "--injector", "injector.yaml"], {
    cwd: empty,
    input: exampleRequest.workload,
    encoding: "utf8",
  });
  expect(ran).toMatchObject({ status: 0, stderr: "" });
  expect(ran.stdout).toMatch(/^apiVersion: v1\nkind: Pod\nmetadata:\n/);
  expect(ran.stdout).toContain("name: istio-proxy");

  // Enough workloads for threads to help.
  const fleet = Array.from({ length: 400 }, (_, i) =>
    exampleRequest.workload.replaceAll("istio-eastwestgateway", `app-${i}`),
  );
  writeFileSync(join(empty, "next.yaml"), (exampleRequest.injector as string).replace("1.30.3", "1.30.4"));
  const many = spawnSync(
    program,
    ["fleet", "--injector", "injector.yaml", "--to-injector", "next.yaml", "-o", "ndjson"],
    {
      cwd: empty,
      input: fleet.join("---\n"),
      encoding: "utf8",
    },
  );
  expect(many.stderr).toMatch(/^400 workloads: 400 changes\n$/);
  const names = many.stdout
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as { name: string }).name);
  expect(names).toEqual(fleet.map((_, i) => `app-${i}`));

  const wrong = spawnSync(process.execPath, [program, "inject"], { cwd: empty, input: "", encoding: "utf8" });
  expect(wrong.status).toBe(2);
});
