import { type Document, isMap, isSeq, parseAllDocuments } from "yaml";

/** Where a text belongs. */
export type Slot = "workload" | "injector" | "mesh" | "proxyConfigs" | "namespaces";

/** Texts by where they belong, and how many objects of which kind went there. */
export interface Sorted {
  readonly texts: ReadonlyMap<Slot, string>;
  readonly found: readonly { readonly slot: Slot; readonly kind: string; readonly count: number }[];
}

interface Piece {
  readonly slot: Slot;
  readonly kind: string;
  readonly text: string;
}

/**
 * Sorts pasted or dropped texts by what they hold: the ConfigMaps of the injector and of the mesh, ProxyConfigs, Namespaces, and
 * everything else as workloads. A text that belongs to one slot stays as it is, comments and all; a mixed one (or a List of
 * everything) is taken apart. What is no Kubernetes object is left out.
 */
export function sortTexts(texts: readonly string[]): Sorted {
  const pieces = texts.flatMap(piecesOf);
  const bySlot = new Map<Slot, string[]>();
  const counts = new Map<string, { slot: Slot; kind: string; count: number }>();
  for (const { slot, kind, text } of pieces) {
    bySlot.set(slot, [...(bySlot.get(slot) ?? []), text]);
    const known = counts.get(`${slot}/${kind}`) ?? { slot, kind, count: 0 };
    counts.set(`${slot}/${kind}`, { ...known, count: known.count + 1 });
  }
  const wholes = new Map([...bySlot].map(([slot, parts]) => [slot, joined(parts)]));
  const [only] = texts;
  if (texts.length === 1 && wholes.size === 1 && only !== undefined)
    for (const slot of wholes.keys()) wholes.set(slot, only);
  return { texts: wholes, found: [...counts.values()] };
}

function joined(parts: readonly string[]): string {
  return parts.map((part) => part.replace(/^---[ \t]*\n/, "").replace(/\n*$/, "\n")).join("---\n");
}

function piecesOf(text: string): Piece[] {
  const documents = parseAllDocuments(text, { uniqueKeys: false, logLevel: "silent", strict: false });
  if (!Array.isArray(documents)) return [];
  const pieces: Piece[] = [];
  for (const [i, document] of documents.entries()) {
    const root = document.contents;
    if (!isMap(root)) continue;
    const items = root.get("items");
    if (isSeq(items)) {
      for (const item of items.items) {
        if (isMap(item)) pieces.push({ ...slotOf((key) => item.getIn(key)), text: printed(document, item) });
      }
      continue;
    }
    const found = slotOf((key) => root.getIn(key));
    if (found.kind === "" && found.slot === "workload") continue;
    const start = i === 0 ? 0 : (documents[i - 1]!.range[2] ?? 0);
    pieces.push({ ...found, text: documents.length === 1 ? text : text.slice(start, document.range[2]) });
  }
  // A List of one slot's objects needs no taking apart.
  const slots = new Set(pieces.map((piece) => piece.slot));
  return slots.size === 1 && pieces.length > 0
    ? pieces.map((piece, i) => ({ ...piece, text: i === 0 ? text : "" }))
    : pieces;
}

function printed(document: Document, item: unknown): string {
  const copy = document.clone();
  copy.commentBefore = null;
  copy.comment = null;
  copy.contents = item as typeof copy.contents;
  return copy.toString({ lineWidth: 0, directives: false });
}

function slotOf(get: (path: string[]) => unknown): { slot: Slot; kind: string } {
  const kind = String(get(["kind"]) ?? "");
  if (kind === "ConfigMap") {
    if (
      get(["data", "config"]) !== undefined &&
      (get(["data", "values"]) !== undefined || /injector/.test(String(get(["metadata", "name"]))))
    ) {
      return { slot: "injector", kind };
    }
    if (get(["data", "mesh"]) !== undefined) return { slot: "mesh", kind };
  }
  if (kind === "ProxyConfig") return { slot: "proxyConfigs", kind };
  if (kind === "Namespace") return { slot: "namespaces", kind };
  const isMesh = ["defaultConfig", "trustDomain", "rootNamespace", "extensionProviders"].some(
    (key) => get([key]) !== undefined,
  );
  if (kind === "" && isMesh) return { slot: "mesh", kind: "MeshConfig" };
  return { slot: "workload", kind };
}
