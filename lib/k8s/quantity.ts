import { GoError } from "../source/errors";
import { toInt, type Int } from "../go/value";

export type QuantityFormat = "DecimalSI" | "BinarySI" | "DecimalExponent" | "";

const MAX_INT64 = (1n << 63n) - 1n;
const MIN_INT64 = -(1n << 63n);
const NANO = -9;
/** The most decimal digits that Go handles without arbitrary precision. */
const INT64_DIGITS = 18;
/** Beyond this many digits Go itself would need gigabytes. */
const MAX_DIGITS = 100_000;

const ERR_FORMAT = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
const ERR_NUMERIC = "unable to parse numeric part of quantity";
const ERR_SUFFIX = "unable to parse quantity's suffix";

const DECIMAL_SUFFIXES = new Map([
  ["n", -9],
  ["u", -6],
  ["m", -3],
  ["", 0],
  ["k", 3],
  ["M", 6],
  ["G", 9],
  ["T", 12],
  ["P", 15],
  ["E", 18],
]);
const BINARY_SUFFIXES = new Map(["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"].map((s, i) => [s, (i + 1) * 10]));
const DECIMAL_BY_EXPONENT = new Map([...DECIMAL_SUFFIXES].map(([s, e]) => [e, s]));

/** resource.Quantity: unscaled × 10^exponent, with the text it was read from where Go keeps that. Immutable. */
export class Quantity {
  private printed: string;
  constructor(
    readonly unscaled: bigint,
    readonly exponent: number,
    readonly format: QuantityFormat,
    /** The original text if Go takes it for canonical, else "". */
    private readonly text = "",
    /** Held in arbitrary precision (inf.Dec) in Go, not in an int64. */
    private readonly decimal = false,
  ) {
    this.printed = text;
  }

  /** What UnmarshalJSON of null leaves of a value: zero, with its format and the text that it was read from. */
  cleared(): Quantity {
    return new Quantity(0n, 0, this.format, this.text);
  }

  isZero(): boolean {
    return this.unscaled === 0n;
  }

  sign(): number {
    return this.unscaled > 0n ? 1 : this.unscaled < 0n ? -1 : 0;
  }

  /** Quantity.Cmp: -1, 0 or 1. */
  compare(other: Quantity): number {
    const low = Math.min(this.exponent, other.exponent);
    const a = this.unscaled * 10n ** BigInt(this.exponent - low);
    const b = other.unscaled * 10n ** BigInt(other.exponent - low);
    return a < b ? -1 : a > b ? 1 : 0;
  }

  /** Quantity.String: the text that was kept, else the canonical form. */
  toString(): string {
    return this.printed === "" ? (this.printed = this.canonical()) : this.printed;
  }

  /** Quantity.CanonicalizeBytes. */
  private canonical(): string {
    if (this.unscaled === 0n) return "0";
    if (this.format === "BinarySI") {
      const whole = this.whole();
      if (whole !== undefined && (whole >= 1024n || whole <= -1024n)) {
        let amount = whole;
        let power = 0;
        for (; amount % 1024n === 0n; power++) amount /= 1024n;
        const suffix = [...BINARY_SUFFIXES.keys()][power - 1] ?? "";
        return `${amount}${suffix}`;
      }
    }
    let amount = this.unscaled;
    let { exponent } = this;
    for (; amount % 10n === 0n; exponent++) amount /= 10n;
    for (; exponent % 3 !== 0; exponent--) amount *= 10n;
    // What would come out rounded or too small in binary form is printed in decimal form.
    const decimal = this.format === "DecimalSI" || this.format === "BinarySI";
    if (decimal) return `${amount}${DECIMAL_BY_EXPONENT.get(exponent) ?? ""}`;
    return exponent === 0 ? String(amount) : `${amount}e${exponent}`;
  }

  /** The value as an integer; undefined if it has a fraction. */
  private whole(): bigint | undefined {
    if (this.exponent >= 0) return this.unscaled * 10n ** BigInt(this.exponent);
    const divisor = 10n ** BigInt(-this.exponent);
    return this.unscaled % divisor === 0n ? this.unscaled / divisor : undefined;
  }

