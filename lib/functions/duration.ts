/** Durations: int64 nanoseconds as bigint. Mirrors ParseDuration and Duration.String of package time. */
import { GoError } from "../source/errors";
import { toBinary } from "./text";

const UNITS: ReadonlyMap<string, bigint> = new Map([
  ["ns", 1n],
  ["us", 1000n],
  ["µs", 1000n],
  ["μs", 1000n],
  ["ms", 1000000n],
  ["s", 1000000000n],
  ["m", 60000000000n],
  ["h", 3600000000000n],
]);
const LIMIT = 1n << 63n;
const PART = /^([0-9]*)(?:\.([0-9]*))?/;

/** Text in quotes as package time quotes it: other bytes than printable ASCII as `\x…`. */
export function quoteTime(s: string): string {
  let out = "";
  for (const c of toBinary(s)) {
    const code = c.charCodeAt(0);
    if (code >= 0x80 || code < 0x20) out += `\\x${code.toString(16).padStart(2, "0")}`;
    else out += c === '"' || c === "\\" ? `\\${c}` : c;
  }
  return `"${out}"`;
}

/** The fraction's digits as far as they fit 63 bits, and 10 to their number. */
function fraction(digits: string): [value: bigint, scale: number] {
  let value = 0n;
  let scale = 1;
  for (const c of digits) {
    if (value > (LIMIT - 1n) / 10n) break;
    const next = value * 10n + BigInt(c);
    if (next > LIMIT) break;
    value = next;
    scale *= 10;
  }
  return [value, scale];
}

/** time.ParseDuration: `1h15m30.5s`. Throws GoError `time: invalid duration "x"`. */
export function parseDuration(text: string): bigint {
  const bad = (what: string) => new GoError(`time: ${what} ${quoteTime(text)}`);
  const sign = text[0] === "-" || text[0] === "+" ? text[0] : "";
  let rest = text.slice(sign.length);
  if (rest === "0") return 0n;
  if (rest === "") throw bad("invalid duration");
  let total = 0n;
  while (rest !== "") {
    const [number = "", whole = "", decimals] = PART.exec(rest) ?? [];
    if (whole === "" && !decimals) throw bad("invalid duration");
    let value = BigInt(whole || "0");
    if (value > LIMIT) throw bad("invalid duration");
    rest = rest.slice(number.length);
    const end = rest.search(/[.0-9]/);
    const name = end < 0 ? rest : rest.slice(0, end);
    if (name === "") throw bad("missing unit in duration");
    rest = rest.slice(name.length);
    const unit = UNITS.get(name);
    if (unit === undefined) throw bad(`unknown unit ${quoteTime(name)} in duration`);
    if (value > LIMIT / unit) throw bad("invalid duration");
    value *= unit;
    const [part, scale] = fraction(decimals ?? "");
    if (part > 0n) value += BigInt(Math.trunc(Number(part) * (Number(unit) / scale)));
    total += value;
    if (value > LIMIT || total > LIMIT) throw bad("invalid duration");
  }
  if (sign === "-") return -total;
  if (total === LIMIT) throw bad("invalid duration");
  return total;
}

/** `value / 10^digits` with the fraction's trailing zeros left out. */
function decimal(value: bigint, digits: number): string {
  const scale = 10n ** BigInt(digits);
  const rest = (value % scale).toString().padStart(digits, "0").replace(/0+$/, "");
  return `${value / scale}${rest === "" ? "" : `.${rest}`}`;
}

/** time.Duration.String: `1h15m30.5s`, `1.5ms`, `0s`. */
export function formatDuration(nanos: bigint): string {
  const sign = nanos < 0n ? "-" : "";
  const n = nanos < 0n ? -nanos : nanos;
  if (n === 0n) return "0s";
  if (n < 1000n) return `${sign}${n}ns`;
  if (n < 1000000n) return `${sign}${decimal(n, 3)}µs`;
  if (n < 1000000000n) return `${sign}${decimal(n, 6)}ms`;
  const seconds = decimal(n % 60000000000n, 9);
  const minutes = n / 60000000000n;
  if (minutes === 0n) return `${sign}${seconds}s`;
  const hours = minutes / 60n;
  return `${sign}${hours > 0n ? `${hours}h` : ""}${minutes % 60n}m${seconds}s`;
}
