import { LimitError } from "../source/errors";

/** No function makes a longer text, in UTF-16 units: far more than any template prints. */
const LONGEST = 1 << 24;

/** Throws LimitError where a text of that many characters would be made. */
export function checkLength(characters: number): void {
  if (characters > LONGEST) throw new LimitError(`a function makes a text of more than ${LONGEST} characters`);
}
