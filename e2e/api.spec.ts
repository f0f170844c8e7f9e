import { exampleRequest } from "../lib/example";
import { expect, test } from "@playwright/test";

const url = "/api/v1/inject";
const MIB = 1024 * 1024;

test("injects", async ({ request }) => {
  const response = await request.post(url, { data: { ...exampleRequest, options: undefined } });
  expect(response.status()).toBe(200);
  expect(response.headers()["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  const { release, objects } = await response.json();
  expect(release).toEqual({ name: "1.30", from: "values.global.tag" });
  expect(objects[0].pod.spec.containers[0].image).toBe("docker.io/istio/proxyv2:1.30.3");
});

test("an injection that fails is a result, not an HTTP error", async ({ request }) => {
  const response = await request.post(url, { data: { ...exampleRequest, workload: "a: [" } });
  expect(response.status()).toBe(200);
  expect((await response.json()).error.message).toContain("yaml: line 1");
});

test("says what is wrong with a request", async ({ request }) => {
  const headers = { "Content-Type": "application/json" };
  const problem = async (status: number, options: Parameters<typeof request.post>[1]) => {
    const response = await request.post(url, options);
    expect(response.status()).toBe(status);
    expect(response.headers()["content-type"]).toBe("application/problem+json");
    const body = await response.json();
    expect(body).toMatchObject({ type: "about:blank", status, requestId: response.headers()["x-request-id"] });
    return body;
  };
  expect(await problem(400, { headers, data: Buffer.from("{\n nonsense}") })).toMatchObject({ line: 2, column: 2 });
  expect(await problem(400, { data: { workload: "", injector: 5 } })).toMatchObject({ field: "/injector" });
  expect(await problem(400, { data: { workload: "", injector: "", options: { path: "x" } } })).toMatchObject({
    field: "/options/path",
  });
  await problem(415, { headers: { "Content-Type": "text/yaml" }, data: "a: b" });
  expect(await problem(413, { data: { workload: "x".repeat(6 * MIB + 1), injector: "" } })).toMatchObject({
    field: "/workload",
  });
  await problem(413, { headers, data: Buffer.alloc(14 * MIB, 32) });
});

test("goes on after a request that used too much", async ({ request }) => {
  const hungry = exampleRequest.workload.replace(/^/, `${"- ".repeat(50_000)}\n---\n`);
  const response = await request.post(url, { data: { ...exampleRequest, workload: hungry } });
  expect([200, 503]).toContain(response.status());
  expect((await request.post(url, { data: exampleRequest })).status()).toBe(200);
});

test("describes itself, and says that it is well", async ({ request }) => {
  const openapi = await (await request.get("/api/v1/openapi.json")).json();
  expect(openapi.openapi).toBe("3.1.0");
  expect(Object.keys(openapi.paths)).toContain("/api/v1/inject");
  expect(await (await request.get("/healthz")).json()).toEqual({ status: "alive" });
  expect(await (await request.get("/readyz")).json()).toEqual({ status: "ready" });
  const metrics = await (await request.get("/metrics")).text();
  expect(metrics).toMatch(/^injection_explorer_workers_ready [1-9]/m);
  expect(metrics).toMatch(/^injection_explorer_requests_total\{route="\/readyz",status="200"\} [1-9]/m);
});

test("sends the headers that keep a page safe", async ({ request }) => {
  const page = (await request.get("/")).headers();
  expect(page["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[^']+';/);
  expect(page["content-security-policy"]).not.toContain("unsafe-eval");
  expect(page["x-content-type-options"]).toBe("nosniff");
  expect(page["x-powered-by"]).toBeUndefined();
  const api = (await request.get("/api/v1/openapi.json")).headers();
  expect(api["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
});
