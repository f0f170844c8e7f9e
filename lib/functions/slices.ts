/**
 * The capacity of Go slices of interface values, which templates can see: a slice may be cut beyond its length up to its
 * capacity, and into the array of the slice that it was itself cut from. Mirrors growslice of Go's runtime.
 */
import { GoPanic } from "../source/errors";

interface Backing {
  /** The array below; undefined for the slice itself, which its record must not keep alive. */
  readonly array: readonly unknown[] | undefined;
  readonly start: number;
  readonly capacity: number;
}

const backings = new WeakMap<readonly unknown[], Backing>();

/** The size in bytes of an interface value, and of a string. */
const WIDE = 16;
const SMALL = 256;
const HEADER_FROM = 512;
const HEADER = 8;
const PAGE = 8192;
// The sizes in bytes that Go's allocator hands out; above, whole pages.
const CLASSES = [
  8, 16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256, 288, 320, 352, 384, 416, 448, 480,
  512, 576, 640, 704, 768, 896, 1024, 1152, 1280, 1408, 1536, 1792, 2048, 2304, 2688, 3072, 3200, 3456, 4096, 4864,
  5120, 5376, 6144, 6528, 6784, 6912, 8192, 9472, 9728, 10240, 10880, 12288, 13568, 14336, 16384, 18432, 19072, 20480,
  21760, 24576, 27264, 28672, 32768,
];

/** The bytes that the allocator gives for so many; elements with pointers take a header in larger blocks. */
function roundUp(bytes: number, pointers: boolean): number {
  const header = pointers && bytes > HEADER_FROM ? HEADER : 0;
  if (bytes > 32768 - HEADER) return Math.ceil(bytes / PAGE) * PAGE;
  return CLASSES.find((size) => size >= bytes + header)! - header;
}

/** The capacity after appending to a full slice of `capacity` elements so that it holds `length`. */
export function grownCapacity(capacity: number, length: number, width = WIDE): number {
  let wanted = capacity;
  if (length > capacity * 2) wanted = length;
  else if (capacity < SMALL) wanted = capacity * 2;
  else while (wanted < length) wanted += Math.floor((wanted + 3 * SMALL) / 4);
  return Math.floor(roundUp(wanted * width, width === WIDE) / width);
}

/** The capacity of a slice that was filled by appending one element after the other. */
export function appendedCapacity(length: number, width = WIDE): number {
  let capacity = 0;
  while (capacity < length) capacity = grownCapacity(capacity, capacity + 1, width);
  return capacity;
}

/** Records a slice's capacity. A slice that nothing is recorded of was made by the JSON decoder, by appending. */
export function withCapacity<T>(list: T[], capacity: number): T[] {
  backings.set(list, { array: undefined, start: 0, capacity });
  return list;
}

/** Records a slice that was made with exactly its length. */
export function exactly<T>(list: T[]): T[] {
  return withCapacity(list, list.length);
}

/** Records a slice that was filled by appending; `width` is the size of an element in bytes. */
export function appended<T>(list: T[], width = WIDE): T[] {
  return withCapacity(list, appendedCapacity(list.length, width));
}

/**
 * `list[start:end]`; what lies beyond the length is `missing`. Slices that nothing is recorded of have the capacity
 * `fallback`. Throws GoPanic out of bounds, as reflect.Value.Slice.
 */
export function cut(
  list: readonly unknown[],
  start: number,
  end: number,
  fallback: number,
  missing: unknown,
): unknown[] {
  const backing = backings.get(list) ?? { array: undefined, start: 0, capacity: fallback };
  if (start < 0 || end < start || end > backing.capacity) {
    throw new GoPanic("reflect.Value.Slice: slice index out of bounds");
  }
  const from = backing.start + start;
  const array = backing.array ?? list;
  const part = array.slice(from, backing.start + end);
  while (part.length < end - start) part.push(missing);
  backings.set(part, { array, start: from, capacity: backing.capacity - start });
  return part;
}
