import { GoPanic, LimitError, type GoError } from "../source/errors";
import { display } from "../go/strings";

/** What an error says: the injector's own words, unless it would crash, or the explorer stopped where the injector might go on. */
export function errorText(error: GoError): string {
  const text = display(error.message);
  if (error instanceof GoPanic) return `the injector would crash here (panic): ${text}`;
  if (error instanceof LimitError)
    return `the explorer stopped here, at a limit of its own, not the injector's: ${text}`;
  return text;
}
