/**
 * Where the parts of a pod come from, in the pod's own shape. There is a tree for what a template rendered, one for the template pod and one
 * for the pod itself; steps change or replace trees as they change pods.
 */
import type { Input } from "../../provenance/input";
import { join, type Inputs } from "../../provenance/inputs";

/** The steps that put something into a pod, in API terms. */
export type OriginStep =
  "template" | "workload" | "reapplied" | "clusterInfo" | "prometheusMerge" | "rewriteProbes" | "metadata" | "api";

/** A part of a template's own text, in UTF-16 units. */
export interface TemplateSpan {
  readonly template: string;
  readonly start: number;
  readonly end: number;
}

/** What put a leaf where it is. */
export interface Origin {
  readonly step: OriginStep;
  /** Of step `template`. */
  readonly span?: TemplateSpan;
  /** Where a person would look otherwise: what was pasted, there. */
  readonly place?: Input;
  readonly data: Inputs;
  readonly control: Inputs;
  /** What it replaced. */
  readonly over?: Origin;
}

/** `control` of a tree holds for everything in it, whatever its own origins say. */
export type Tree = LeafTree | MapTree | ListTree | InputTree;

/** A scalar, or something that nobody needs to look into. */
export class LeafTree {
  constructor(
    readonly origin: Origin,
    readonly control: Inputs = undefined,
  ) {}
}

const NOTHING: ReadonlyMap<string, never> = new Map<string, never>();

/** A map or struct, by JSON key. */
export class MapTree {
  /** Like `absent`, where the key cannot be known. */
  absentAny: Inputs;
  // Most maps have neither.
  private couldBe: Map<string, Inputs> | undefined;
  private gone: Map<string, Origin> | undefined;

  constructor(
    /** Of the map itself: what it came from if it is empty. */
    readonly origin: Origin,
    readonly members: Map<string, Tree> = new Map<string, Tree>(),
    public control: Inputs = undefined,
    /** What all members come from that are not among `members`. */
    readonly rest?: InputTree | LeafTree,
  ) {}

  /** Members that would be there had something been decided otherwise: by key. */
  get absent(): ReadonlyMap<string, Inputs> {
    return this.couldBe ?? NOTHING;
  }

  addAbsent(key: string, control: Inputs): void {
    const known = (this.couldBe ??= new Map<string, Inputs>());
    known.set(key, join(known.get(key), control));
  }

  /** What could have been there would have been replaced. */
  dropAbsent(key: string): void {
    this.couldBe?.delete(key);
  }

  /** Members that a step took away, with what took them; `over` of it is what they were. */
  get removed(): ReadonlyMap<string, Origin> {
    return this.gone ?? NOTHING;
  }

  remove(key: string, origin: Origin): void {
    this.members.delete(key);
    (this.gone ??= new Map<string, Origin>()).set(key, origin);
  }

  /** There is a member, again where it had been taken away. */
  restore(key: string, tree: Tree): void {
    this.gone?.delete(key);
    this.members.set(key, tree);
  }

  /** What a member comes from, as far as it is known. */
  member(key: string): Tree | undefined {
    return this.members.get(key) ?? (this.rest && memberOf(this.rest, key));
  }
}

/** A list. */
export class ListTree {
  /** Elements that would be there had something been decided otherwise: by their merge key's value, undefined where it cannot be known. */
  readonly absent: { readonly key: string | undefined; readonly control: Inputs }[] = [];
  readonly removed: { readonly key: string | undefined; readonly origin: Origin }[] = [];

  constructor(
    /** Of the list itself: what it came from if it is empty. */
    public origin: Origin,
    /** In the order of the list; elements with a merge key are found by it, because later steps reorder. */
    readonly items: ListItem[] = [],
    public control: Inputs = undefined,
  ) {}
}

export interface ListItem {
  /** The value of the merge key as text, for lists whose elements have one. */
  readonly key: string | undefined;
  readonly tree: Tree;
}

/** A part of the pod that is as it was submitted: looked into only where somebody asks. */
export class InputTree {
  constructor(
    /** What was pasted there. */
    readonly input: Input,
    readonly control: Inputs = undefined,
  ) {}
}

/** What the member of a map, or the element of a list (by its index), comes from: of a leaf, what the whole comes from. */
export function memberOf(tree: Tree, key: string): Tree | undefined {
  if (tree instanceof InputTree) return new InputTree(tree.input.member(key), tree.control);
  if (tree instanceof MapTree) return tree.member(key);
  return tree instanceof ListTree ? tree.items[Number(key)]?.tree : tree;
}
