/** What tells one Kubernetes object from another, and the parts of a list. */
export interface Outline {
  /** The top-level keys. */
  readonly keys: ReadonlySet<string>;
  readonly kind: string;
  readonly name: string;
  /** The keys of `data`. */
  readonly data: ReadonlySet<string>;
  /** The keys of `spec`. */
  readonly spec: ReadonlySet<string>;
  /** The lines of each item of a list, without the list's indentation. */
  readonly items?: readonly (readonly string[])[];
}

/**
 * Reads the outline of a document off its lines, which costs a hundredth of reading all of its YAML and works for one that is
 * broken somewhere.
 * @returns undefined for what this cannot do: flow style (JSON is that, too), and lists whose items do not stand alone.
 */
export function outlineOf(lines: readonly string[]): Outline | undefined {
  const base = indentOf(lines.find((line) => indentOf(line) !== undefined)) ?? 0;
  const keys = new Map<string, string>();
  const inner: Readonly<Record<string, Map<string, string>>> = {
    metadata: new Map(),
    data: new Map(),
    spec: new Map(),
  };
  let parent: Map<string, string> | undefined;
  let innerIndent: number | undefined;
  let itemsFrom: number | undefined;
  let itemsTo = lines.length;
  for (const [i, line] of lines.entries()) {
    const indent = indentOf(line);
    if (indent === undefined) continue;
    if (indent === base) {
      const [key, value] = entryOf(line) ?? [];
      if (key === undefined) continue;
      keys.set(key, value!);
      if (itemsFrom !== undefined) itemsTo = Math.min(itemsTo, i);
      else if (key === "items" && value === "") itemsFrom = i + 1;
      parent = value === "" && Object.hasOwn(inner, key) ? inner[key] : undefined;
      innerIndent = undefined;
    } else if (parent) {
      innerIndent ??= indent;
      const [key, value] = (indent === innerIndent && entryOf(line)) || [];
      if (key !== undefined) parent.set(key, value!);
    }
  }
  const items = itemsFrom === undefined ? undefined : itemsIn(lines.slice(itemsFrom, itemsTo));
  const flowItems = keys.get("items")?.startsWith("[");
  if (keys.size === 0 || flowItems || (items && !items.every(standsAlone))) return undefined;
  for (const [key, entries] of Object.entries(inner)) addFlow(entries, keys.get(key) ?? "");
  return {
    keys: new Set(keys.keys()),
    kind: keys.get("kind") ?? "",
    name: inner.metadata!.get("name") ?? inner.metadata!.get("generateName") ?? "",
    data: new Set(inner.data!.keys()),
    spec: new Set(inner.spec!.keys()),
    ...(items ? { items } : {}),
  };
}

/** The lines of a text. Blank ones at its end can be part of a block text: they count. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** How far a line is indented; undefined for one that says nothing: empty, a comment. */
export function indentOf(line: string | undefined): number | undefined {
  const indent = line?.search(/\S/) ?? -1;
  return indent < 0 || line![indent] === "#" ? undefined : indent;
}

/** Key and value of a line `key: value`, the value without quotes and comment. */
function entryOf(line: string): [key: string, value: string] | undefined {
  const match = /^\s*(["']?)([\w./-]+)\1\s*:(?:[ \t]+(.*))?$/.exec(line);
  return match ? [match[2]!, valueOf(match[3] ?? "")] : undefined;
}

function valueOf(text: string): string {
  const quoted = /^(["'])(.*?)\1\s*(?:#.*)?$/.exec(text);
  return quoted ? quoted[2]! : text.replace(/(^|\s)#.*$/, "").trim();
}

/** The entries of a map in flow style on one line, as in `metadata: {name: web}`. */
function addFlow(entries: Map<string, string>, text: string): void {
  if (!text.startsWith("{")) return;
  for (const [, , key, value] of text.matchAll(/[{,]\s*(["']?)([\w./-]+)\1\s*:\s*([^,}]*)/g))
    if (!entries.has(key!)) entries.set(key!, valueOf(value!));
}

/** The lines of each item of a block sequence, its own indentation taken off. Comments above an item go with it. */
function itemsIn(lines: readonly string[]): string[][] {
  const dash = indentOf(lines.find((line) => /^\s*-(\s|$)/.test(line)));
  const items: string[][] = [];
  let above: string[] = [];
  for (const line of lines) {
    const indent = indentOf(line);
    if (indent === dash && /^\s*-(\s|$)/.test(line)) {
      items.push([...above, line.replace("-", " ")]);
      above = [];
    } else if (indent === undefined && line.trim() !== "" && line.search(/\S/) <= (dash ?? 0)) {
      above.push(line);
    } else {
      items.at(-1)?.push(...above, line);
      above = [];
    }
  }
  items.at(-1)?.push(...above);
  return items.map(withoutIndent);
}

function withoutIndent(lines: readonly string[]): string[] {
  const width = indentOf(lines.find((line) => indentOf(line) !== undefined)) ?? 0;
  const margin = new RegExp(`^ {0,${width}}`);
  const start = lines.findIndex((line) => line.trim() !== "");
  return lines.slice(Math.max(start, 0)).map((line) => line.replace(margin, ""));
}

/** Whether an item may be cut out: a map in block style that neither names a node nor uses one that is named elsewhere. */
function standsAlone(lines: readonly string[]): boolean {
  const first = lines.find((line) => indentOf(line) !== undefined);
  return first !== undefined && entryOf(first) !== undefined && !lines.some((line) => /[[{,:-]\s*[&*]\w/.test(line));
}
