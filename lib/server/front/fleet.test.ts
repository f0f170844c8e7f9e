import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fleetEntries, type FleetSide } from "../../compare/fleet";
import { fleetPieces } from "../../compare/fleet-pieces";
import { schemas } from "../openapi-schemas";
import { violation } from "../schema";
import { type ServerProcess, startProcess } from "./testing/process";

let server: ServerProcess;
beforeAll(async () => {
  server = await startProcess();
}, 120_000);
afterAll(() => server.end());

type Line = { readonly type: string; readonly name?: string } & Readonly<Record<string, unknown>>;

const side = (tag: string, more = ""): FleetSide => ({
  injector: {
    config: `policy: enabled
defaultTemplates: [a]
templates:
  a: |
    spec: {containers: [{name: istio-proxy, image: "proxy:${tag}"}]}
    ${more}
`,
    values: "{}",
  },
});
const pod = (name: string) =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop}\nspec: {containers: [{name: app, image: a}]}\n`;
const pods = (count: number) => Array.from({ length: count }, (_, i) => pod(`p${i}`)).join("---\n");
const body = (workload: string, more = "") => ({ workload, a: side("1"), b: side("2", more) });

async function linesOf(response: Response): Promise<Line[]> {
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/x-ndjson"]);
  const lines = (await response.text()).trimEnd().split("\n");
  const read = lines.map((line) => JSON.parse(line) as Line);
  for (const line of read) expect(violation(schemas.FleetLine, line, schemas)).toBeUndefined();
  return read;
}

describe("POST /api/v1/fleet", () => {
  test("tells every workload as it is alone, how far it is, and the groups; a broken document is one of them", async () => {
    const more = '{{ if eq .ObjectMeta.Name "p3" }}{{ fail "no" }}{{ end }}';
    const workload = `${pods(50)}---\na: [\n---\n${pod("last")}`;
    const lines = await linesOf(await server.fleet(body(workload, more)));
    expect(lines[0]).toMatchObject({ type: "start", objects: 52, a: { release: {} }, b: { release: {} } });
    const told = lines.filter(({ type }) => type === "workload").sort((x, y) => Number(x.number) - Number(y.number));
    const sources = [...fleetPieces(workload)].map((piece, number) => ({ ...piece, number }));
    const alone = sources.flatMap((source) => fleetEntries([source], side("1"), side("2", more)));
    expect(told).toEqual(alone.map((entry) => JSON.parse(JSON.stringify({ type: "workload", ...entry })) as unknown));
    expect(lines.filter(({ type }) => type === "progress").at(-1)).toEqual({ type: "progress", done: 52, of: 52 });
    expect(lines.at(-1)).toMatchObject({
      type: "end",
      workloads: 52,
      stopped: 0,
      counts: { changed: 50, fails: 1, "starts-to-fail": 1 },
      groups: [
        { outcome: "starts-to-fail", workloads: 1, example: 3 },
        { outcome: "changed", workloads: 50, example: 0 },
        { outcome: "fails", workloads: 1, example: 50 },
      ],
    });
  });

  test("a workload that takes too much is stopped, and no other is lost", async () => {
    const endless = `{{ if eq .ObjectMeta.Name "p7" }}{{ $l := list }}{{ range until 1000000 }}{{ $l = append $l (until 10000) }}{{ end }}{{ end }}`;
    const lines = await linesOf(await server.fleet(body(pods(24), endless)));
    expect(lines.filter(({ type }) => type === "workload")).toHaveLength(23);
    expect(lines.find(({ type }) => type === "stopped")).toMatchObject({ number: 7, line: 7 * 5 + 1 });
    expect(lines.at(-1)).toMatchObject({ type: "end", workloads: 23, stopped: 1 });
  }, 60_000);

  test("a side that cannot be used is told at the start", async () => {
    const lines = await linesOf(await server.fleet({ ...body(pods(2)), b: { injector: "kind: ConfigMap\n" } }));
    expect(lines[0]).toMatchObject({ type: "start", b: { configError: { stage: "config" } } });
    expect(lines.slice(1).map(({ type }) => type)).toEqual(["end"]);
  });

  test.each([
    ["no form", { workload: "", a: side("1") }, 400, "/b"],
    ["an unknown field", { ...body(""), c: 1 }, 400, "/c"],
    ["a text of a side that is too large", { ...body(""), a: { ...side("1"), mesh: "a".repeat(7e6) } }, 413, "/a/mesh"],
  ])("refuses %s", async (_, request, status, field) => {
    const response = await server.fleet(request);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ status, field });
  });

  test("refuses what is no JSON, too large, or not sent as JSON", async () => {
    const post = (init: RequestInit) => fetch(`${server.url}/api/v1/fleet`, { method: "POST", ...init });
    const headers = { "Content-Type": "application/json" };
    expect((await post({ body: "{}" })).status).toBe(415);
    expect(await (await post({ body: '{"a"', headers })).json()).toMatchObject({ status: 400, line: 1, column: 5 });
    const large = new Uint8Array(64 * 1024 * 1024 + 1);
    expect((await post({ body: large, headers })).status).toBe(413);
    expect((await fetch(`${server.url}/api/v1/fleet`)).status).toBe(405);
  });

  test("takes more than an injection may have", async () => {
    const filled = `${pod("one")}# ${"x".repeat(20 * 1024 * 1024)}\n---\n${pod("two")}`;
    const lines = await linesOf(await server.fleet(body(filled)));
    expect(lines.at(-1)).toMatchObject({ type: "end" });
    expect(lines.some(({ name }) => name === "two")).toBe(true);
  }, 60_000);

  test("one client has one at a time, and one whose client goes ends", async () => {
    const controller = new AbortController();
    const first = await server.fleet(body(pods(20_000)), controller.signal);
    const reader = first.body!.getReader();
    expect(new TextDecoder().decode((await reader.read()).value)).toContain('"type":"start"');
    expect((await server.fleet(body(pods(1)))).status).toBe(429);
    controller.abort();
    const until = performance.now() + 5000;
    let status = 429;
    while (status === 429 && performance.now() < until) {
      const next = await server.fleet(body(pods(1)));
      status = next.status;
      await next.text();
    }
    expect(status).toBe(200);
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toMatch(/^injection_explorer_requests_total\{route="\/api\/v1\/fleet",status="499"\} 1$/m);
  }, 60_000);
});
