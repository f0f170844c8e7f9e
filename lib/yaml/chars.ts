/**
 * What characters are to the scanner and the emitter. Mirrors yamlprivateh.go. A NUL stands for the end of the text.
 */

/** LF, CR, U+0085, U+2028 or U+2029. */
export function isBreak(c: number): boolean {
  return c === 10 || c === 13 || (c > 127 && (c === 0x85 || c === 0x2028 || c === 0x2029));
}

/** A space or a tab. */
export function isBlank(c: number): boolean {
  return c === 32 || c === 9;
}

/** A space, a tab, a line break or the end. */
export function isBlankOrEnd(c: number): boolean {
  return (
    c === 32 || c === 10 || c === 9 || c === 13 || c === 0 || (c > 127 && (c === 0x85 || c === 0x2028 || c === 0x2029))
  );
}

/** A letter, a digit, `_` or `-`: what names of anchors, tag handles and directives consist of. */
export function isWordCharacter(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || c === 95 || c === 45;
}

/** 0 to 9. */
export function isDigit(c: number): boolean {
  return c >= 48 && c <= 57;
}

/** The value of a hexadecimal digit, or -1. */
export function hexValue(c: number): number {
  if (c >= 48 && c <= 57) return c - 48;
  if (c >= 65 && c <= 70) return c - 55;
  if (c >= 97 && c <= 102) return c - 87;
  return -1;
}

/** The first half of a character beyond U+FFFF. */
export function isHighSurrogate(c: number): boolean {
  return c >= 0xd800 && c <= 0xdbff;
}
