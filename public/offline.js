// The service worker of the explorer: it keeps its pages and their files, so that they open without the server. It keeps no answer of the
// API and no link, and it never sees what stands behind a # in an address.

const CACHE = "page";
/** Files that are kept; their names hold a hash of what is in them, so that older ones are those of older releases. */
const MOST = 300;
/** The first one is the explorer. Steps of lessons are kept when they are looked at. */
const PAGES = ["/", "/compare", "/upgrade", "/learn", "/glossary"];
const STEP = /^\/learn(\/[a-z0-9-]+){1,2}$/;

const isPage = ({ origin, pathname }) =>
  origin === location.origin && (PAGES.includes(pathname) || STEP.test(pathname));
const isFile = (url) => url.origin === location.origin && url.pathname.startsWith("/_next/static/");

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET") return;
  if (isFile(url)) event.respondWith(file(request));
  else if (request.mode === "navigate" && isPage(url)) event.respondWith(page(request, url.pathname));
});

/** A page as the server has it now; as it was last where there is no server. */
async function page(request, path) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(path, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(path);
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

// What a page has loaded before this could see it, and all pages with the files that they name.
addEventListener("message", (event) => {
  const [port] = event.ports;
  const urls = event.data.keep.filter((url) => isFile(new URL(url)));
  event.waitUntil(keep(urls).finally(() => port.postMessage("kept")));
});

const filesIn = (text) =>
  [...new Set(text.match(/\bstatic\/chunks\/[\w.~-]+\.(?:js|css)/g))].map((path) => `${location.origin}/_next/${path}`);

async function keep(urls) {
  const cache = await caches.open(CACHE);
  const keepFile = async (url) => {
    const kept = await cache.match(url);
    if (kept) return kept;
    const response = await fetch(url);
    if (response.ok) await cache.put(url, response.clone());
    return response;
  };
  const keepPage = async (path) => {
    const response = await fetch(path);
    if (!response.ok) return;
    await cache.put(path, response.clone());
    const files = await Promise.all(filesIn(await response.text()).map(keepFile));
    // These name what is loaded when it is asked for.
    const texts = await Promise.all(files.map((file) => file.text()));
    await Promise.all(filesIn(texts.join("\n")).map(keepFile));
  };
  await Promise.all([...PAGES.map(keepPage), ...urls.map(keepFile)]);
  const files = (await cache.keys()).filter((request) => isFile(new URL(request.url)));
  await Promise.all(files.slice(0, Math.max(0, files.length - MOST)).map((request) => cache.delete(request)));
}
