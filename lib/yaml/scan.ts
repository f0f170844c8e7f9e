import { isBlankOrEnd, isBreak } from "./chars";
import { Cursor } from "./cursor";
import type { Source } from "./reader";
import { scanBlockScalar } from "./scan-block";
import { scanPlain, scanQuoted } from "./scan-flow";
import { scanAnchor, scanDirective, scanTag } from "./scan-properties";

export const enum Token {
  StreamEnd,
  VersionDirective,
  TagDirective,
  DocumentStart,
  DocumentEnd,
  BlockSequenceStart,
  BlockMappingStart,
  BlockEnd,
  FlowSequenceStart,
  FlowSequenceEnd,
  FlowMappingStart,
  FlowMappingEnd,
  BlockEntry,
  FlowEntry,
  Key,
  Value,
  Alias,
  Anchor,
  Tag,
  Scalar,
}

/** A token as Scanner's accessors of the same names describe it. */
export interface TokenCopy {
  readonly text: string;
  readonly extra: string;
  readonly start: number;
  readonly line: number;
}

/** How a scalar is written. */
export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

const MAX_FLOW_LEVEL = 10000;
const MAX_INDENTS = 10000;
const MAX_KEY_LENGTH = 1024;

/**
 * Turns a text into tokens, by request. Mirrors scannerc.go: a token is handed out only when it is certain that no key
 * indicator has to be put in front of it. Tokens lie in parallel arrays, from `head` to `tail`, to keep the garbage
 * small.
 */
export class Scanner extends Cursor {
  // The queue. A token's number is `parsed` + its distance from `head`.
  private types: Token[] = [];
  private starts: number[] = [];
  private ends: number[] = [];
  private lines: number[] = [];
  private texts: string[] = [];
  private extras: string[] = [];
  private head = 0;
  private tail = 0;
  /** The start of the stream is a token too, the first one. */
  private parsed = 1;
  private ready = false;

  private readonly indents: number[] = [];

  // For each flow level the place where a simple key (one without `?`) may have started.
  private readonly keyPossible: boolean[] = [false];
  private readonly keyRequired: boolean[] = [false];
  private readonly keyToken: number[] = [0];
  private readonly keyPos: number[] = [0];
  private readonly keyLine: number[] = [0];
  private readonly keyColumn: number[] = [0];
  /** By token number: the level of the simple key that may start there, or -1. */
  private readonly keyLevelOf: number[] = [];

  constructor(source: Source) {
    super(source);
  }

  /** The type of the next token. Throws a GoError where there is none. */
  peek(): Token {
    if (!this.ready) this.fetchMore();
    return this.types[this.head]!;
  }

  /** Start and end of the token that `peek` announced (UTF-16 offsets), and its line from 0. */
  get tokenStart(): number {
    return this.starts[this.head]!;
  }
  get tokenEnd(): number {
    return this.ends[this.head]!;
  }
  get tokenLine(): number {
    return this.lines[this.head]!;
  }
  /** Of scalars the value, of anchors and aliases the name, of tags and %TAG the handle, of %YAML the version. */
  get tokenText(): string {
    return this.texts[this.head]!;
  }
  /** Of tags the suffix, of %TAG the prefix, of scalars the style. */
  get tokenExtra(): string {
    return this.extras[this.head]!;
  }

  /** What is to be remembered of the token that `peek` announced when it is passed. */
  copyToken(): TokenCopy {
    return { text: this.tokenText, extra: this.tokenExtra, start: this.tokenStart, line: this.tokenLine };
  }

  /** Passes the token that `peek` announced. */
  next(): void {
    this.ready = false;
    this.parsed++;
    this.head++;
  }

  private fetchMore(): void {
    for (;;) {
      if (this.head !== this.tail) {
        // The token may be handed out unless it may turn out to start a simple key.
        const level = this.keyLevelOf[this.parsed];
        if (level === undefined || level < 0 || level >= this.keyPossible.length || !this.isKeyValid(level)) break;
      }
      this.fetchNext();
    }
    this.ready = true;
  }

  private push(type: Token, start: number, end: number, line: number, text: string, extra: string): void {
    if (this.head === this.tail) this.head = this.tail = 0;
    const at = this.tail++;
    this.types[at] = type;
    this.starts[at] = start;
    this.ends[at] = end;
    this.lines[at] = line;
    this.texts[at] = text;
    this.extras[at] = extra;
  }

