import type { Json, JsonMap } from "../../go/json-value";
import { JsonNumber } from "../../go/json-value";
import type { GoType } from "../../go/types";
import type { Template } from "../../gotemplate/template";
import type { Trace } from "../../gotemplate/trace";
import { inputsIn, join, type Inputs } from "../../provenance/inputs";
import { isMergeKey, mergedNodes } from "../../yaml/merge";
import type { YamlDocument, YamlNode } from "../../yaml/node";
import { parseYaml } from "../../yaml/parse";
import { resolveScalar } from "../../yaml/resolve";
import { keyText } from "../../yaml/scalar-text";
import { continuesBlock, dashOf, scalarEnd } from "./rendered-scalars";
import { placeSkips, type Skipped } from "./rendered-skips";
import { Spans } from "./rendered-span";
import { Written, type Source } from "./rendered-written";
import { shapeOf } from "./shape";
import { addElement, elementTyping, memberTyping, NullTree, type Typing } from "./shape-tree";
import { LeafTree, ListTree, MapTree, type ListItem, type Origin, type TemplateSpan, type Tree } from "./tree";

/**
 * Where the parts of a rendered patch come from: `patch` is what patchOf gives of the rendered `text` (whose YAML `document` it is, if
 * at hand), `name` the template's, `trace` that of its run.
 *
 * The tree has the patch's shape, directives included; members that are null are NullTrees. What skipped parts of the template would
 * have written is absent in it: `absent` of maps and lists, and maps and lists (see `isPossible`) among their members and items that
 * the patch lacks or has as null, for what would have been further in. O(text + pieces + skips × depth).
 */
export function renderedTree(
  name: string,
  template: Template,
  text: string,
  trace: Trace,
  patch: JsonMap,
  podType: GoType,
  document: YamlDocument = parseYaml(text),
): MapTree {
  const written = new Written(text, trace);
  const builder = new TreeBuilder(document, template, written, new Spans(name, template, written));
  const typing: Typing = { type: podType, mergeKey: "" };
  const tree = builder.root(patch, typing);
  placeSkips({ tree, typing }, builder, document, template, written);
  return tree;
}

/** A value with its key, or an element of a list. */
interface Part {
  /** The value as written: an alias stands for another node. */
  readonly node: YamlNode;
  /** Where its key or indicator starts and ends, or itself where it has none. */
  readonly start: number;
  readonly keyEnd: number;
  /** Where a person would begin to edit it: at the key, or at the element itself. */
  readonly from: number;
  readonly json: Json;
  readonly typing: Typing;
  /** What decided that it is looked at here at all. */
  readonly around: Inputs;
}

interface Member {
  readonly key: YamlNode;
  readonly value: YamlNode;
  /** Of members that came with `<<`: what decided about that. */
  readonly around: Inputs;
}

class TreeBuilder implements Skipped {
  private readonly trees = new Map<YamlNode, { tree: MapTree | ListTree; typing: Typing }[]>();

  constructor(
    private readonly document: YamlDocument,
    private readonly template: Template,
    private readonly written: Written,
    private readonly spans: Spans,
  ) {}

  /** The trees that were made of a node: several where aliases stand for it. */
  of(node: YamlNode): readonly { tree: MapTree | ListTree; typing: Typing }[] {
    return this.trees.get(node) ?? [];
  }

  keyOf(node: YamlNode): string {
    const scalar = node.kind === "alias" ? node.target! : node;
    return keyText(resolveScalar(scalar, this.document.text)) ?? "";
  }

  root(patch: JsonMap, typing: Typing): MapTree {
    const { root, text } = this.document;
    const node = root && contentOf(root);
    const tree = new MapTree({
      step: "template",
      span: this.spans.of(0, 0, text.length),
      data: undefined,
      control: undefined,
    });
    if (node?.kind === "mapping") this.fillMap(tree, node, patch, typing);
    return tree;
  }

  private tree(part: Part): Tree {
    const { json, typing } = part;
    const content = contentOf(part.node);
    const full = json instanceof Map ? json.size > 0 : Array.isArray(json) && json.length > 0;
    if (!full) return this.leaf(part, content);
    const around = join(part.around, this.inputsOfKey(part));
    const control = part.node === content ? around : join(around, this.written.inputs(part.node.start, part.node.end));
    const origin = this.originOfFull(part, content);
    if (json instanceof Map) {
      const map = new MapTree(origin, undefined, control);
      this.fillMap(map, content, json, typing);
      return map;
    }
    const list = new ListTree(origin, undefined, control);
    this.fillList(list, content, json as Json[], typing);
    return list;
  }

