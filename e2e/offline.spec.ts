import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { exampleRequest } from "../lib/example";
import { encodeFragment } from "../lib/links/fragment";
import { expect, Explorer, test } from "./explorer";

test.use({ serviceWorkers: "allow" });

const { workload, injector, mesh = "" } = exampleRequest;

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** A server of this test's own, to be ended. */
async function served(port: number): Promise<ChildProcess> {
  const server = spawn(process.execPath, [".next/standalone/server.js"], {
    stdio: "ignore",
    env: {
      ...process.env,
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
      INJECT_TIMEOUT_MS: "8000",
      NODE_ENV: "production",
    },
  });
  const ready = () =>
    fetch(`http://localhost:${port}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(ready, { timeout: 30_000 }).toBe(true);
  return server;
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill("SIGKILL");
  await once(server, "exit");
}

test("a link that holds everything opens without the server, and what is typed is injected", async ({ context }) => {
  test.slow();
  const port = await freePort();
  const address = `http://localhost:${port}/`;
  let server = await served(port);
  try {
    const first = await context.newPage();
    await first.goto(address);
    await expect(first.locator("html[data-offline=ready]")).toBeAttached({ timeout: 30_000 });
    const online = await first.getByTestId("summary").textContent();
    await first.close();
    await ended(server);

    const page = await context.newPage();
    const texts = { workload, injector: injector as string, mesh, proxyConfigs: "", namespaces: "", webhooks: "" };
    const mine = { ...texts, workload: workload.replaceAll("istio-eastwestgateway", "from-a-link") };
    await page.goto(`${address}#${await encodeFragment({ texts: mine, options: {}, view: { filter: {} } })}`);
    const explorer = new Explorer(page);
    await explorer.editorsReady();
    await expect(page.getByTestId("offline")).toContainText("injected in this browser");
    await expect(explorer.summary).toHaveText(online!);
    await expect(explorer.diff().locator(".editor.modified")).toContainText("from-a-link");
    await explorer.write(
      mine.workload
        .replace("replicas: 2", "replicas: 2\n  paused: true")
        .replace("templates: gateway", "templates: ghost"),
    );
    await expect(explorer.error).toContainText('requested template "ghost" not found');

    server = await served(port);
    await explorer.write(mine.workload);
    await expect(explorer.error).toBeHidden();
    await expect(page.getByTestId("offline")).toBeHidden();
  } finally {
    await ended(server);
  }
});
