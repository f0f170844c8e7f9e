// Builds the explorer unless the last build is of the same sources.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { quietEnvironment, root } from "./install.mjs";

const SOURCES = [
  "instrumentation.ts",
  "proxy.ts",
  "app",
  "components",
  "lib",
  "public",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
  "scripts/build.mjs",
  "scripts/links.ts",
];
const stamp = join(root, ".next", "built-from");

function* files(path) {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) yield path;
  else for (const name of readdirSync(path).sort()) yield* files(join(path, name));
}

function sourcesHash() {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const file of files(join(root, source)))
      hash.update(file.slice(root.length)).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** Makes the production build, with what the standalone server needs beside it. */
export async function build() {
  const hash = sourcesHash();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  console.log("Building …");
  execFileSync(process.execPath, [join(root, "node_modules/next/dist/bin/next"), "build"], {
    cwd: root,
    stdio: "inherit",
    env: quietEnvironment,
  });
  const standalone = join(root, ".next/standalone");
  cpSync(join(root, "public"), join(standalone, "public"), { recursive: true });
  cpSync(join(root, ".next/static"), join(standalone, ".next/static"), { recursive: true });
  await bundleServer(standalone);
  writeFileSync(stamp, hash);
}

/** Puts our own server in the place of the one of Next.js, and beside it the worker and the command that backs links up. */
async function bundleServer(outdir) {
  // Not above: whoever starts a fresh clone has no packages yet when this file is read.
  const { build: bundle } = await import("esbuild");
  const options = { outdir, bundle: true, platform: "node", format: "esm", target: "node20", logLevel: "warning" };
  await bundle({
    ...options,
    entryPoints: { server: join(root, "lib/server/front/main.ts"), links: join(root, "scripts/links.ts") },
    // libSQL has a part in machine code, which the build of the pages has copied.
    external: ["next", "@libsql/client", "pg-native"],
    // prom-client and pg are CommonJS and ask for Node's modules.
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  await bundle({ ...options, entryPoints: { "inject.worker": join(root, "lib/server/inject.worker.ts") } });
}

if (process.argv[1] === import.meta.filename) await build();
