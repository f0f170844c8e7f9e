import { type Document, isMap, isSeq, type Node, parseDocument, visit } from "yaml";
import { linesOf, type Outline } from "./outline";

const OPTIONS = { uniqueKeys: false, logLevel: "silent", strict: false, intAsBigInt: true } as const;

/** The outline of a document by reading all of it; undefined for what is no map, or nested too deep. */
export function flowOutline(text: string): Outline | undefined {
  let document: Document;
  try {
    document = parseDocument(text, OPTIONS);
  } catch {
    return undefined;
  }
  const root = document.contents;
  if (!isMap(root)) return undefined;
  const items = root.get("items", true);
  const keysOf = (path: readonly string[]): ReadonlySet<string> => {
    const node = root.getIn(path, true);
    return new Set(isMap(node) ? node.items.map(({ key }) => String(key)) : []);
  };
  const name = root.getIn(["metadata", "name"]) ?? root.getIn(["metadata", "generateName"]);
  return {
    keys: keysOf([]),
    kind: String(root.get("kind") ?? ""),
    name: String(name ?? ""),
    data: keysOf(["data"]),
    spec: keysOf(["spec"]),
    ...(isSeq(items) ? { items: items.items.map((item) => linesOf(itemText(text, document, item as Node))) } : {}),
  };
}

/** An item as it is written, if it means the same alone; otherwise printed, with aliases written out. */
function itemText(text: string, document: Document, item: Node): string {
  const [start, end] = item.range ?? [0, 0];
  const column = start - (text.lastIndexOf("\n", start - 1) + 1);
  const cut = text.slice(start, end).replace(new RegExp(`\n {1,${Math.max(column, 1)}}`, "g"), "\n");
  try {
    const meaning = meaningOf(item.toJS(document));
    if (meaningAlone(cut) === meaning) return cut;
    const copy = document.clone();
    copy.commentBefore = null;
    copy.comment = null;
    copy.contents = item.clone() as typeof copy.contents;
    visit(copy, { Alias: (_, alias) => withoutAnchor(alias.resolve(document)) });
    return copy.toString({ lineWidth: 0, directives: false });
  } catch {
    // Aliases that multiply beyond all bounds, or that lead nowhere.
    return cut;
  }
}

function withoutAnchor(node: Node | undefined): Node | undefined {
  const copy = node?.clone() as (Node & { anchor?: string }) | undefined;
  if (copy) delete copy.anchor;
  return copy;
}

function meaningAlone(text: string): string | undefined {
  try {
    const alone = parseDocument(text, OPTIONS);
    return alone.errors.length === 0 ? meaningOf(alone.toJS()) : undefined;
  } catch {
    return undefined;
  }
}

function meaningOf(value: unknown): string {
  return JSON.stringify(value, (_, item: unknown) => (typeof item === "bigint" ? `${item}n` : item));
}
