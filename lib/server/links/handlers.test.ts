import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { schemas } from "../openapi-schemas";
import { violation } from "../schema";
import { openStore } from "../store/open";
import { storeSettings } from "../store/settings";
import type { Store } from "../store/store";
import { handleAboutLinks, handleDeleteLink, handleGetLink, handleMakeLink, handleReadLink } from "./handlers";
import { type LinkService, linkService } from "./service";
import { linkSettings, MAX_CONTENT_BYTES } from "./settings";

const HOUR = 3_600_000;
let folder = "";
let store: Store;
let now = 0;
let service: LinkService;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "links of a test "));
  store = await openStore(storeSettings({ DATA_DIR: folder }) as never);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  now = Date.UTC(2026, 0, 1);
  service = serviceWith({});
});

function serviceWith(env: Record<string, string>): LinkService {
  return linkService(
    () => Promise.resolve(store),
    linkSettings(env),
    () => now,
  );
}

const url = "http://localhost/api/v1/links";
const plain = { kind: "plain", content: { title: "a gateway", workload: "kind: Pod\n" }, expires: "1h" } as const;

async function make(change: object = {}, headers: Record<string, string> = {}) {
  const body = JSON.stringify({ ...plain, ...change });
  const request = new Request(url, {
    method: "POST",
    body,
    headers: { "Content-Type": "application/json", ...headers },
  });
  const response = await handleMakeLink(request, service);
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, string>,
  };
}

async function call(handle: typeof handleGetLink, id: string, headers: Record<string, string> = {}) {
  const response = await handle(new Request(`${url}/${id}`, { headers }), id, service);
  const text = await response.text();
  return { status: response.status, body: (text === "" ? {} : JSON.parse(text)) as Record<string, unknown> };
}

