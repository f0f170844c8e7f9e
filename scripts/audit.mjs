// Checks what the project is made of: the lockfile names each package by what it holds and no registry, and no package that is shipped is
// known to be dangerous, where the registry tells.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./install.mjs";

const read = (name) => readFileSync(join(root, name), "utf8");
const wrong = [];

const { packages } = JSON.parse(read("package-lock.json"));
for (const [path, { integrity, inBundle, resolved }] of Object.entries(packages)) {
  if (path !== "" && !integrity && !inBundle) wrong.push(`the lockfile does not say what ${path} holds`);
  if (resolved) wrong.push(`the lockfile says where ${path} came from`);
}
if (!/^omit-lockfile-registry-resolved=true$/m.test(read(".npmrc")))
  wrong.push(".npmrc lets the lockfile name a registry");
console.log(`lockfile: ${Object.keys(packages).length - 1} packages`);

const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
  cwd: root,
  encoding: "utf8",
  timeout: 60_000,
});
const report = parsed(stdout);
if (report?.auditReportVersion === undefined) console.log("not audited: the registry does not answer");
else {
  const known = Object.values(report.vulnerabilities).filter(({ severity }) => ["high", "critical"].includes(severity));
  for (const { name, severity, range } of known) wrong.push(`${name} ${range} is known to be dangerous (${severity})`);
  console.log(`audited: ${known.length} packages are known to be dangerous`);
}

for (const line of wrong) console.error(line);
process.exitCode = wrong.length > 0 ? 1 : 0;

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
