import { useCallback, useMemo, useRef } from "react";
import { useCommand } from "./commands/use-commands";
import { type Failed, fieldOf } from "./failure";
import type { TextField } from "./inputs";

/** An error at its place in one of the texts. */
export interface PlacedError {
  readonly field: TextField;
  readonly line: number;
  readonly column?: number;
  readonly message: string;
  /** The object that fails, where it is one of several. */
  readonly object?: number;
}

/** The errors that have a place, each once, and the commands that go from one to the next. */
export function useErrors(failures: readonly Failed[], onError: (error: PlacedError) => void): readonly PlacedError[] {
  // The same errors stay the same objects, so that editors do not mark them anew with every answer.
  const key = JSON.stringify(failures.map(({ at, message, object }) => [at, message, object]));
  const errors = useMemo(() => {
    const found = (JSON.parse(key) as [Failed["at"], string, number | undefined][]).flatMap(([at, message, object]) => {
      const field = at && fieldOf(at);
      if (!field || at.line === undefined) return [];
      const { line, column } = at;
      return [
        { field, line, message, ...(column === undefined ? {} : { column }), ...(object == null ? {} : { object }) },
      ];
    });
    return found.filter(
      (error, i) =>
        found.findIndex(
          ({ field, line, message }) => field === error.field && line === error.line && message === error.message,
        ) === i,
    );
  }, [key]);

  const last = useRef<PlacedError>(undefined);
  const go = useCallback(
    (direction: 1 | -1) => {
      const at = last.current ? errors.indexOf(last.current) : -1;
      const from = at < 0 && direction < 0 ? 0 : at;
      const error = errors[(from + direction + errors.length) % errors.length];
      last.current = error;
      if (error) onError(error);
    },
    [errors, onError],
  );
  useCommand("error.next", () => go(1), errors.length > 0);
  useCommand("error.previous", () => go(-1), errors.length > 0);
  return errors;
}
