/** Which pieces of a text are still there in what a function made of it. */
import type { Node } from "../go/value";
import { type Flow, ScalarFlow, type TextSpan } from "../provenance/flow";

/**
 * The spans of a text in `result`, into which a function has turned it: trimmed, indented, or changed within its lines. Undefined where the
 * text has none, or where nothing tells where they are now.
 */
export function carried(flow: Flow, text: Node, result: string): readonly TextSpan[] | undefined {
  if (!(flow instanceof ScalarFlow) || !flow.spans || typeof text !== "string") return undefined;
  const { spans } = flow;
  if (text === result) return spans;
  const cut = text.indexOf(result);
  if (cut >= 0 && result !== "") return within(spans, cut, result.length);
  return byLine(spans, text, result);
}

/** The spans of a part of a text. */
function within(spans: readonly TextSpan[], from: number, length: number): TextSpan[] {
  const kept: TextSpan[] = [];
  for (const { start, end, flow } of spans) {
    if (start >= from + length || end <= from) continue;
    kept.push({ start: Math.max(start - from, 0), end: Math.min(end - from, length), flow });
  }
  return kept;
}

/** The spans where each line became one line, maybe after a new first one, or without empty ones around. */
function byLine(spans: readonly TextSpan[], text: string, result: string): TextSpan[] | undefined {
  const lead = /^\n*/.exec(result)![0].length - /^\n*/.exec(text)![0].length;
  const before = linesOf(text);
  const after = linesOf(result);
  const size = (lines: readonly Line[]) => lines.findLastIndex(({ content }) => content.trim() !== "") + 1;
  if (size(before) + lead !== size(after)) return undefined;
  const moved = (at: number, isEnd: boolean): number => {
    const i = before.findLastIndex(({ start }) => start <= at);
    const line = after[i + lead];
    return line ? line.start + inLine(before[i]!, line, at - before[i]!.start, isEnd) : result.length;
  };
  return spans.map(({ start, end, flow }) => ({ start: moved(start, false), end: moved(end, true), flow }));
}

interface Line {
  readonly start: number;
  readonly content: string;
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split("\n").map((content) => {
    const line = { start, content };
    start += content.length + 1;
    return line;
  });
}

/** Where a place in a line is in what became of the line: what both have in front or behind stays, and what lies between is one. */
function inLine({ content: from }: Line, { content: to }: Line, at: number, isEnd: boolean): number {
  let same = 0;
  const shorter = Math.min(from.length, to.length);
  while (same < shorter && from[from.length - 1 - same] === to[to.length - 1 - same]) same++;
  if (at >= from.length - same) return to.length - (from.length - at);
  let front = 0;
  while (front < shorter - same && from[front] === to[front]) front++;
  if (at <= front) return at;
  return isEnd ? to.length - same : front;
}
