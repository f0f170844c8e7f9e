import { GoError, inText, LimitError } from "../source/errors";

/** Runs what reads an annotation of the pod: an error of it is about that annotation. */
export function inAnnotation<T>(name: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof GoError && !(error instanceof LimitError)
      ? inText(error, `annotation ${name}`, error.position)
      : error;
  }
}
