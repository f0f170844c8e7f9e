/** Where in a pasted text something stands. Lines and columns count from 1; columns are UTF-16 units, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * An error with exactly the text that the Go code being mirrored would give.
 * `position` is where in the text that was being read; `text` names that text where the reader is not the one who reports
 * (`template gateway`, `rendered gateway`, `annotation proxy.istio.io/config`).
 */
export class GoError extends Error {
  override readonly name: string = "GoError";
  constructor(
    message: string,
    readonly position?: Position,
    readonly text?: string,
  ) {
    super(message);
  }
}

/** Where Go would panic: the process (or the request) would crash. `message` is the panic's own text. */
export class GoPanic extends GoError {
  override readonly name = "GoPanic";
}

/** A bound of the engine itself was reached (steps, output, depth): not something that the injector would say. */
export class LimitError extends GoError {
  override readonly name = "LimitError";
}

/** The same error in another text: a crash stays a crash. */
export function inText(error: GoError, text: string, position?: Position): GoError {
  const Class = error instanceof GoPanic ? GoPanic : GoError;
  return new Class(error.message, position, text);
}

/**
 * What was thrown, as an error to tell: a GoError as it is; running out of stack, or out of the longest possible string (a RangeError),
 * as a LimitError. Anything else is a fault of this program: it is thrown on.
 */
export function toldError(thrown: unknown): GoError {
  if (thrown instanceof GoError) return thrown;
  if (thrown instanceof RangeError) return new LimitError("it is nested too deeply, or grows too large");
  throw thrown;
}
