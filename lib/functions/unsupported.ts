/** Functions whose result nobody can tell beforehand. */
import { GoError } from "../source/errors";

/** The error that stands for such a result. */
export function cannotCompute(name: string, reason: string): GoError {
  return new GoError(`${name} cannot be computed here: ${reason}`);
}
