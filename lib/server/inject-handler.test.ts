import { describe, expect, test, vi } from "vitest";
import { handleInject } from "./inject-handler";
import { MAX_BODY_BYTES } from "./limits";
import { ProblemError } from "./problem";

const echo = { run: (body: Uint8Array) => Promise.resolve(body) };
const post = (body: BodyInit, headers: Record<string, string> = { "Content-Type": "application/json" }) =>
  new Request("http://localhost/api/v1/inject", { method: "POST", body, headers, duplex: "half" } as RequestInit);

/** A body that comes in pieces; `taken` counts the bytes that were asked for. */
function stream(total: number): { body: ReadableStream<Uint8Array>; taken: () => number } {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (taken >= total) return controller.close();
      taken += 1024 * 1024;
      controller.enqueue(new Uint8Array(1024 * 1024));
    },
  });
  return { body, taken: () => taken };
}

describe("handleInject", () => {
  test("answers with what the pool gives, and a request id", async () => {
    const response = await handleInject(post("{}"), echo);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
    expect(await response.text()).toBe("{}");
  });

  test.each([{}, { "Content-Type": "text/yaml" }, { "Content-Type": "application/json; charset=latin1" }])(
    "refuses content type %j",
    async (headers) => {
      const response = await handleInject(post(new Uint8Array([123, 125]), headers as Record<string, string>), echo);
      expect(response.status).toBe(415);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
    },
  );

  test("takes UTF-8 said in any way", async () => {
    expect((await handleInject(post("{}", { "Content-Type": 'Application/JSON; charset="UTF-8"' }), echo)).status).toBe(
      200,
    );
  });

  test("stops reading a body that is too large", async () => {
    const { body, taken } = stream(4 * MAX_BODY_BYTES);
    const response = await handleInject(post(body), echo);
    expect(response.status).toBe(413);
    expect(taken()).toBeLessThan(MAX_BODY_BYTES + 3 * 1024 * 1024);
  });

  test("holds only so much of all bodies together, and gives it back", async () => {
    const waiting: ((bytes: Uint8Array) => void)[] = [];
    const pool = { run: () => new Promise<Uint8Array>((resolve) => waiting.push(resolve)) };
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const first = Array.from({ length: 4 }, () => handleInject(post(stream(MAX_BODY_BYTES).body), pool));
    await vi.waitFor(() => expect(waiting.length).toBe(4));
    const refused = await handleInject(post(stream(MAX_BODY_BYTES).body), pool);
    expect(refused.status).toBe(503);
    expect(refused.headers.get("retry-after")).toBe("1");
    for (const resolve of waiting) resolve(new Uint8Array());
    await Promise.all(first);
    expect((await handleInject(post(stream(MAX_BODY_BYTES).body), echo)).status).toBe(200);
    log.mockRestore();
  });

  test("tells the pool's problem with its request id, and logs no text", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const problem = { status: 503, title: "Too much time", detail: "…" } as const;
    const response = await handleInject(post('"secret"'), { run: () => Promise.reject(new ProblemError(problem)) });
    const body = (await response.json()) as Record<string, unknown>;
    expect(body).toEqual({ type: "about:blank", ...problem, requestId: response.headers.get("x-request-id") });
    expect((await handleInject(post('"secret"'), { run: () => Promise.reject(new Error("secret")) })).status).toBe(500);
    expect(JSON.stringify(log.mock.calls)).not.toContain("secret");
    log.mockRestore();
  });
});