  /**
   * Adds a token without text of its own: at the end, or as the token of that number, before those that have it and
   * later ones.
   */
  private insert(number: number, type: Token, start: number, line: number): void {
    this.push(type, start, start, line, "", "");
    const place = number - this.parsed;
    if (number < 0 || place < 0) return;
    const to = this.head + place;
    const { types, starts, ends, lines, texts, extras } = this;
    for (let i = this.tail - 1; i > to; i--) {
      types[i] = types[i - 1]!;
      starts[i] = starts[i - 1]!;
      ends[i] = ends[i - 1]!;
      lines[i] = lines[i - 1]!;
      texts[i] = texts[i - 1]!;
      extras[i] = extras[i - 1]!;
    }
    types[to] = type;
    starts[to] = ends[to] = start;
    lines[to] = line;
    texts[to] = extras[to] = "";
  }

  /** Adds the token of an indicator of one character, and passes that. */
  private indicator(type: Token): void {
    this.push(type, this.pos, this.pos + 1, this.line, "", "");
    this.pos++;
  }

  private fetchNext(): void {
    this.need(1);
    this.toNextToken();
    this.unrollIndent(this.pos - this.lineStart);
    this.need(4);
    const c = this.codes[this.pos]!;
    switch (c) {
      case 0:
        return this.fetchStreamEnd();
      case 0x25: // %
        if (this.pos === this.lineStart) return this.fetchDirective();
        break;
      case 0x2d: // -
        if (this.atDocumentIndicator()) return this.fetchDocumentIndicator(Token.DocumentStart);
        return isBlankOrEnd(this.at(1)) ? this.fetchBlockEntry() : this.fetchPlain();
      case 0x2e: // .
        return this.atDocumentIndicator() ? this.fetchDocumentIndicator(Token.DocumentEnd) : this.fetchPlain();
      case 0x5b: // [
        return this.fetchFlowStart(Token.FlowSequenceStart);
      case 0x7b: // {
        return this.fetchFlowStart(Token.FlowMappingStart);
      case 0x5d: // ]
        return this.fetchFlowEnd(Token.FlowSequenceEnd);
      case 0x7d: // }
        return this.fetchFlowEnd(Token.FlowMappingEnd);
      case 0x2c: // ,
        this.removeKey();
        this.simpleKeyAllowed = true;
        return this.indicator(Token.FlowEntry);
      case 0x3f: // ?
        return this.flowLevel > 0 || isBlankOrEnd(this.at(1)) ? this.fetchKey() : this.fetchPlain();
      case 0x3a: // :
        return this.flowLevel > 0 || isBlankOrEnd(this.at(1)) ? this.fetchValue() : this.fetchPlain();
      case 0x2a: // *
        return this.fetchAnchor(Token.Alias);
      case 0x26: // &
        return this.fetchAnchor(Token.Anchor);
      case 0x21: // !
        return this.fetchTag();
      case 0x7c: // |
      case 0x3e: // >
        if (this.flowLevel === 0) return this.fetchBlockScalar(c === 0x7c);
        break;
      case 0x27: // '
      case 0x22: // "
        return this.fetchQuoted(c === 0x27);
      case 0x09:
      case 0x23: // #
      case 0x40: // @
      case 0x60: // `
        break;
      default:
        return this.fetchPlain();
    }
    throw this.error("found character that cannot start any token");
  }

  /** Passes blanks, comments and line breaks. A tab may not stand where a block key may start. */
  private toNextToken(): void {
    const codes = this.codes;
    for (;;) {
      this.need(1);
      this.skipMark();
      this.need(1);
      let c = codes[this.pos]!;
      while (c === 32 || (c === 9 && (this.flowLevel > 0 || !this.simpleKeyAllowed))) {
        this.pos++;
        this.need(1);
        c = codes[this.pos]!;
      }
      if (c === 0x23) {
        this.skipToBreak();
        c = codes[this.pos]!;
      }
      if (!isBreak(c)) return;
      this.need(2);
      this.skipLine();
      if (this.flowLevel === 0) this.simpleKeyAllowed = true;
    }
  }

  // Simple keys

