import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { beforeEach, describe, expect, test } from "vitest";

const ORIGIN = "http://explorer.test";
const SOURCE = readFileSync("public/offline.js", "utf8");
const FILE = `${ORIGIN}/_next/static/chunks/a-1.js`;
const COMPARE = [
  `${ORIGIN}/compare`,
  `${ORIGIN}/_next/static/chunks/compare-1.js`,
  `${ORIGIN}/_next/static/chunks/link-1.js`,
];

interface Asked {
  readonly url: string;
  readonly method?: string;
  readonly mode?: string;
}
type Listener = (event: unknown) => void;

/** What the server has, by address; undefined: there is no server. */
let server: Map<string, string> | undefined;
let fetched: string[];
/** What the browser keeps, by whole address, oldest first. */
let kept: Map<string, Response>;
let listeners: Map<string, Listener>;

const whole = (of: string | Asked) => new URL(typeof of === "string" ? of : of.url, ORIGIN).href;

const cache = {
  match: (of: string | Asked) => Promise.resolve(kept.get(whole(of))?.clone()),
  put: (of: string | Asked, response: Response) => Promise.resolve(void kept.set(whole(of), response)),
  keys: () => Promise.resolve([...kept.keys()].map((url) => ({ url }))),
  delete: (of: string | Asked) => Promise.resolve(kept.delete(whole(of))),
};

function fetchIt(of: string | Asked): Promise<Response> {
  const url = whole(of);
  fetched.push(url);
  if (!server) return Promise.reject(new TypeError("Failed to fetch"));
  const text = server.get(url);
  return Promise.resolve(text === undefined ? new Response("", { status: 404 }) : new Response(text));
}

/** The answer of the service worker; undefined where it leaves the request to the browser. */
function ask(asked: Asked): Promise<Response> | undefined {
  let answer: Promise<Response> | undefined;
  listeners.get("fetch")!({
    request: { method: "GET", mode: "no-cors", ...asked },
    respondWith: (own: Promise<Response>) => (answer = own),
  });
  return answer;
}

const open = (path: string) => ask({ url: ORIGIN + path, mode: "navigate" });

async function keep(urls: readonly string[]): Promise<void> {
  let done: Promise<void> | undefined;
  const told: unknown[] = [];
  listeners.get("message")!({
    data: { keep: urls },
    ports: [{ postMessage: (message: unknown) => told.push(message) }],
    waitUntil: (work: Promise<void>) => (done = work),
  });
  await done!.catch(() => undefined);
  expect(told).toEqual(["kept"]);
}

beforeEach(() => {
  server = new Map([
    [`${ORIGIN}/`, "page 1"],
    [`${ORIGIN}/compare`, `<script src="/_next/static/chunks/compare-1.js" async></script>`],
    [`${ORIGIN}/_next/static/chunks/compare-1.js`, `load("static/chunks/link-1.js")`],
    [`${ORIGIN}/_next/static/chunks/link-1.js`, "opens links"],
    [FILE, "file"],
  ]);
  [fetched, kept, listeners] = [[], new Map(), new Map()];
  runInNewContext(SOURCE, {
    URL,
    Response,
    Promise,
    location: { origin: ORIGIN },
    caches: { open: () => Promise.resolve(cache) },
    fetch: fetchIt,
    skipWaiting: () => undefined,
    clients: { claim: () => Promise.resolve() },
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
  });
});

describe("the page", () => {
  test("is the server's as long as there is one, and as it was last after that", async () => {
    expect(await (await open("/"))!.text()).toBe("page 1");
    server!.set(`${ORIGIN}/`, "page 2");
    expect(await (await open("/"))!.text()).toBe("page 2");
    server = undefined;
    expect(await (await open("/"))!.text()).toBe("page 2");
  });

  test("that was never here fails as without a service worker", async () => {
    server = undefined;
    await expect(open("/")).rejects.toThrow("Failed to fetch");
  });

  test("that the server refuses does not take the place of the one that works", async () => {
    await open("/");
    server!.delete(`${ORIGIN}/`);
    expect((await open("/"))!.status).toBe(404);
    server = undefined;
    expect(await (await open("/"))!.text()).toBe("page 1");
  });
});

