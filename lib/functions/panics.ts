/** The texts of Go's runtime panics that template functions run into. */
import type { Int } from "../go/value";
import { GoPanic } from "../source/errors";

/** Using a nil pointer, or the type of a nil interface. */
export function nilDereference(): GoPanic {
  return new GoPanic("runtime error: invalid memory address or nil pointer dereference");
}

/**
 * Checks the bounds of the slice expression `s[start:end]` of a string or slice of `length`; either bound may be absent.
 * Throws GoPanic with the text of Go's bounds check.
 */
export function checkSlice(length: number, start: Int | undefined, end: Int | undefined): void {
  const bad = (text: string) => new GoPanic(`runtime error: slice bounds out of range ${text}`);
  if (end !== undefined) {
    if (end < 0) throw bad(`[:${end}]`);
    if (end > length) throw bad(`[:${end}] with length ${length}`);
  }
  if (start === undefined) return;
  if (start < 0) throw bad(`[${start}:]`);
  const limit = end ?? length;
  if (start > limit) throw bad(`[${start}:${limit}]`);
}
