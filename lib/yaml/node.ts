import type { ScalarStyle } from "./scan";

export type NodeKind = "scalar" | "mapping" | "sequence" | "alias";

/**
 * A node of a parsed document. Offsets are UTF-16 units in the text. `start` and `end` enclose the content as written
 * (a scalar with its quotes or its block header; a collection from its first to its last character), without tag and
 * anchor.
 */
export class YamlNode {
  /** Of mappings: keys and values in turn. Of sequences: the elements. */
  readonly children: YamlNode[] = NONE;
  /** Of aliases: what they stand for. */
  target: YamlNode | undefined = undefined;

  constructor(
    readonly kind: NodeKind,
    readonly start: number,
    public end: number,
    /** Of scalars: the content, with escapes and folding undone. Of aliases: the name. */
    readonly value: string,
    /** Of scalars: the tag in full, `!local`, `!` or "". Tags of collections have no effect. */
    readonly tag: string,
    /** Of scalars: plain without a tag, or tagged `!`: what it is follows from its content. */
    readonly implicit: boolean,
    readonly style: ScalarStyle | "block" | "flow",
  ) {
    if (kind === "mapping" || kind === "sequence") this.children = [];
  }
}

/** Shared by all nodes that cannot have children. */
const NONE: YamlNode[] = [];

/** Where a value stands in a text: its node, and for members of a mapping the node of its key. */
export interface Located {
  readonly node: YamlNode;
  readonly key?: YamlNode;
}

/** A text and its first document; `root` is undefined where there is none (nothing but comments). */
export interface YamlDocument {
  readonly text: string;
  readonly root: YamlNode | undefined;
  /** The members of mappings by their key, of those that have been looked into: see locate.ts. */
  readonly members: Map<YamlNode, ReadonlyMap<string, Located>>;
}
