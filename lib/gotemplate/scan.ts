/** What the text of a part of a template says that it could do, whether it runs or not. */
import type { Expression, ListNode, PipeNode, Statement } from "./node";
import type { Template } from "./template";

export interface Effects {
  /** Names of variables that are assigned to: among them those that it declares itself. */
  readonly assigned: ReadonlySet<string>;
  /** Has a `break` or `continue` of a loop around it. */
  readonly leaves: boolean;
  /** Can change lists or maps. */
  readonly changes: boolean;
}

const known = new WeakMap<object, Effects>();

/** What a list of statements, or of a command's arguments, could do: also in the templates that it invokes. */
export function effectsOf(part: ListNode | readonly Expression[], template: Template): Effects {
  let effects = known.get(part);
  if (!effects) {
    const scan = new Scan(template);
    if ("nodes" in part) scan.list(part, true);
    else for (const argument of part) scan.expression(argument);
    known.set(part, (effects = scan));
  }
  return effects;
}

class Scan implements Effects {
  readonly assigned = new Set<string>();
  leaves = false;
  changes = false;
  private readonly seen = new Set<string>();

  constructor(private readonly template: Template) {}

  /** `own`: a `break` in it is one of a loop around the whole part. */
  list(list: ListNode, own: boolean): void {
    for (const node of list.nodes) this.statement(node, own);
  }

  private statement(node: Statement, own: boolean): void {
    switch (node.type) {
      case "text":
        return;
      case "action":
        return this.pipe(node.pipe);
      case "break":
      case "continue":
        this.leaves ||= own;
        return;
      case "template":
        if (node.pipe) this.pipe(node.pipe);
        return this.invoked(node.name);
      default:
        this.pipe(node.pipe);
        this.list(node.list, own && node.type !== "range");
        if (node.elseList) this.list(node.elseList, own);
    }
  }

  /** Variables of another template are its own, but lists and maps are shared. */
  private invoked(name: string): void {
    const tree = this.template.trees.get(name);
    if (!tree || this.seen.has(name)) return;
    this.seen.add(name);
    this.list(tree.root, false);
  }

  private pipe(pipe: PipeNode): void {
    if (pipe.isAssign) for (const { path } of pipe.declared) this.assigned.add(path[0]!);
    for (const { args } of pipe.commands) for (const argument of args) this.expression(argument);
  }

  expression(node: Expression): void {
    if (node.type === "pipe") this.pipe(node);
    else if (node.type === "chain") this.expression(node.node);
    else if (node.type === "identifier" && this.template.functions.get(node.name)?.changes) this.changes = true;
  }
}
