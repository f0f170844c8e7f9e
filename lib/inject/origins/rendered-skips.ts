import type { Template } from "../../gotemplate/template";
import type { Piece, Skip } from "../../gotemplate/trace";
import type { Flow } from "../../provenance/flow";
import { join, type Inputs } from "../../provenance/inputs";
import type { YamlDocument, YamlNode } from "../../yaml/node";
import { alternativeTo } from "./rendered-alternatives";
import { continuesBlock, dashOf, scalarEnd } from "./rendered-scalars";
import type { Written } from "./rendered-written";
import { flowKeys, shapeOf, type Entry } from "./shape";
import { indentation } from "./shape-text";
import { addElement, addEntry, fillable, memberTyping, NullTree, type Typing } from "./shape-tree";
import { ListTree, MapTree, type ListItem } from "./tree";

/** What is known of the trees that skipped parts belong to. */
export interface Skipped {
  /** The trees of a mapping or sequence. */
  of(node: YamlNode): readonly Placed[];
  /** A key's text. */
  keyOf(node: YamlNode): string;
}

interface Placed {
  readonly tree: MapTree | ListTree;
  readonly typing: Typing;
}

/** A collection that is open at some place of a document. */
interface Level {
  readonly node: YamlNode;
  /** The column of its keys or dashes. */
  readonly column: number;
  /** The key of its last entry before that place, if that has no value. */
  readonly empty: YamlNode | undefined;
}

/** Puts what was skipped into the maps and lists that it would have been written into; likewise what was printed as nothing. */
export function placeSkips(
  root: Placed,
  skipped: Skipped,
  document: YamlDocument,
  template: Template,
  written: Written,
): void {
  const placer = new Placer(root, skipped, document, template, written);
  for (const skip of written.skips) if (skip.control) placer.skip(skip);
  for (const piece of written.pieces) if (piece.start === piece.end && piece.flow) placer.nothing(piece, piece.flow);
}

class Placer {
  constructor(
    private readonly root: Placed,
    private readonly skipped: Skipped,
    private readonly document: YamlDocument,
    private readonly template: Template,
    private readonly written: Written,
  ) {}

  skip(skip: Skip): void {
    const { at, body, control } = skip;
    const levels = this.levelsAt(at, skip);
    const flow = levels?.at(-1)?.node;
    if (flow?.style === "flow") {
      for (const key of flowKeys(body, this.template)) this.inFlow(flow, key, control);
    } else if (levels) {
      const column = this.columnAt(at);
      const shape = shapeOf(body, this.template, column);
      if (shape.partOfLine && this.restOfLine(at) !== "") return;
      for (const entry of shape.entries) {
        if (entry === shape.entries.at(-1)) this.placeLast(entry, skip, levels);
        else this.place(entry, levels, control);
      }
    }
  }

  /** An action that printed nothing in a line of its own could have printed anything. */
  nothing({ node, start, control }: Piece, flow: Flow): void {
    const column = this.columnAt(start);
    if (column < 0 || this.restOfLine(start) !== "" || node.type !== "action") return;
    const levels = this.levelsAt(start, undefined);
    if (!levels) return;
    const inputs = join(flow.inputs, control);
    const inner = levels.at(-1)?.node;
    if (inner?.style === "flow") this.inFlow(inner, undefined, inputs);
    else this.place(unknownAt(indentation(node.pipe.commands.at(-1)) ?? column), levels, inputs);
  }

  /** The indentation before a place, if there is nothing else in its line (dashes are indentation); otherwise -1. */
  private columnAt(at: number): number {
    const start = this.written.lineStart(at);
    return /^[ -]*$/.test(this.written.text.slice(start, at)) ? at - start : -1;
  }

  private restOfLine(at: number): string {
    return this.written.text.slice(at, this.written.lineEnd(at)).trim();
  }

  // ------------------------------------------------------------------------------------------------------------ places

  /** The collections that are open at a place, outermost first, the last one being in braces if that is; undefined within a scalar. */
  private levelsAt(at: number, skip: Skip | undefined): Level[] | undefined {
    const levels: Level[] = [];
    let node = this.document.root;
    while (node && node.style === "block") {
      const { entry, value }: Entered = entered(node, at, this.written);
      const isEmpty = value?.kind === "scalar" && value.start === value.end;
      levels.push({ node, column: this.columnOf(node), empty: isEmpty ? entry : undefined });
      if (value?.kind === "scalar" && this.isWithin(value, at, skip)) return undefined;
      node = value;
    }
    while (node && node.style === "flow" && at > node.start && at < node.end) {
      levels.push({ node, column: -1, empty: undefined });
      const inner: YamlNode | undefined = node.children.find((child) => at > child.start && at < child.end);
      if (inner?.kind === "scalar") return undefined;
      node = inner;
    }
    return levels;
  }

  private isWithin(scalar: YamlNode, at: number, skip: Skip | undefined): boolean {
    if (at > scalar.start && at < scalarEnd(scalar, this.written)) return true;
    return skip !== undefined && continuesBlock(skip, scalar, this.template, this.written);
  }

  private columnOf(node: YamlNode): number {
    const { start } = node.kind === "mapping" ? node.children[0]! : node;
    return start - this.written.lineStart(start);
  }