describe("links", () => {
  test("a plain link comes back as it was sent, to whoever has its id", async () => {
    const content = { title: "a", __proto__x: [1, { "\ud800": null }], texts: "\u0000\u2028</script>" };
    const made = await make({ content });
    expect(made.status).toBe(201);
    expect(made.headers.get("location")).toBe(`/api/v1/links/${made.body.id}`);
    expect(violation(schemas.MadeLink, made.body, schemas)).toBeUndefined();
    const got = await call(handleGetLink, made.body.id!);
    expect(violation(schemas.Link, got.body, schemas)).toBeUndefined();
    expect(got).toEqual({
      status: 200,
      body: {
        id: made.body.id,
        kind: "plain",
        createdAt: "2026-01-01T00:00:00.000Z",
        expiresAt: "2026-01-01T01:00:00.000Z",
        burn: false,
        content,
      },
    });
    expect(await call(handleReadLink, made.body.id!)).toEqual(got);
  });

  test("an encrypted link gives the same bytes", async () => {
    const content = Buffer.from([0, 255, 254, 1, 2]).toString("base64url");
    const { body } = await make({ kind: "encrypted", content });
    expect((await call(handleGetLink, body.id!)).body.content).toBe(content);
  });

  test.each([
    ["1h", HOUR],
    ["1d", 24 * HOUR],
    ["1w", 168 * HOUR],
    ["30d", 720 * HOUR],
  ])("%s lives so long and not a millisecond longer", async (expires, lifetime) => {
    const { body } = await make({ expires });
    now += lifetime - 1;
    expect((await call(handleGetLink, body.id!)).status).toBe(200);
    now += 1;
    expect((await call(handleGetLink, body.id!)).status).toBe(404);
    expect((await call(handleReadLink, body.id!)).status).toBe(404);
  });

  test("for ever only where the server allows it", async () => {
    expect((await make({ expires: "never" })).body).toMatchObject({
      status: 400,
      field: "/expires",
      detail: "/expires must be one of 1h, 1d, 1w, 30d on this server.",
    });
    service = serviceWith({ LINKS_NEVER_EXPIRE: "1" });
    const { body } = await make({ expires: "never" });
    expect(body.expiresAt).toBeNull();
    now += 1e12;
    expect((await call(handleGetLink, body.id!)).status).toBe(200);
  });

  test("one that burns is told of, and read once", async () => {
    const { body } = await make({ burn: true });
    const told = await call(handleGetLink, body.id!);
    expect(told.body).toMatchObject({ burn: true });
    expect(told.body).not.toHaveProperty("content");
    const readers = await Promise.all(Array.from({ length: 20 }, () => call(handleReadLink, body.id!)));
    expect(readers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(19).fill(404)]);
    expect(readers.find(({ status }) => status === 200)?.body.content).toEqual(plain.content);
    expect((await call(handleGetLink, body.id!)).status).toBe(404);
  });

  test("is deleted by its maker only", async () => {
    const [mine, other] = [await make(), await make()];
    const remove = (id: string, token?: string) =>
      call(handleDeleteLink, id, token === undefined ? {} : { Authorization: `Bearer ${token}` });
    expect((await remove(mine.body.id!)).status).toBe(403);
    expect((await remove(mine.body.id!, other.body.deleteToken)).status).toBe(403);
    expect((await remove(mine.body.id!, mine.body.deleteToken)).status).toBe(204);
    expect((await remove(mine.body.id!, mine.body.deleteToken)).status).toBe(404);
    expect((await call(handleGetLink, mine.body.id!)).status).toBe(404);
    expect((await call(handleGetLink, other.body.id!)).status).toBe(200);
  });

  test.each([
    ["/kind", { kind: "secret" }],
    ["/content", { content: "a text" }],
    ["/content", { content: [] }],
    ["/content", { kind: "encrypted", content: "not/base64url" }],
    ["/content", { kind: "encrypted", content: "" }],
    ["/content", { kind: "encrypted", content: {} }],
    ["/content", { content: { deep: JSON.parse(`${"[".repeat(100)}${"]".repeat(100)}`) } }],
    ["/expires", { expires: "2h" }],
    ["/burn", { burn: "yes" }],
    ["/id", { id: "chosen" }],
  ])("refuses a wrong %s", async (field, change) => {
    expect((await make(change)).body).toMatchObject({ status: 400, title: "Not a link", field });
  });

  test("refuses what is not JSON, and what is too large", async () => {
    const post = (body: string, type = "application/json") =>
      handleMakeLink(new Request(url, { method: "POST", body, headers: { "Content-Type": type } }), service);
    expect((await post("{", "text/plain")).status).toBe(415);
    expect(await (await post('{"kind": oops')).json()).toMatchObject({ status: 400, line: 1, column: 10 });
    expect((await post(`[${"[".repeat(200_000)}`)).status).toBe(400);
    const edge = MAX_CONTENT_BYTES - JSON.stringify({ text: "" }).length;
    expect((await make({ content: { text: "x".repeat(edge) } })).status).toBe(201);
    expect((await make({ content: { text: "x".repeat(edge + 1) } })).body).toMatchObject({
      status: 413,
      field: "/content",
    });
    expect((await make({ content: { text: "x".repeat(3 * MAX_CONTENT_BYTES) } })).status).toBe(413);
  });

  test("knows no ids but its own", async () => {
    for (const id of ["", "a", "../../etc/passwd", "AAAAAAAAAAAAAAAA", `${"A".repeat(15)}'`])
      expect((await call(handleGetLink, id)).status).toBe(404);
  });

  test("says when the storage is full, and keeps what is there", async () => {
    service = serviceWith({ LINKS_QUOTA_MIB: "0.0001" });
    expect((await make()).body).toMatchObject({ status: 507, title: "Storage is full" });
  });

  test.each([
    Object.assign(new Error("database or disk is full"), { code: "SQLITE_FULL" }),
    Object.assign(new Error("could not extend file"), { code: "53100" }),
    new Error("OOM command not allowed when used memory > 'maxmemory'."),
  ])("says so too when the storage itself has no room: %s", async (error) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    service = linkService(() => Promise.resolve({ ...store, put: () => Promise.reject(error) }), linkSettings({}));
    expect((await make()).status).toBe(507);
    log.mockRestore();
  });

  test("limits what an address makes, and reads", async () => {
    const statuses = await Promise.all(
      Array.from({ length: 25 }, async () => (await make({}, { "X-Forwarded-For": "192.0.2.1" })).status),
    );
    expect(statuses.filter((status) => status === 201)).toHaveLength(20);
    const refused = await make({}, { "X-Forwarded-For": "192.0.2.1" });
    expect(refused.body).toMatchObject({ status: 429 });
    expect(refused.headers.get("retry-after")).toBe("3");
    expect((await make({}, { "X-Forwarded-For": "192.0.2.2" })).status).toBe(201);
    now += 3000;
    expect((await make({}, { "X-Forwarded-For": "192.0.2.1" })).status).toBe(201);
  });

  test("tells what it keeps", async () => {
    const about = (await handleAboutLinks(service).json()) as unknown;
    expect(violation(schemas.AboutLinks, about, schemas)).toBeUndefined();
    expect(about).toEqual({ enabled: true, expires: ["1h", "1d", "1w", "30d"], maxContentBytes: 2 * 1024 * 1024 });
    service = linkService(undefined, linkSettings({}));
    expect(await handleAboutLinks(service).json()).toMatchObject({ enabled: false });
    expect((await make()).status).toBe(501);
  });

  test("a storage that is away is told with a request id, and no text of anyone is logged", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
    service = linkService(() => Promise.reject(new Error("secret at redis://user:secret@host")), linkSettings({}));
    const { body, headers } = await make();
    expect(body).toMatchObject({ status: 503, requestId: headers.get("x-request-id") });
    expect(JSON.stringify(log.mock.calls)).toContain(body.requestId);
    expect(JSON.stringify([log.mock.calls, body])).not.toContain("secret");
    log.mockRestore();
  });
});
