import { GoError, inText, LimitError, type Position } from "../source/errors";
import { Lines } from "../source/lines";
import type { Json } from "../go/json-value";
import type { GoType } from "../go/types";
import type { Typed } from "../go/value";
import { execute } from "../gotemplate/exec";
import type { Template } from "../gotemplate/template";
import { Trace, type Piece } from "../gotemplate/trace";
import { misfit } from "../k8s/misfit";
import { structPlan } from "../k8s/struct-plan";
import { LITERAL } from "../provenance/flow";
import { locate } from "../yaml/locate";
import type { YamlDocument } from "../yaml/node";
import { parseYaml } from "../yaml/parse";
import { documentToJson } from "../yaml/to-json";

/** A text that a template rendered. */
export interface Rendering {
  readonly name: string;
  readonly template: Template;
  readonly data: Typed;
  readonly limits: { readonly steps: number; readonly output: number };
  readonly text: string;
}

/**
 * The error of a rendered text that is no patch, at what in the template wrote the part that is wrong. The template runs once more to
 * find that; where it renders something else then, or nobody knows which part is wrong, the error is about the template as a whole.
 * `told` learns what wrote it.
 */
export function misrendered(
  error: unknown,
  rendering: Rendering,
  podType: GoType,
  told?: (node: Piece["node"]) => void,
): unknown {
  if (!(error instanceof GoError) || error instanceof LimitError) return error;
  const { name, template, text } = rendering;
  const lines = new Lines(text);
  const wrong = error.position ?? wrongPart(text, error.message, podType, lines);
  const writer = wrong && writerOf(piecesOf(rendering), wrong, lines);
  if (writer) told?.(writer.node);
  const position = writer && new Lines(template.text).at(writer.offset);
  return inText(error, `${position ? "template" : "rendered"} ${name}`, position);
}

/** Where in a rendered text the value stands that does not fit the pod; undefined where its form alone does not tell. */
function wrongPart(text: string, message: string, podType: GoType, lines: Lines): Position | undefined {
  let document: YamlDocument;
  let json: Json;
  try {
    document = parseYaml(text);
    json = documentToJson(document);
  } catch (error) {
    if (error instanceof GoError) return undefined;
    throw error;
  }
  const path = misfit(podType, json);
  const [, name] = /json field "([^"]*)"/.exec(message) ?? /unknown patch type: (.*?) in map: /s.exec(message) ?? [];
  const wrong = path.length > 0 || name === undefined ? path : (unknownIn(json, podType, name) ?? []);
  const found = wrong.length > 0 ? locate(document, wrong) : undefined;
  return found && lines.at((found.key ?? found.node).start);
}

/** The way to a field that a struct does not have, or to a directive of that name. */
function unknownIn(json: Json, type: GoType | undefined, name: string): string[] | undefined {
  const outer = type?.kind === "ptr" ? type.elem : type;
  const parts: Iterable<[string | number, Json]> =
    json instanceof Map ? json : Array.isArray(json) ? json.entries() : [];
  for (const [key, member] of parts) {
    const field = typeof key === "string" && outer?.kind === "struct" ? fieldType(outer, key) : outer?.elem;
    const isWrong = key === "$patch" ? member === name : key === name && outer?.kind === "struct" && !field;
    const below = isWrong ? [] : unknownIn(member, field, name);
    if (below) return [String(key), ...below];
  }
  return undefined;
}

function fieldType(struct: GoType, key: string): GoType | undefined {
  const plan = structPlan(struct);
  return (plan.byName.get(key) ?? plan.byFolded(key))?.type;
}

function piecesOf({ template, data, limits, text }: Rendering): readonly Piece[] {
  const trace = new Trace(LITERAL);
  try {
    return execute(template, data, { limits, trace }) === text ? trace.pieces : [];
  } catch (error) {
    if (error instanceof GoError) return [];
    throw error;
  }
}

/**
 * What wrote a place of the rendered text: the action there or before it on its line, if there is one, since what it prints is less sure
 * than the template's own text.
 */
function writerOf(
  pieces: readonly Piece[],
  wrong: Position,
  lines: Lines,
): { readonly node: Piece["node"]; readonly offset: number } | undefined {
  const at = lines.offset(wrong);
  const line = lines.offset({ line: wrong.line, column: 1 });
  const before = pieces.filter(({ start, end }) => start <= at && end > line && end > start);
  const piece = before.findLast(({ node }) => node.type === "action") ?? before.at(-1);
  if (!piece) return undefined;
  const { node, start } = piece;
  return { node, offset: node.start + (node.type === "text" ? at - start : 0) };
}
