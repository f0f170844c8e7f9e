import { GoError } from "../source/errors";
import { yamlError } from "./errors";
import { YamlNode, type YamlDocument } from "./node";
import { readSource } from "./reader";
import { Scanner, Token, type ScalarStyle, type TokenCopy } from "./scan";

/** What comes next, as in the state machine of parserc.go. */
const enum State {
  DocumentEnd,
  DocumentContent,
  BlockNode,
  BlockSequenceFirstEntry,
  BlockSequenceEntry,
  IndentlessSequenceEntry,
  BlockMappingFirstKey,
  BlockMappingKey,
  BlockMappingValue,
  FlowSequenceFirstEntry,
  FlowSequenceEntry,
  FlowPairKey,
  FlowPairValue,
  FlowPairEnd,
  FlowMappingFirstKey,
  FlowMappingKey,
  FlowMappingValue,
  FlowMappingEmptyValue,
}

const STANDARD_TAG = "tag:yaml.org,2002:";

/**
 * Parses the first document of a text; what follows it is not read. Mirrors yaml.Unmarshal of go-yaml v2 up to its node
 * tree (parserc.go and the parser of decode.go), without recursion: any depth that go-yaml accepts.
 * Throws GoError `yaml: …` with Go's text, at the position of the problem.
 */
export function parseYaml(text: string): YamlDocument {
  return { text, root: new Parser(text).parse(), members: new Map() };
}

class Parser {
  private readonly scanner: Scanner;
  private state = State.DocumentEnd;
  private readonly states: State[] = [];
  private root: YamlNode | undefined;
  /** The collection being filled, and those around it. */
  private current: YamlNode | undefined;
  private readonly open: (YamlNode | undefined)[] = [];
  private anchors: Map<string, YamlNode> | undefined;
  private tagHandles: Map<string, string> | undefined;

  constructor(text: string) {
    this.scanner = new Scanner(readSource(text));
  }

  parse(): YamlNode | undefined {
    if (!this.startDocument()) return undefined;
    while (this.state !== State.DocumentEnd) this.step();
    // The token after the document is looked at, so it must be one; more is not read.
    this.scanner.peek();
    return this.root;
  }

  /**
   * An error at the next token. Mirrors parser.fail of decode.go: lines count from 0 here, and the first is left out.
   */
  private error(problem: string, start = this.scanner.tokenStart, line = this.scanner.tokenLine): GoError {
    const { text } = this.scanner;
    return yamlError(text, Math.min(start, text.length), (line > 0 ? `line ${line}: ` : "") + problem);
  }

  private startDocument(): boolean {
    const scanner = this.scanner;
    const token = scanner.peek();
    if (token === Token.StreamEnd) return false;
    this.states.push(State.DocumentEnd);
    if (token !== Token.VersionDirective && token !== Token.TagDirective && token !== Token.DocumentStart) {
      this.state = State.BlockNode;
      return true;
    }
    this.directives();
    if (scanner.peek() !== Token.DocumentStart) throw this.error("did not find expected <document start>");
    scanner.next();
    this.state = State.DocumentContent;
    return true;
  }

  private directives(): void {
    const scanner = this.scanner;
    let version = false;
    for (;;) {
      const token = scanner.peek();
      if (token === Token.VersionDirective) {
        if (version) throw this.error("found duplicate %YAML directive");
        if (scanner.tokenText !== "1.1") throw this.error("found incompatible YAML document");
        version = true;
      } else if (token === Token.TagDirective) {
        this.tagHandles ??= new Map();
        if (this.tagHandles.has(scanner.tokenText)) throw this.error("found duplicate %TAG directive");
        this.tagHandles.set(scanner.tokenText, scanner.tokenExtra);
      } else return;
      scanner.next();
    }
  }