  // ----------------------------------------------------------------------------------------------------------- leaves

  private leaf(part: Part, content: YamlNode): Tree {
    const { written } = this;
    const end = scalarEnd(content, written);
    const value = written.source(content.start, end);
    const control = join(join(part.around, this.inputsOfKey(part)), join(this.between(part, content), value.control));
    const origin: Origin = {
      step: "template",
      span: this.spanOf(part, content, end),
      data: value.data,
      control: join(control, this.skippedIn(part, content, end)),
    };
    if (part.json === null) return new NullTree(origin);
    if (part.json instanceof Map) return this.known(content, new MapTree(origin), part.typing);
    if (Array.isArray(part.json)) return this.known(content, new ListTree(origin), part.typing);
    return new LeafTree(origin);
  }

  private known<T extends MapTree | ListTree>(node: YamlNode, tree: T, typing: Typing): T {
    const trees = this.trees.get(node);
    if (trees) trees.push({ tree, typing });
    else this.trees.set(node, [{ tree, typing }]);
    return tree;
  }

  private inputsOfKey({ start, keyEnd }: Part): Inputs {
    const { written } = this;
    return join(written.inputs(start, keyEnd), this.before(start));
  }

  /** What decided about a line before its first key: what was printed as nothing or skipped there, and would have changed it. */
  private before(start: number): Inputs {
    const { written, template } = this;
    const lineStart = written.lineStart(start);
    let control: Inputs;
    for (const skip of written.skipsIn(lineStart, start)) {
      const { inline, openEnded } = shapeOf(skip.body, template, -1);
      if (inline && openEnded) control = join(control, skip.control);
    }
    for (const piece of written.piecesIn(lineStart, start)) {
      if (piece.flow && piece.start === piece.end) control = join(control, join(piece.flow.inputs, piece.control));
    }
    return control;
  }

  /** What stands between a key and its value, and an alias in place of the value. */
  private between({ keyEnd, node }: Part, content: YamlNode): Inputs {
    const { written } = this;
    const around = node.start > keyEnd ? written.inputs(keyEnd, node.start) : undefined;
    return node === content ? around : join(around, written.inputs(node.start, node.end));
  }

  /** What was skipped within a scalar or between it and its key. */
  private skippedIn({ keyEnd, node }: Part, content: YamlNode, end: number): Inputs {
    const { written, template } = this;
    const from = node === content ? keyEnd : content.start;
    let control: Inputs;
    for (const skip of written.skipsIn(from, Math.max(end, content.end))) {
      const inside = skip.at < end || (skip.at === end && shapeOf(skip.body, template, -1).inline);
      if (inside || continuesBlock(skip, content, template, written)) control = join(control, skip.control);
    }
    return control;
  }

  private spanOf({ from, node }: Part, content: YamlNode, end: number): TemplateSpan | undefined {
    // What an alias stands for was written elsewhere.
    return this.spans.of(node === content ? from : content.start, content.start, end);
  }

  // ------------------------------------------------------------------------------------------------------ collections

  private originOfFull(part: Part, content: YamlNode): Origin {
    const { written } = this;
    // The API leaves null members out: the map may turn out to be empty.
    const control = isHollow(part.json)
      ? join(written.inputs(content.start, content.end), this.skipsAround(content.start, content.end))
      : undefined;
    return { step: "template", span: this.spanOf(part, content, content.end), data: undefined, control };
  }

  private skipsAround(start: number, end: number): Inputs {
    let control: Inputs;
    for (const skip of this.written.skipsIn(start, end)) control = join(control, skip.control);
    return control;
  }

  private fillMap(tree: MapTree, node: YamlNode, json: JsonMap, typing: Typing): void {
    this.known(node, tree, typing);
    const members = new Map<string, Member>();
    this.collectMembers(tree, node, typing, undefined, members);
    let previous: string | undefined;
    for (const [key, { key: keyNode, value, around }] of members) {
      const member = json.get(key);
      if (member === undefined) continue;
      const end = Math.min(keyNode.end + 1, Math.max(value.start, keyNode.end));
      const inner = memberTyping(typing.type, key);
      const { start } = keyNode;
      const part: Part = { node: value, start, keyEnd: end, from: start, json: member, typing: inner, around };
      tree.members.set(key, this.tree(part));
      if (previous !== undefined) this.couldJoin(tree, previous, keyNode, contentOf(value), key);
      previous = key;
    }
  }