  private inFlow(node: YamlNode, key: string | undefined, control: Inputs): void {
    for (const { tree } of this.skipped.of(node)) {
      if (tree instanceof ListTree) tree.absent.push({ key: undefined, control });
      else if (key === undefined) tree.absentAny = join(tree.absentAny, control);
      else tree.addAbsent(key, control);
    }
  }

  /** Puts an entry where its indentation says that it belongs. */
  private place(entry: Entry, levels: readonly Level[], control: Inputs): void {
    for (const { tree, typing } of this.placesOf(entry, levels)) addEntry(tree, entry, control, typing);
  }

  private placesOf({ indent, kind }: Entry, levels: readonly Level[]): readonly Placed[] {
    const wanted = kind === "item" ? "sequence" : kind === "key" ? "mapping" : undefined;
    for (const { node, column, empty } of levels.toReversed()) {
      const below = empty && (indent > column || (indent === column && kind !== "key"));
      if (below) return this.placesBelow(node, empty, kind === "item");
      if (column <= indent && (wanted === undefined || node.kind === wanted)) return this.skipped.of(node);
    }
    return [this.root];
  }

  /** The places of what a key without a value could have had. */
  private placesBelow(mapping: YamlNode, key: YamlNode, list: boolean): readonly Placed[] {
    const name = this.skipped.keyOf(key);
    return this.skipped.of(mapping).flatMap(({ tree, typing }): Placed[] => {
      if (!(tree instanceof MapTree)) return [];
      const there = tree.members.get(name);
      const below = there instanceof NullTree ? fillable(tree, name, list) : there;
      const isCollection = below instanceof MapTree || below instanceof ListTree;
      return isCollection ? [{ tree: below, typing: memberTyping(typing.type, name) }] : [];
    });
  }

  // ---------------------------------------------------------------------------------------- what follows a skipped part

  /** Places the last entry of a skipped part: what follows in the text could have belonged to it. */
  private placeLast(entry: Entry, skip: Skip, levels: readonly Level[]): void {
    const { control } = skip;
    const from = entry.content === "below" ? this.behind(skip) : undefined;
    if (from === undefined || !this.continues(entry, from)) return this.place(entry, levels, control);
    const elements = entry.kind === "key" && entry.children.length === 0 ? this.elementsBehind(from, entry.indent) : [];
    if (elements.length === 0) {
      this.place({ ...entry, children: [...entry.children, unknownAt(entry.indent + 1)] }, levels, control);
    }
    for (const { key, tree } of elements) {
      for (const place of this.placesOf(entry, levels)) addElement(place.tree, entry.key, key, control);
      // It would not be where it is.
      if (tree instanceof MapTree) tree.control = join(tree.control, control);
    }
  }

  /** Where the text goes on behind the branch that was taken in place of a skipped one. */
  private behind({ at, body }: Skip): number {
    const { pieces } = this.written;
    const taken = alternativeTo(body, this.template);
    let end = at;
    if (!taken) return end;
    for (let i = this.written.pieceAfter(at); i < pieces.length; i++) {
      if (taken.has(pieces[i]!.node)) end = pieces[i]!.end;
      else if (pieces[i]!.start >= end) break;
    }
    return end;
  }

  /** Whether the line that follows belongs to an entry by its indentation. */
  private continues({ indent, kind }: Entry, from: number): boolean {
    const { text } = this.written;
    const column = this.columnAt(from);
    const rest =
      this.restOfLine(from) === "" || column < 0
        ? text.slice(this.written.lineEnd(from))
        : " ".repeat(column) + text.slice(from);
    const next = /^(?:[ \t\r]*(?:#.*)?\n)*( *)(-?)/.exec(rest.startsWith("\n") ? rest.slice(1) : rest)!;
    const own = next[1]!.length;
    return own > indent || (own === indent && kind === "key" && next[2] === "-");
  }

  /** The elements of the list that goes on at a place, from there on. */
  private elementsBehind(at: number, indent: number): ListItem[] {
    const levels = this.levelsAt(at, undefined) ?? [];
    const level = levels.findLast(({ node, column }) => node.kind === "sequence" && column >= indent);
    if (!level) return [];
    const first = level.node.children.findIndex((child) => child.start >= at);
    const end = level.node.children.length;
    if (first < 0) return [];
    return this.skipped
      .of(level.node)
      .flatMap(({ tree }) => (tree instanceof ListTree ? tree.items.slice(first, end) : []));
  }
}

function unknownAt(indent: number): Entry {
  return { indent, kind: "unknown", key: "", value: undefined, content: "scalar", children: [] };
}

interface Entered {
  /** The key of a mapping's entry, or the element of a sequence. */
  readonly entry: YamlNode | undefined;
  readonly value: YamlNode | undefined;
}

/** The last entry of a block collection that begins before a place. */
function entered(node: YamlNode, at: number, written: Written): Entered {
  const { children } = node;
  const step = node.kind === "mapping" ? 2 : 1;
  for (let i = children.length - step; i >= 0; i -= step) {
    const child = children[i]!;
    const start = node.kind === "mapping" ? child.start : dashOf(child, written);
    if (start < at) return { entry: child, value: node.kind === "mapping" ? children[i + 1] : child };
  }
  return { entry: undefined, value: undefined };
}
