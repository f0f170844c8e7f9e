import { typeOf, type Scope } from "./check";
import { evaluate, UnsupportedError } from "./evaluate";
import { ExpressionError } from "./lex";
import { isPattern } from "./library";
import { childrenOf, parseExpression, type Expression } from "./parse";
import { ownText } from "./types";
import { RunError, type Value } from "./values";

export { RunError, type Value } from "./values";
export type { Scope } from "./check";

/** An expression that compiled, or why it did not, in the API server's words. */
export type Compiled =
  { readonly run: (variables: Readonly<Record<string, Value>>) => Value } | { readonly error: string };

/**
 * Compiles a condition of CEL as the API server does: it must be a bool. Mirrors CompileCELExpression of
 * k8s.io/apiserver/pkg/admission/plugin/cel with cel-go's grammar, checker and the libraries of Kubernetes 1.35; not run are times,
 * quantities, addresses, versions, URLs' parts, format() and the authorizer. Of several errors of the grammar only the first is told.
 */
export function compileCondition(text: string, scope: Scope): Compiled {
  let expression: Expression;
  const errors: ExpressionError[] = [];
  try {
    expression = parseExpression(text);
    const type = typeOf(expression, scope, errors);
    if (errors.length === 0 && type.kind !== "bool") return { error: `must evaluate to bool but got ${ownText(type)}` };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    errors.push(error);
    return { error: compilationError(text, errors) };
  }
  if (errors.length === 0) errors.push(...patternErrors(expression));
  if (errors.length > 0) return { error: compilationError(text, errors) };
  const failure = constantError(expression);
  if (failure !== undefined) return { error: `program instantiation failed: ${failure}` };
  return { run: (variables) => evaluate(expression, variables) };
}

function compilationError(text: string, errors: readonly ExpressionError[]): string {
  const sorted = errors.toSorted((a, b) => a.at - b.at);
  return `compilation failed: ${sorted.map((error) => located(text, error)).join("\n")}`;
}

/** Regular expressions that stand in the text are read at once. Mirrors ValidateRegexLiterals. */
function patternErrors(expression: Expression): ExpressionError[] {
  return callsIn(expression).flatMap(({ name, args }) => {
    const [pattern] = name === "matches" ? args.slice(-1) : [];
    if (pattern?.kind !== "literal" || typeof pattern.value !== "string" || isPattern(pattern.value)) return [];
    return [new ExpressionError("invalid matches argument", pattern.at)];
  });
}

const CONVERSIONS = new Set(["bool", "bytes", "double", "duration", "dyn", "int", "string", "timestamp", "uint"]);

/** Conversions of what stands in the text are made at once, too (decOptimize of cel-go's interpreter). */
function constantError(expression: Expression): string | undefined {
  for (const call of callsIn(expression)) {
    if (!isConversion(call)) continue;
    try {
      evaluate(call, {});
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      if (!(error instanceof UnsupportedError)) return error.message;
    }
  }
  return undefined;
}

/** Whether an expression converts what stands in the text, also several times over. */
function isConversion({ name, target, args: [of] }: Call): boolean {
  if (target || !of || !CONVERSIONS.has(name)) return false;
  return of.kind === "literal" || (of.kind === "call" && isConversion(of));
}

type Call = Expression & { kind: "call" };

/** The calls in an expression, inner ones first. */
function callsIn(expression: Expression): Call[] {
  const inner = childrenOf(expression).flatMap(callsIn);
  return expression.kind === "call" ? [...inner, expression] : inner;
}

/** Mirrors Error.ToDisplayString of cel-go's common package. */
function located(text: string, { message, at }: ExpressionError): string {
  const before = text.slice(0, Math.max(at, 0));
  const line = before.split("\n").length;
  const start = before.lastIndexOf("\n") + 1;
  const column = at < 0 ? -1 : [...text.slice(start, at)].length;
  const head = `ERROR: <input>:${line}:${column + 1}: ${message}`;
  const source = [...text.split("\n")[line - 1]!.replaceAll("\t", " ")];
  if (source.length === 0) return head;
  const dots = source.slice(0, Math.max(column, 0)).map((point) => (isWide(point) ? "．" : "."));
  return `${head}\n | ${source.join("")}\n | ${dots.join("")}${isWide(source[Math.max(column, 0)]) ? "＾" : "^"}`;
}

/** Whether a code point takes more than one byte. */
function isWide(point: string | undefined): boolean {
  return point !== undefined && point > "\u007f";
}
