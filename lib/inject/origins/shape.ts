import type { ListNode } from "../../gotemplate/node";
import type { Template } from "../../gotemplate/template";
import { BEGIN, END, OR, PRINTED, textOfShape } from "./shape-text";

/** Something that a part of a template could write into a YAML document. */
export interface Entry {
  /** The column of its first character. */
  readonly indent: number;
  /** The entry of a mapping, the element of a list, or something that only running can tell. */
  readonly kind: "key" | "item" | "unknown";
  /** Of a mapping's entry. */
  readonly key: string;
  /** The scalar that it is, if the template's own text says so; `[]` and `{}` are no scalars. */
  value: string | undefined;
  /** What its value is: a scalar (or something unknown), `[]` or `{}`, or what follows (`children`, or nothing at all). */
  content: "scalar" | "empty" | "below";
  readonly children: Entry[];
}

/** What a part of a template could write, whichever branches are taken. */
export interface Shape {
  readonly entries: readonly Entry[];
  /** Whether it goes on with the line on which it starts, and whether it ends with a part of a line. */
  readonly inline: boolean;
  readonly openEnded: boolean;
  /** Whether it is not more than a part of a line. */
  readonly partOfLine: boolean;
  /** The indentation of its first line that is not blank and not the one on which it starts. */
  readonly firstIndent: number;
}

const shapes = new WeakMap<ListNode, Map<number, Shape>>();

/**
 * What a list of statements could write where a line already has `column` characters of indentation; -1 within other text, of which
 * the first line is a part. Read line by line, as block YAML is written; made once for each list and column.
 */
export function shapeOf(list: ListNode, template: Template, column: number): Shape {
  let byColumn = shapes.get(list);
  if (!byColumn) shapes.set(list, (byColumn = new Map<number, Shape>()));
  let shape = byColumn.get(column);
  if (!shape) byColumn.set(column, (shape = readShape(textOfShape(list, template), column)));
  return shape;
}

function readShape(text: string, column: number): Shape {
  const lines = text.split("\n").map(lineOf);
  const [first, ...later] = lines as [Line, ...Line[]];
  const reader = new ShapeReader();
  if (column >= 0) reader.line({ ...first, indent: column + first.indent });
  else reader.marks(first.before + first.within);
  for (const line of later) if (!reader.line(line)) break;
  return {
    entries: reader.entries,
    inline: first.text !== "",
    openEnded: lines.at(-1)!.text !== "",
    partOfLine: later.length === 0,
    firstIndent: later.find((line) => line.text !== "")?.indent ?? -1,
  };
}

const keysInFlow = new WeakMap<ListNode, readonly (string | undefined)[]>();

/** The keys of the entries that a list of statements could write within braces; undefined for one that only running can tell. */
export function flowKeys(list: ListNode, template: Template): readonly (string | undefined)[] {
  let keys = keysInFlow.get(list);
  if (!keys) {
    const text = textOfShape(list, template).replace(MARK, "").trim();
    keys = entriesWithin(text).map((entry) => splitKey(entry.trim())?.key);
    keysInFlow.set(list, keys);
  }
  return keys;
}

interface Line {
  readonly indent: number;
  /** Without indentation, and without marks and blanks around it. */
  readonly text: string;
  /** The marks before the text, and those within and behind it. */
  readonly before: string;
  readonly within: string;
}

const MARKS = `${BEGIN}${OR}${END}`;
const MARK = new RegExp(`[${MARKS}]`, "g");
const NOT_MARK = new RegExp(`[^${MARKS}]`, "g");
const NOT_BLANK = new RegExp(`[^ \\t\\r${MARKS}]`);
const BLANK_END = new RegExp(`[ \\t\\r${MARKS}]+$`);
const UNSURE = new RegExp(`[${PRINTED}${MARKS}]`);

function lineOf(line: string): Line {
  const start = line.search(NOT_BLANK);
  if (start < 0) return { indent: 0, text: "", before: line.replace(NOT_MARK, ""), within: "" };
  const blank = line.slice(0, start);
  const text = line.slice(start);
  return {
    indent: blank.replace(MARK, "").length,
    text: text.replace(BLANK_END, ""),
    before: blank.replace(NOT_MARK, ""),
    within: text.replace(NOT_MARK, ""),
  };
}

class ShapeReader {
  readonly entries: Entry[] = [];
  /** The entries that are open: those which what follows could belong to, outermost first. */
  private open: Entry[] = [];
  /** What was open where each part began that need not be written. */
  private readonly begun: (readonly Entry[])[] = [];
  /** A key that need not be written, though what follows it is; and what was open before it. */
  private optional: { readonly key: Entry; readonly before: readonly Entry[] } | undefined;
  /** While a block scalar is being read: the column of what it belongs to. */
  private block = -1;
  /** While braces or brackets are open: what they hold so far. */
  private flow = "";
  private flowOwner: Entry | undefined;

  /** Takes the next line; false where the document ends. */
  line({ indent, text, before, within }: Line): boolean {
    this.marks(before);
    const goesOn = this.content(indent, text);
    this.marks(within);
    return goesOn;
  }

  /** Alternatives belong to the same; what follows them belongs to the last. */
  marks(marks: string): void {
    for (const mark of marks) {
      if (mark === BEGIN) this.begun.push([...this.open]);
      else if (mark === END) this.leave(this.begun.pop()!);
      else this.open = [...this.begun.at(-1)!];
    }
  }

  private content(indent: number, text: string): boolean {
    if (this.flowOwner) this.flowText(` ${text}`);
    else if (text === "" || (this.block >= 0 && indent > this.block)) return true;
    else {
      this.block = -1;
      if (indent === 0 && (text === "---" || text === "...")) return this.entries.length === 0;
      if (!text.startsWith("#")) this.entry(indent, text);
    }
    return true;
  }