  /**
   * Whether the key that may have started at that level may still be one: on the same line, at most 1024 characters
   * back.
   */
  private isKeyValid(level: number): boolean {
    if (!this.keyPossible[level]) return false;
    if (this.keyLine[level]! >= this.line && this.keyColumn[level]! + MAX_KEY_LENGTH >= this.column) return true;
    this.requireNoKey(level);
    this.keyPossible[level] = false;
    return false;
  }

  private requireNoKey(level: number): void {
    if (this.keyRequired[level]) throw this.error("could not find expected ':'", this.keyPos[level]);
  }

  /** Remembers that a simple key may start here. */
  private saveKey(): void {
    const required = this.flowLevel === 0 && this.indent === this.column;
    if (!this.simpleKeyAllowed) return;
    this.removeKey();
    const level = this.flowLevel;
    this.keyPossible[level] = true;
    this.keyRequired[level] = required;
    this.placeKey(level);
    this.keyLevelOf[this.keyToken[level]!] = level;
  }

  private placeKey(level: number): void {
    this.keyToken[level] = this.parsed + (this.tail - this.head);
    this.keyPos[level] = this.pos;
    this.keyLine[level] = this.line;
    this.keyColumn[level] = this.column;
  }

  /** No simple key can have started at this level. */
  private removeKey(): void {
    const level = this.flowLevel;
    if (!this.keyPossible[level]) return;
    this.requireNoKey(level);
    this.keyPossible[level] = false;
    this.keyLevelOf[this.keyToken[level]!] = -1;
  }

  // Indentation

  /**
   * Starts a block collection at that column if it is further in. `number`: the number that its token gets, -1 for the
   * last.
   */
  private rollIndent(column: number, number: number, type: Token, start: number, line: number): void {
    if (this.flowLevel > 0 || this.indent >= column) return;
    this.indents.push(this.indent);
    this.indent = column;
    if (this.indents.length > MAX_INDENTS) throw this.error(`exceeded max depth of ${MAX_INDENTS}`);
    this.insert(number, type, start, line);
  }

  /** Ends the block collections that are further in than that column. */
  private unrollIndent(column: number): void {
    if (this.flowLevel > 0) return;
    while (this.indent > column) {
      this.push(Token.BlockEnd, this.pos, this.pos, this.line, "", "");
      this.indent = this.indents.pop()!;
    }
  }

  // One token

  private fetchStreamEnd(): void {
    if (this.pos !== this.lineStart) {
      this.line++;
      this.lineStart = this.pos;
    }
    this.unrollIndent(-1);
    this.removeKey();
    this.simpleKeyAllowed = false;
    this.push(Token.StreamEnd, this.pos, this.pos, this.line, "", "");
  }

  private fetchDirective(): void {
    this.unrollIndent(-1);
    this.removeKey();
    this.simpleKeyAllowed = false;
    const start = this.pos;
    const line = this.line;
    const directive = scanDirective(this);
    const type = directive.version === undefined ? Token.TagDirective : Token.VersionDirective;
    this.push(type, start, directive.end, line, directive.version ?? directive.handle, directive.prefix);
  }

  private fetchDocumentIndicator(type: Token): void {
    this.unrollIndent(-1);
    this.removeKey();
    this.simpleKeyAllowed = false;
    this.push(type, this.pos, this.pos + 3, this.line, "", "");
    this.pos += 3;
  }

  private fetchFlowStart(type: Token): void {
    this.saveKey();
    this.flowLevel++;
    this.keyPossible.push(false);
    this.keyRequired.push(false);
    this.placeKey(this.flowLevel);
    if (this.flowLevel > MAX_FLOW_LEVEL) throw this.error(`exceeded max depth of ${MAX_FLOW_LEVEL}`);
    this.simpleKeyAllowed = true;
    this.indicator(type);
  }

  private fetchFlowEnd(type: Token): void {
    this.removeKey();
    if (this.flowLevel > 0) {
      this.keyLevelOf[this.keyToken[this.flowLevel]!] = -1;
      this.keyPossible.pop();
      this.keyRequired.pop();
      this.flowLevel--;
    }
    this.simpleKeyAllowed = false;
    this.indicator(type);
  }

