import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { en as compareTexts } from "../components/compare/texts-en";
import { en as learnTexts } from "../components/learn/texts-en";
import { exampleRequest } from "../lib/example";
import { nativeSidecar } from "../lib/example/native-sidecar";
import { notInjected } from "../lib/example/not-injected";
import { reinjected } from "../lib/example/reinjected";
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

/** What the engine in the browser was asked and answered. */
interface Heard {
  heard: { readonly request: object; readonly text: string | undefined }[];
}

/** In the page: notes what goes to workers that inject, and what comes back. */
function listen(): void {
  const heard: Heard["heard"] = [];
  Object.assign(globalThis, { heard });
  const requests = new Map<number, object>();
  const known = new WeakSet<Worker>();

  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, message: { id: number; request?: object }, ...more: never[]) {
    if (message.request) {
      requests.set(message.id, message.request);
      if (!known.has(this))
        this.addEventListener("message", ({ data }: MessageEvent<{ id: number; text?: string }>) => {
          heard.push({ request: requests.get(data.id)!, text: data.text });
        });
      known.add(this);
    }
    post.call(this, message, ...more);
  };
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

    let others = 0;
    const page = await context.newPage();
    await page.addInitScript(listen);
    const texts = {
      workload,
      injector: injector as string,
      mesh,
      proxyConfigs: "",
      namespaces: "",
      webhooks: "",
      live: "",
    };
    const mine = { ...texts, workload: workload.replaceAll("istio-eastwestgateway", "from-a-link") };
    await page.goto(`${address}#${await encodeFragment({ texts: mine, options: {}, view: { filter: {} } })}`);
    const explorer = new Explorer(page);
    await explorer.editorsReady();
    await expect(page.getByTestId("offline")).toContainText("injected in this browser");
    await expect(explorer.summary).toHaveText(online!);
    await expect(explorer.diff().locator(".editor.modified")).toContainText("from-a-link");
    // What was found, and why a line is there, come from the engine in the browser, too.
    await expect(page.getByTestId("findings")).toContainText(/note/);
    await explorer.diff().locator(".modified .view-line", { hasText: "istio.io/rev" }).first().click();
    await expect(page.getByTestId("why")).toContainText("From template gateway, line 59");
    await explorer.write(
      mine.workload
        .replace("replicas: 2", "replicas: 2\n  paused: true")
        .replace("templates: gateway", "templates: ghost"),
    );
    await expect(explorer.error).toContainText('requested template "ghost" not found');
    for (const other of [nativeSidecar, notInjected, reinjected]) {
      const name = `from-an-example-${others++}`;
      await explorer.write(
        `${other.workload.trimEnd()}\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n`,
      );
      const answered = () =>
        page.evaluate(
          (text) =>
            (globalThis as unknown as Heard).heard.filter(({ request }) => JSON.stringify(request).includes(text))
              .length,
          name,
        );
      // The result, and what was found.
      await expect.poll(answered).toBeGreaterThan(1);
    }

    const second = await context.newPage();
    const other = { texts: { injector: mine.injector.replace(/"tag": "[^"]+"/, `"tag": "1.31.0"`) }, options: {} };
    await second.goto(
      `${address}compare#${await encodeFragment({ texts: mine, options: {}, other, view: { filter: {} } })}`,
    );
    await expect(second.getByTestId("offline")).toContainText("injected in this browser");
    await expect(second.getByTestId("outcome")).toContainText(compareTexts.outcomes.changed);
    await expect(second.getByTestId("differs")).toContainText(compareTexts.aspects.values);
    await second.goto(`${address}upgrade`);
    await second.getByRole("tab", { name: "Next" }).click();
    await second.getByLabel(/^Next: istio ConfigMap/).fill("accessLogFile: /dev/null\n");
    await expect(second.getByTestId("run-state")).toHaveText(/^9 workloads in /);
    await second.goto(`${address}learn`);
    await expect(second.getByRole("heading", { level: 1, name: learnTexts.course })).toBeVisible();
    await second.close();

    server = await served(port);
    await explorer.write(mine.workload);
    await expect(explorer.error).toBeHidden();
    await expect(page.getByTestId("offline")).toBeHidden();
    const said = await page.evaluate(() => (globalThis as unknown as Heard).heard);
    const asked = said.map(({ request }) => JSON.stringify(request));
    expect(asked.filter((text) => text.includes("findings")).length).toBeGreaterThan(1);
    expect(asked.filter((text) => text.includes("origins")).length).toBeGreaterThan(0);
    expect(asked.filter((text) => text.includes("from-an-example")).length).toBeGreaterThan(3);
    for (const { request, text } of said) {
      const answer = await page.request.post(`${address}api/v1/inject`, { data: request });
      expect(text).toBe(await answer.text());
    }
  } finally {
    await ended(server);
  }
});
