// Installs the packages of the lockfile if they are not there yet. Plain Node: it runs before any package is installed.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..");
const stamp = join(root, "node_modules", ".installed-for");

/**
 * Installs the lockfile's packages unless they are there. Not with `npm ci`: it refuses a lockfile without the optional packages of other
 * platforms, which a registry need not have.
 */
export function installPackages() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.log("Installing packages …");
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: root, stdio: "inherit" });
  writeFileSync(stamp, lock);
}

/** The environment of tools that would otherwise report what they see. */
export const quietEnvironment = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };

/** The system's Chromium; installed where that is allowed (Debian, root), otherwise undefined. */
export function systemChromium() {
  const paths = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const found = () => [process.env.CHROMIUM_PATH, ...paths].find((path) => path && existsSync(path));
  return found() ?? (installDebianPackages("Chromium", "chromium", "fonts-noto-cjk"), found());
}

/** Sees that the database servers that tests start are on this machine, where that is allowed. Tests of one that is missing say so. */
export function systemDatabases() {
  if (!existsSync("/usr/bin/redis-server")) installDebianPackages("Redis", "redis-server");
  if (!existsSync("/usr/lib/postgresql")) installDebianPackages("PostgreSQL", "postgresql");
}

function installDebianPackages(name, ...packages) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  console.log(`Installing ${name} …`);
  const apt = (...args) =>
    execFileSync("apt-get", args, {
      stdio: ["ignore", "ignore", "inherit"],
      // Tests start servers of their own; without a runlevel the packages start none.
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
    });
  try {
    apt("update", "-qq");
    apt("install", "-y", "-qq", "--no-install-recommends", ...packages);
  } catch {
    console.log(`${name} could not be installed.`);
  }
}
