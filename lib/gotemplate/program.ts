/**
 * A tree as a flat list of instructions with jumps, so that running it needs no stack of calls: templates may invoke
 * each other 100000 deep.
 */
import type { ActionNode, BranchNode, ListNode, Statement, TemplateNode, TextNode } from "./node";
import type { Tree } from "./parse";

/** Scopes are opened by `if`, `with` and `range`, and closed by `end`. */
type Instruction =
  | { readonly op: "text"; readonly node: TextNode }
  | { readonly op: "action"; readonly node: ActionNode }
  | { readonly op: "if"; readonly node: BranchNode; readonly otherwise: number }
  | { readonly op: "with"; readonly node: BranchNode; readonly otherwise: number }
  | { readonly op: "range"; readonly node: BranchNode; readonly otherwise: number }
  /** The end of a loop's body: the next round, or on to `done`. */
  | { readonly op: "next"; readonly body: number; readonly done: number; readonly node: BranchNode }
  /** Leaves `scopes` scopes and goes on at `to`; `leaves`: a `break` or `continue`. */
  | { readonly op: "jump"; readonly to: number; readonly scopes: number; readonly leaves: boolean }
  | { readonly op: "end" }
  | { readonly op: "template"; readonly node: TemplateNode }
  | { readonly op: "return" };

export interface Program {
  readonly name: string;
  readonly code: readonly Instruction[];
}

interface Loop {
  /** Number of scopes open in the loop's body, the loop's own included. */
  readonly depth: number;
  readonly breaks: Hole[];
  readonly continues: Hole[];
}

interface Hole {
  readonly at: number;
  readonly scopes: number;
}

/** Turns a tree into instructions. */
export function compile(tree: Tree): Program {
  const code: Instruction[] = [];
  let depth = 0;
  const hole = (): number => code.push({ op: "end" }) - 1;

  function list(node: ListNode, loop: Loop | undefined): void {
    for (const statement of node.nodes) add(statement, loop);
  }

  function add(node: Statement, loop: Loop | undefined): void {
    switch (node.type) {
      case "text":
        code.push({ op: "text", node });
        return;
      case "action":
        code.push({ op: "action", node });
        return;
      case "template":
        code.push({ op: "template", node });
        return;
      case "break":
        loop!.breaks.push({ at: hole(), scopes: depth - loop!.depth });
        return;
      case "continue":
        loop!.continues.push({ at: hole(), scopes: depth - loop!.depth });
        return;
      default:
        branch(node, loop);
    }
  }

  function branch(node: BranchNode, outer: Loop | undefined): void {
    const start = hole();
    depth++;
    const loop = node.type === "range" ? { depth, breaks: [], continues: [] } : undefined;
    list(node.list, loop ?? outer);
    const bodyEnd = hole();
    const otherwise = code.length;
    if (node.elseList) list(node.elseList, outer);
    const done = code.push({ op: "end" }) - 1;
    depth--;
    code[start] = { op: node.type, node, otherwise };
    code[bodyEnd] = loop
      ? { op: "next", node, body: start + 1, done }
      : { op: "jump", to: done, scopes: 0, leaves: false };
    for (const { at, scopes } of loop?.breaks ?? []) code[at] = { op: "jump", to: done, scopes, leaves: true };
    for (const { at, scopes } of loop?.continues ?? []) code[at] = { op: "jump", to: bodyEnd, scopes, leaves: true };
  }

  list(tree.root, undefined);
  code.push({ op: "return" });
  return { name: tree.name, code };
}
