/** Parses template text into trees. Mirrors text/template/parse/parse.go. */
import { GoError, LimitError } from "../source/errors";
import { quote, unquote } from "../go/quote";
import { describe, Lexer, type Token, type TokenType } from "./lex";
import type {
  BranchNode,
  CommandNode,
  EndNode,
  Expression,
  ListNode,
  PipeNode,
  Statement,
  TemplateNode,
  VariableNode,
} from "./node";
import { nodeText } from "./node";
import { numberNode } from "./number";

/** One template of a set. */
export interface Tree {
  readonly name: string;
  readonly root: ListNode;
}

const MAX_PAREN_DEPTH = 10000;

/** Whether a tree holds nothing but space. */
function isEmptyTree(list: ListNode): boolean {
  return list.nodes.every(
    (node) => node.type === "text" && /^[\s\u0085]*$/u.test(node.text) && !node.text.includes("\ufeff"),
  );
}

/**
 * The trees of a text by name: the main one (`name`) and those of its `define` and `block` actions. `hasFunction` tells which
 * functions there are. Throws GoError `template: <name>:<line>: …` with the position of the token at hand.
 */
export function parseTrees(name: string, text: string, hasFunction: (name: string) => boolean): Map<string, Tree> {
  const shared: Shared = { parseName: name, text, hasFunction, trees: new Map(), lexer: new Lexer(text) };
  shared.lexer.breakOk = !hasFunction("break");
  shared.lexer.continueOk = !hasFunction("continue");
  try {
    new Parser(shared, name).main();
  } catch (e) {
    if (e instanceof RangeError) throw new LimitError(`template ${name} nests its actions too deeply`);
    throw e;
  }
  return shared.trees;
}

interface Shared {
  readonly parseName: string;
  readonly text: string;
  readonly hasFunction: (name: string) => boolean;
  readonly trees: Map<string, Tree>;
  readonly lexer: Lexer;
}

/** A pipeline being read; `outer` is the one whose parenthesised operand it is. */
interface OpenPipe {
  readonly pipe: PipeNode;
  readonly context: string;
  readonly end: TokenType;
  readonly outer: OpenPipe | undefined;
  command: CommandNode | undefined;
}

const OPERANDS = new Set<TokenType>([
  "bool",
  "charConstant",
  "complex",
  "dot",
  "field",
  "identifier",
  "number",
  "nil",
  "rawString",
  "string",
  "variable",
  "leftParen",
]);
const NOT_EXECUTABLE = new Set(["bool", "dot", "nil", "number", "string"]);

function isEnd(node: Statement | EndNode): node is EndNode {
  return node.type === "end" || node.type === "else";
}

/** Reads one tree; definitions inside get parsers of their own, on the same lexer. */
class Parser {
  // Up to three tokens that were read ahead, the next one last.
  private readonly tokens: [Token, Token, Token];
  private ahead = 0;
  private readonly vars: string[] = ["$"];
  private actionLine = 0;
  private rangeDepth = 0;
  private parenDepth = 0;
  /** Where the action being read starts, and where the last one that was read ends. */
  private start = 0;
  private end = 0;

  constructor(
    private readonly shared: Shared,
    private name: string,
  ) {
    const none: Token = { type: "error", pos: 0, value: "", line: 0 };
    this.tokens = [none, none, none];
  }

  private next(): Token {
    if (this.ahead > 0) this.ahead--;
    else this.tokens[0] = this.shared.lexer.nextToken();
    const token = this.tokens[this.ahead as 0 | 1 | 2];
    if (token.type === "rightDelim") this.end = token.pos + token.value.length;
    return token;
  }

  private backup(): void {
    this.ahead++;
  }

  /** Gives back two tokens; the later one is still in place. */
  private backup2(first: Token): void {
    this.tokens[1] = first;
    this.ahead = 2;
  }

  private backup3(first: Token, second: Token): void {
    this.tokens[1] = second;
    this.tokens[2] = first;
    this.ahead = 3;
  }

  private peek(): Token {
    if (this.ahead > 0) return this.tokens[(this.ahead - 1) as 0 | 1 | 2];
    this.ahead = 1;
    return (this.tokens[0] = this.shared.lexer.nextToken());
  }

