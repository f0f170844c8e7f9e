import { describe, expect, it } from "vitest";
import { splitDocuments } from "./documents";

const split = (text: string) => splitDocuments(text).documents.map((d) => [d.text, d.line]);

describe("splitDocuments", () => {
  it("cuts at lines that begin with ---", () => {
    expect(split("a\n---\nb\n--- # c\nc")).toEqual([
      ["a\n", 1],
      ["b\n", 3],
      ["c\n", 5],
    ]);
  });

  it("leaves a separator before anything else in its document, and cuts inside of blocks", () => {
    expect(split("---\na: 1\n")).toEqual([["---\na: 1\n", 1]]);
    expect(split("---\n---\na\n")).toEqual([
      ["---\n", 1],
      ["a\n", 3],
    ]);
    expect(split("a: |\n  x\n---\n  y\n")).toEqual([
      ["a: |\n  x\n", 1],
      ["  y\n", 4],
    ]);
  });

  it("takes the carriage return off a line's end, and counts lines as editors do", () => {
    expect(split("a\r\n---\r\nb\r")).toEqual([
      ["a\n", 1],
      ["b\r\n", 3],
    ]);
    expect(split("a\rb\n---\nc")[1]).toEqual(["c\n", 4]);
  });

  it("fails at a separator with something behind it, after the documents before", () => {
    const { documents, error } = splitDocuments("a\n---\nb\n--- !tag\nc");
    expect(documents).toHaveLength(1);
    expect(error).toMatchObject({ message: "invalid Yaml document separator: !tag", position: { line: 4, column: 4 } });
  });

  it("finds nothing in nothing, and a document in empty lines", () => {
    expect(split("")).toEqual([]);
    expect(split("\n\n")).toEqual([["\n\n", 1]]);
  });
});