  private fetchBlockEntry(): void {
    if (this.flowLevel === 0) {
      if (!this.simpleKeyAllowed) throw this.error("block sequence entries are not allowed in this context");
      this.rollIndent(this.column, -1, Token.BlockSequenceStart, this.pos, this.line);
    }
    this.removeKey();
    this.simpleKeyAllowed = true;
    this.indicator(Token.BlockEntry);
  }

  private fetchKey(): void {
    if (this.flowLevel === 0) {
      if (!this.simpleKeyAllowed) throw this.error("mapping keys are not allowed in this context");
      this.rollIndent(this.column, -1, Token.BlockMappingStart, this.pos, this.line);
    }
    this.removeKey();
    this.simpleKeyAllowed = this.flowLevel === 0;
    this.indicator(Token.Key);
  }

  private fetchValue(): void {
    const level = this.flowLevel;
    if (this.isKeyValid(level)) {
      const number = this.keyToken[level]!;
      const start = this.keyPos[level]!;
      const line = this.keyLine[level]!;
      this.insert(number, Token.Key, start, line);
      this.rollIndent(this.keyColumn[level]!, number, Token.BlockMappingStart, start, line);
      this.keyPossible[level] = false;
      this.keyLevelOf[number] = -1;
      this.simpleKeyAllowed = false;
    } else {
      if (level === 0) {
        if (!this.simpleKeyAllowed) throw this.error("mapping values are not allowed in this context");
        this.rollIndent(this.column, -1, Token.BlockMappingStart, this.pos, this.line);
      }
      this.simpleKeyAllowed = level === 0;
    }
    this.indicator(Token.Value);
  }

  private fetchAnchor(type: Token.Alias | Token.Anchor): void {
    this.saveKey();
    this.simpleKeyAllowed = false;
    const start = this.pos;
    const name = scanAnchor(this);
    this.push(type, start, this.pos, this.line, name, "");
  }

  private fetchTag(): void {
    this.saveKey();
    this.simpleKeyAllowed = false;
    const start = this.pos;
    const { handle, suffix } = scanTag(this);
    this.push(Token.Tag, start, this.pos, this.line, handle, suffix);
  }

  private fetchBlockScalar(literal: boolean): void {
    this.removeKey();
    this.simpleKeyAllowed = true;
    const start = this.pos;
    const line = this.line;
    const value = scanBlockScalar(this, literal);
    this.push(Token.Scalar, start, this.pos, line, value, literal ? "literal" : "folded");
  }

  private fetchQuoted(single: boolean): void {
    this.saveKey();
    this.simpleKeyAllowed = false;
    const start = this.pos;
    const line = this.line;
    const value = scanQuoted(this, single);
    this.push(Token.Scalar, start, this.pos, line, value, single ? "single" : "double");
  }

  private fetchPlain(): void {
    const mayBeKey = this.simpleKeyAllowed && this.flowLevel === 0 && this.source.pieces === undefined;
    if (mayBeKey && this.fetchPlainKey()) return;
    this.saveKey();
    this.simpleKeyAllowed = false;
    const start = this.pos;
    const line = this.line;
    const value = scanPlain(this);
    this.push(Token.Scalar, start, this.scalarEnd, line, value, "plain");
  }

  /**
   * The most frequent case, `key:` in a block mapping, in one go: what saveKey, fetchPlain and fetchValue would do one
   * after the other. Returns false, with nothing done, where it is something else.
   */
  private fetchPlainKey(): boolean {
    const { pos: start, line, codes } = this;
    let end = start;
    while (isKeyCharacter(codes[end]!)) end++;
    if (codes[end] !== 0x3a || end - start > MAX_KEY_LENGTH || end === start || !isBlankOrEnd(codes[end + 1]!))
      return false;
    this.removeKey();
    this.rollIndent(start - this.lineStart, -1, Token.BlockMappingStart, start, line);
    this.push(Token.Key, start, start, line, "", "");
    this.push(Token.Scalar, start, end, line, this.text.slice(start, end), "plain");
    this.push(Token.Value, end, end + 1, line, "", "");
    this.pos = end + 1;
    this.simpleKeyAllowed = false;
    return true;
  }
}

/** Characters that mean nothing but themselves inside of a plain scalar: letters, digits, and `- . / _`. */
function isKeyCharacter(c: number): boolean {
  return (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || (c >= 0x2d && c <= 0x39) || c === 0x5f;
}
