const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** base64.StdEncoding.EncodeToString of bytes given as numbers. */
export function encodeBase64(bytes: readonly number[]): string {
  let out = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    out += ALPHABET[bits >> 18]! + ALPHABET[(bits >> 12) & 63]!;
    out += b === undefined ? "==" : ALPHABET[(bits >> 6) & 63]! + (c === undefined ? "=" : ALPHABET[bits & 63]!);
  }
  return out;
}

/**
 * base64.StdEncoding.Decode: line breaks are skipped, padding is needed. The bytes, or where it is wrong the offset that Go's
 * CorruptInputError tells (in bytes, which for anything that decodes are characters).
 */
export function decodeBase64(text: string): number[] | number {
  const out: number[] = [];
  let i = 0;
  const next = (): string | undefined => {
    while (text[i] === "\n" || text[i] === "\r") i++;
    return text[i++];
  };
  for (;;) {
    const group: number[] = [];
    while (group.length < 4) {
      const c = next();
      if (c === undefined) return group.length === 0 ? out : i - 1 - group.length;
      const value = ALPHABET.indexOf(c);
      if (value >= 0) {
        group.push(value);
        continue;
      }
      if (c !== "=" || group.length < 2) return i - 1;
      if (group.length === 2) {
        const second = next();
        if (second === undefined) return text.length;
        if (second !== "=") return i - 1;
      }
      if (next() !== undefined) return i - 1;
      const bits = (group[0]! << 18) | (group[1]! << 12) | ((group[2] ?? 0) << 6);
      out.push(bits >> 16);
      if (group.length === 3) out.push((bits >> 8) & 255);
      return out;
    }
    const bits = (group[0]! << 18) | (group[1]! << 12) | (group[2]! << 6) | group[3]!;
    out.push(bits >> 16, (bits >> 8) & 255, bits & 255);
  }
}
