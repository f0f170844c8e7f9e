// Runs a TypeScript program of the project: node scripts/run.mjs FILE [arguments]. It is bundled first, so it runs as fast as it can.
import { spawn } from "node:child_process";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { root } from "./install.mjs";

const [file, ...args] = process.argv.slice(2);
const outfile = join(root, "dist", `${file.split("/").at(-2)}-${basename(file, ".ts")}.mjs`);
await build({
  entryPoints: [join(root, file)],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: "inline",
  logLevel: "error",
});
const child = spawn(process.execPath, ["--expose-gc", "--enable-source-maps", outfile, ...args], { stdio: "inherit" });
child.on("exit", (code) => process.exit(code ?? 1));
