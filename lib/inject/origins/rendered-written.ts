import type { Piece, Skip, Trace } from "../../gotemplate/trace";
import { ScalarFlow, type Flow } from "../../provenance/flow";
import { join, type Inputs } from "../../provenance/inputs";

/** What a part of a rendered text came from. */
export interface Source {
  readonly data: Inputs;
  readonly control: Inputs;
}

/** A rendered text as its pieces: who wrote what, and what else could have been written. Offsets are UTF-16 units of the text. */
export class Written {
  readonly pieces: readonly Piece[];
  /** In the order of the text. */
  readonly skips: readonly Skip[];

  constructor(
    readonly text: string,
    { pieces, skips }: Trace,
  ) {
    this.pieces = pieces;
    this.skips = skips.every((skip, i) => i === 0 || skips[i - 1]!.at <= skip.at)
      ? skips
      : skips.toSorted((a, b) => a.at - b.at);
  }

  /** The index of the first piece that ends behind an offset. */
  pieceAfter(offset: number): number {
    const { pieces } = this;
    let [low, high] = [0, pieces.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (pieces[middle]!.end > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** The pieces of a part of the text, with those at both ends of it that are empty. */
  piecesIn(start: number, end: number): readonly Piece[] {
    const { pieces } = this;
    const found: Piece[] = [];
    for (let i = this.pieceAfter(start - 1); i < pieces.length; i++) {
      const piece = pieces[i]!;
      if (piece.start > end) break;
      if (piece.start === piece.end || (piece.start < end && piece.end > start)) found.push(piece);
    }
    return found;
  }

  /** What was skipped in a part of the text, its ends included. */
  skipsIn(start: number, end: number): readonly Skip[] {
    const { skips } = this;
    let from = 0;
    let high = skips.length;
    while (from < high) {
      const middle = (from + high) >>> 1;
      if (skips[middle]!.at >= start) high = middle;
      else from = middle + 1;
    }
    let to = from;
    while (to < skips.length && skips[to]!.at <= end) to++;
    return from === to ? NO_SKIPS : skips.slice(from, to);
  }

  /** What a part of the text was made of, and what decided about it. */
  source(start: number, end: number): Source {
    const { pieces } = this;
    const gathered = new Gathered(this.text);
    for (let i = this.pieceAfter(start - 1); i < pieces.length; i++) {
      const piece = pieces[i]!;
      if (piece.start > end) break;
      if (piece.start !== piece.end && (piece.start >= end || piece.end <= start)) continue;
      gathered.control = joined(gathered.control, piece.control);
      if (piece.flow) gathered.flow(piece.flow, piece.start, start, Math.min(end, piece.end));
    }
    return gathered;
  }

  /** All of it together: whatever could change that part of the text. */
  inputs(start: number, end: number): Inputs {
    const { data, control } = this.source(start, end);
    return joined(data, control);
  }

  /** The offset behind the last line break before `offset`. */
  lineStart(offset: number): number {
    return offset === 0 ? 0 : this.text.lastIndexOf("\n", offset - 1) + 1;
  }

  lineEnd(offset: number): number {
    const end = this.text.indexOf("\n", offset);
    return end < 0 ? this.text.length : end;
  }
}

const NO_SKIPS: readonly Skip[] = [];

class Gathered implements Source {
  data: Inputs = undefined;
  control: Inputs = undefined;

  constructor(private readonly text: string) {}

  /** Adds what a part of the text came from that is a part of the printed value which stands at `at`. */
  flow(flow: Flow, at: number, start: number, end: number): void {
    this.control = joined(this.control, flow.control);
    const spans = flow instanceof ScalarFlow ? flow.spans : undefined;
    if (!spans) {
      this.data = joined(this.data, flow.data);
      return;
    }
    let found = false;
    for (let i = firstFrom(spans.length, (k) => at + spans[k]!.end > start); i < spans.length; i++) {
      const span = spans[i]!;
      if (at + span.start >= end) break;
      this.flow(span.flow, at + span.start, start, Math.min(end, at + span.end));
      found = true;
    }
    // What stands between the spans is made by what made the whole; indentation and the like say nothing of their own.
    if (!found && !PUNCTUATION.test(this.text.slice(Math.max(start, at), end))) {
      this.control = joined(this.control, flow.data);
    }
  }
}

const PUNCTUATION = /^[\s\-:,"'[\]{}|>]*$/;

/** `join` that adds nothing twice in a row. */
function joined(a: Inputs, b: Inputs): Inputs {
  return a === b ? a : join(a, b);
}

/** The first of `count` indexes from which on `holds`. */
function firstFrom(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
