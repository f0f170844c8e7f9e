import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { SERVER_FLAGS } from "./scripts/server-flags.mjs";

/** A port that is free now; the workers of the run learn it from the environment. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return String(port);
}

const port = (process.env.E2E_PORT ??= await freePort());
/** Where the server keeps links. */
const dataFolder = (process.env.E2E_DATA_DIR ??= mkdtempSync(join(tmpdir(), "explorer-")));
const baseURL = `http://localhost:${port}`;

/** Browser tests against the production build: run `npm run build` first. */
export default defineConfig({
  testDir: "e2e",
  snapshotPathTemplate: "{testDir}/screenshots/{arg}{ext}",
  fullyParallel: true,
  workers: 2,
  // A test that passes at its second try only is told as flaky, by its name.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    baseURL,
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
    // What a service worker answers, tests could not watch: offline.spec.ts alone has one.
    serviceWorkers: "block",
    permissions: ["clipboard-read", "clipboard-write"],
    launchOptions: { executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium" },
  },
  webServer: {
    command: `node ${SERVER_FLAGS.join(" ")} .next/standalone/server.js`,
    url: `${baseURL}/readyz`,
    // A busy machine must not turn slow answers into refusals.
    env: {
      PORT: port,
      HOSTNAME: "127.0.0.1",
      INJECT_TIMEOUT_MS: "8000",
      DATA_DIR: dataFolder,
      LINKS_PER_MINUTE: "600",
    },
    timeout: 60_000,
  },
});