  private nextNonSpace(): Token {
    for (;;) {
      const token = this.next();
      if (token.type !== "space") return token;
    }
  }

  private peekNonSpace(): Token {
    const token = this.nextNonSpace();
    this.backup();
    return token;
  }

  private fail(message: string): never {
    const { line, pos } = this.tokens[0];
    const column = pos - this.shared.text.lastIndexOf("\n", pos - 1);
    throw new GoError(`template: ${this.shared.parseName}:${line}: ${message}`, {
      line,
      column: pos === 0 ? 1 : column,
    });
  }

  private expect(types: readonly TokenType[], context: string): Token {
    const token = this.nextNonSpace();
    return types.includes(token.type) ? token : this.unexpected(token, context);
  }

  private unexpected(token: Token, context: string): never {
    if (token.type !== "error") this.fail(`unexpected ${describe(token)} in ${context}`);
    let extra = "";
    if (this.actionLine !== 0 && this.actionLine !== token.line) {
      const started = ` started at ${this.shared.parseName}:${this.actionLine}`;
      extra = token.value.endsWith(" action") ? started : " in action" + started;
    }
    this.fail(token.value + extra);
  }

  /** Runs a step whose error stands in the template's text. */
  private located<T>(step: () => T): T {
    try {
      return step();
    } catch (e) {
      if (e instanceof GoError) this.fail(e.message);
      throw e;
    }
  }

  /** The main template: a list, with definitions beside it. */
  main(): void {
    const root: ListNode = { type: "list", pos: this.peek().pos, nodes: [] };
    while (this.peek().type !== "eof") {
      if (this.peek().type === "leftDelim") {
        const delim = this.next();
        if (this.nextNonSpace().type === "define") {
          new Parser(this.shared, "definition").definition();
          continue;
        }
        this.backup2(delim);
      }
      const node = this.textOrAction();
      if (isEnd(node)) return this.fail(`unexpected ${nodeText(node)}`);
      root.nodes.push(node);
    }
    this.add(root);
  }

  private definition(): void {
    const context = "define clause";
    const name = this.expect(["string", "rawString"], context);
    this.name = this.located(() => unquote(name.value));
    this.expect(["rightDelim"], context);
    this.add(this.listToEnd(context));
  }

  private listToEnd(context: string): ListNode {
    const [list, end] = this.list();
    if (end.type !== "end") this.fail(`unexpected ${nodeText(end)} in ${context}`);
    return list;
  }

  /** Adds the tree to the set: an empty one gives way, two real ones of a name are an error. */
  private add(root: ListNode): void {
    const { trees } = this.shared;
    const old = trees.get(this.name);
    if (!old || isEmptyTree(old.root)) trees.set(this.name, { name: this.name, root });
    else if (!isEmptyTree(root)) this.fail(`template: multiple definition of template ${quote(this.name)}`);
  }

  private list(): [ListNode, EndNode] {
    const list: ListNode = { type: "list", pos: this.peekNonSpace().pos, nodes: [] };
    while (this.peekNonSpace().type !== "eof") {
      const node = this.textOrAction();
      if (isEnd(node)) return [list, node];
      list.nodes.push(node);
    }
    return this.fail("unexpected EOF");
  }

  private textOrAction(): Statement | EndNode {
    const token = this.nextNonSpace();
    if (token.type === "text") {
      const { pos, value } = token;
      return { type: "text", pos, start: pos, end: pos + value.length, text: value };
    }
    if (token.type !== "leftDelim") return this.unexpected(token, "input");
    this.start = token.pos;
    this.actionLine = token.line;
    const node = this.action();
    this.actionLine = 0;
    return node;
  }

  private action(): Statement | EndNode {
    const token = this.nextNonSpace();
    switch (token.type) {
      case "block":
        return this.block();
      case "break":
      case "continue":
        return this.jump(token.type, token.pos);
      case "else":
        return this.elseControl();
      case "end":
        return { type: "end", pos: this.expect(["rightDelim"], "end").pos };
      case "if":
      case "range":
      case "with":
        return this.branch(token.type);
      case "template":
        return this.template();
    }
    this.backup();
    const { start } = this;
    const pos = this.peek().pos;
    const pipe = this.pipeline("command", "rightDelim");
    return { type: "action", pos, start, end: this.end, pipe };
  }

