/** A flag of a command. */
export interface Flag {
  readonly name: string;
  /** Its one letter. */
  readonly short?: string;
  /** `string` where absent; a `list` can be given again and again. */
  readonly type?: "string" | "bool" | "int" | "duration" | "list";
}

/** The command line as it was understood. */
export interface ParsedFlags {
  /** What each given flag was set to, in order; the last one counts. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly positional: readonly string[];
}

/** A command line that cannot be understood. */
export class FlagError extends Error {}

const HELP: Flag = { name: "help", short: "h", type: "bool" };

/**
 * Reads the arguments of a command, flags and others in any order; `--help` and `-h` are always flags.
 * @throws FlagError with the texts of spf13/pflag, whose rules these are: `--name value`, `--name=value`, `-nvalue`, `-n value`, `-n=value`,
 * letters without values together, and `--` before what is no flag any more. Mirrors parseArgs of pflag.
 */
export function parseFlags(flags: readonly Flag[], args: readonly string[]): ParsedFlags {
  const all = [...flags, HELP];
  const values = new Map<string, string[]>();
  const positional: string[] = [];
  const rest = [...args];
  const set = (flag: Flag, value: string): void => {
    const problem = problemOf(flag.type ?? "string", value);
    if (problem !== undefined) {
      const name = flag.short ? `-${flag.short}, --${flag.name}` : `--${flag.name}`;
      throw new FlagError(`invalid argument ${quoted(value)} for "${name}" flag: ${problem}`);
    }
    values.set(flag.name, [...(values.get(flag.name) ?? []), value]);
  };

  const long = (arg: string): void => {
    const text = arg.slice(2);
    if (/^[-=]/.test(text)) throw new FlagError(`bad flag syntax: ${arg}`);
    const equals = text.indexOf("=");
    const name = equals < 0 ? text : text.slice(0, equals);
    const flag = all.find((f) => f.name === name);
    if (!flag) throw new FlagError(`unknown flag: --${name}`);
    if (equals >= 0) set(flag, text.slice(equals + 1));
    else if (flag.type === "bool") set(flag, "true");
    else if (rest.length > 0) set(flag, rest.shift()!);
    else throw new FlagError(`flag needs an argument: --${name}`);
  };

  const short = (letters: string): void => {
    // pflag leaves these to `go test`.
    if (letters.startsWith("test.")) return;
    const flag = all.find((f) => f.short === letters[0]);
    if (!flag) throw new FlagError(`unknown shorthand flag: ${quotedByte(letters)} in -${letters}`);
    if (letters.length > 2 && letters[1] === "=") return set(flag, letters.slice(2));
    if (flag.type === "bool") {
      set(flag, "true");
      if (letters.length > 1) short(letters.slice(1));
    } else if (letters.length > 1) set(flag, letters.slice(1));
    else if (rest.length > 0) set(flag, rest.shift()!);
    else throw new FlagError(`flag needs an argument: ${quotedByte(letters)} in -${letters}`);
  };

  while (rest.length > 0) {
    const arg = rest.shift()!;
    if (arg === "--") positional.push(...rest.splice(0));
    else if (arg.startsWith("--")) long(arg);
    else if (arg.startsWith("-") && arg.length > 1) short(arg.slice(1));
    else positional.push(arg);
  }
  return { values, positional };
}

/** What the flag is set to; undefined where it was not given. */
export function valueOf(parsed: ParsedFlags, name: string): string | undefined {
  return parsed.values.get(name)?.at(-1);
}

/** Whether a flag of type bool is set. */
export function isSet(parsed: ParsedFlags, name: string): boolean {
  return TRUE.has(valueOf(parsed, name) ?? "false");
}

const TRUE = new Set(["1", "t", "T", "TRUE", "true", "True"]);
const FALSE = new Set(["0", "f", "F", "FALSE", "false", "False"]);

/** Why a text is no value of a type, in Go's words; undefined where it is one. */
function problemOf(type: NonNullable<Flag["type"]>, text: string): string | undefined {
  if (type === "bool" && !TRUE.has(text) && !FALSE.has(text))
    return `strconv.ParseBool: parsing ${quoted(text)}: invalid syntax`;
  if (type === "int") return integerProblem(text);
  return type === "duration" ? durationProblem(text) : undefined;
}

/** Mirrors strconv.ParseInt with base 0 and 64 bits. */
function integerProblem(text: string): string | undefined {
  const digits = /^[+-]?(?:0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO]?(?:_?[0-7])+|[1-9](?:_?[0-9])*|0)$/;
  if (!digits.test(text)) return `strconv.ParseInt: parsing ${quoted(text)}: invalid syntax`;
  const magnitude = BigInt(
    text
      .replace(/^[+-]/, "")
      .replaceAll("_", "")
      .replace(/^0(?=\d)/, "0o"),
  );
  const value = text.startsWith("-") ? -magnitude : magnitude;
  if (BigInt.asIntN(64, value) === value) return undefined;
  return `strconv.ParseInt: parsing ${quoted(text)}: value out of range`;
}

const UNITS: Readonly<Record<string, number>> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10,
  h: 3.6e12,
};
const LONGEST = 2 ** 63;

/** Mirrors time.ParseDuration. */
function durationProblem(text: string): string | undefined {
  const invalid = `time: invalid duration ${timeQuoted(text)}`;
  let rest = text.replace(/^[+-]/, "");
  if (rest === "0") return undefined;
  if (rest === "") return invalid;
  let total = 0;
  while (rest !== "") {
    const number = /^(?:\d+\.?\d*|\.\d+)/.exec(rest)?.[0];
    if (number === undefined || Number.parseInt(number, 10) > LONGEST) return invalid;
    rest = rest.slice(number.length);
    const unit = /^[^.\d]*/.exec(rest)![0];
    if (unit === "") return `time: missing unit in duration ${timeQuoted(text)}`;
    const size = Object.hasOwn(UNITS, unit) ? UNITS[unit]! : undefined;
    if (size === undefined) return `time: unknown unit ${timeQuoted(unit)} in duration ${timeQuoted(text)}`;
    rest = rest.slice(unit.length);
    total += Number(number) * size;
    if (total >= LONGEST) return invalid;
  }
  return undefined;
}

/** As package time quotes: bytes outside ASCII and control characters as \xNN. */
function timeQuoted(text: string): string {
  let result = "";
  for (const byte of new TextEncoder().encode(text)) {
    const char = String.fromCharCode(byte);
    if (char === '"' || char === "\\") result += `\\${char}`;
    else result += byte < 0x20 || byte >= 0x80 ? `\\x${byte.toString(16).padStart(2, "0")}` : char;
  }
  return `"${result}"`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\x07": "\\a",
  "\b": "\\b",
  "\f": "\\f",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\v": "\\v",
  "\\": "\\\\",
};

function escaped(text: string, quote: string): string {
  let result = "";
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (char === quote) result += `\\${char}`;
    else if (ESCAPES[char] !== undefined) result += ESCAPES[char];
    else if (code < 0x20 || code === 0x7f) result += `\\x${code.toString(16).padStart(2, "0")}`;
    else if (code >= 0x80 && code < 0xa1) result += `\\u00${code.toString(16)}`;
    else result += char;
  }
  return quote + result + quote;
}

/** As Go's %q prints the strings that come up on a command line. */
function quoted(text: string): string {
  return escaped(text, '"');
}

/** The first byte of a text as Go's %q prints a character. */
function quotedByte(text: string): string {
  return escaped(String.fromCharCode(new TextEncoder().encode(text)[0]!), "'");
}