  private entry(indent: number, text: string): void {
    const dash = /^-( +|$)/.exec(text);
    if (dash) {
      const item = this.add({ indent, kind: "item", key: "", value: undefined, content: "below", children: [] });
      const rest = text.slice(dash[0].length);
      if (rest === "") return;
      if (/^-( |$)/.test(rest) || splitKey(rest)) this.entry(indent + dash[0].length, rest);
      else this.value(item, rest);
      return;
    }
    const split = splitKey(text);
    if (split) {
      const kind = split.key === undefined || split.key === "<<" ? "unknown" : "key";
      const entry: Entry = { indent, kind, key: split.key ?? "", value: undefined, content: "below", children: [] };
      this.value(this.add(entry), split.rest);
    } else if (text.startsWith(PRINTED)) {
      this.add({ indent, kind: "unknown", key: "", value: undefined, content: "scalar", children: [] });
    }
  }

  private leave(before: readonly Entry[]): void {
    const key = this.open.at(-1);
    const isEmpty = key?.kind === "key" && key.content === "below" && key.children.length === 0;
    if (isEmpty && !before.includes(key)) this.optional = { key, before };
  }

  private add(entry: Entry): Entry {
    const { optional } = this;
    this.open = openFor(entry, this.open);
    const parent = this.open.at(-1);
    (parent?.children ?? this.entries).push(entry);
    if (optional && parent === optional.key) {
      const other = openFor(entry, optional.before).at(-1);
      (other?.children ?? this.entries).push(entry);
    }
    this.open.push(entry);
    return entry;
  }

  private value(entry: Entry, text: string): void {
    const value = text
      .replace(/^(?:[&!][^ ]* *)+/, "")
      .replace(/(?:^| )#.*$/, "")
      .trim();
    if (value === "") return;
    if (/^[|>]/.test(value)) this.block = entry.indent;
    else if (/^[[{]/.test(value)) {
      this.flowOwner = entry;
      this.flow = "";
      this.flowText(value);
      return;
    } else entry.value = literal(value);
    entry.content = "scalar";
  }

  private flowText(text: string): void {
    this.flow += text;
    if (!isClosed(this.flow)) return;
    const owner = this.flowOwner!;
    this.flowOwner = undefined;
    owner.children.push(...flowEntries(this.flow, owner.indent + 1));
    owner.content = owner.children.length > 0 ? "below" : "empty";
  }
}

/** What is still open where an entry begins. */
function openFor(entry: Entry, open: readonly Entry[]): Entry[] {
  const last = open.findLastIndex((top) => {
    const inside = top.indent < entry.indent || (top.indent === entry.indent && isBelow(entry, top));
    return inside && top.content !== "scalar";
  });
  return open.slice(0, last + 1);
}

/** Whether an entry in the same column belongs to a key: dashes need not be further in. */
function isBelow(entry: Entry, { kind }: Entry): boolean {
  return entry.kind === "item" && kind !== "item";
}

/** What stands within braces or brackets, one level deep. */
function flowEntries(flow: string, indent: number): Entry[] {
  const braces = flow.startsWith("{");
  return entriesWithin(flow.slice(1, -1).replace(MARK, "")).map((text): Entry => {
    const split = braces ? splitKey(text.trim()) : undefined;
    const kind = !braces ? "item" : split?.key === undefined ? "unknown" : "key";
    const value = literal(split?.rest ?? text.trim());
    return { indent, kind, key: split?.key ?? "", value, content: "scalar", children: [] };
  });
}

const QUOTED_KEY = new RegExp(`^("(?:[^"\\\\]|\\\\.)*"|'(?:[^']|'')*') *:(?=[ ${MARKS}]|$)`);
const PLAIN_KEY = new RegExp(`^([^\\s"'#[\\]{},|>%@\`](?:(?!: | #).)*?) *:(?=[ ${MARKS}]|$)`);

/** A line's key and what follows its colon; the key is undefined where only running can tell it. Undefined where there is none. */
function splitKey(text: string): { readonly key: string | undefined; readonly rest: string } | undefined {
  const match = QUOTED_KEY.exec(text) ?? PLAIN_KEY.exec(text);
  if (!match) return undefined;
  return { key: literal(match[1]!), rest: text.slice(match[0].length).trim() };
}

/** A scalar that the template's own text gives, without its quotes. */
function literal(text: string): string | undefined {
  if (UNSURE.test(text) || text.startsWith("*") || /^(?:~|null|Null|NULL)$/.test(text)) return undefined;
  if (text.startsWith('"')) return /^"[^"\\]*"$/.test(text) ? text.slice(1, -1) : undefined;
  if (text.startsWith("'")) return /^'[^']*'$/.test(text) ? text.slice(1, -1) : undefined;
  return text;
}

function isClosed(flow: string): boolean {
  return depthAfter(flow, () => {}) === 0;
}

/** The parts of a text between its outermost commas. */
function entriesWithin(text: string): string[] {
  const entries: string[] = [];
  let start = 0;
  depthAfter(text, (at) => {
    entries.push(text.slice(start, at));
    start = at + 1;
  });
  entries.push(text.slice(start));
  return entries.filter((entry) => entry.trim() !== "");
}

/** How many braces and brackets are open behind a text; tells of commas outside of all. */
function depthAfter(text: string, comma: (at: number) => void): number {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|'[^']*'|[[\]{},]/g)) {
    if (token === "[" || token === "{") depth++;
    else if (token === "]" || token === "}") depth--;
    else if (token === "," && depth === 0) comma(index);
  }
  return depth;
}