  private jump(type: "break" | "continue", pos: number): Statement {
    const token = this.nextNonSpace();
    if (token.type !== "rightDelim") this.unexpected(token, `{{${type}}}`);
    if (this.rangeDepth === 0) this.fail(`{{${type}}} outside {{range}}`);
    return { type, pos };
  }

  private elseControl(): EndNode {
    const peek = this.peekNonSpace();
    // `else if` and `else with`: the second word is left for the list that this ends.
    if (peek.type === "if" || peek.type === "with") return { type: "else", pos: peek.pos };
    return { type: "else", pos: this.expect(["rightDelim"], "else").pos };
  }

  private branch(type: "if" | "range" | "with"): BranchNode {
    const { start } = this;
    const varCount = this.vars.length;
    const pipe = this.pipeline(type, "rightDelim");
    if (type === "range") this.rangeDepth++;
    const [list, end] = this.list();
    if (type === "range") this.rangeDepth--;
    let elseList: ListNode | undefined;
    if (end.type === "else") {
      if (type !== "range" && this.peek().type === type) {
        this.next();
        elseList = { type: "list", pos: end.pos, nodes: [this.branch(type)] };
      } else {
        const [otherwise, next] = this.list();
        if (next.type !== "end") this.fail(`expected end; found ${nodeText(next)}`);
        elseList = otherwise;
      }
    }
    this.vars.length = varCount;
    return { type, pos: pipe.pos, start, end: this.end, pipe, list, elseList };
  }

  private block(): TemplateNode {
    const { start } = this;
    const context = "block clause";
    const token = this.nextNonSpace();
    const name = this.templateName(token, context);
    const pipe = this.pipeline(context, "rightDelim");
    const { end: headEnd } = this;
    const body = new Parser(this.shared, name);
    // The list's own errors are the block's, those about its end are this tree's.
    const [list, end] = body.list();
    if (end.type !== "end") this.fail(`unexpected ${nodeText(end)} in ${context}`);
    body.add(list);
    return { type: "template", pos: token.pos, start, end: headEnd, name, pipe };
  }

  private template(): TemplateNode {
    const { start } = this;
    const context = "template clause";
    const token = this.nextNonSpace();
    const name = this.templateName(token, context);
    let pipe: PipeNode | undefined;
    if (this.nextNonSpace().type !== "rightDelim") {
      this.backup();
      pipe = this.pipeline(context, "rightDelim");
    }
    return { type: "template", pos: token.pos, start, end: this.end, name, pipe };
  }

  private templateName(token: Token, context: string): string {
    if (token.type !== "string" && token.type !== "rawString") return this.unexpected(token, context);
    return this.located(() => unquote(token.value));
  }

  /** Parenthesised pipelines are read by the same loop, so that deep nesting needs no deep stack. */
  private pipeline(context: string, end: TokenType): PipeNode {
    let open = this.openPipe(context, end, undefined);
    for (;;) {
      if (!open.command) {
        const token = this.nextNonSpace();
        if (token.type === open.end) {
          this.checkPipeline(open);
          if (!open.outer) return open.pipe;
          this.parenDepth--;
          const { pipe } = open;
          open = open.outer;
          this.operand(open, pipe);
          continue;
        }
        if (!OPERANDS.has(token.type)) this.unexpected(token, open.context);
        this.backup();
        open.command = { type: "command", pos: this.peekNonSpace().pos, args: [] };
      }
      const token = this.nextNonSpace();
      if (token.type === "leftParen") {
        if (this.parenDepth >= MAX_PAREN_DEPTH) this.fail("max expression depth exceeded");
        this.parenDepth++;
        open = this.openPipe("parenthesized pipeline", "rightParen", open);
      } else this.operand(open, this.term(token));
    }
  }