  private step(): void {
    switch (this.state) {
      case State.DocumentContent:
        return this.documentContent();
      case State.BlockNode:
        return this.node(true, false);
      case State.BlockSequenceFirstEntry:
        this.scanner.next();
        return this.blockSequenceEntry();
      case State.BlockSequenceEntry:
        return this.blockSequenceEntry();
      case State.IndentlessSequenceEntry:
        return this.indentlessEntry();
      case State.BlockMappingFirstKey:
        this.scanner.next();
        return this.blockMappingKey();
      case State.BlockMappingKey:
        return this.blockMappingKey();
      case State.BlockMappingValue:
        return this.blockMappingValue();
      case State.FlowSequenceFirstEntry:
        this.scanner.next();
        return this.flowSequenceEntry(true);
      case State.FlowSequenceEntry:
        return this.flowSequenceEntry(false);
      case State.FlowPairKey:
        return this.flowPairKey();
      case State.FlowPairValue:
        return this.flowPairValue();
      case State.FlowPairEnd:
        this.state = State.FlowSequenceEntry;
        this.scanner.peek();
        return this.close(lastEnd(this.current!));
      case State.FlowMappingFirstKey:
        this.scanner.next();
        return this.flowMappingKey(true);
      case State.FlowMappingKey:
        return this.flowMappingKey(false);
      case State.FlowMappingValue:
        return this.flowMappingValue();
      case State.FlowMappingEmptyValue:
        this.scanner.peek();
        this.state = State.FlowMappingKey;
        return this.addEmpty(this.scanner.tokenStart);
      case State.DocumentEnd:
    }
  }

  // The tree

  private add(node: YamlNode): void {
    if (this.current) this.current.children.push(node);
    else this.root = node;
  }

  private addEmpty(at: number): void {
    this.add(new YamlNode("scalar", at, at, "", "", true, "plain"));
  }

  private begin(node: YamlNode, anchor: string): void {
    if (anchor !== "") this.anchor(anchor, node);
    this.add(node);
    this.open.push(this.current);
    this.current = node;
  }

  private close(end: number): void {
    this.current!.end = end;
    this.current = this.open.pop();
  }

  private anchor(name: string, node: YamlNode): void {
    this.anchors ??= new Map();
    this.anchors.set(name, node);
  }

  private popState(): void {
    this.state = this.states.pop()!;
  }

  /** Reads a node now, and then continues in that state. */
  private nodeThen(state: State, block: boolean, indentless: boolean): void {
    this.states.push(state);
    this.node(block, indentless);
  }

  private emptyThen(state: State, at: number): void {
    this.state = state;
    this.addEmpty(at);
  }

  // Productions

  private documentContent(): void {
    const token = this.scanner.peek();
    const empty =
      token === Token.VersionDirective ||
      token === Token.TagDirective ||
      token === Token.DocumentStart ||
      token === Token.DocumentEnd ||
      token === Token.StreamEnd;
    if (!empty) return this.node(true, false);
    this.popState();
    this.addEmpty(this.scanner.tokenStart);
  }

