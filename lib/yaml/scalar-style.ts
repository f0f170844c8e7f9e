import { isBreak } from "./chars";
import { resolvePlain } from "./resolve";
import { isTimestamp } from "./timestamp";

export type PrintStyle = "plain" | "single" | "double" | "literal";

/** What a string allows, as bits. */
const MULTILINE = 1;
const PLAIN = 2;
const SINGLE = 4;
const BLOCK = 8;
/** A character that does not survive the way through JSON and YAML unchanged (see printYaml). */
const UNSTABLE = 16;

const BASE60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;

/** How a string is to be printed, and what the emitter has to know of it besides. */
export class Shape {
  constructor(
    readonly style: PrintStyle,
    readonly multiline: boolean,
    readonly unstable: boolean,
  ) {}
}

/**
 * How go-yaml prints a string: plain where that reads back as the same string, in double quotes where it would be
 * something else than a string, otherwise as its characters allow. `key`: as a key without `?`. Mirrors encoder.stringv
 * (encode.go) and yaml_emitter_select_scalar_style (emitterc.go).
 */
export function shapeOf(s: string, key: boolean): Shape {
  const allows = analyze(s);
  const multiline = (allows & MULTILINE) !== 0;
  let style: PrintStyle = s.includes("\n") ? "literal" : readsAsString(s) ? "plain" : "double";
  if (key && multiline) style = "double";
  if (style === "plain" && !(allows & PLAIN)) style = "single";
  if (style === "single" && !(allows & SINGLE)) style = "double";
  if (style === "literal" && (!(allows & BLOCK) || key)) style = "double";
  return new Shape(style, multiline, (allows & UNSTABLE) !== 0);
}

/** Whether a plain scalar of that text would be a string, for this and for other readers of YAML 1.1. */
function readsAsString(s: string): boolean {
  if (typeof resolvePlain(s) !== "string") return false;
  const c = s.charCodeAt(0);
  if (!((c >= 48 && c <= 57) || c === 43 || c === 45)) return true;
  return !isTimestamp(s) && !(s.includes(":") && BASE60.test(s));
}

/** Mirrors yaml_emitter_analyze_scalar. */
function analyze(s: string): number {
  if (s === "") return PLAIN | SINGLE;
  let indicators = startsLikeDocument(s);
  let breaks = false;
  let special = false;
  let unstable = false;
  let breakSpace = false;
  let spaceBreak = false;
  let previousSpace = false;
  let previousBreak = false;
  let afterBlank = true;
  const last = s.length - 1;
  for (let i = 0; i <= last; i++) {
    const c = s.charCodeAt(i);
    // Letters, digits and most else need no thought.
    if (c > 0x3f && c < 0x7f && i > 0) {
      previousSpace = previousBreak = afterBlank = false;
      continue;
    }
    if (i === 0) indicators ||= isIndicator(c, last === 0 || isSpaceOrTab(s.charCodeAt(1)));
    else if (c === 0x3a) indicators ||= i === last || isSpaceOrTab(s.charCodeAt(i + 1));
    else if (c === 0x23) indicators ||= afterBlank;
    if (!isPrintable(c)) special = true;
    if (c >= 0x7f && (c <= 0x9f || c >= 0xfffe)) unstable = true;
    if (c === 0x20) {
      breakSpace ||= previousBreak;
      previousSpace = true;
      previousBreak = false;
      afterBlank = true;
    } else if (isBreak(c)) {
      breaks = true;
      spaceBreak ||= previousSpace;
      previousSpace = false;
      previousBreak = true;
      afterBlank = true;
    } else {
      previousSpace = previousBreak = false;
      afterBlank = c === 9 || c === 0;
    }
  }
  const first = s.charCodeAt(0);
  const end = s.charCodeAt(last);
  const edges = first === 0x20 || isBreak(first) || end === 0x20 || isBreak(end);
  const broken = spaceBreak || special;
  let allows = breaks ? MULTILINE : 0;
  if (unstable) allows |= UNSTABLE;
  if (!(indicators || edges || breaks || breakSpace || broken)) allows |= PLAIN;
  if (!breakSpace && !broken) allows |= SINGLE;
  if (end !== 0x20 && !broken) allows |= BLOCK;
  return allows;
}

function startsLikeDocument(s: string): boolean {
  return s.startsWith("---") || s.startsWith("...");
}

function isSpaceOrTab(c: number): boolean {
  return c === 0x20 || c === 9;
}

/** Whether a plain scalar cannot start with that character; `? : -` can unless a blank follows. */
function isIndicator(c: number, blankFollows: boolean): boolean {
  switch (c) {
    case 0x23: // # , [ ] { } & * ! | > ' " % @ `
    case 0x2c:
    case 0x5b:
    case 0x5d:
    case 0x7b:
    case 0x7d:
    case 0x26:
    case 0x2a:
    case 0x21:
    case 0x7c:
    case 0x3e:
    case 0x27:
    case 0x22:
    case 0x25:
    case 0x40:
    case 0x60:
      return true;
    case 0x3f: // ? : -
    case 0x3a:
    case 0x2d:
      return blankFollows;
  }
  return false;
}

/** Whether a UTF-16 unit can be printed as it is. Mirrors is_printable, by which nothing beyond U+FFFF can. */
export function isPrintable(c: number): boolean {
  if (c < 0x7f) return c >= 0x20 || c === 10;
  return c >= 0xa0 && (c < 0xd800 || (c > 0xdfff && c < 0xfffe && c !== 0xfeff));
}
