import type { Template } from "../../gotemplate/template";
import type { Skip } from "../../gotemplate/trace";
import type { YamlNode } from "../../yaml/node";
import type { Written } from "./rendered-written";
import { shapeOf } from "./shape";

/** Where a value ends: of nothing at the end of its line, of block scalars without the blank lines behind them. */
export function scalarEnd(node: YamlNode, written: Written): number {
  if (node.start === node.end) return written.lineEnd(node.start);
  return isBlock(node) ? node.start + written.text.slice(node.start, node.end).trimEnd().length : node.end;
}

/** Whether something skipped behind a block scalar would have been further lines of it. */
export function continuesBlock({ at, body }: Skip, scalar: YamlNode, template: Template, { text }: Written): boolean {
  if (!isBlock(scalar) || at <= scalar.start || at > scalar.end) return false;
  const { firstIndent } = shapeOf(body, template, -1);
  const content = /\n( +)\S/.exec(text.slice(scalar.start, scalar.end));
  return firstIndent >= (content ? content[1]!.length : 1);
}

function isBlock({ style }: YamlNode): boolean {
  return style === "literal" || style === "folded";
}

/** Where the dash of a block sequence's element stands. */
export function dashOf(element: YamlNode, { text }: Written): number {
  return text.lastIndexOf("-", element.start - 1);
}
