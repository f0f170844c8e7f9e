/** Splits template text into tokens. Mirrors text/template/parse/lex.go, with offsets in UTF-16 units. */
import { sprintf } from "../go/fmt";
import { quote } from "../go/quote";
import { INT32 } from "../go/types";
import { isDigit, isLetter, isPrint } from "../go/unicode";
import { Typed } from "../go/value";
import { byteLength } from "../go/strings";

export type TokenType =
  | "error"
  | "bool"
  | "char"
  | "charConstant"
  | "complex"
  | "assign"
  | "declare"
  | "eof"
  | "field"
  | "identifier"
  | "leftDelim"
  | "leftParen"
  | "number"
  | "pipe"
  | "rawString"
  | "rightDelim"
  | "rightParen"
  | "space"
  | "string"
  | "text"
  | "variable"
  // Keywords.
  | "block"
  | "break"
  | "continue"
  | "dot"
  | "define"
  | "else"
  | "end"
  | "if"
  | "nil"
  | "range"
  | "template"
  | "with";

export interface Token {
  readonly type: TokenType;
  /** Where it starts in the text. */
  readonly pos: number;
  /** Its text; of errors the message. */
  readonly value: string;
  readonly line: number;
}

const KEYWORDS = new Map<string, TokenType>([
  [".", "dot"],
  ...(["block", "break", "continue", "define", "else", "end", "if", "range", "nil", "template", "with"] as const).map(
    (word): [string, TokenType] => [word, word],
  ),
]);
const KEYWORD_TYPES = new Set(KEYWORDS.values());

/** A token as parse errors show it: `"text"`, `<if>`, `EOF`; longer ones are cut after ten characters. */
export function describe(token: Token): string {
  if (token.type === "eof") return "EOF";
  if (token.type === "error") return token.value;
  if (KEYWORD_TYPES.has(token.type)) return `<${token.value}>`;
  if (byteLength(token.value) > 10) return sprintf("%.10q...", [token.value]);
  return quote(token.value);
}

const LEFT = "{{";
const RIGHT = "}}";
const EOF = -1;

function isSpace(code: number): boolean {
  return code === 0x20 || code === 9 || code === 13 || code === 10;
}

