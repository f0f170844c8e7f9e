import { LimitError } from "../source/errors";

/**
 * An answer as bytes of UTF-8, in memory of their own.
 * @param write passes it on piece by piece.
 * @throws LimitError for more than `most` bytes.
 */
export function answerBytes(write: (pass: (piece: string) => void) => void, most: number): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  write((text) => {
    const piece = encoder.encode(text);
    size += piece.length;
    if (size > most) throw new LimitError(`the answer has more than ${most} bytes`);
    pieces.push(piece);
  });
  if (pieces.length === 1) return pieces[0]!;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
