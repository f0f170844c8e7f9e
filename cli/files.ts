import { closeSync, openSync, readFileSync, readSync, writeSync } from "node:fs";
import { getSystemErrorMap } from "node:util";

/** Go's texts of system errors where libuv has others (syscall/zerrors_linux.go). */
const GO_TEXTS: Readonly<Record<string, string>> = {
  EBUSY: "device or resource busy",
  EEXIST: "file exists",
  EIO: "input/output error",
  EISDIR: "is a directory",
  ELOOP: "too many levels of symbolic links",
  ENAMETOOLONG: "file name too long",
  ENFILE: "too many open files in system",
  ENOMEM: "cannot allocate memory",
  ENOTSUP: "operation not supported",
  ETXTBSY: "text file busy",
};

/** A failed system call in Go's words: `open x: no such file or directory`. Mirrors PathError of Go's io/fs. */
export class PathError extends Error {
  constructor(operation: "open" | "read" | "write", path: string, cause: unknown) {
    super(`${operation} ${path}: ${reason(cause)}`);
  }
}

function reason(cause: unknown): string {
  const { code = "", errno, message } = cause as NodeJS.ErrnoException;
  // A path with a NUL never reaches the system.
  if (code === "ERR_INVALID_ARG_VALUE") return "invalid argument";
  const text = errno === undefined ? undefined : getSystemErrorMap().get(errno)?.[1];
  return GO_TEXTS[code] ?? text ?? message;
}

function attempt<T>(operation: "open" | "read" | "write", path: string, run: () => T): T {
  try {
    return run();
  } catch (cause) {
    throw new PathError(operation, path, cause);
  }
}

/** A file that is open. */
export interface OpenFile {
  readonly read: () => Uint8Array;
  readonly write: (bytes: Uint8Array) => void;
  readonly close: () => void;
}

/** Opens a file to read it, or makes it (or empties it) to write it. @throws PathError */
export function openFile(path: string, flags: "r" | "w"): OpenFile {
  const file = attempt("open", path, () => openSync(path, flags, 0o666));
  return {
    read: () => attempt("read", path, () => readFileSync(file)),
    write: (bytes) => {
      for (let at = 0; at < bytes.length;) at += attempt("write", path, () => writeSync(file, bytes, at));
    },
    close: () => closeSync(file),
  };
}

/** The bytes of a file. @throws PathError */
export function readBytes(path: string): Uint8Array {
  const file = openFile(path, "r");
  try {
    return file.read();
  } finally {
    file.close();
  }
}

/** All of standard input, also where it is a pipe that has nothing to give at the moment. */
export function readStandardInput(): Uint8Array {
  const pieces: Uint8Array[] = [];
  const buffer = new Uint8Array(64 * 1024);
  for (;;) {
    try {
      const size = readSync(0, buffer);
      if (size === 0) return Buffer.concat(pieces);
      pieces.push(buffer.slice(0, size));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOF") return Buffer.concat(pieces);
      if (code !== "EAGAIN") throw new PathError("read", "/dev/stdin", error);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}
