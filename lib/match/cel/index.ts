import { typeOf, type Scope } from "./check";
import { evaluate } from "./evaluate";
import { ExpressionError } from "./lex";
import { parseExpression, type Expression } from "./parse";
import { typeText } from "./types";
import type { Value } from "./values";

export { RunError, type Value } from "./values";
export type { Scope } from "./check";

/** An expression that compiled, or why it did not, in the API server's words. */
export type Compiled =
  { readonly run: (variables: Readonly<Record<string, Value>>) => Value } | { readonly error: string };

/**
 * Compiles a condition of CEL as the API server does: it must be a bool. Mirrors CompileCELExpression of
 * k8s.io/apiserver/pkg/admission/plugin/cel with cel-go's grammar, checker and the libraries of Kubernetes 1.35; not run are times,
 * quantities, addresses, versions, URLs' parts and the authorizer. Of several errors of the grammar only the first is told.
 */
export function compileCondition(text: string, scope: Scope): Compiled {
  let expression: Expression;
  const errors: ExpressionError[] = [];
  try {
    expression = parseExpression(text);
    const type = typeOf(expression, scope, errors);
    if (errors.length === 0 && type.kind !== "bool")
      return { error: `must evaluate to bool but got ${typeText(type)}` };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    errors.push(error);
    return { error: compilationError(text, errors) };
  }
  if (errors.length > 0) return { error: compilationError(text, errors) };
  return { run: (variables) => evaluate(expression, variables, scope) };
}

function compilationError(text: string, errors: readonly ExpressionError[]): string {
  const sorted = errors.toSorted((a, b) => a.at - b.at);
  return `compilation failed: ${sorted.map((error) => located(text, error)).join("\n")}`;
}

/** Mirrors Error.ToDisplayString of cel-go's common package. */
function located(text: string, { message, at }: ExpressionError): string {
  const before = text.slice(0, Math.max(at, 0));
  const line = before.split("\n").length;
  const column = at < 0 ? -1 : at - (before.lastIndexOf("\n") + 1);
  const head = `ERROR: <input>:${line}:${column + 1}: ${message}`;
  const source = text.split("\n")[line - 1]!.replaceAll("\t", " ");
  return source === "" ? head : `${head}\n | ${source}\n | ${".".repeat(Math.max(column, 0))}^`;
}
