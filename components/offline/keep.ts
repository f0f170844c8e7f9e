import { loadChinese } from "../strings/chinese";
import { loadEngine } from "./engine";

/**
 * Has the browser keep the page, so that it opens without the server: what is here already and, by loading it once, the engine. Nothing
 * happens where there are no service workers (plain http on a LAN) or the reader saves data. `document.documentElement` says so when all
 * is kept.
 */
export async function keepPage(): Promise<void> {
  const { connection, serviceWorker } = navigator as Navigator & { connection?: { readonly saveData?: boolean } };
  if (!isSecureContext || !serviceWorker || connection?.saveData) return;
  await serviceWorker.register("/offline.js");
  const { active } = await serviceWorker.ready;
  if (!serviceWorker.controller) {
    await new Promise((resolve) => serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
  }
  await Promise.all([loadEngine(), ...laterParts()]);
  const urls = performance.getEntriesByType("resource").flatMap(({ name }) => filesIn(name));
  const { port1, port2 } = new MessageChannel();
  const kept = new Promise((resolve) => port1.addEventListener("message", resolve, { once: true }));
  port1.start();
  active!.postMessage({ keep: urls }, [port2]);
  await kept;
  document.documentElement.dataset.offline = "ready";
}

/** The files that an address names: that of a worker has those of the worker behind its #. */
function filesIn(address: string): string[] {
  const own = decodeURIComponent(new URL(address).hash).match(/\/_next\/static\/[^"]+/g) ?? [];
  return [address, ...own.map((path) => new URL(path, location.origin).href)];
}

/** What the page loads when it is asked for. */
function laterParts(): Promise<unknown>[] {
  return [
    import("./here"),
    import("../commands/windows"),
    import("../findings/findings-panel"),
    import("../findings/fixed-inputs"),
    import("../share/opener"),
    import("../share/share-dialog"),
    loadChinese(),
    import("../variants/variants-panel"),
    import("../why/why-panel"),
    import("../../lib/view/change-report"),
    import("../../lib/view/format-yaml"),
    import("../../lib/view/recognise"),
  ];
}