  /** Quantity.AsApproximateFloat64. */
  approximateFloat(): number {
    return Number(this.unscaled) * Number(`1e${this.exponent}`);
  }

  /** Quantity.AsFloat64Slow. */
  float(): number {
    return Number(`${this.unscaled}e${this.exponent}`);
  }

  /** Quantity.ScaledValue: the value in units of 10^scale, rounded up. What does not fit an int64 is 0 or wraps, as in Go. */
  scaledValue(scale: number): Int {
    return toInt(this.decimal ? this.decimalScaled(scale) : this.int64Scaled(scale));
  }

  private int64Scaled(scale: number): bigint {
    const up = this.exponent - scale;
    if (up >= 0) {
      if (this.unscaled === 0n) return 0n;
      // Go wraps round for the scales that it multiplies by at once, and gives 0 for the others.
      const atOnce = up <= 3 || up === 6 || up === 9;
      if (up > 19) return 0n;
      const value = this.unscaled * 10n ** BigInt(up);
      const wrapped = BigInt.asIntN(64, value);
      return wrapped === value || (atOnce && this.unscaled !== MIN_INT64) ? wrapped : 0n;
    }
    if (-up > 19) return BigInt(this.sign());
    const divisor = 10n ** BigInt(-up);
    // Rounded away from zero.
    return this.unscaled / divisor + (this.unscaled % divisor === 0n ? 0n : BigInt(this.sign()));
  }

  private decimalScaled(scale: number): bigint {
    const down = scale - this.exponent;
    if (down <= 0) return BigInt.asIntN(64, BigInt.asIntN(64, this.unscaled) * 10n ** BigInt(-down));
    const divisor = 10n ** BigInt(down);
    const small = this.unscaled < MAX_INT64 && down < 19;
    const unscaled = small ? BigInt.asIntN(64, this.unscaled) : this.unscaled;
    let quotient = unscaled / divisor;
    const rest = unscaled % divisor;
    // Euclidean division for the large ones; either way a remainder counts up by one.
    if (!small && rest < 0n) quotient -= 1n;
    return BigInt.asIntN(64, BigInt.asIntN(64, quotient) + (rest === 0n ? 0n : 1n));
  }
}

/** The zero Quantity, node of an unset field. */
export const ZERO_QUANTITY = new Quantity(0n, 0, "");

// Pods repeat the same few quantities.
const parsed = new Map<string, Quantity>();
const CACHE_SIZE = 2000;

/** resource.ParseQuantity. Throws GoError with its text. */
export function parseQuantity(text: string): Quantity {
  const known = parsed.get(text);
  if (known) return known;
  const quantity = read(text);
  if (parsed.size >= CACHE_SIZE) parsed.clear();
  parsed.set(text, quantity);
  return quantity;
}

/** Quantity.UnmarshalJSON of a JSON string or number, given as its text without quotes. White space around it is dropped. */
export function decodeQuantity(text: string): Quantity {
  return parseQuantity(trimSpace(text));
}

/** strings.TrimSpace: Unicode's White_Space, which JavaScript's trim does not quite follow (U+0085, U+FEFF). */
function trimSpace(text: string): string {
  return /^[!-~]+$/.test(text) ? text : text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
}

// Sign and zeros, numerator, denominator, suffix: what parseQuantityString cuts a text into.
const PARTS = /^([+-]?)(0*)([0-9]*)(?:(\.)([0-9]*))?([eEinumkKMGTP]*[-+]?[0-9]*)$/;

interface Parts {
  readonly negative: boolean;
  /** The text of the number as a whole. */
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly suffix: string;
}

function split(text: string): Parts {
  const match = PARTS.exec(text);
  if (!match) throw new GoError(ERR_FORMAT);
  const [, sign = "", zeros = "", digits = "", dot = "", denominator = "", suffix = ""] = match;
  const numerator = digits || "0";
  // Where zeros are all there is, Go forgets sign and zeros.
  const onlyZeros = !digits && !dot && !suffix;
  const value = onlyZeros ? "0" : sign + zeros + digits + dot + denominator;
  return { negative: sign === "-", value, numerator, denominator, suffix };
}

