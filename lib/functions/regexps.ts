/** sprig's functions on regular expressions. The plain ones panic where the must… ones fail, apart from regexMatch. */
import type { GoFunction } from "../gotemplate/function";
import { GoError, GoPanic } from "../source/errors";
import { canBackquote, quote } from "../go/quote";
import { BOOL, INT, STRING, STRING_SLICE } from "../go/types";
import type { Int } from "../go/value";
import { func } from "./define";
import { compile, quoteMeta, type Regexp } from "./regexp";

/** regexp.MustCompile, whose panic quotes the expression. */
function mustCompile(expression: string): Regexp {
  try {
    return compile(expression);
  } catch (error) {
    const shown = canBackquote(expression) ? `\`${expression}\`` : quote(expression);
    throw new GoPanic(`regexp: Compile(${shown}): ${(error as Error).message}`);
  }
}

function matches(expression: string, s: string): boolean {
  try {
    return compile(expression).matches(s);
  } catch (error) {
    if (error instanceof GoError) return false;
    throw error;
  }
}

type Compile = (expression: string) => Regexp;

const PAIRS: readonly ((name: string, compileIt: Compile) => GoFunction)[] = [
  (name, compileIt) =>
    func(
      name.replace("*", "egexFindAll"),
      [STRING, STRING, INT],
      STRING_SLICE,
      (expression: string, s: string, n: Int) => compileIt(expression).findAll(s, Number(n)),
    ),
  (name, compileIt) =>
    func(name.replace("*", "egexFind"), [STRING, STRING], STRING, (expression: string, s: string) =>
      compileIt(expression).find(s),
    ),
  (name, compileIt) =>
    func(
      name.replace("*", "egexReplaceAll"),
      [STRING, STRING, STRING],
      STRING,
      (expression: string, s: string, to: string) => compileIt(expression).replaceAll(s, to, false),
    ),
  (name, compileIt) =>
    func(
      name.replace("*", "egexReplaceAllLiteral"),
      [STRING, STRING, STRING],
      STRING,
      (expression: string, s: string, to: string) => compileIt(expression).replaceAll(s, to, true),
    ),
  (name, compileIt) =>
    func(name.replace("*", "egexSplit"), [STRING, STRING, INT], STRING_SLICE, (expression: string, s: string, n: Int) =>
      compileIt(expression).split(s, Number(n)),
    ),
];

const functions: readonly GoFunction[] = [
  func("regexMatch", [STRING, STRING], BOOL, matches),
  func("mustRegexMatch", [STRING, STRING], BOOL, (expression: string, s: string) => compile(expression).matches(s)),
  ...PAIRS.map((make) => make("r*", mustCompile)),
  ...PAIRS.map((make) => make("mustR*", compile)),
  func("regexQuoteMeta", [STRING], STRING, quoteMeta),
];

/** Each character of a text is held against the whole expression, in the worst case. */
const work = (expression: string, s = ""): number => (expression.length * s.length) / 8;

export const regexpFunctions: readonly GoFunction[] = functions.map((row) => ({ ...row, work }));
