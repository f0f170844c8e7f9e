import type { Span } from "../lib/inject/api";

/** A text with what stands in a span written otherwise, in each way that may still be a template. */
export function spanEdits(text: string, span: Span): string[] {
  const starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)];
  const offset = (line: number, column: number) => (starts[line - 1] ?? text.length) + column - 1;
  const { line = 1, column = 1, endLine = line, endColumn } = span;
  const from = offset(line, column);
  const to = endColumn === undefined ? (starts[endLine] ?? text.length + 1) - 1 : offset(endLine, endColumn);
  const old = text.slice(from, to);
  const quoted = /["'`]\s*$/.exec(old);
  const end = quoted ? quoted.index : old.length;
  const bumped = old.replace(/\d(?!.*\d)/s, (digit) => (digit === "7" ? "6" : "7"));
  const flipped = old.replace(/true|false/, (truth) => (truth === "true" ? "false" : "true"));
  const values = ["7", '"7"', "added", '"added"', "false"];
  const actions = [...old.matchAll(/\{\{.*?\}\}/gs), ...old.matchAll(/\{\{.*\}\}/gs)];
  const inLine = /(:\s+|-\s+)[^\s-].*$/s;
  const written = [
    `${old.slice(0, end)}x${old.slice(end)}`,
    bumped,
    flipped,
    ...actions.flatMap(({ 0: found, index }) =>
      values.map((value) => old.slice(0, index) + value + old.slice(index + found.length)),
    ),
    ...values.map((value) => old.replace(inLine, (_, key: string) => key + value)),
    ...values,
    "",
    "{}",
    "[]",
    "added: x",
    "{name: added}",
  ];
  return written.filter((other) => other !== old).map((other) => text.slice(0, from) + other + text.slice(to));
}
