/** Floating-point numbers as text. Mirrors ParseFloat and FormatFloat of package strconv. */
import { underscoresOk } from "./integer";

/** Why a number could not be read; the wording of strconv's errors. */
export type NumberFailure = "invalid syntax" | "value out of range";

const view = new DataView(new ArrayBuffer(8));

interface Format {
  readonly mantissaBits: number;
  readonly exponentBits: number;
  readonly bias: number;
}
const FLOAT32: Format = { mantissaBits: 23, exponentBits: 8, bias: -127 };
const FLOAT64: Format = { mantissaBits: 52, exponentBits: 11, bias: -1023 };

// ---------------------------------------------------------------------------------------------------------------- reading

const SPECIAL = /^(?:[+-]?inf(?:inity)?|nan)$/i;
const DECIMAL = /^[+-]?(?:[0-9_]+\.?[0-9_]*|\.[0-9_]+)(?:[eE][+-]?[0-9][0-9_]*)?$/;
const HEX = /^[+-]?0[xX](?:[0-9a-fA-F_]+\.?[0-9a-fA-F_]*|\.[0-9a-fA-F_]+)[pP][+-]?[0-9][0-9_]*$/;

/** strconv.ParseFloat without throwing: the number (as a float64 that fits `bits`), or why there is none. */
export function scanFloat(s: string, bits: 32 | 64): number | NumberFailure {
  if (SPECIAL.test(s)) {
    if (/nan/i.test(s)) return NaN;
    return s[0] === "-" ? -Infinity : Infinity;
  }
  const hex = HEX.test(s);
  if (!hex && !DECIMAL.test(s)) return "invalid syntax";
  const mantissa = s.slice(hex ? s.search(/[xX]/) + 1 : 0).replace(hex ? /[pP].*/ : /[eE].*/, "");
  if (!(hex ? /[0-9a-fA-F]/ : /[0-9]/).test(mantissa)) return "invalid syntax";
  let text = s;
  if (s.includes("_")) {
    if (!underscoresOk(s)) return "invalid syntax";
    text = s.replaceAll("_", "");
  }
  const value = hex ? readHex(text, bits) : bits === 32 ? readFloat32(text) : Number(text);
  return Number.isFinite(value) ? value : "value out of range";
}

/** The mantissa and power of ten of a decimal text: text = mantissa × 10^exponent. */
function readDecimal(text: string): { negative: boolean; mantissa: bigint; exponent: number } {
  const [number = "", exponent = "0"] = text.replace(/^[+-]/, "").split(/[eE]/);
  const [whole = "", fraction = ""] = number.split(".");
  return {
    negative: text[0] === "-",
    mantissa: BigInt(whole + fraction || "0"),
    exponent: Number(exponent) - fraction.length,
  };
}

/** Correctly rounded to float32: rounding by way of float64 is wrong only where the float64 is just between two float32. */
function readFloat32(text: string): number {
  const wide = Number(text);
  const narrow = Math.fround(wide);
  if (narrow === wide || !Number.isFinite(wide)) return narrow;
  const other = neighbour32(narrow, wide > narrow);
  const middle = Number.isFinite(narrow) && Number.isFinite(other) ? (narrow + other) / 2 : 0;
  if (wide !== middle && Number.isFinite(narrow) && Number.isFinite(other)) return narrow;
  const { negative, mantissa, exponent } = readDecimal(text);
  if (exponent < -400 || exponent > 400) return narrow;
  const side = compareExact(mantissa, exponent, Math.abs(wide));
  if (side === 0) return narrow;
  // Just beside the middle: step off it, towards the true value, before rounding.
  const step = neighbour64(Math.abs(wide), side > 0);
  return Math.fround(negative ? -step : step);
}

function neighbour32(v: number, up: boolean): number {
  view.setFloat32(0, v);
  const bits = view.getInt32(0);
  if (v === 0) return up ? 1.401298464324817e-45 : -1.401298464324817e-45;
  view.setInt32(0, bits + (up === v > 0 ? 1 : -1));
  return view.getFloat32(0);
}

