/** sprig's expandenv. Mirrors os.Expand. */
import type { GoFunction } from "../gotemplate/function";
import { STRING } from "../go/types";
import type { FunctionContext } from "./context";
import { func } from "./define";

const NAME = /^(?:\{([^}]*)\}|([*#$@!?0-9-])|([A-Za-z_][A-Za-z0-9_]*)|(\{))/;

/** os.Expand: `$name` and `${name}` by the environment; what has no name is dropped as Go drops it. */
export function expand(text: string, env: ReadonlyMap<string, string>): string {
  let out = "";
  for (;;) {
    const dollar = text.indexOf("$");
    if (dollar < 0 || dollar === text.length - 1) return out + text;
    out += text.slice(0, dollar);
    text = text.slice(dollar + 1);
    const match = NAME.exec(text);
    if (!match) {
      out += "$";
      continue;
    }
    const [whole, braced, special, plain] = match;
    // `${}` and `${` without an end are bad syntax: the characters are eaten.
    out += env.get(braced ?? special ?? plain ?? "") ?? "";
    text = text.slice(whole.length);
  }
}

/** The functions on the environment, apart from Istio's own env. */
export function environmentFunctions({ env }: FunctionContext): GoFunction[] {
  return [func("expandenv", [STRING], STRING, (text: string) => expand(text, env))];
}
