import type { ActionNode, CommandNode, ListNode, Statement } from "../../gotemplate/node";
import type { Template } from "../../gotemplate/template";

/** Stands for what an action prints: any text, of any number of lines. */
export const PRINTED = "\u0001";
/** Around what need not be written, and between that and what is written in its place. */
export const BEGIN = "\u0002";
export const OR = "\u0003";
export const END = "\u0004";

/** What is longer than this, or nested deeper, is not looked at further: it counts as something unknown. */
const MAX_LENGTH = 200_000;
const MAX_DEPTH = 20;

/** All that a list of statements could write, one after the other: literal text with PRINTED for what actions print. */
export function textOfShape(list: ListNode, template: Template): string {
  const writer = new ShapeWriter(template);
  writer.list(list);
  return writer.text;
}

class ShapeWriter {
  text = "";
  private depth = 0;

  constructor(private readonly template: Template) {}

  list(list: ListNode | undefined): void {
    if (!list) return;
    if (++this.depth > MAX_DEPTH || this.text.length > MAX_LENGTH) this.text += PRINTED;
    else for (const node of list.nodes) this.statement(node);
    this.depth--;
  }

  private statement(node: Statement): void {
    switch (node.type) {
      case "text":
        this.text += node.text;
        return;
      case "action":
        if (node.pipe.declared.length === 0) this.text += printed(node);
        return;
      case "if":
      case "range":
      case "with":
        this.text += BEGIN;
        this.list(node.list);
        if (node.elseList) this.text += OR;
        this.list(node.elseList);
        this.text += END;
        return;
      case "template":
        this.list(this.template.trees.get(node.name)?.root);
    }
  }
}

/** What an action prints, with the indentation that it is known to have. */
function printed({ pipe }: ActionNode): string {
  const last = pipe.commands.at(-1);
  const columns = indentation(last);
  if (columns === undefined) return PRINTED;
  const line = " ".repeat(columns) + PRINTED;
  return (last!.args[0] as { name: string }).name === "nindent" ? `\n${line}` : line;
}

/** The columns by which `indent` and `nindent` move lines, if a constant says so. */
export function indentation(command: CommandNode | undefined): number | undefined {
  const [name, columns] = command?.args ?? [];
  const indents = name?.type === "identifier" && (name.name === "indent" || name.name === "nindent");
  if (!indents || columns?.type !== "number" || typeof columns.int !== "number") return undefined;
  return columns.int >= 0 && columns.int <= 200 ? columns.int : undefined;
}
