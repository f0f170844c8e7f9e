/** math.Pow(10, n) with the roundings of Go's own algorithm: repeated squaring of a mantissa, the exponent kept apart. */

/** v = mantissa × 2^exponent with the mantissa in [0.5, 1) (math.Frexp), for 10. */
const TEN_MANTISSA = 0.625;
const TEN_EXPONENT = 4;
const EXPONENT_LIMIT = 1 << 12;

/** mantissa × 2^exponent, rounded once (math.Ldexp); the mantissa is a normal number near 1. */
function scale(mantissa: number, exponent: number): number {
  if (exponent > 1100) return Infinity;
  if (exponent < -1200) return 0;
  // Two exact steps and a last one that may round into the denormal numbers.
  let value = mantissa;
  while (exponent > 1000) {
    value *= 2 ** 1000;
    exponent -= 1000;
  }
  if (exponent < -1000) {
    value *= 2 ** (-1000 + 60);
    exponent += 1000 - 60;
  }
  return value * 2 ** exponent;
}

/** math.Pow(10, n) of an integer n. */
export function powerOf10(n: number): number {
  if (n === 0) return 1;
  if (n === 1) return 10;
  let rest = Math.abs(n);
  if (rest >= 2 ** 63) return n > 0 ? Infinity : 0;
  let mantissa = 1;
  let exponent = 0;
  let x = TEN_MANTISSA;
  let xExponent = TEN_EXPONENT;
  while (rest !== 0) {
    if (xExponent > EXPONENT_LIMIT) {
      exponent += xExponent;
      break;
    }
    if (rest % 2 === 1) {
      mantissa *= x;
      exponent += xExponent;
    }
    x *= x;
    xExponent *= 2;
    if (x < 0.5) {
      x += x;
      xExponent--;
    }
    rest = Math.floor(rest / 2);
  }
  return n < 0 ? scale(1 / mantissa, -exponent) : scale(mantissa, exponent);
}