  /** A node with its properties. Mirrors yaml_parser_parse_node. */
  private node(block: boolean, indentless: boolean): void {
    const scanner = this.scanner;
    let token = scanner.peek();
    if (token === Token.Alias) return this.alias();
    let anchor = "";
    let tag = "";
    let tagToken: TokenCopy | undefined;
    let at = scanner.tokenStart;
    if (token === Token.Anchor || token === Token.Tag) {
      const other = token === Token.Anchor ? Token.Tag : Token.Anchor;
      for (let i = 0; i < 2 && (i === 0 || token === other); i++) {
        if (token === Token.Anchor) anchor = scanner.tokenText;
        else tagToken = scanner.copyToken();
        at = scanner.tokenEnd;
        scanner.next();
        token = scanner.peek();
      }
      if (tagToken) tag = this.resolveTag(tagToken);
    }
    const start = scanner.tokenStart;
    switch (token) {
      case Token.BlockEntry:
        if (!indentless) break;
        this.state = State.IndentlessSequenceEntry;
        return this.begin(new YamlNode("sequence", start, start, "", "", false, "block"), anchor);
      case Token.Scalar: {
        const style = scanner.tokenExtra as ScalarStyle;
        const implicit = (tag === "" && style === "plain") || tag === "!";
        const node = new YamlNode("scalar", start, scanner.tokenEnd, scanner.tokenText, tag, implicit, style);
        if (anchor !== "") this.anchor(anchor, node);
        this.add(node);
        this.popState();
        return scanner.next();
      }
      case Token.FlowSequenceStart:
        this.state = State.FlowSequenceFirstEntry;
        return this.begin(new YamlNode("sequence", start, start, "", "", false, "flow"), anchor);
      case Token.FlowMappingStart:
        this.state = State.FlowMappingFirstKey;
        return this.begin(new YamlNode("mapping", start, start, "", "", false, "flow"), anchor);
      case Token.BlockSequenceStart:
        if (!block) break;
        this.state = State.BlockSequenceFirstEntry;
        return this.begin(new YamlNode("sequence", start, start, "", "", false, "block"), anchor);
      case Token.BlockMappingStart:
        if (!block) break;
        this.state = State.BlockMappingFirstKey;
        return this.begin(new YamlNode("mapping", start, start, "", "", false, "block"), anchor);
    }
    if (anchor === "" && tag === "") throw this.error("did not find expected node content");
    const node = new YamlNode("scalar", at, at, "", tag, tag === "", "plain");
    if (anchor !== "") this.anchor(anchor, node);
    this.add(node);
    this.popState();
  }

  private alias(): void {
    const { tokenText: name, tokenStart, tokenEnd, source } = this.scanner;
    const node = new YamlNode("alias", tokenStart, tokenEnd, name, "", false, "plain");
    node.target = this.anchors?.get(name);
    if (!node.target) throw yamlError(source.text, tokenStart, `unknown anchor '${name}' referenced`);
    this.add(node);
    this.popState();
    this.scanner.next();
  }

  /** The tag in full: its handle replaced by what %TAG or the standard says. */
  private resolveTag({ text: handle, extra: suffix, start, line }: TokenCopy): string {
    if (handle === "") return suffix;
    const prefix = this.tagHandles?.get(handle) ?? (handle === "!" ? "!" : handle === "!!" ? STANDARD_TAG : undefined);
    if (prefix === undefined) throw this.error("found undefined tag handle", start, line);
    return prefix + suffix;
  }

  private blockSequenceEntry(): void {
    const scanner = this.scanner;
    const token = scanner.peek();
    if (token === Token.BlockEntry) {
      const at = scanner.tokenEnd;
      scanner.next();
      const after = scanner.peek();
      if (after === Token.BlockEntry || after === Token.BlockEnd) return this.emptyThen(State.BlockSequenceEntry, at);
      return this.nodeThen(State.BlockSequenceEntry, true, false);
    }
    if (token !== Token.BlockEnd) throw this.error("did not find expected '-' indicator");
    this.popState();
    this.close(lastEnd(this.current!));
    scanner.next();
  }

  private indentlessEntry(): void {
    const scanner = this.scanner;
    if (scanner.peek() !== Token.BlockEntry) {
      this.popState();
      return this.close(lastEnd(this.current!));
    }
    const at = scanner.tokenEnd;
    scanner.next();
    const after = scanner.peek();
    const empty =
      after === Token.BlockEntry || after === Token.Key || after === Token.Value || after === Token.BlockEnd;
    if (empty) return this.emptyThen(State.IndentlessSequenceEntry, at);
    this.nodeThen(State.IndentlessSequenceEntry, true, false);
  }