  /** The members that count, by key; those of `<<` where it stands. */
  private collectMembers(
    tree: MapTree,
    node: YamlNode,
    typing: Typing,
    around: Inputs,
    members: Map<string, Member>,
  ): void {
    for (let i = 0; i < node.children.length; i += 2) {
      const key = node.children[i]!;
      const value = node.children[i + 1]!;
      if (!isMergeKey(key)) {
        members.set(this.keyOf(key), { key, value, around });
        continue;
      }
      const merged = join(around, this.written.inputs(key.start, value.end));
      for (const source of mergedNodes(value)) {
        const mapping = contentOf(source);
        this.known(mapping, tree, typing);
        this.collectMembers(tree, mapping, typing, merged, members);
      }
    }
  }

  /**
   * A key that was written on a condition which its list was not: without the key, the list's elements would have belonged to the
   * member before.
   */
  private couldJoin(tree: MapTree, previous: string, key: YamlNode, value: YamlNode, name: string): void {
    if (value.kind !== "sequence" || value.style !== "block") return;
    const { written } = this;
    const { control } = written.source(key.start, key.end);
    const [first] = value.children;
    if (!control || !first || holdsAll(written.source(first.start, first.start + 1).control, control)) return;
    const list = tree.members.get(name);
    const before = tree.members.get(previous);
    if (!(list instanceof ListTree) || !(before instanceof ListTree || before instanceof NullTree)) return;
    for (const { key: element } of list.items) addElement(tree, previous, element, control);
  }

  private fillList(tree: ListTree, node: YamlNode, json: readonly Json[], typing: Typing): void {
    this.known(node, tree, typing);
    const inner = elementTyping(typing);
    let before: Inputs;
    for (const [i, child] of node.children.entries()) {
      const element = json[i]!;
      const start = node.style === "block" ? dashOf(child, this.written) : child.start;
      const keyEnd = node.style === "block" ? start + 1 : start;
      const part = { node: child, start, keyEnd, from: child.start, json: element, typing: inner, around: undefined };
      const item = this.tree(part);
      const key = elementKey(element, typing.mergeKey);
      tree.items.push({ key, tree: item });
      if (key !== undefined) this.decideByKey({ key, tree: item }, typing.mergeKey);
      else if (item instanceof MapTree || item instanceof ListTree) {
        // Without a key, an element is another one as soon as anything in it changes.
        const content = contentOf(child);
        before = join(before, join(this.written.inputs(start, child.end), this.skipsAround(start, child.end)));
        if (content !== child) before = join(before, this.written.inputs(content.start, content.end));
        item.control = join(item.control, before);
      }
    }
  }

  /** An element is another one if its merge key changes. */
  private decideByKey({ tree }: ListItem, mergeKey: string): void {
    const key = tree instanceof MapTree ? tree.members.get(mergeKey) : undefined;
    if (key instanceof LeafTree) (tree as MapTree).control = join(tree.control, inputsOf(key.origin));
  }
}

function holdsAll(set: Inputs, part: Inputs): boolean {
  const held = inputsIn(set);
  return set === part || [...inputsIn(part)].every((input) => held.has(input));
}

function inputsOf({ data, control }: Source): Inputs {
  return join(data, control);
}

function contentOf(node: YamlNode): YamlNode {
  return node.kind === "alias" ? node.target! : node;
}

/** Whether there is nothing in it but nulls. */
function isHollow(json: Json): boolean {
  if (json === null) return true;
  if (!(json instanceof Map)) return false;
  for (const member of json.values()) if (!isHollow(member)) return false;
  return true;
}

/** The value of an element's merge key, as text. */
function elementKey(element: Json, mergeKey: string): string | undefined {
  const key = mergeKey !== "" && element instanceof Map ? element.get(mergeKey) : undefined;
  if (key instanceof JsonNumber) return key.text;
  return key === undefined || key === null || typeof key === "object" ? undefined : String(key);
}
