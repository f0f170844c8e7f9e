import type { PastedText } from "../inject/places";
import type { EditedText, Fix, TextEdit } from "../inject/api";
import { Lines } from "../source/lines";
import type { YamlNode } from "../yaml/node";
import { escapeToken, unescapeToken } from "../patch/json-patch";

/** An object in a pasted text: the text (or its document), and the object's own pointer there. */
export interface Doc {
  readonly pasted: PastedText;
  readonly pointer: string;
}

/** Edits, or that there is none to be had by moving characters: what is written through an alias, say. */
export type Edits = readonly TextEdit[] | undefined;

/** A fix of edits; undefined where one of them cannot be made. */
export function fixOf(en: string, zh: string, ...edits: readonly Edits[]): Fix | undefined {
  const all: TextEdit[] = [];
  for (const some of edits) {
    if (!some) return undefined;
    all.push(...some);
  }
  return all.length > 0 ? { title: { en, zh }, edits: all } : undefined;
}

/** Writes another scalar in place of a value. The rest of its line, comments too, stays. */
export function replaceValue(doc: Doc, pointer: string, value: string): Edits {
  const found = find(doc, pointer);
  if (!found || found.node.kind !== "scalar") return undefined;
  if (found.node.style === "literal" || found.node.style === "folded") return undefined;
  return [edit(doc, found.node.start, found.node.end, quoted(value, found.node.style === "double" ? '"' : ""))];
}

/** Writes YAML in place of a value: a scalar, something in flow style, or a map of one member on one line. What takes more lines stays. */
export function rewriteValue(doc: Doc, pointer: string, yaml: string): Edits {
  const found = find(doc, pointer);
  if (!found || /\n/.test(doc.pasted.text.slice(found.node.start, found.node.end).trimEnd())) return undefined;
  if (found.node.kind === "scalar" && (found.node.style === "literal" || found.node.style === "folded"))
    return undefined;
  return [edit(doc, found.node.start, found.node.end, yaml)];
}

/** Writes another key and value in place of a member of a map; undefined where its value is no scalar. */
export function renameMember(doc: Doc, pointer: string, key: string, value: string): Edits {
  const found = find(doc, pointer);
  if (!found?.key || found.node.kind !== "scalar" || found.node.end < found.key.end) return undefined;
  const quote = doc.pasted.text[found.key.start] === '"' ? '"' : "";
  return [edit(doc, found.key.start, found.node.end, `${quoted(key, quote)}: ${quoted(value, quote)}`)];
}

/** Takes an item out of a list, with its own lines; of a list of one the member that holds it. */
export function removeItem(doc: Doc, pointer: string): Edits {
  const cut = pointer.lastIndexOf("/");
  const parent = find(doc, pointer.slice(0, cut));
  const found = find(doc, pointer);
  if (!parent || parent.node.kind !== "sequence" || !found) return undefined;
  const { children, style } = parent.node;
  if (children.length === 1) return removeMember(doc, pointer.slice(0, cut));
  const { text } = doc.pasted;
  const index = children.indexOf(found.node);
  if (style === "flow") {
    const next = children[index + 1];
    if (next) return [edit(doc, found.node.start, next.start, "")];
    return [edit(doc, children[index - 1]!.end, found.node.end, "")];
  }
  const lineStart = text.lastIndexOf("\n", found.node.start - 1) + 1;
  if (!/^\s*-\s+$/.test(text.slice(lineStart, found.node.start))) return undefined;
  const lastCharacter = text.slice(0, found.node.end).trimEnd().length;
  const lineEnd = text.indexOf("\n", lastCharacter);
  return [edit(doc, lineStart, lineEnd < 0 ? text.length : lineEnd + 1, "")];
}

