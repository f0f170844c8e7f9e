import { GoError } from "../source/errors";

/**
 * A list of errors as one. Mirrors Error of hashicorp/go-multierror, whose text Istio shows: a count, then one item a line, indented
 * with a tab, then an empty line.
 */
class MultiError extends GoError {
  constructor(readonly errors: readonly GoError[]) {
    super(listText(errors));
  }
}

function listText(errors: readonly GoError[]): string {
  const items = errors.map((error) => `* ${error.message}`).join("\n\t");
  return `${errors.length === 1 ? "1 error" : `${errors.length} errors`} occurred:\n\t${items}\n\n`;
}

/** An error that may be none. */
export type MaybeError = GoError | undefined;

/**
 * The list `error` with `next` at its end; always a list, and lists in it are flattened. No `next`: nothing changes.
 * Mirrors multierror.Append.
 */
export function appendError(error: MaybeError, next: MaybeError): MaybeError {
  if (!next) return error;
  return new MultiError([...items(error), ...items(next)]);
}

/** As appendError, but a single error stays what it is. Mirrors AppendValidation of pkg/config/validation/agent. */
export function joinErrors(error: MaybeError, next: MaybeError): MaybeError {
  return error && next ? appendError(error, next) : (error ?? next);
}

function items(error: MaybeError): readonly GoError[] {
  if (!error) return [];
  return error instanceof MultiError ? error.errors : [error];
}

/** The error, or each item of a list, with `prefix` and a space before it. Mirrors multierror.Prefix. */
export function prefixError(error: GoError, prefix: string): GoError {
  return error instanceof MultiError ? new MultiError(error.errors.map((e) => wrap(e, prefix))) : wrap(error, prefix);
}

// The prefix is a format of hashicorp/errwrap, in which {{err}} stands for the error wherever it occurs.
function wrap(error: GoError, prefix: string): GoError {
  return new GoError(
    `${prefix} {{err}}`.replaceAll("{{err}}", () => error.message),
    error.position,
  );
}
