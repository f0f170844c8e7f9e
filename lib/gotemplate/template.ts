/** A parsed template with those that its text defines. Mirrors the association of templates in text/template/template.go. */
import { BUILTINS } from "./builtins";
import type { FunctionTable } from "./function";
import { parseTrees, type Tree } from "./parse";
import { compile, type Program } from "./program";

export class Template {
  private readonly programs = new Map<string, Program>();

  constructor(
    readonly name: string,
    /** What was parsed. Every node's `pos` is an offset in it. */
    readonly text: string,
    /** The main tree and those of `define` and `block`, by name. */
    readonly trees: ReadonlyMap<string, Tree>,
    /** Functions beside the built-in ones, which they hide. */
    readonly functions: FunctionTable,
  ) {}

  /** The named template ready to run; undefined if it was not defined. */
  program(name: string): Program | undefined {
    let program = this.programs.get(name);
    if (!program) {
      const tree = this.trees.get(name);
      if (!tree) return undefined;
      this.programs.set(name, (program = compile(tree)));
    }
    return program;
  }
}

/**
 * template.New(name).Funcs(functions).Parse(text). A non-empty `{{define "name"}}` in a text with nothing else becomes the
 * template itself. Throws GoError `template: <name>:<line>: …`, with the position in the text.
 */
export function parseTemplate(name: string, text: string, functions: FunctionTable): Template {
  return new Template(
    name,
    text,
    parseTrees(name, text, (word) => functions.has(word) || BUILTINS.has(word)),
    functions,
  );
}
