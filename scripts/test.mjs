// npm test: installs what is missing and runs every check. The last line is the total.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { installPackages, quietEnvironment, root, systemChromium, systemDatabases } from "./install.mjs";

installPackages();
const chromium = systemChromium();
systemDatabases();

const bin = (name) => join(root, "node_modules", ".bin", name);
const count = (pattern) => (output) => Number(output.match(pattern)?.[1] ?? 0);

/**
 * A check: a command, and how many passed and failed in what it printed. One without counts is one test. Checks of a stage run two at a
 * time, since most of them use one processor; those that use all run alone.
 */
const stages = [
  [
    { name: "format", command: [bin("prettier"), "--check", "--log-level=warn", "."] },
    { name: "lint", command: [bin("eslint"), "--max-warnings=0", "."] },
    { name: "types", command: [bin("tsc"), "-p", "."] },
    { name: "types of lib, without Node and browser", command: [bin("tsc"), "-p", "lib"] },
    { name: "unused", command: [bin("knip")] },
    { name: "lockfile and audit", command: [process.execPath, "scripts/audit.mjs"] },
  ],
  [
    {
      name: "conformance",
      command: [process.execPath, "scripts/run.mjs", "conformance/run.ts"],
      passed: count(/conformance: (\d+) passed/),
      failed: count(/conformance: \d+ passed, (\d+) failed/),
    },
    { name: "build", command: [process.execPath, "scripts/build.mjs"] },
  ],
  [
    {
      name: "unit and property tests",
      command: [bin("vitest"), "run"],
      passed: count(/Tests .*?(\d+) passed/),
      failed: count(/Tests .*?(\d+) failed/),
    },
  ],
  [
    {
      name: "browser",
      command: [bin("playwright"), "test"],
      passed: (output) => count(/(\d+) passed/)(output) + count(/(\d+) flaky/)(output),
      failed: count(/(\d+) failed/),
      needs: chromium ? undefined : "no Chromium on this machine, and none could be installed",
    },
  ],
];

/** Runs a command. Its output comes at once where it runs alone, else when it is done. */
function run([command, ...args], alone) {
  return new Promise((resolve) => {
    const env = { ...quietEnvironment, CHROMIUM_PATH: chromium ?? "", NO_COLOR: "1", FORCE_COLOR: undefined };
    const child = spawn(command, args, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const take = (chunk) => {
      output += chunk;
      if (alone) process.stdout.write(chunk);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("close", (code) => {
      if (!alone) process.stdout.write(output);
      resolve({ code, output });
    });
  });
}

let passed = 0;
let failed = 0;

async function runCheck(check, alone) {
  const started = performance.now();
  if (check.needs) {
    console.log(`\n── ${check.name}\nnot run: ${check.needs}`);
    failed++;
    return;
  }
  if (alone) console.log(`\n── ${check.name}`);
  const { code, output } = await run(check.command, alone);
  const good = check.passed?.(output) ?? (code === 0 ? 1 : 0);
  // A runner that ends badly without a count of failures (a crash) has failed once.
  const bad = Math.max(check.failed?.(output) ?? 0, code === 0 ? 0 : 1);
  passed += good;
  failed += bad;
  console.log(`${check.name}: ${good} passed, ${bad} failed, ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

for (const checks of stages) {
  const open = [...checks];
  const lane = async () => {
    for (let check; (check = open.shift());) await runCheck(check, checks.length === 1);
  };
  await Promise.all([lane(), lane()]);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
