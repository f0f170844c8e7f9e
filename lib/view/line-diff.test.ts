import { expect, test } from "vitest";
import { differingLines } from "./line-diff";

test.each([
  ["a\nb\nc\n", "a\nb\nc\n", []],
  ["a\nb\nc\n", "a\nx\ny\nc\n", [{ line: 2, endLine: 3 }]],
  ["a\nb\n", "a\nb\nc\nd\n", [{ line: 3, endLine: 4 }]],
  // Nothing stands there: the line after it, or the last one's successor.
  ["a\nb\nc\n", "a\nc\n", [{ line: 2, endLine: 2 }]],
  ["", "a\n", [{ line: 1, endLine: 1 }]],
])("the lines of %j and %j that differ", (left, right, expected) => {
  expect(differingLines(left, right)).toEqual(expected);
});