/** Takes a member out of a map, with its own lines and the comment behind it. */
export function removeMember(doc: Doc, pointer: string): Edits {
  const cut = pointer.lastIndexOf("/");
  const parent = find(doc, pointer.slice(0, cut));
  const found = find(doc, pointer);
  if (!parent || parent.node.kind !== "mapping" || !found?.key) return undefined;
  const { text } = doc.pasted;
  const { children, style } = parent.node;
  const index = children.indexOf(found.key);
  if (index < 0) return undefined;
  const next = children[index + 2];
  if (style === "flow") {
    if (next) return [edit(doc, found.key.start, next.start, "")];
    const before = children[index - 1];
    return [edit(doc, before ? before.end : found.key.start, found.node.end, "")];
  }
  const lineStart = text.lastIndexOf("\n", found.key.start - 1) + 1;
  if (text.slice(lineStart, found.key.start).trim() !== "")
    return next ? [edit(doc, found.key.start, next.start, "")] : undefined;
  if (children.length === 2 && parent.key) return removeMember(doc, pointer.slice(0, cut));
  const lastCharacter = text.slice(0, Math.max(found.node.end, found.key.end)).trimEnd().length;
  const lineEnd = text.indexOf("\n", lastCharacter);
  return [edit(doc, lineStart, lineEnd < 0 ? text.length : lineEnd + 1, "")];
}

/**
 * Sets a member of a map of strings: another value in its place, or a new first line of the map; maps that are missing on the way are
 * made. Nothing else moves.
 */
export function setMember(doc: Doc, mapPointer: string, key: string, value: string): Edits {
  if (find(doc, `${mapPointer}/${escapeToken(key)}`)) {
    return replaceValue(doc, `${mapPointer}/${escapeToken(key)}`, value);
  }
  return insert(doc, mapPointer, [key], value);
}

/** Inserts the nested maps `keys` with a value at their end. */
function insert(doc: Doc, mapPointer: string, keys: readonly string[], value: string): Edits {
  const parent = find(doc, mapPointer);
  if (!parent) {
    const cut = mapPointer.lastIndexOf("/");
    if (cut < 0) return undefined;
    const key = unescapeToken(mapPointer.slice(cut + 1));
    return /^\d+$/.test(key) ? undefined : insert(doc, mapPointer.slice(0, cut), [key, ...keys], value);
  }
  const { node } = parent;
  const { text } = doc.pasted;
  const first = node.children[0];
  if (node.kind === "scalar" && parent.key && ["", "null", "~"].includes(text.slice(node.start, node.end))) {
    const flow = keys.reduceRight((inner, k) => `{${quoted(k, '"')}: ${inner}}`, quoted(value, '"'));
    return text.slice(node.start, node.end) === ""
      ? [edit(doc, parent.key.end, parent.key.end + 1, `: ${flow}`)]
      : [edit(doc, node.start, node.end, flow)];
  }
  if (node.kind !== "mapping") return undefined;
  if (node.style === "flow") {
    const inner = keys.slice(1).reduceRight((v, k) => `{${quoted(k, '"')}: ${v}}`, quoted(value, '"'));
    const written = `${quoted(keys[0]!, first && text[first.start] === '"' ? '"' : "")}: ${inner}`;
    return [edit(doc, node.start + 1, node.start + 1, first ? `${written}, ` : written)];
  }
  if (!first) return undefined;
  const lineStart = text.lastIndexOf("\n", first.start - 1) + 1;
  const indent = " ".repeat(first.start - lineStart);
  const lines = keys.map((k, i) => `${i === 0 ? "" : indent}${"  ".repeat(i)}${quoted(k, "")}:`).join("\n");
  return [edit(doc, first.start, first.start, `${lines} ${quoted(value, "")}\n${indent}`)];
}

/** A scalar as YAML: plain where that reads as the same string. */
function quoted(value: string, style: "" | '"'): string {
  const isPlain = /^[A-Za-z_./][\w./-]*$/.test(value) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(value);
  return isPlain && style === "" ? value : JSON.stringify(value);
}

function find({ pasted }: Doc, pointer: string): { node: YamlNode; key?: YamlNode } | undefined {
  let found: { node: YamlNode; key?: YamlNode } | undefined = pasted.root;
  for (const step of pointer.split("/").slice(1)) {
    if (!found || found.node.kind === "alias") return undefined;
    found = pasted.member(found, unescapeToken(step));
  }
  return found?.node.kind === "alias" ? undefined : found;
}

function edit({ pasted }: Doc, from: number, to: number, replacement: string): TextEdit {
  const lines = new Lines(pasted.text);
  const [start, end] = [lines.at(from), lines.at(to)];
  const first = pasted.firstLine - 1;
  return {
    source: pasted.source as EditedText,
    range: { line: start.line + first, column: start.column, endLine: end.line + first, endColumn: end.column },
    replacement,
  };
}