  private blockMappingKey(): void {
    const scanner = this.scanner;
    const token = scanner.peek();
    if (token === Token.Key) {
      const at = scanner.tokenEnd;
      scanner.next();
      if (endsBlockPart(scanner.peek())) return this.emptyThen(State.BlockMappingValue, at);
      return this.nodeThen(State.BlockMappingValue, true, true);
    }
    if (token !== Token.BlockEnd) throw this.error("did not find expected key");
    this.popState();
    this.close(lastEnd(this.current!));
    scanner.next();
  }

  private blockMappingValue(): void {
    const scanner = this.scanner;
    if (scanner.peek() !== Token.Value) return this.emptyThen(State.BlockMappingKey, scanner.tokenStart);
    const at = scanner.tokenEnd;
    scanner.next();
    if (endsBlockPart(scanner.peek())) return this.emptyThen(State.BlockMappingKey, at);
    this.nodeThen(State.BlockMappingKey, true, true);
  }

  private flowSequenceEntry(first: boolean): void {
    const scanner = this.scanner;
    let token = scanner.peek();
    if (token !== Token.FlowSequenceEnd) {
      if (!first) {
        if (token !== Token.FlowEntry) throw this.error("did not find expected ',' or ']'");
        scanner.next();
        token = scanner.peek();
      }
      if (token === Token.Key) {
        const start = scanner.tokenStart;
        scanner.next();
        this.state = State.FlowPairKey;
        return this.begin(new YamlNode("mapping", start, start, "", "", false, "flow"), "");
      }
      if (token !== Token.FlowSequenceEnd) return this.nodeThen(State.FlowSequenceEntry, false, false);
    }
    this.popState();
    this.close(scanner.tokenEnd);
    scanner.next();
  }

  private flowPairKey(): void {
    const token = this.scanner.peek();
    if (token !== Token.Value && token !== Token.FlowEntry && token !== Token.FlowSequenceEnd) {
      return this.nodeThen(State.FlowPairValue, false, false);
    }
    const at = this.scanner.tokenEnd;
    this.scanner.next();
    this.emptyThen(State.FlowPairValue, at);
  }

  private flowPairValue(): void {
    const scanner = this.scanner;
    if (scanner.peek() === Token.Value) {
      scanner.next();
      const token = scanner.peek();
      if (token !== Token.FlowEntry && token !== Token.FlowSequenceEnd) {
        return this.nodeThen(State.FlowPairEnd, false, false);
      }
    }
    this.emptyThen(State.FlowPairEnd, scanner.tokenStart);
  }

  private flowMappingKey(first: boolean): void {
    const scanner = this.scanner;
    let token = scanner.peek();
    if (token !== Token.FlowMappingEnd) {
      if (!first) {
        if (token !== Token.FlowEntry) throw this.error("did not find expected ',' or '}'");
        scanner.next();
        token = scanner.peek();
      }
      if (token === Token.Key) {
        scanner.next();
        if (endsFlowPart(scanner.peek())) return this.emptyThen(State.FlowMappingValue, scanner.tokenStart);
        return this.nodeThen(State.FlowMappingValue, false, false);
      }
      if (token !== Token.FlowMappingEnd) return this.nodeThen(State.FlowMappingEmptyValue, false, false);
    }
    this.popState();
    this.close(scanner.tokenEnd);
    scanner.next();
  }

  private flowMappingValue(): void {
    const scanner = this.scanner;
    if (scanner.peek() === Token.Value) {
      scanner.next();
      const token = scanner.peek();
      if (token !== Token.FlowEntry && token !== Token.FlowMappingEnd) {
        return this.nodeThen(State.FlowMappingKey, false, false);
      }
    }
    this.emptyThen(State.FlowMappingKey, scanner.tokenStart);
  }
}

function endsBlockPart(token: Token): boolean {
  return token === Token.Key || token === Token.Value || token === Token.BlockEnd;
}

function endsFlowPart(token: Token): boolean {
  return token === Token.Value || token === Token.FlowEntry || token === Token.FlowMappingEnd;
}

function lastEnd(node: YamlNode): number {
  const last = node.children[node.children.length - 1];
  return last ? last.end : node.end;
}
