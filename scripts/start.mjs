// npm start: installs what is missing, builds, serves, and says where.
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { build } from "./build.mjs";
import { installPackages, quietEnvironment, root } from "./install.mjs";
import { SERVER_FLAGS } from "./server-flags.mjs";

installPackages();
await build();

/** The wanted port, or the next one that is free. */
async function freePort(wanted) {
  for (let port = wanted; port < wanted + 100; port++) {
    const free = await new Promise((resolve) => {
      const server = createServer();
      server.once("error", () => resolve(false));
      server.listen(port, () => server.close(() => resolve(true)));
    });
    if (free) return port;
  }
  throw new Error(`no free port from ${wanted} on`);
}

const port = process.env.PORT ? Number(process.env.PORT) : await freePort(3000);
const host = process.env.HOSTNAME_BIND ?? "0.0.0.0";
console.log(`Injection Explorer: http://localhost:${port}`);
let server;
function serve() {
  server = spawn(process.execPath, [...SERVER_FLAGS, join(root, ".next/standalone/server.js")], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      DATA_DIR: join(root, "data"),
      ...quietEnvironment,
      PORT: String(port),
      HOSTNAME: host,
      NODE_ENV: "production",
    },
  });
  server.on("exit", (code, signal) => {
    // V8 aborts the process where memory ends at once in a place from which it cannot return.
    if (signal !== "SIGABRT") process.exit(code ?? 0);
    console.error("The server ran out of memory; it starts again.");
    serve();
  });
}
serve();
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
// A signal to npm ends the shell that npm started this in, and goes no further: the server ends with that shell.
const shell = process.ppid;
if (process.env.npm_lifecycle_event === "start") {
  setInterval(() => process.ppid === shell || server.kill("SIGTERM"), 500).unref();
}
