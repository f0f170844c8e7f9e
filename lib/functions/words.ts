/** Words and cases: what sprig takes from Masterminds/goutils and huandu/xstrings, with the quirks of both. */
import { byteLength, toBytes } from "../go/strings";
import { checkLength } from "./longest";
import { fromRunes, runes, sliceBytes } from "./text";
import { isLetter, isLower, isNumber, isPunct, isSpace, isTitle, isUpper, toLower, toTitle, toUpper } from "./unicode";

/** goutils.DeleteWhiteSpace: goes by bytes, so other text than ASCII is garbled as soon as there is a space in it. */
export function deleteWhiteSpace(s: string): string {
  const bytes = toBytes(s);
  const kept = [...bytes].filter((b) => !isSpace(b));
  return kept.length === bytes.length ? s : fromRunes(kept);
}

/** goutils.Initials: the first byte of each word. */
export function initials(s: string): string {
  let out = "";
  let gap = true;
  for (const b of toBytes(s)) {
    if (isSpace(b)) gap = true;
    else if (gap) {
      out += String.fromCodePoint(b);
      gap = false;
    }
  }
  return out;
}

/** goutils.Uncapitalize: the first letter of each word in lower case. */
export function uncapitalize(s: string): string {
  if (s === "") return s;
  let start = true;
  return fromRunes(
    runes(s).map((code) => {
      if (isSpace(code)) {
        start = true;
        return code;
      }
      const out = start ? toLower(code) : code;
      start = false;
      return out;
    }),
  );
}

/** goutils.SwapCase: lower case becomes title case at the start of words, else upper case. */
export function swapCase(s: string): string {
  let space = true;
  return fromRunes(
    runes(s).map((code) => {
      if (isUpper(code) || isTitle(code)) {
        space = false;
        return toLower(code);
      }
      if (isLower(code)) {
        const out = space ? toTitle(code) : toUpper(code);
        space = false;
        return out;
      }
      space = isSpace(code);
      return code;
    }),
  );
}

/** goutils.AbbreviateFull, with its errors as the empty string, as sprig has it. `width` is at least 4. */
export function abbreviate(s: string, offset: number, width: number): string {
  const length = byteLength(s);
  if (length <= width) return s;
  if (offset > length) offset = length;
  if (length - offset < width - 3) offset = length - (width - 3);
  if (offset <= 4) return `${sliceBytes(s, 0, width - 3)}...`;
  if (width < 7) return "";
  if (offset + width - 3 < length) return `...${abbreviate(sliceBytes(s, offset), 0, width - 3)}`;
  return `...${sliceBytes(s, length - (width - 3))}`;
}

/** goutils.WrapCustom: `width` counts bytes; long words are cut only if asked for. */
export function wrap(s: string, width: number, separator: string, cutWords: boolean): string {
  const newLine = separator === "" ? "\n" : separator;
  if (width < 1) width = 1;
  const bytes = toBytes(s);
  const length = bytes.length;
  const SPACE = 0x20;
  let offset = 0;
  let out = "";
  while (length - offset > width) {
    checkLength(out.length);
    if (bytes[offset] === SPACE) {
      offset++;
      continue;
    }
    const space = bytes.lastIndexOf(SPACE, width + offset);
    if (space >= offset) {
      out += sliceBytes(s, offset, space) + newLine;
      offset = space + 1;
    } else if (cutWords) {
      out += sliceBytes(s, offset, offset + width) + newLine;
      offset += width;
    } else {
      const next = bytes.indexOf(SPACE, width + offset);
      if (next < 0) {
        out += sliceBytes(s, offset);
        offset = length;
      } else {
        out += sliceBytes(s, offset, next) + newLine;
        offset = next + 1;
      }
    }
  }
  return out + sliceBytes(s, offset);
}

function isConnector(code: number): boolean {
  return code === 0x2d || code === 0x5f || isSpace(code);
}

/**
 * xstrings.ToPascalCase, until 1.4 called ToCamelCase. From 1.5 the capitals that follow a word's first capital become
 * small (`GO_PATH` gives `GoPath`), before that they stay (`GOPATH`).
 */
export function pascalCase(s: string, lowerCapitals: boolean): string {
  const codes = runes(s);
  if (codes.length === 0) return "";
  const out: number[] = [];
  let at = 0;
  let current = 0;
  let firstUpper = false;
  while (at < codes.length) {
    current = codes[at++]!;
    if (!isConnector(current)) {
      firstUpper = isUpper(current);
      current = toUpper(current);
      break;
    }
    out.push(current);
  }
  // A text of connectors alone ends in one more of them.
  while (at < codes.length) {
    const previous = current;
    current = codes[at++]!;
    if (isConnector(current) && isConnector(previous)) {
      out.push(previous);
      continue;
    }
    if (isConnector(previous)) {
      firstUpper = isUpper(current);
      current = toUpper(current);
      continue;
    }
    if (lowerCapitals && firstUpper) {
      if (isUpper(current)) current = toLower(current);
      else firstUpper = false;
    }
    out.push(previous);
  }
  out.push(current);
  return fromRunes(out);
}