  private openPipe(context: string, end: TokenType, outer: OpenPipe | undefined): OpenPipe {
    const pipe: PipeNode = { type: "pipe", pos: this.peekNonSpace().pos, isAssign: false, declared: [], commands: [] };
    this.declarations(pipe, context);
    return { pipe, context, end, outer, command: undefined };
  }

  private declarations(pipe: PipeNode, context: string): void {
    for (;;) {
      const variable = this.peekNonSpace();
      if (variable.type !== "variable") return;
      this.next();
      const after = this.peek();
      const next = this.peekNonSpace();
      if (next.type === "assign" || next.type === "declare") {
        pipe.isAssign = next.type === "assign";
        this.nextNonSpace();
        this.declare(pipe, variable);
        return;
      }
      if (next.type === "char" && next.value === ",") {
        this.nextNonSpace();
        this.declare(pipe, variable);
        if (context === "range" && pipe.declared.length < 2) {
          const { type } = this.peekNonSpace();
          if (type === "variable" || type === "rightDelim" || type === "rightParen") continue;
          this.fail("range can only initialize variables");
        }
        this.fail(`too many declarations in ${context}`);
      }
      if (after.type === "space") this.backup3(variable, after);
      else this.backup2(variable);
      return;
    }
  }

  private declare(pipe: PipeNode, token: Token): void {
    pipe.declared.push({ type: "variable", pos: token.pos, path: token.value.split(".") });
    this.vars.push(token.value);
  }

  private checkPipeline({ pipe, context }: OpenPipe): void {
    if (pipe.commands.length === 0) this.fail(`missing value for ${context}`);
    pipe.commands.forEach((command, i) => {
      if (i > 0 && NOT_EXECUTABLE.has(command.args[0]!.type)) {
        this.fail(`non executable command in pipeline stage ${i + 1}`);
      }
    });
  }

  /** Takes the operand that was read (undefined: what stands there is none) with its fields, and what follows it. */
  private operand(open: OpenPipe, term: Expression | undefined): void {
    const command = open.command!;
    if (term) command.args.push(this.peek().type === "field" ? this.withFields(term) : term);
    const token = this.next();
    if (token.type === "space") return;
    if (token.type === "rightDelim" || token.type === "rightParen") this.backup();
    else if (token.type !== "pipe") this.unexpected(token, "operand");
    if (command.args.length === 0) this.fail("empty command");
    open.pipe.commands.push(command);
    open.command = undefined;
  }

  private withFields(term: Expression): Expression {
    const pos = this.peek().pos;
    const fields: string[] = [];
    while (this.peek().type === "field") fields.push(this.next().value.slice(1));
    switch (term.type) {
      case "field":
      case "variable":
        return { type: term.type, pos, path: [...term.path, ...fields] };
      case "bool":
      case "string":
      case "number":
      case "nil":
      case "dot":
        return this.fail(`unexpected . after term ${quote(nodeText(term))}`);
      default:
        return { type: "chain", pos, node: term, fields };
    }
  }

  private term(token: Token): Expression | undefined {
    const { pos, value } = token;
    switch (token.type) {
      case "identifier":
        if (!this.shared.hasFunction(value)) this.fail(`function ${quote(value)} not defined`);
        return { type: "identifier", pos, name: value };
      case "dot":
        return { type: "dot", pos };
      case "nil":
        return { type: "nil", pos };
      case "variable":
        return this.useVariable(pos, value);
      case "field":
        return { type: "field", pos, path: value.slice(1).split(".") };
      case "bool":
        return { type: "bool", pos, value: value === "true" };
      case "charConstant":
      case "complex":
      case "number": {
        const kind = token.type;
        return this.located(() => numberNode(pos, value, kind));
      }
      case "string":
      case "rawString":
        return { type: "string", pos, quoted: value, value: this.located(() => unquote(value)) };
    }
    this.backup();
    return undefined;
  }

  private useVariable(pos: number, name: string): VariableNode {
    const path = name.split(".");
    if (!this.vars.includes(path[0]!)) this.fail(`undefined variable ${quote(path[0]!)}`);
    return { type: "variable", pos, path };
  }
}