function neighbour64(v: number, up: boolean): number {
  view.setFloat64(0, v);
  view.setBigInt64(0, view.getBigInt64(0) + (up ? 1n : -1n));
  return view.getFloat64(0);
}

/** Sign of mantissa × 10^exponent − v, exactly. */
function compareExact(mantissa: bigint, exponent: number, v: number): number {
  const parts = decompose(v, FLOAT64);
  let left = mantissa;
  let right = parts.mantissa;
  const power = parts.exponent;
  if (exponent >= 0) left *= 10n ** BigInt(exponent);
  else right *= 10n ** BigInt(-exponent);
  if (power >= 0) right <<= BigInt(power);
  else left <<= BigInt(-power);
  return left > right ? 1 : left < right ? -1 : 0;
}

/** Rounds a hexadecimal float to the nearest, ties to even. */
function readHex(text: string, bits: 32 | 64): number {
  const format = bits === 32 ? FLOAT32 : FLOAT64;
  const negative = text[0] === "-";
  const [number = "", power = "0"] = text.replace(/^[+-]?0[xX]/, "").split(/[pP]/);
  const [whole = "", fraction = ""] = number.split(".");
  let mantissa = BigInt("0x0" + whole + fraction);
  if (mantissa === 0n) return negative ? -0 : 0;
  let exponent = Math.max(-100000, Math.min(100000, Number(power))) - 4 * fraction.length;
  const length = mantissa.toString(2).length;
  // Drop the bits below what the format holds at this magnitude.
  const lowest = Math.max(exponent + length - 1 - format.mantissaBits, format.bias + 1 - format.mantissaBits);
  const drop = lowest - exponent;
  if (drop > length + 1) return negative ? -0 : 0;
  if (drop > 0) {
    const rest = mantissa & ((1n << BigInt(drop)) - 1n);
    const half = 1n << BigInt(drop - 1);
    mantissa >>= BigInt(drop);
    if (rest > half || (rest === half && (mantissa & 1n) === 1n)) mantissa++;
    exponent = lowest;
  }
  const max = bits === 32 ? 3.4028234663852886e38 : Number.MAX_VALUE;
  let value = exponent > 1100 ? Infinity : scale(Number(mantissa), exponent);
  if (value > max) value = Infinity;
  return negative ? -value : value;
}

/** v × 2^exponent, where the result is exact or infinite. */
function scale(v: number, exponent: number): number {
  while (exponent > 1000) {
    v *= 2 ** 1000;
    exponent -= 1000;
  }
  while (exponent < -1000) {
    v *= 2 ** -1000;
    exponent += 1000;
  }
  return v * 2 ** exponent;
}

// ---------------------------------------------------------------------------------------------------------------- writing

export type FloatFormat = "b" | "e" | "E" | "f" | "g" | "G" | "x" | "X";

/** mantissa × 2^exponent = |v| */
function decompose(v: number, format: Format): { negative: boolean; mantissa: bigint; exponent: number } {
  let bits: bigint;
  if (format === FLOAT32) {
    view.setFloat32(0, v);
    bits = BigInt(view.getUint32(0));
  } else {
    view.setFloat64(0, v);
    bits = view.getBigUint64(0);
  }
  const negative = bits >> BigInt(format.mantissaBits + format.exponentBits) !== 0n;
  let exponent = Number((bits >> BigInt(format.mantissaBits)) & ((1n << BigInt(format.exponentBits)) - 1n));
  let mantissa = bits & ((1n << BigInt(format.mantissaBits)) - 1n);
  if (exponent === 0) exponent = 1;
  else mantissa |= 1n << BigInt(format.mantissaBits);
  return { negative, mantissa, exponent: exponent + format.bias - format.mantissaBits };
}

/** Decimal digits without trailing zeros; the value is 0.digits × 10^point. "" is zero. */
interface Digits {
  readonly digits: string;
  readonly point: number;
}

