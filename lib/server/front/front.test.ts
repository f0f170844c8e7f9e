import { afterEach, describe, expect, test, vi } from "vitest";
import { ProblemError } from "../problem";
import type { Front } from "./front";
import { echo, injectText, listening } from "./testing/wire";

const fronts: Front[] = [];
async function front(options: Parameters<typeof listening>[0] = {}) {
  const made = await listening(options);
  fronts.push(made);
  const url = `http://127.0.0.1:${made.port}`;
  const post = (body: BodyInit, headers: Record<string, string> = { "Content-Type": "application/json" }) =>
    fetch(`${url}/api/v1/inject`, { method: "POST", body, headers });
  return { ...made, url, post };
}
afterEach(async () => {
  for (const { server, stop } of fronts.splice(0)) {
    const stopped = stop();
    server.closeAllConnections();
    await stopped;
  }
  vi.restoreAllMocks();
});

describe("the front", () => {
  test("answers with what the pool gives, a request id, and headers that let nothing run", async () => {
    const response = await (await front()).post("{}");
    expect([response.status, await response.text()]).toEqual([200, "{}"]);
    const headers = Object.fromEntries(response.headers);
    expect(headers).toMatchObject({
      "content-type": "application/json",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
    expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers).not.toHaveProperty("strict-transport-security");
  });

  test("hands all else to the pages", async () => {
    const { url } = await front();
    expect(await (await fetch(`${url}/some?q`)).text()).toBe("page /some?q");
    expect(await (await fetch(`${url}/toString`)).text()).toBe("page /toString");
  });

  test.each([{}, { "Content-Type": "text/yaml" }, { "Content-Type": "application/json; charset=latin1" }])(
    "refuses content type %j",
    async (headers) => {
      const response = await (await front()).post(new Uint8Array([123, 125]), headers as Record<string, string>);
      expect([response.status, response.headers.get("content-type")]).toEqual([415, "application/problem+json"]);
    },
  );

  test("takes UTF-8 said in any way, and says which method would do", async () => {
    const { post, url } = await front();
    expect((await post("{}", { "Content-Type": 'Application/JSON; charset="UTF-8"' })).status).toBe(200);
    const wrong = await fetch(`${url}/api/v1/inject`);
    expect([wrong.status, wrong.headers.get("allow")]).toEqual([405, "POST"]);
  });

  test("tells the pool's problem with its request id, and logs no text of a user", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const problem = { status: 503, title: "Too much time", detail: "…" } as const;
    const limited = await front({ pool: { ...echo, run: () => Promise.reject(new ProblemError(problem)) } });
    const response = await limited.post('"secret"');
    expect(await response.json()).toEqual({
      type: "about:blank",
      ...problem,
      requestId: response.headers.get("x-request-id"),
    });
    const failing = await front({
      pool: { ...echo, run: () => Promise.reject(new Error("secret")) },
      pages: (request) => {
        throw new Error(request.url);
      },
    });
    expect((await failing.post('"secret"')).status).toBe(500);
    expect((await fetch(`${failing.url}/secret`)).status).toBe(500);
    expect(log).toHaveBeenCalledTimes(3);
    expect(JSON.stringify(log.mock.calls)).not.toContain("secret");
  });

  test("compresses for those who are elsewhere", async () => {
    const { post } = await front({ proxies: 1 });
    const large = JSON.stringify("a".repeat(10_000));
    const headers = { "Content-Type": "application/json", "Accept-Encoding": "gzip" };
    const far = await post(large, { ...headers, "X-Forwarded-For": "192.0.2.1" });
    expect([far.headers.get("content-encoding"), await far.text()]).toEqual(["gzip", large]);
    const near = await post(large, headers);
    expect([near.headers.get("content-encoding"), await near.text()]).toEqual([null, large]);
  });

  test("asks for TLS only where a trusted proxy says that there is some", async () => {
    const hsts = async (proxies: number, proto: string) => {
      const { url } = await front({ proxies });
      const response = await fetch(`${url}/healthz`, { headers: { "X-Forwarded-Proto": proto } });
      return response.headers.get("strict-transport-security");
    };
    expect(await hsts(1, "https")).toBe("max-age=31536000");
    expect([await hsts(1, "http"), await hsts(0, "https")]).toEqual([null, null]);
  });

  test("counts requests by route and status, in words of its own", async () => {
    const { url, post } = await front();
    await post("{}");
    await post("{}", {});
    await fetch(`${url}/secret?secret`);
    const response = await fetch(`${url}/metrics`);
    expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
    const text = await response.text();
    for (const line of [
      'requests_total{route="/api/v1/inject",status="200"} 1',
      'requests_total{route="/api/v1/inject",status="415"} 1',
      'requests_total{route="pages",status="200"} 1',
      'request_duration_seconds_count{route="/api/v1/inject"} 2',
      "jobs_waiting 0",
      "workers_ready 1",
      'workers_replaced_total{cause="time"} 0',
    ])
      expect(text).toContain(`injection_explorer_${line}\n`);
    expect(text).toMatch(/^process_resident_memory_bytes [1-9]/m);
    expect(text).not.toContain("secret");
  });

  test("stopping, it finishes what it accepted and takes no more", async () => {
    let finish!: (bytes: Uint8Array) => void;
    const run = vi.fn(() => new Promise<Uint8Array>((resolve) => (finish = resolve)));
    const { post, url, stop } = await front({ pool: { ...echo, run } });
    const accepted = post("{}");
    await vi.waitFor(() => expect(run).toHaveBeenCalled());
    const stopped = stop();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    finish(new TextEncoder().encode("done"));
    const response = await accepted;
    expect([await response.text(), response.headers.get("connection")]).toEqual(["done", "close"]);
    await stopped;
  });
});

test("injectText is the request that it says", () => {
  expect(injectText("{}")).toMatch(/Content-Length: 2\r\n\r\n\{\}$/);
});
