import { diffLines } from "diff";

/** Lines that both texts have, or that stand on one side only, or that took each other's place. */
export interface Hunk {
  readonly kind: "same" | "changed";
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** Number of the first line on each side, counted from 1. */
  readonly leftStart: number;
  readonly rightStart: number;
}

/** The difference of two texts by lines. */
export function lineDiff(left: string, right: string): Hunk[] {
  const hunks: Hunk[] = [];
  let leftStart = 1;
  let rightStart = 1;
  let removed: string[] = [];
  let added: string[] = [];
  const flush = () => {
    if (removed.length === 0 && added.length === 0) return;
    hunks.push({ kind: "changed", left: removed, right: added, leftStart, rightStart });
    leftStart += removed.length;
    rightStart += added.length;
    removed = [];
    added = [];
  };
  for (const part of diffLines(left, right)) {
    const lines = linesOf(part.value);
    if (part.removed) removed = lines;
    else if (part.added) added = lines;
    else {
      flush();
      hunks.push({ kind: "same", left: lines, right: lines, leftStart, rightStart });
      leftStart += lines.length;
      rightStart += lines.length;
    }
  }
  flush();
  return hunks;
}

/**
 * The lines of the right text that are not as in the left one, counted from 1, both ends included; where lines are missing, the one that
 * stands in their place.
 */
export function differingLines(left: string, right: string): { readonly line: number; readonly endLine: number }[] {
  return lineDiff(left, right)
    .filter(({ kind }) => kind === "changed")
    .map((hunk) => ({ line: hunk.rightStart, endLine: hunk.rightStart + Math.max(0, hunk.right.length - 1) }));
}

/** The lines of a text, the one after a last line end left out. */
export function linesOf(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
