/** Decimal arithmetic as shopspring/decimal does it for sprig's addf, subf, mulf and divf: exact but for division. */
import { GoPanic } from "../source/errors";
import { formatG } from "../go/strconv";

/** value × 10^exponent */
export interface Decimal {
  readonly value: bigint;
  readonly exponent: number;
}

const DIVISION_PRECISION = 16;

/** The shortest decimal that is this float64 (decimal.NewFromFloat). Throws GoPanic for NaN and infinities. */
export function fromFloat(value: number): Decimal {
  if (value === 0) return { value: 0n, exponent: 0 };
  if (!Number.isFinite(value)) throw new GoPanic(`Cannot create a Decimal from ${formatG(value)}`);
  const [digits = "", power = "0"] = value.toExponential().split("e");
  const [whole = "", fraction = ""] = digits.split(".");
  return { value: BigInt(whole + fraction), exponent: Number(power) - fraction.length };
}

/** The nearest float64 (Decimal.Float64). */
export function toFloat(d: Decimal): number {
  return d.value === 0n ? 0 : Number(`${d.value}e${d.exponent}`);
}

function rescaled(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const exponent = Math.min(a.exponent, b.exponent);
  const at = (d: Decimal) => d.value * 10n ** BigInt(d.exponent - exponent);
  return [at(a), at(b), exponent];
}

export function add(a: Decimal, b: Decimal): Decimal {
  const [x, y, exponent] = rescaled(a, b);
  return { value: x + y, exponent };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, { value: -b.value, exponent: b.exponent });
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { value: a.value * b.value, exponent: a.exponent + b.exponent };
}

/** Decimal.Div: 16 digits after the point, halves away from zero. Throws GoPanic for a zero divisor. */
export function divide(a: Decimal, b: Decimal): Decimal {
  if (b.value === 0n) throw new GoPanic("decimal division by 0");
  const shift = BigInt(a.exponent - b.exponent + DIVISION_PRECISION);
  const x = shift < 0n ? a.value : a.value * 10n ** shift;
  const y = shift < 0n ? b.value * 10n ** -shift : b.value;
  const quotient = x / y;
  const rest = x % y;
  const abs = (n: bigint) => (n < 0n ? -n : n);
  const up = abs(rest) * 2n >= abs(y);
  const sign = x < 0n === y < 0n ? 1n : -1n;
  return { value: up ? quotient + sign : quotient, exponent: -DIVISION_PRECISION };
}
