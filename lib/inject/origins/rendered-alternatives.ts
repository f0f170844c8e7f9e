import type { ListNode, Statement } from "../../gotemplate/node";
import type { Template } from "../../gotemplate/template";

/** What the other branch of the `if`, `with` or `range` consists of that a list belongs to, with what it invokes. */
export function alternativeTo(list: ListNode, template: Template): ReadonlySet<Statement> | undefined {
  let known = alternatives.get(template);
  if (!known) alternatives.set(template, (known = new Map<ListNode, ReadonlySet<Statement> | ListNode | undefined>()));
  if (known.size === 0) for (const { root } of template.trees.values()) findAlternatives(root, known);
  const found = known.get(list);
  if (!found || found instanceof Set) return found as ReadonlySet<Statement> | undefined;
  const statements = new Set<Statement>();
  collectStatements(found as ListNode, template, statements);
  known.set(list, statements);
  return statements;
}

type Alternatives = Map<ListNode, ReadonlySet<Statement> | ListNode | undefined>;

const alternatives = new WeakMap<Template, Alternatives>();

function findAlternatives(list: ListNode, known: Alternatives): void {
  for (const node of list.nodes) {
    if (node.type !== "if" && node.type !== "with" && node.type !== "range") continue;
    known.set(node.list, node.elseList);
    findAlternatives(node.list, known);
    if (!node.elseList) continue;
    known.set(node.elseList, node.list);
    findAlternatives(node.elseList, known);
  }
}

function collectStatements(list: ListNode, template: Template, into: Set<Statement>): void {
  for (const node of list.nodes) {
    if (into.has(node)) continue;
    into.add(node);
    if (node.type === "template") {
      const invoked = template.trees.get(node.name);
      if (invoked) collectStatements(invoked.root, template, into);
    } else if ("list" in node) {
      collectStatements(node.list, template, into);
      if (node.elseList) collectStatements(node.elseList, template, into);
    }
  }
}
