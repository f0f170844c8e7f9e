import { expect, test } from "vitest";
import type { TextEdit } from "../index";
import { editedLines, editedText } from "./edited-text";

const edit = (line: number, column: number, endLine: number, endColumn: number, replacement: string): TextEdit => ({
  source: "workload",
  range: { line, column, endLine, endColumn },
  replacement,
});

test("makes edits in terms of the text as it was, whatever their order", () => {
  const edits = [edit(1, 4, 1, 5, "one"), edit(3, 1, 4, 1, ""), edit(1, 1, 1, 1, "- ")];
  expect(editedText("a: 1\nb: 2\nc: 3\n", edits)).toBe("- a: one\nb: 2\n");
});

test("tells the lines that differ, and no others", () => {
  expect(editedLines("a: 1\nb: 2\nc: 3\n", [edit(2, 1, 2, 1, "x: y\n")])).toEqual({
    line: 2,
    before: [],
    after: ["x: y"],
  });
  expect(editedLines("a: 1\nb: 2\n", [edit(2, 4, 2, 5, "3")])).toEqual({ line: 2, before: ["b: 2"], after: ["b: 3"] });
  expect(editedLines("a\na\na", [edit(1, 1, 2, 1, "")])).toEqual({ line: 3, before: ["a"], after: [] });
});