type WordKind = "invalid" | "number" | "upper" | "alphabet" | "connector" | "punct" | "other";

/** A letter that is not Chinese (xstrings' isAlphabet). */
function isAlphabet(code: number): boolean {
  if (!isLetter(code)) return false;
  if (code >= 0x4e00 && code <= 0x9fcc) return false;
  if (code >= 0x3400 && code <= 0x4d85) return false;
  return !(code >= 0x20000 && code <= 0x2b81d);
}

interface Word {
  readonly kind: WordKind;
  readonly text: readonly string[];
}

const INVALID = 0xfffd;

function codeOf(char: string): number {
  const code = char.codePointAt(0)!;
  return code >= 0xdc80 && code <= 0xdcff ? INVALID : code;
}

/** Cuts a text into words, one at a time (xstrings' nextWord): stray bytes and U+FFFD belong to what follows them. */
class Words {
  private at = 0;
  constructor(private readonly chars: readonly string[]) {}

  get done(): boolean {
    return this.at >= this.chars.length;
  }

  /** The next valid character at `from` and how far it reaches; `previous` when only invalid ones are left. */
  private peek(from: number, previous: number): [code: number, end: number] {
    for (let i = from; i < this.chars.length; i++) {
      const code = codeOf(this.chars[i]!);
      if (code !== INVALID) return [code, i + 1];
    }
    return [previous, this.chars.length];
  }

  private take(kind: WordKind, end: number): Word {
    const text = this.chars.slice(this.at, end);
    this.at = end;
    return { kind, text };
  }

  private takeWhile(kind: WordKind, end: number, code: number, belongs: (code: number) => boolean): Word {
    while (end < this.chars.length) {
      const [next, nextEnd] = this.peek(end, code);
      if (!belongs(next)) break;
      code = next;
      end = nextEnd;
    }
    return this.take(kind, end);
  }

  next(): Word {
    if (this.done) return { kind: "invalid", text: [] };
    const [code, end] = this.peek(this.at, INVALID);
    if (code === INVALID) return this.take("invalid", end);
    if (isConnector(code)) return this.takeWhile("connector", end, code, isConnector);
    if (isPunct(code)) return this.takeWhile("punct", end, code, isPunct);
    if (isUpper(code)) return this.nextUpper(code, end);
    const small = (c: number) => isAlphabet(c) && !isUpper(c);
    if (isAlphabet(code)) return this.takeWhile("alphabet", end, code, small);
    if (isNumber(code)) return this.takeWhile("number", end, code, isNumber);
    const other = (c: number) => !isConnector(c) && !isAlphabet(c) && !isNumber(c) && !isPunct(c);
    return this.takeWhile("other", end, code, other);
  }

  /** A word that starts with a capital: `Name`, or the capitals before the next such word: `HTTP` of `HTTPServer`. */
  private nextUpper(first: number, end: number): Word {
    if (end >= this.chars.length) return this.take("upper", end);
    let [code, next] = this.peek(end, first);
    if (!isUpper(code)) {
      const small = (c: number) => isAlphabet(c) && !isUpper(c);
      return isAlphabet(code) ? this.takeWhile("upper", next, code, small) : this.take("upper", end);
    }
    let start = end;
    end = next;
    while (end < this.chars.length) {
      [code, next] = this.peek(end, code);
      if (!isUpper(code)) break;
      start = end;
      end = next;
    }
    return this.take("upper", end < this.chars.length && isAlphabet(code) ? start : end);
  }
}

function lowered(word: Word, connector: string): string {
  if (word.kind !== "upper" && word.kind !== "connector") return word.text.join("");
  return word.text
    .map((char) => {
      const code = codeOf(char);
      return isConnector(code) ? connector : String.fromCodePoint(isUpper(code) ? toLower(code) : code);
    })
    .join("");
}

/** xstrings.ToSnakeCase and ToKebabCase: small letters, with `connector` between the words. */
export function connectWords(s: string, connector: "_" | "-"): string {
  if (s === "") return "";
  const words = new Words([...s]);
  const isPart = (word: Word) => word.kind === "alphabet" || word.kind === "number";
  const separates = (word: Word) => word.kind === "connector" || word.kind === "punct";
  let out = "";
  let word = words.next();
  const addParts = () => {
    while (isPart(word)) {
      out += lowered(word, connector);
      word = words.next();
    }
    if (word.kind !== "invalid" && !separates(word)) out += connector;
  };
  while (!words.done) {
    if (word.kind !== "connector") out += lowered(word, connector);
    const last = word;
    word = words.next();
    if (last.kind === "number") addParts();
    else if (last.kind === "connector") out += lowered(last, connector);
    else if (last.kind !== "punct") {
      if (word.kind !== "number") {
        if (!separates(word)) out += connector;
      } else if (!words.done) {
        const number = word;
        word = words.next();
        if (word.kind === "alphabet") {
          // Small letters after a number: the connector goes before the number (`http_2xx`).
          out += connector + lowered(number, connector);
          addParts();
        } else {
          out += lowered(number, connector);
          if (!separates(word)) out += connector;
        }
      }
    }
  }
  return out + lowered(word, connector);
}
