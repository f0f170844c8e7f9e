/**
 * Regular expressions as Go's package regexp: RE2's syntax and matching come from re2js, the walk over all matches, the
 * replacement templates and the error texts are here.
 */
import { RE2JS, type Matcher } from "re2js";
import { GoError } from "../source/errors";
import { isDigit, isLetter } from "../go/unicode";
import { grownCapacity, withCapacity } from "./slices";

/** Start and end of the match and of each group; -1 where a group took no part. */
type Match = readonly number[];

// Names of groups may repeat in Go; re2js gets a different one for each.
const NAME = /\(\?P?<([0-9A-Za-z_]+)>/y;

/** An expression with each named group's name replaced by a unique one. */
interface Renamed {
  readonly expression: string;
  /** The names by group; "" for groups without. */
  readonly names: readonly string[];
  /** How the named groups began, by group. */
  readonly starts: readonly string[];
}

function uniqueNames(expression: string): Renamed {
  const names: string[] = [""];
  const starts: string[] = [];
  let out = "";
  let at = 0;
  while (at < expression.length) {
    const from = at;
    const c = expression[at]!;
    if (c === "\\") at = expression.startsWith("\\Q", at) ? endOfQuote(expression, at) : at + 2;
    else if (c === "[") at = endOfClass(expression, at);
    else if (c === "(") {
      NAME.lastIndex = at;
      const name = NAME.exec(expression)?.[1];
      if (name !== undefined) {
        starts[names.length] = expression.slice(at, NAME.lastIndex);
        out += `(?P<g${names.length}>`;
        names.push(name);
        at = NAME.lastIndex;
        continue;
      }
      if (expression[at + 1] !== "?") names.push("");
      at++;
    } else at++;
    out += expression.slice(from, at);
  }
  return { expression: out, names, starts };
}

function endOfQuote(expression: string, at: number): number {
  const end = expression.indexOf("\\E", at + 2);
  return end < 0 ? expression.length : end + 2;
}

/** Where the character class that starts at `at` ends. */
function endOfClass(expression: string, at: number): number {
  let i = at + 1;
  if (expression[i] === "^") i++;
  for (let first = true; i < expression.length; first = false) {
    if (expression[i] === "]" && !first) return i + 1;
    if (expression.startsWith("[:", i)) {
      const end = expression.indexOf(":]", i + 2);
      i = end < 0 ? i + 2 : end + 2;
    } else i += expression[i] === "\\" ? 2 : 1;
  }
  return i;
}

function failure(what: string, where: string): GoError {
  return new GoError(`error parsing regexp: ${what}: \`${where}\``);
}

/** The part of an exception of re2js that matters. */
interface SyntaxFailure {
  getDescription(): string;
  getPattern(): string | null;
}

function isSyntaxFailure(error: unknown): error is SyntaxFailure {
  return error instanceof Error && "getDescription" in error && "getPattern" in error;
}

/** Compiles with re2js. Throws GoError with Go's text; `original` undoes the renaming of groups in it. */
function compileWith(expression: string, original: (part: string) => string = (part) => part): RE2JS {
  if (!expression.isWellFormed()) throw failure("invalid UTF-8", expression.slice(firstStray(expression)));
  try {
    return RE2JS.compile(expression);
  } catch (error) {
    if (!isSyntaxFailure(error)) throw error;
    const what = error.getDescription();
    const part = original(error.getPattern() ?? (what.startsWith("expression ") ? expression : ""));
    // Go asks for something after the `<` before it takes it for a name's start.
    if (part === "(?P<") throw failure("invalid or unsupported Perl syntax", "(?P");
    throw failure(what, part);
  }
}

function firstStray(s: string): number {
  for (let i = 0; i < s.length; i++) {
    const c = s.charCodeAt(i);
    if (c >= 0xd800 && c <= 0xdbff) i++;
    else if (c >= 0xdc00 && c <= 0xdfff) return i;
  }
  return s.length;
}

const TEMPLATE_NAME_END = /[^\p{L}\p{Nd}_]/u;

/** Reads the name after a `$` of a replacement: the name, and what follows it. Undefined where there is none. */
function readName(text: string): { name: string; rest: string } | undefined {
  const brace = text[0] === "{";
  const body = brace ? text.slice(1) : text;
  const end = body.search(TEMPLATE_NAME_END);
  const name = end < 0 ? body : body.slice(0, end);
  if (name === "" || ![...name].every((c) => c === "_" || isLetter(c.codePointAt(0)!) || isDigit(c.codePointAt(0)!))) {
    return undefined;
  }
  if (brace && body[name.length] !== "}") return undefined;
  return { name, rest: body.slice(name.length + (brace ? 1 : 0)) };
}

/** How many matches Go makes room for at first. */
const ROOM = 10;

/** A compiled expression (regexp.Regexp). */
export class Regexp {
  private readonly pattern: RE2JS;
  private names: readonly string[] | undefined;

  /** Throws GoError `error parsing regexp: missing closing ): …` */
  constructor(private readonly expression: string) {
    let pattern: RE2JS | undefined;
    try {
      pattern = compileWith(expression);
    } catch (error) {
      if (!(error instanceof GoError) || !error.message.includes("duplicate capture group name")) throw error;
    }
    if (!pattern) {
      const unique = uniqueNames(expression);
      const original = (part: string) =>
        part.replace(/\(\?P<g(\d+)>/g, (_, group: string) => unique.starts[Number(group)]!);
      pattern = compileWith(unique.expression, original);
      this.names = unique.names;
    }
    this.pattern = pattern;
  }

  /** regexp.MatchString */
  matches(s: string): boolean {
    return this.pattern.matcher(s).find();
  }

  private matchAt(matcher: Matcher, at: number): boolean {
    return matcher.find(at);
  }

  private positions(matcher: Matcher): Match {
    const positions: number[] = [];
    for (let i = 0; i <= matcher.groupCount(); i++) positions.push(matcher.start(i), matcher.end(i));
    return positions;
  }

  /** Regexp.FindString: the first match, or "". */
  find(s: string): string {
    const matcher = this.pattern.matcher(s);
    return matcher.find() ? s.slice(matcher.start(), matcher.end()) : "";
  }

  /** Start and end of the successive matches, `n` at most (all if negative). Mirrors Regexp.allMatches. */
  private all(s: string, n: number): [start: number, end: number][] {
    const found: [number, number][] = [];
    const matcher = this.pattern.matcher(s);
    const most = n < 0 ? s.length + 1 : n;
    let previousEnd = -1;
    for (let at = 0; found.length < most && at <= s.length && this.matchAt(matcher, at);) {
      const [start, end] = [matcher.start(), matcher.end()];
      // No empty match right after another match.
      if (end !== at || start !== previousEnd) found.push([start, end]);
      at = end === at ? at + widthAt(s, at) : end;
      previousEnd = end;
    }
    return found;
  }

  /** Regexp.FindAllString: null (nil) when nothing matches. */
  findAll(s: string, n: number): string[] | null {
    const found = this.all(s, n).map(([start, end]) => s.slice(start, end));
    if (found.length === 0) return null;
    return withCapacity(found, found.length <= ROOM ? ROOM : grownCapacity(ROOM, found.length));
  }

  /** Regexp.Split: null (nil) for no parts. */
  split(s: string, n: number): string[] | null {
    if (n === 0) return null;
    if (this.expression !== "" && s === "") return [""];
    const parts: string[] = [];
    let from = 0;
    let end = 0;
    for (const [start, matchEnd] of this.all(s, n)) {
      if (n > 0 && parts.length >= n - 1) break;
      end = start;
      if (matchEnd !== 0) parts.push(s.slice(from, end));
      from = matchEnd;
    }
    if (end !== s.length) parts.push(s.slice(from));
    return parts;
  }

  /** Regexp.ReplaceAllString (with `$1`, `${name}` in the replacement) or, if `literal`, ReplaceAllLiteralString. */
  replaceAll(s: string, replacement: string, literal: boolean): string {
    const plain = literal || !replacement.includes("$");
    const matcher = this.pattern.matcher(s);
    let out = "";
    let lastEnd = 0;
    for (let at = 0; at <= s.length && this.matchAt(matcher, at);) {
      const [start, end] = [matcher.start(), matcher.end()];
      out += s.slice(lastEnd, start);
      if (end > lastEnd || start === 0)
        out += plain ? replacement : this.expand(replacement, s, this.positions(matcher));
      lastEnd = end;
      at = Math.max(end, at + widthAt(s, at));
    }
    return out + s.slice(lastEnd);
  }

  private namesOfGroups(): readonly string[] {
    return (this.names ??= uniqueNames(this.expression).names);
  }

  /** Regexp.Expand: `$name` reaches as far as letters, digits and underscores do, so `$1W` is the group called `1W`. */
  private expand(template: string, s: string, match: Match): string {
    const group = (i: number) => (match[2 * i] ?? -1) >= 0 && s.slice(match[2 * i], match[2 * i + 1]);
    let out = "";
    for (;;) {
      const dollar = template.indexOf("$");
      if (dollar < 0) return out + template;
      out += template.slice(0, dollar);
      template = template.slice(dollar + 1);
      if (template[0] === "$") {
        out += "$";
        template = template.slice(1);
        continue;
      }
      const read = readName(template);
      if (!read) {
        out += "$";
        continue;
      }
      template = read.rest;
      if (/^(?:0|[1-9][0-9]{0,8})$/.test(read.name)) {
        out += group(Number(read.name)) || "";
        continue;
      }
      for (const [i, name] of this.namesOfGroups().entries()) {
        const text = name === read.name && group(i);
        if (text === false) continue;
        out += text;
        break;
      }
    }
  }
}

/** The width of the character at `at`; 1 at the end, so that a walk ends. */
function widthAt(s: string, at: number): number {
  const c = s.codePointAt(at);
  return c !== undefined && c > 0xffff ? 2 : 1;
}

const MOST_CACHED = 200;
const compiled = new Map<string, Regexp>();

/** regexp.Compile; compiled expressions are kept. Throws GoError with Go's text. */
export function compile(expression: string): Regexp {
  let found = compiled.get(expression);
  if (!found) {
    found = new Regexp(expression);
    if (compiled.size >= MOST_CACHED) compiled.clear();
    compiled.set(expression, found);
  }
  return found;
}

/** regexp.QuoteMeta */
export function quoteMeta(s: string): string {
  return s.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&");
}
