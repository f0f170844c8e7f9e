// npm test: installs what is missing and runs every check. The last line is the total.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { installPackages, quietEnvironment, root, systemChromium, systemDatabases } from "./install.mjs";

installPackages();
const chromium = systemChromium();
systemDatabases();

const bin = (name) => join(root, "node_modules", ".bin", name);
const count = (pattern) => (output) => Number(output.match(pattern)?.[1] ?? 0);

/** A check: a command, and how many passed and failed in what it printed. One without counts is one test. */
const checks = [
  { name: "format", command: [bin("prettier"), "--check", "--log-level=warn", "."] },
  { name: "lint", command: [bin("eslint"), "--max-warnings=0", "."] },
  { name: "types", command: [bin("tsc"), "-p", "."] },
  { name: "types of lib, without Node and browser", command: [bin("tsc"), "-p", "lib"] },
  { name: "unused", command: [bin("knip")] },
  { name: "lockfile and audit", command: [process.execPath, "scripts/audit.mjs"] },
  {
    name: "unit and property tests",
    command: [bin("vitest"), "run"],
    passed: count(/Tests .*?(\d+) passed/),
    failed: count(/Tests .*?(\d+) failed/),
  },
  {
    name: "conformance",
    command: [process.execPath, "scripts/run.mjs", "conformance/run.ts"],
    passed: count(/conformance: (\d+) passed/),
    failed: count(/conformance: \d+ passed, (\d+) failed/),
  },
  { name: "build", command: [process.execPath, "scripts/build.mjs"] },
  {
    name: "browser",
    command: [bin("playwright"), "test"],
    passed: (output) => count(/(\d+) passed/)(output) + count(/(\d+) flaky/)(output),
    failed: count(/(\d+) failed/),
    needs: chromium ? undefined : "no Chromium on this machine, and none could be installed",
  },
];

function run([command, ...args]) {
  return new Promise((resolve) => {
    const env = { ...quietEnvironment, CHROMIUM_PATH: chromium ?? "", NO_COLOR: "1", FORCE_COLOR: undefined };
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const take = (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("close", (code) => resolve({ code, output }));
  });
}

let passed = 0;
let failed = 0;
for (const check of checks) {
  const started = performance.now();
  console.log(`\n── ${check.name}`);
  if (check.needs) {
    console.log(`not run: ${check.needs}`);
    failed++;
    continue;
  }
  const { code, output } = await run(check.command);
  const good = check.passed?.(output) ?? (code === 0 ? 1 : 0);
  // A runner that ends badly without a count of failures (a crash) has failed once.
  const bad = Math.max(check.failed?.(output) ?? 0, code === 0 ? 0 : 1);
  passed += good;
  failed += bad;
  console.log(`${check.name}: ${good} passed, ${bad} failed, ${((performance.now() - started) / 1000).toFixed(1)} s`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