function trimZeros(digits: string, point: number): Digits {
  let n = digits.length;
  while (n > 0 && digits.charCodeAt(n - 1) === 0x30) n--;
  return n === 0 ? { digits: "", point: 0 } : { digits: digits.slice(0, n), point };
}

/** From JavaScript's exponent form, `d.ddde±x`. */
function fromExponential(text: string): Digits {
  const at = text.indexOf("e");
  return trimZeros(text.slice(0, at).replace(".", ""), Number(text.slice(at + 1)) + 1);
}

function readsBack(d: Digits, v: number): boolean {
  return scanFloat(`0.${d.digits}e${d.point}`, 32) === v;
}

/** The fewest digits that read back as the same number of that size. */
function shortest(v: number, bits: 32 | 64): Digits {
  if (bits === 64) return fromExponential(v.toExponential());
  // The only power of two with a tie between two candidates: Go's float32 printing does not round this one to even.
  if (v === 2 ** -12) return { digits: "24414063", point: -3 };
  for (let n = 1; n <= 9; n++) {
    const nearest = significant(v, n);
    if (readsBack(nearest, v)) return nearest;
    // Below a power of two the spacing halves, so that the farther of two candidates may be the only one to read back.
    const up = String(BigInt(nearest.digits.padEnd(n, "0")) + 1n);
    const other = trimZeros(up, nearest.point + up.length - n);
    if (readsBack(other, v)) return other;
  }
  return fromExponential(v.toExponential());
}

/** |v| × 10^places as an integer, rounded half to even, exactly. */
function scaled(v: number, places: number): bigint {
  const { mantissa, exponent } = decompose(v, FLOAT64);
  let numerator = mantissa;
  let denominator = 1n;
  if (places >= 0) numerator *= 10n ** BigInt(places);
  else denominator *= 10n ** BigInt(-places);
  if (exponent >= 0) numerator <<= BigInt(exponent);
  else denominator <<= BigInt(-exponent);
  const whole = numerator / denominator;
  const rest = (numerator % denominator) * 2n;
  return rest > denominator || (rest === denominator && (whole & 1n) === 1n) ? whole + 1n : whole;
}

/** No float64 has digits other than zero after so many, neither significant ones nor behind the point. */
const ALL_DIGITS = 1100;

/** Rounded to `count` significant digits (trailing zeros cut). */
function significant(v: number, count: number): Digits {
  // The exponent of the shortest digits may be one too high: 9.9999999999999992e22 is shortest as 1e+23.
  for (let exponent = Number(v.toExponential().split("e")[1]) - 1; ; exponent++) {
    const text = scaled(v, count - 1 - exponent).toString();
    if (text.length === count) return trimZeros(text, exponent + 1);
  }
}

/** Digits up to `places` behind the decimal point. */
function fixed(v: number, places: number): Digits {
  const text = scaled(v, places).toString();
  return trimZeros(text, text.length - places);
}

function printE(d: Digits, precision: number, letter: string): string {
  let out = d.digits[0] ?? "0";
  if (precision > 0) out += "." + d.digits.slice(1, precision + 1).padEnd(precision, "0");
  const exponent = d.digits === "" ? 0 : d.point - 1;
  return out + letter + (exponent < 0 ? "-" : "+") + String(Math.abs(exponent)).padStart(2, "0");
}

function printF(d: Digits, precision: number): string {
  let out = d.point > 0 ? d.digits.slice(0, d.point).padEnd(d.point, "0") : "0";
  if (precision > 0) {
    const fraction = d.point >= 0 ? d.digits.slice(d.point) : "0".repeat(-d.point) + d.digits;
    out += "." + fraction.slice(0, precision).padEnd(precision, "0");
  }
  return out;
}