describe("the other pages", () => {
  test("are kept with the files that they name and those that these load later, and open without the server", async () => {
    await keep([]);
    expect([...kept.keys()].sort()).toEqual([`${ORIGIN}/`, ...COMPARE].sort());
    server = undefined;
    expect(await (await open("/compare"))!.text()).toContain("compare-1.js");
    await expect(open("/learn")).rejects.toThrow("Failed to fetch");
  });

  test("of lessons are kept when they are looked at", async () => {
    server!.set(`${ORIGIN}/learn/a/b`, "step");
    await open("/learn/a/b");
    server = undefined;
    expect(await (await open("/learn/a/b"))!.text()).toBe("step");
  });
});

describe("what is not the page's own", () => {
  test.each(["/s/abc", "/embed/abc", "/api/v1/links/abc", "/healthz"])("%s is left to the browser", (path) => {
    expect(open(path)).toBeUndefined();
    expect(ask({ url: ORIGIN + path })).toBeUndefined();
  });

  test("a file of another origin and a request that is no GET are left to the browser", () => {
    expect(ask({ url: "http://other.test/_next/static/chunks/a-1.js" })).toBeUndefined();
    expect(ask({ url: FILE, method: "POST" })).toBeUndefined();
    expect(ask({ url: "http://other.test/", mode: "navigate" })).toBeUndefined();
  });

  test("is not kept, even if a page asks for it", async () => {
    server!.set(`${ORIGIN}/api/v1/links/abc`, "secret");
    await keep([`${ORIGIN}/api/v1/links/abc`, `${ORIGIN}/s/abc`, "http://other.test/_next/static/x.js", FILE]);
    expect([...kept.keys()].sort()).toEqual([`${ORIGIN}/`, FILE, ...COMPARE].sort());
    expect(fetched).not.toContain(`${ORIGIN}/api/v1/links/abc`);
  });
});

describe("a file", () => {
  test("comes once from the server, then from the browser, without the address that it came from", async () => {
    expect(await (await ask({ url: FILE }))!.text()).toBe("file");
    server = undefined;
    const again = (await ask({ url: FILE }))!;
    expect(await again.text()).toBe("file");
    expect(again.url).toBe("");
    expect(fetched).toEqual([FILE]);
  });

  test("that the server does not have is not kept", async () => {
    const missing = `${ORIGIN}/_next/static/gone.js`;
    expect((await ask({ url: missing }))!.status).toBe(404);
    expect(kept.has(missing)).toBe(false);
  });

  test("makes room for newer ones: the oldest go, the page stays", async () => {
    const urls = Array.from({ length: 310 }, (_, i) => `${ORIGIN}/_next/static/${i}.js`);
    for (const url of urls) server!.set(url, "");
    await keep(urls.slice(0, 300));
    expect(kept.size).toBe(302);
    await keep(urls.slice(300));
    expect(kept.size).toBe(302);
    expect(kept.has(`${ORIGIN}/`)).toBe(true);
    expect([...kept.keys()].filter((url) => urls.slice(0, 10).includes(url))).toEqual([]);
    expect(kept.has(urls[309]!)).toBe(true);
  });

  test("that is kept already is not fetched again; the pages always are", async () => {
    await keep([FILE]);
    fetched = [];
    await keep([FILE]);
    expect(fetched).toEqual(["/", "/compare", "/upgrade", "/learn", "/glossary"].map((path) => ORIGIN + path));
  });
});

test("a page that waits hears of it even where the server went meanwhile", async () => {
  server = undefined;
  await keep([FILE]);
  expect(kept.size).toBe(0);
});
