import { fromBytes } from "../go/strings";

/** A file of an archive. */
export interface TarFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const BLOCK = 512;
/** Longer headers of headers are no names. */
const LONGEST_HEADER = 1024 * 1024;

/** An archive that is no archive, or ends in the middle. */
export class TarError extends Error {}

/** Whether a text of bytes begins as a tar does: the magic word of its first header. */
export function isTar(bytes: Uint8Array): boolean {
  return bytes.length >= BLOCK && ascii(bytes, 257, 5) === "ustar";
}

/**
 * Reads a tar (ustar, GNU's and pax's long names) that comes in pieces of any size. `wanted` says by its name which of the files is
 * kept in memory; folders, links and devices are passed over. Time O(size), memory O(the largest file that is wanted).
 */
export class TarReader {
  private rest = new Uint8Array(0);
  /** What is read now: a header, or a file's or a name's bytes. */
  private open: { readonly type: string; readonly name: string; readonly size: number; got: Uint8Array[] } | undefined;
  private missing = 0;
  private padding = 0;
  private longName: string | undefined;
  private ended = false;

  constructor(private readonly wanted: (name: string) => boolean) {}

  /** The files that are complete with this piece. @throws TarError for what is no tar. */
  *read(piece: Uint8Array): Generator<TarFile> {
    let bytes = piece;
    while (bytes.length > 0 && !this.ended) {
      if (this.padding > 0) {
        const skipped = Math.min(this.padding, bytes.length);
        this.padding -= skipped;
        bytes = bytes.subarray(skipped);
      } else if (this.open) {
        const taken = bytes.subarray(0, this.missing);
        if (this.keeps(this.open)) this.open.got.push(taken.slice());
        this.missing -= taken.length;
        bytes = bytes.subarray(taken.length);
        if (this.missing === 0) yield* this.close();
      } else bytes = this.header(bytes);
    }
  }

  /** To be called at the end. @throws TarError where it is not the end of the archive. */
  end(): void {
    if (!this.ended && (this.open || this.rest.length > 0)) throw new TarError("the archive ends too early");
  }

  private keeps({ type, name }: { readonly type: string; readonly name: string }): boolean {
    return type === "L" || type === "x" || (isFile(type) && this.wanted(name));
  }

  /** Takes a header, once it is complete. @returns what is behind it. */
  private header(bytes: Uint8Array): Uint8Array {
    const needed = BLOCK - this.rest.length;
    const header = joined([this.rest, bytes.subarray(0, needed)]);
    if (header.length < BLOCK) {
      this.rest = header;
      return bytes.subarray(bytes.length);
    }
    this.rest = new Uint8Array(0);
    // The end is two blocks of zeros; what follows is not looked at.
    if (header.every((byte) => byte === 0)) {
      this.ended = true;
      return bytes.subarray(bytes.length);
    }
    if (!sumIsRight(header)) throw new TarError("this is no tar archive");
    const type = String.fromCharCode(header[156]!);
    const size = sizeOf(header);
    if ((type === "L" || type === "x") && size > LONGEST_HEADER)
      throw new TarError("a name in the archive is too long");
    const prefix = ascii(header, 257, 6) === "ustar\0" ? textAt(header, 345, 155) : "";
    const own = textAt(header, 0, 100);
    const name = this.longName ?? (prefix === "" ? own : `${prefix}/${own}`);
    if (type !== "L" && type !== "x" && type !== "g") this.longName = undefined;
    this.open = { type, name, size, got: [] };
    this.missing = size;
    this.padding = 0;
    const behind = bytes.subarray(needed);
    if (size === 0) this.open = undefined;
    return behind;
  }

  private *close(): Generator<TarFile> {
    const { type, name, size, got } = this.open!;
    this.open = undefined;
    this.padding = (BLOCK - (size % BLOCK)) % BLOCK;
    const bytes = joined(got);
    if (type === "L") this.longName = textAt(bytes, 0, bytes.length);
    else if (type === "x") this.longName = paxPath(bytes) ?? this.longName;
    else if (isFile(type) && this.wanted(name)) yield { name, bytes };
  }
}

const isFile = (type: string) => type === "0" || type === "\0" || type === "7";

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const ascii = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** A text that ends with a zero, or where its field does. */
function textAt(bytes: Uint8Array, at: number, length: number): string {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  return fromBytes(end < 0 ? field : field.subarray(0, end));
}

/** Octal digits, or from GNU the number itself behind a set bit. */
function sizeOf(header: Uint8Array): number {
  const field = header.subarray(124, 136);
  if ((field[0]! & 0x80) === 0) return Number.parseInt(textAt(header, 124, 12).trim() || "0", 8);
  return field.subarray(4).reduce((size, byte) => size * 256 + byte, 0);
}

/** The sum of a header's bytes, its own field taken as spaces. */
function sumIsRight(header: Uint8Array): boolean {
  const told = Number.parseInt(textAt(header, 148, 8).trim(), 8);
  return header.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 32 : byte), 0) === told;
}

/** The `path` of a pax header: records of `length key=value\n`. */
function paxPath(bytes: Uint8Array): string | undefined {
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    const length = Number.parseInt(ascii(bytes, at, Math.min(space - at, 20)), 10);
    if (space < 0 || !(length > 0)) return undefined;
    const record = fromBytes(bytes.subarray(space + 1, at + length - 1));
    if (record.startsWith("path=")) return record.slice(5);
    at += length;
  }
  return undefined;
}