/** Base and exponent of a suffix; undefined if it is none. */
function interpret(suffix: string): { binary: boolean; exponent: number; format: QuantityFormat } | undefined {
  const decimal = DECIMAL_SUFFIXES.get(suffix);
  if (decimal !== undefined) return { binary: false, exponent: decimal, format: "DecimalSI" };
  const binary = BINARY_SUFFIXES.get(suffix);
  if (binary !== undefined) return { binary: true, exponent: binary, format: "BinarySI" };
  if (!/^[eE][+-]?[0-9]+$/.test(suffix)) return undefined;
  const exponent = BigInt(suffix.slice(1).replace("+", ""));
  if (BigInt.asIntN(64, exponent) !== exponent) return undefined;
  return { binary: false, exponent: Number(BigInt.asIntN(32, exponent)), format: "DecimalExponent" };
}

function read(text: string): Quantity {
  if (text === "") throw new GoError(ERR_FORMAT);
  if (text === "0") return new Quantity(0n, 0, "DecimalSI", text);
  const parts = split(text);
  const unit = interpret(parts.suffix);
  if (!unit) throw new GoError(ERR_SUFFIX);
  return (
    readInt64(text, parts, unit.binary, unit.exponent, unit.format) ??
    readDecimal(parts, unit.binary, unit.exponent, unit.format)
  );
}

/** The path for numbers that fit an int64 comfortably; undefined for others. */
function readInt64(
  text: string,
  parts: Parts,
  binary: boolean,
  exponent: number,
  format: QuantityFormat,
): Quantity | undefined {
  const { numerator, denominator } = parts;
  let precision = INT64_DIGITS - numerator.length - denominator.length;
  if (binary) {
    // 2^10 has about three digits.
    precision = denominator === "" ? 15 - numerator.length - Math.trunc((exponent * 3) / 10) - 1 : -1;
  }
  const scale = (binary ? 0 : exponent) - denominator.length;
  if (precision < 0 || scale < NANO) return undefined;
  const shifted = numerator + denominator;
  const value = BigInt(shifted);
  const product = binary ? value << BigInt(exponent) : value;
  if (product > MAX_INT64) return undefined;
  const canonical = binary
    ? (value & 7n) !== 0n
    : scale % 3 === 0 && !shifted.endsWith("000") && !shifted.startsWith("0");
  return new Quantity(parts.negative ? -product : product, scale, format, canonical ? text : "");
}

/** The path in arbitrary precision: rounded up to nano, capped at 2^63-1 if binary. */
function readDecimal(parts: Parts, binary: boolean, power: number, format: QuantityFormat): Quantity {
  const number = /^[+-]?([0-9]*)(?:\.([0-9]*))?$/.exec(parts.value);
  const [, before = "", after = ""] = number ?? [];
  if (before + after === "") throw new GoError(ERR_NUMERIC);
  let unscaled = BigInt(before + after);
  let exponent = (-after.length + (binary ? 0 : power)) | 0;
  if (binary) unscaled <<= BigInt(power);
  if (unscaled !== 0n) {
    unscaled = roundToNano(unscaled, exponent);
    exponent = NANO;
  }
  const one = 1000000000n;
  if (format === "BinarySI" && unscaled > MAX_INT64 * one) {
    unscaled = MAX_INT64;
    exponent = 0;
  }
  const fraction = exponent === NANO && unscaled < one && unscaled > 0n;
  return new Quantity(
    parts.negative ? -unscaled : unscaled,
    exponent,
    fraction && binary ? "DecimalSI" : format,
    "",
    true,
  );
}

/** In units of 10^-9, rounded away from zero. */
function roundToNano(unscaled: bigint, exponent: number): bigint {
  const shift = exponent - NANO;
  if (shift >= 0) {
    if (shift > MAX_DIGITS) throw new GoError(ERR_NUMERIC);
    return unscaled * 10n ** BigInt(shift);
  }
  const digits = unscaled.toString().length;
  if (-shift > digits) return 1n;
  const divisor = 10n ** BigInt(-shift);
  return (unscaled + divisor - 1n) / divisor;
}
