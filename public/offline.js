// The service worker of the explorer: it keeps the page and its files, so that they open without the server. It keeps no answer of the
// API and no link, and it never sees what stands behind a # in an address.

const CACHE = "page";
/** Files that are kept; their names hold a hash of what is in them, so that older ones are those of older releases. */
const MOST = 300;
const PAGE = "/";

const isFile = (url) => url.origin === location.origin && url.pathname.startsWith("/_next/static/");

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET") return;
  if (isFile(url)) event.respondWith(file(request));
  else if (request.mode === "navigate" && url.origin === location.origin && url.pathname === PAGE)
    event.respondWith(page(request));
});

/** The page as the server has it now; as it was last where there is no server. */
async function page(request) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(PAGE, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(PAGE);
    if (kept) return kept;
    throw error;
  }
}

async function file(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request.url);
  if (kept) return unnamed(kept);
  const response = await fetch(request);
  if (response.ok) await cache.put(request.url, response.clone());
  return unnamed(response);
}

/** Without the address that it came from: a worker reads what stands behind the # of its own, not of whoever was there first. */
const unnamed = ({ body, status, headers }) => new Response(body, { status, headers });

// What a page has loaded before this could see it, and the page itself.
addEventListener("message", (event) => {
  const [port] = event.ports;
  const urls = event.data.keep.filter((url) => isFile(new URL(url)));
  event.waitUntil(keep(urls).finally(() => port.postMessage("kept")));
});

async function keep(urls) {
  const cache = await caches.open(CACHE);
  await Promise.all(
    [PAGE, ...urls].map(async (url) => {
      if (url !== PAGE && (await cache.match(url))) return;
      const response = await fetch(url);
      if (response.ok) await cache.put(url, response);
    }),
  );
  const files = (await cache.keys()).filter((request) => isFile(new URL(request.url)));
  await Promise.all(files.slice(0, Math.max(0, files.length - MOST)).map((request) => cache.delete(request)));
}