function isAlphaNumeric(code: number): boolean {
  if (code < 0x80) {
    const lower = code | 0x20;
    return (lower >= 0x61 && lower <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f;
  }
  return isLetter(code) || isDigit(code);
}

/** U+0041 'A' */
function named(code: number): string {
  return sprintf("%#U", [new Typed(INT32, code)]);
}

export class Lexer {
  private pos = 0;
  private start = 0;
  private line = 1;
  private startLine = 1;
  private atEOF = false;
  private insideAction = false;
  private parenDepth = 0;
  /** `break` and `continue` are keywords unless functions have these names. */
  breakOk = true;
  continueOk = true;

  constructor(private input: string) {}

  private next(): number {
    if (this.pos >= this.input.length) {
      this.atEOF = true;
      return EOF;
    }
    const code = this.input.codePointAt(this.pos)!;
    this.pos += code > 0xffff ? 2 : 1;
    if (code === 10) this.line++;
    return code;
  }

  private peek(): number {
    if (this.pos < this.input.length) return this.input.codePointAt(this.pos)!;
    this.atEOF = true;
    return EOF;
  }

  private backup(): void {
    if (this.atEOF || this.pos === 0) return;
    const low = this.input.charCodeAt(this.pos - 1);
    const pair =
      low >= 0xdc00 && low <= 0xdfff && this.pos > 1 && (this.input.charCodeAt(this.pos - 2) & 0xfc00) === 0xd800;
    this.pos -= pair ? 2 : 1;
    if (low === 10) this.line--;
  }

  private countLines(): void {
    for (let i = this.start; i < this.pos; i++) if (this.input.charCodeAt(i) === 10) this.line++;
  }

  private emit(type: TokenType): Token {
    const token = { type, pos: this.start, value: this.input.slice(this.start, this.pos), line: this.startLine };
    this.start = this.pos;
    this.startLine = this.line;
    return token;
  }

  /** Skips what was passed over without next(). */
  private ignore(): void {
    this.countLines();
    this.start = this.pos;
    this.startLine = this.line;
  }

  private fail(message: string): Token {
    const token: Token = { type: "error", pos: this.start, value: message, line: this.startLine };
    this.start = 0;
    this.pos = 0;
    this.input = "";
    return token;
  }

  /** The next token. After an error, nothing but the end of the text follows. */
  nextToken(): Token {
    return this.insideAction ? this.inside() : this.outside();
  }

  private outside(): Token {
    for (;;) {
      const found = this.input.indexOf(LEFT, this.pos);
      if (found < 0) {
        this.pos = this.input.length;
        if (this.pos === this.start) return this.emit("eof");
        this.countLines();
        return this.emit("text");
      }
      if (found > this.pos) {
        this.pos = found;
        if (this.hasLeftTrim(found + 2))
          while (this.pos > this.start && isSpace(this.input.charCodeAt(this.pos - 1))) this.pos--;
        this.countLines();
        const text = this.emit("text");
        this.pos = found;
        this.ignore();
        if (text.value !== "") return text;
      }
      const token = this.leftDelim();
      if (token) return token;
    }
  }

  private hasLeftTrim(at: number): boolean {
    return this.input[at] === "-" && isSpace(this.input.charCodeAt(at + 1));
  }

  private hasRightTrim(at: number): boolean {
    return isSpace(this.input.charCodeAt(at)) && this.input[at + 1] === "-";
  }

  /** Whether a right delimiter starts here, and whether it trims the text behind it. */
  private rightDelimAt(at: number): "no" | "plain" | "trim" {
    if (this.hasRightTrim(at) && this.input.startsWith(RIGHT, at + 2)) return "trim";
    return this.input.startsWith(RIGHT, at) ? "plain" : "no";
  }

  /** The left delimiter; undefined for a comment, which is skipped whole. */
  private leftDelim(): Token | undefined {
    this.pos += 2;
    const marker = this.hasLeftTrim(this.pos) ? 2 : 0;
    if (this.input.startsWith("/*", this.pos + marker)) {
      this.pos += marker;
      this.ignore();
      return this.comment();
    }
    const token = this.emit("leftDelim");
    this.insideAction = true;
    this.pos += marker;
    this.ignore();
    this.parenDepth = 0;
    return token;
  }

  private comment(): Token | undefined {
    const end = this.input.indexOf("*/", this.pos + 2);
    if (end < 0) {
      this.pos += 2;
      return this.fail("unclosed comment");
    }
    this.pos = end + 2;
    const delim = this.rightDelimAt(this.pos);
    if (delim === "no") return this.fail("comment ends before closing delimiter");
    this.pos += delim === "trim" ? 4 : 2;
    if (delim === "trim") this.skipSpaces();
    this.ignore();
    return undefined;
  }

  private skipSpaces(): void {
    while (this.pos < this.input.length && isSpace(this.input.charCodeAt(this.pos))) this.pos++;
  }

  private rightDelim(): Token {
    const trim = this.rightDelimAt(this.pos) === "trim";
    if (trim) {
      this.pos += 2;
      this.ignore();
    }
    this.pos += 2;
    const token = this.emit("rightDelim");
    if (trim) {
      this.skipSpaces();
      this.ignore();
    }
    this.insideAction = false;
    return token;
  }

  private inside(): Token {
    if (this.rightDelimAt(this.pos) !== "no") {
      return this.parenDepth === 0 ? this.rightDelim() : this.fail("unclosed left paren");
    }
    const code = this.next();
    if (code === EOF) return this.fail("unclosed action");
    if (isSpace(code)) {
      this.backup();
      return this.space();
    }
    switch (code) {
      case 0x3d:
        return this.emit("assign");
      case 0x3a:
        return this.next() === 0x3d ? this.emit("declare") : this.fail("expected :=");
      case 0x7c:
        return this.emit("pipe");
      case 0x22:
        return this.quoted('"', "string", "unterminated quoted string");
      case 0x60:
        return this.rawString();
      case 0x24:
        return this.atTerminator() ? this.emit("variable") : this.fieldOrVariable("variable");
      case 0x27:
        return this.quoted("'", "charConstant", "unterminated character constant");
      case 0x28:
        this.parenDepth++;
        return this.emit("leftParen");
      case 0x29:
        this.parenDepth--;
        return this.parenDepth < 0 ? this.fail("unexpected right paren") : this.emit("rightParen");
    }
    const after = this.input.charCodeAt(this.pos);
    if (code === 0x2e && this.pos < this.input.length && !(after >= 0x30 && after <= 0x39)) {
      return this.fieldOrVariable("field");
    }
    if (code === 0x2e || code === 0x2b || code === 0x2d || (code >= 0x30 && code <= 0x39)) {
      this.backup();
      return this.number();
    }
    if (isAlphaNumeric(code)) {
      this.backup();
      return this.identifier();
    }
    if (code < 0x80 && isPrint(code)) return this.emit("char");
    return this.fail(`unrecognized character in action: ${named(code)}`);
  }

  private space(): Token {
    let count = 0;
    while (isSpace(this.peek())) {
      this.next();
      count++;
    }
    // The last space may belong to a right delimiter that trims.
    if (this.rightDelimAt(this.pos - 1) === "trim") {
      this.backup();
      if (count === 1) return this.rightDelim();
    }
    return this.emit("space");
  }

  private identifier(): Token {
    let code = this.next();
    while (isAlphaNumeric(code)) code = this.next();
    this.backup();
    const word = this.input.slice(this.start, this.pos);
    if (!this.atTerminator()) return this.fail(`bad character ${named(code)}`);
    const keyword = KEYWORDS.get(word);
    if (keyword) {
      const hidden = (keyword === "break" && !this.breakOk) || (keyword === "continue" && !this.continueOk);
      return this.emit(hidden ? "identifier" : keyword);
    }
    return this.emit(word === "true" || word === "false" ? "bool" : "identifier");
  }

  private fieldOrVariable(type: "field" | "variable"): Token {
    if (this.atTerminator()) return this.emit(type === "variable" ? "variable" : "dot");
    let code = this.next();
    while (isAlphaNumeric(code)) code = this.next();
    this.backup();
    return this.atTerminator() ? this.emit(type) : this.fail(`bad character ${named(code)}`);
  }

  /** Whether what may follow an identifier stands here. */
  private atTerminator(): boolean {
    const code = this.peek();
    if (code === EOF || isSpace(code) || ".,|:)(".includes(String.fromCodePoint(code))) return true;
    return this.input.startsWith(RIGHT, this.pos);
  }

  private quoted(end: '"' | "'", type: TokenType, complaint: string): Token {
    for (;;) {
      let code = this.next();
      if (code === end.charCodeAt(0)) return this.emit(type);
      if (code === 0x5c) {
        code = this.next();
        if (code !== EOF && code !== 10) continue;
      }
      if (code === EOF || code === 10) return this.fail(complaint);
    }
  }

  private rawString(): Token {
    for (;;) {
      const code = this.next();
      if (code === EOF) return this.fail("unterminated raw quoted string");
      if (code === 0x60) return this.emit("rawString");
    }
  }

  private accept(valid: string): boolean {
    const code = this.next();
    if (code !== EOF && valid.includes(String.fromCodePoint(code))) return true;
    this.backup();
    return false;
  }

  private acceptRun(valid: string): void {
    while (this.accept(valid));
  }

  private number(): Token {
    if (!this.scanNumber()) return this.badNumber();
    const sign = this.peek();
    if (sign === 0x2b || sign === 0x2d) {
      if (!this.scanNumber() || this.input[this.pos - 1] !== "i") return this.badNumber();
      return this.emit("complex");
    }
    return this.emit("number");
  }

  private badNumber(): Token {
    return this.fail(`bad number syntax: ${quote(this.input.slice(this.start, this.pos))}`);
  }

  private scanNumber(): boolean {
    this.accept("+-");
    let digits = "0123456789_";
    if (this.accept("0")) {
      if (this.accept("xX")) digits = "0123456789abcdefABCDEF_";
      else if (this.accept("oO")) digits = "01234567_";
      else if (this.accept("bB")) digits = "01_";
    }
    this.acceptRun(digits);
    if (this.accept(".")) this.acceptRun(digits);
    if (digits.length === 11 && this.accept("eE")) {
      this.accept("+-");
      this.acceptRun("0123456789_");
    }
    if (digits.length === 23 && this.accept("pP")) {
      this.accept("+-");
      this.acceptRun("0123456789_");
    }
    this.accept("i");
    if (!isAlphaNumeric(this.peek())) return true;
    this.next();
    return false;
  }
}
