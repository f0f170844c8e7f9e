import type { GoError } from "../source/errors";
import { LimitError } from "../source/errors";
import { positionAt, yamlError } from "./errors";
import type { YamlNode } from "./node";

const FEW = 400_000;
const MANY = 4_000_000;
/**
 * Deeper nesting is refused here: nothing that Kubernetes reads comes near, and what follows walks such trees by
 * recursion.
 */
const MAX_DEPTH = 1000;

/**
 * What go-yaml's decoder keeps track of while it walks a tree: how much of the work comes from aliases, and which
 * aliases are being followed. Mirrors decoder.unmarshal and decoder.alias (decode.go).
 */
export class Walk {
  private count = 0;
  private fromAliases = 0;
  private following: Set<YamlNode> | undefined;
  private depth = 0;

  /** `text`: for the positions of errors. Go counts the document as a node, too. */
  constructor(readonly text: string) {
    this.count = 1;
  }

  /** To be called for each node, before it is decoded. Throws GoError where aliases multiply too much. */
  visit(node: YamlNode): void {
    this.count++;
    if (this.following !== undefined && this.following.size > 0) this.fromAliases++;
    if (this.fromAliases > 100 && this.count > 1000 && this.fromAliases / this.count > allowedRatio(this.count)) {
      throw this.error(node, "document contains excessive aliasing");
    }
  }

  /** Enters what an alias stands for; to be undone by `leave`. */
  follow(alias: YamlNode): YamlNode {
    this.following ??= new Set();
    if (this.following.has(alias)) throw this.error(alias, `anchor '${alias.value}' value contains itself`);
    this.following.add(alias);
    this.enter(alias);
    return alias.target!;
  }

  leave(alias: YamlNode): void {
    this.following!.delete(alias);
    this.depth--;
  }

  /** Enters a collection; to be undone by `exit`. Throws LimitError where the nesting is too deep. */
  enter(node: YamlNode): void {
    if (++this.depth > MAX_DEPTH) {
      throw new LimitError(`yaml: nested more than ${MAX_DEPTH} levels deep`, positionAt(this.text, node.start));
    }
  }

  exit(): void {
    this.depth--;
  }

  error(node: YamlNode, message: string): GoError {
    return yamlError(this.text, node.start, message);
  }
}

/** The share of nodes that may come from aliases: from 99% in small documents down to 10% in very large ones. */
function allowedRatio(count: number): number {
  if (count <= FEW) return 0.99;
  if (count >= MANY) return 0.1;
  return 0.99 - 0.89 * ((count - FEW) / (MANY - FEW));
}
