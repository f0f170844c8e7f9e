import type { Template } from "../../gotemplate/template";
import type { Piece } from "../../gotemplate/trace";
import type { Written } from "./rendered-written";
import type { TemplateSpan } from "./tree";

/** Finds what of a template's text wrote a part of what it rendered. */
export class Spans {
  private readonly defines: readonly Extent[];

  constructor(
    private readonly name: string,
    template: Template,
    private readonly written: Written,
  ) {
    this.defines = definesOf(template);
  }

  /**
   * Where a person would edit: from what wrote `start` to what wrote up to `end`, if the template has that in one stretch; otherwise what
   * wrote the value, which begins at `value`.
   */
  of(start: number, value: number, end: number): TemplateSpan | undefined {
    return this.stretch(start, end) ?? (value > start ? this.of(value, value, end) : this.value(start, end));
  }

  private stretch(start: number, end: number): TemplateSpan | undefined {
    const { pieces } = this.written;
    const first = pieces[this.written.pieceAfter(start)];
    let at = this.written.pieceAfter(Math.max(start, end - 1));
    // Pieces can share a character.
    while (at + 1 < pieces.length && pieces[at + 1]!.start < end) at++;
    const last = pieces[at];
    if (!first || !last) return undefined;
    const from = startIn(first, start);
    const to = endIn(last, end);
    if (from > to || (first !== last && this.defineAt(from) !== this.defineAt(to - 1))) return undefined;
    return { template: this.name, start: from, end: to };
  }

  /** What wrote the most telling piece of a value: its first action, or else its first text. */
  private value(start: number, end: number): TemplateSpan | undefined {
    let best: Piece | undefined;
    for (const piece of this.written.piecesIn(start, end)) {
      if (piece.node.type === "action") {
        best = piece;
        break;
      }
      best ??= piece;
    }
    return best && { template: this.name, start: startIn(best, start), end: endIn(best, end) };
  }

  private defineAt(offset: number): Extent | undefined {
    let found: Extent | undefined;
    for (const define of this.defines) {
      const around = offset >= define.start && offset < define.end;
      if (around && (!found || define.start > found.start)) found = define;
    }
    return found;
  }
}

function startIn({ node, start }: Piece, offset: number): number {
  return node.type === "text" ? node.start + Math.max(0, offset - start) : node.start;
}

function endIn({ node, start, end }: Piece, offset: number): number {
  return node.type === "text" ? node.start + Math.min(offset, end) - start : node.end;
}

/** A part of a template's text. */
interface Extent {
  readonly start: number;
  readonly end: number;
}

const defines = new WeakMap<Template, readonly Extent[]>();

/** Where the bodies of `define` and `block` stand. */
function definesOf(template: Template): readonly Extent[] {
  let found = defines.get(template);
  if (!found) {
    found = [...template.trees.values()].flatMap(({ name, root }) => {
      const [first, last] = [root.nodes[0], root.nodes.at(-1)];
      return name !== template.name && first && last
        ? [{ start: first.pos, end: "end" in last ? last.end : last.pos }]
        : [];
    });
    defines.set(template, found);
  }
  return found;
}
