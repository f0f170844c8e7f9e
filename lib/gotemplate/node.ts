/** The nodes of a parsed template, and how error messages print them. Mirrors text/template/parse/node.go. */
import { quote } from "../go/quote";
import type { Int } from "../go/value";

interface At {
  /** Where the node starts in the template's text, in UTF-16 units: what error messages point at. */
  readonly pos: number;
}

/** What stands in the text from its start to behind its end, in UTF-16 units: a text, or actions with their delimiters. */
interface Extent {
  readonly start: number;
  readonly end: number;
}

export interface ListNode extends At {
  readonly type: "list";
  readonly nodes: Statement[];
}
export interface TextNode extends At, Extent {
  readonly type: "text";
  readonly text: string;
}
export interface PipeNode extends At {
  readonly type: "pipe";
  isAssign: boolean;
  readonly declared: VariableNode[];
  readonly commands: CommandNode[];
}
export interface ActionNode extends At, Extent {
  readonly type: "action";
  readonly pipe: PipeNode;
}
export interface CommandNode extends At {
  readonly type: "command";
  readonly args: Expression[];
}
export interface IdentifierNode extends At {
  readonly type: "identifier";
  readonly name: string;
}
export interface VariableNode extends At {
  readonly type: "variable";
  /** The variable's name with its dollar sign, then fields. */
  readonly path: readonly string[];
}
interface DotNode extends At {
  readonly type: "dot";
}
interface NilNode extends At {
  readonly type: "nil";
}
export interface FieldNode extends At {
  readonly type: "field";
  readonly path: readonly string[];
}
export interface ChainNode extends At {
  readonly type: "chain";
  readonly node: Expression;
  readonly fields: readonly string[];
}
interface BoolNode extends At {
  readonly type: "bool";
  readonly value: boolean;
}
/** A constant, as each type that can hold it. */
export interface NumberNode extends At {
  readonly type: "number";
  readonly text: string;
  readonly int?: Int;
  readonly uint?: Int;
  readonly float?: number;
  readonly complex?: { readonly re: number; readonly im: number };
}
interface StringNode extends At {
  readonly type: "string";
  /** As written, with its quotes. */
  readonly quoted: string;
  readonly value: string;
}
export interface BranchNode extends At, Extent {
  readonly type: "if" | "range" | "with";
  readonly pipe: PipeNode;
  readonly list: ListNode;
  readonly elseList: ListNode | undefined;
}
interface BreakNode extends At {
  readonly type: "break" | "continue";
}
export interface TemplateNode extends At, Extent {
  readonly type: "template";
  readonly name: string;
  readonly pipe: PipeNode | undefined;
}
/** Ends of lists; not part of a finished tree. */
export interface EndNode extends At {
  readonly type: "end" | "else";
}

export type Expression =
  | PipeNode
  | IdentifierNode
  | VariableNode
  | DotNode
  | NilNode
  | FieldNode
  | ChainNode
  | BoolNode
  | NumberNode
  | StringNode;
export type Statement = TextNode | ActionNode | BranchNode | BreakNode | TemplateNode;
export type Node = Expression | Statement | ListNode | CommandNode | EndNode;

/** The node's own text as error messages print it: normalised spacing, strings and numbers as written. */
export function nodeText(node: Node): string {
  switch (node.type) {
    case "list":
      return node.nodes.map(nodeText).join("");
    case "text":
      return node.text;
    case "pipe":
      return pipeText(node);
    case "action":
      return `{{${pipeText(node.pipe)}}}`;
    case "command":
      return node.args.map(operandText).join(" ");
    case "identifier":
      return node.name;
    case "variable":
      return node.path.join(".");
    case "dot":
      return ".";
    case "nil":
      return "nil";
    case "field":
      return "." + node.path.join(".");
    case "chain":
      return `${operandText(node.node)}.${node.fields.join(".")}`;
    case "bool":
      return String(node.value);
    case "number":
      return node.text;
    case "string":
      return node.quoted;
    case "if":
    case "range":
    case "with":
      return branchText(node);
    case "template":
      return `{{template ${quote(node.name)}${node.pipe ? " " + pipeText(node.pipe) : ""}}}`;
    default:
      return `{{${node.type}}}`;
  }
}

function operandText(node: Expression): string {
  return node.type === "pipe" ? `(${pipeText(node)})` : nodeText(node);
}

function pipeText(pipe: PipeNode): string {
  let declared = "";
  if (pipe.declared.length > 0) {
    declared = pipe.declared.map(nodeText).join(", ") + (pipe.isAssign ? " = " : " := ");
  }
  return declared + pipe.commands.map(nodeText).join(" | ");
}

function branchText(node: BranchNode): string {
  const otherwise = node.elseList ? "{{else}}" + nodeText(node.elseList) : "";
  return `{{${node.type} ${pipeText(node.pipe)}}}${nodeText(node.list)}${otherwise}{{end}}`;
}