function printG(d: Digits, precision: number, isShortest: boolean, letter: string): string {
  const count = d.digits.length;
  let limit = precision;
  if (limit > count && count >= d.point) limit = count;
  if (isShortest) limit = 6;
  const exponent = d.point - 1;
  if (exponent < -4 || exponent >= limit) return printE(d, Math.min(precision, count) - 1, letter);
  return printF(d, Math.max((precision > d.point ? count : precision) - d.point, 0));
}

function printBinary(v: number, format: Format): string {
  const { mantissa, exponent } = decompose(v, format);
  return `${mantissa}p${exponent >= 0 ? "+" : ""}${exponent}`;
}

function printHex(v: number, format: Format, precision: number, upper: boolean): string {
  const parts = decompose(v, format);
  let mantissa = parts.mantissa << BigInt(60 - format.mantissaBits);
  let exponent = mantissa === 0n ? 0 : parts.exponent + format.mantissaBits;
  while (mantissa !== 0n && (mantissa & (1n << 60n)) === 0n) {
    mantissa <<= 1n;
    exponent--;
  }
  if (precision >= 0 && precision < 15) {
    const shift = BigInt(precision * 4);
    const extra = (mantissa << shift) & ((1n << 60n) - 1n);
    mantissa >>= 60n - shift;
    if ((extra | (mantissa & 1n)) > 1n << 59n) mantissa++;
    mantissa <<= 60n - shift;
    if ((mantissa & (1n << 61n)) !== 0n) {
      mantissa >>= 1n;
      exponent++;
    }
  }
  let out = "0x" + ((mantissa >> 60n) & 1n);
  const fraction = (mantissa & ((1n << 60n) - 1n)).toString(16).padStart(15, "0");
  const shown = precision < 0 ? fraction.replace(/0+$/, "") : fraction.slice(0, precision).padEnd(precision, "0");
  if (shown) out += "." + shown;
  out += "p" + (exponent < 0 ? "-" : "+") + String(Math.abs(exponent)).padStart(2, "0");
  return upper ? out.toUpperCase() : out;
}

/**
 * strconv.FormatFloat. `precision` -1 is the fewest digits that read back as the same number of `bits` bits.
 * NaN, +Inf and -Inf print so.
 */
export function formatFloat(v: number, format: FloatFormat, precision: number, bits: 32 | 64): string {
  if (bits === 32) v = Math.fround(v);
  if (!Number.isFinite(v)) return Number.isNaN(v) ? "NaN" : v > 0 ? "+Inf" : "-Inf";
  const sign = v < 0 || Object.is(v, -0) ? "-" : "";
  const size = Math.abs(v);
  if (format === "b") return sign + printBinary(size, bits === 32 ? FLOAT32 : FLOAT64);
  if (format === "x" || format === "X")
    return sign + printHex(size, bits === 32 ? FLOAT32 : FLOAT64, precision, format === "X");
  const isShortest = precision < 0;
  const lower = format.toLowerCase();
  if (!isShortest && lower === "g" && precision === 0) precision = 1;
  let d: Digits;
  if (size === 0) d = { digits: "", point: 0 };
  else if (isShortest) d = shortest(size, bits);
  else if (lower === "f") d = fixed(size, Math.min(precision, ALL_DIGITS));
  else d = significant(size, Math.min(lower === "e" ? precision + 1 : precision, ALL_DIGITS));
  if (isShortest) {
    if (lower === "e") precision = Math.max(d.digits.length - 1, 0);
    else precision = lower === "f" ? Math.max(d.digits.length - d.point, 0) : d.digits.length;
  }
  if (lower === "e") return sign + printE(d, precision, format);
  if (lower === "f") return sign + printF(d, precision);
  return sign + printG(d, precision, isShortest, format === "G" ? "E" : "e");
}

/** A float64 as %v prints it: `1`, `0.1`, `1e+06`, `1e-07`, `NaN`, `+Inf`. */
export function formatG(v: number): string {
  if (Number.isInteger(v) && v > -1e6 && v < 1e6) return Object.is(v, -0) ? "-0" : String(v);
  return formatFloat(v, "g", -1, 64);
}
