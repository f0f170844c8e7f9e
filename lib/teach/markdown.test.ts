import fc from "fast-check";
import { expect, test } from "vitest";
import { type Block, type Inline, readMarkdown } from "./markdown";

const text = (value: string): Inline => ({ kind: "text", text: value });

test("paragraphs, headings, lists and code", () => {
  expect(readMarkdown("# Title\n\nOne\nand two.\n\n- a\n- b\n  c\n1. d\n\n```yaml\nkind: *Pod*\n```\nend")).toEqual([
    { kind: "heading", inlines: [text("Title")] },
    { kind: "paragraph", inlines: [text("One and two.")] },
    { kind: "list", ordered: false, items: [[text("a")], [text("b c")]] },
    { kind: "list", ordered: true, items: [[text("d")]] },
    { kind: "code", text: "kind: *Pod*" },
    { kind: "paragraph", inlines: [text("end")] },
  ] satisfies Block[]);
});

test("pieces of a line", () => {
  expect(readMarkdown("a `b *c*` **d `e`** *f* [g](https://example.com/h?i=1) 2 * 3 * 4")).toEqual([
    {
      kind: "paragraph",
      inlines: [
        text("a "),
        { kind: "code", text: "b *c*" },
        text(" "),
        { kind: "strong", inlines: [text("d "), { kind: "code", text: "e" }] },
        text(" "),
        { kind: "em", inlines: [text("f")] },
        text(" "),
        { kind: "link", href: "https://example.com/h?i=1", inlines: [text("g")] },
        text(" 2 * 3 * 4"),
      ],
    },
  ]);
});

test.each([
  "[a](javascript:alert(1))",
  "[a](javascript:alert)",
  "[a](data:text/html,x)",
  "[a](//example.com)",
  "[a](/\\example.com)",
  "[a](https:\\example.com)",
  "[a](vbscript:x)",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "![a](https://example.com/x.png)<b>",
  "&lt;b&gt;",
])("%s is no way out: text stays text", (source) => {
  const links = (inlines: readonly Inline[]): string[] =>
    inlines.flatMap((inline) =>
      inline.kind === "link" ? [inline.href] : "inlines" in inline ? links(inline.inlines) : [],
    );
  const [block] = readMarkdown(source);
  const found = links((block as { inlines: readonly Inline[] }).inlines);
  expect(found.filter((href) => !/^https?:\/\/example\.com\//.test(href))).toEqual([]);
});

test("pages of this site can be linked", () => {
  expect(readMarkdown("[a](/glossary#strategic-merge)")).toMatchObject([
    { inlines: [{ kind: "link", href: "/glossary#strategic-merge" }] },
  ]);
});

test("whatever is written is shown: no letter is lost, and nothing throws", () => {
  const word = fc.stringMatching(/^[A-Z `*[\]()#\n\-<>&1.]{0,60}$/);
  fc.assert(
    fc.property(word, (source) => {
      const kept = JSON.stringify(readMarkdown(source));
      for (const letter of new Set(source.replace(/```[^]*|\([^]*\)/g, "").match(/[A-Z]/g) ?? []))
        expect(kept).toContain(letter);
    }),
  );
});

test.each(["[", "*", "**a", "`", "[a](", "- ", "```\n", "# "])("a long row of %j is read in no time", (piece) => {
  const began = performance.now();
  readMarkdown(piece.repeat(20_000));
  expect(performance.now() - began).toBeLessThan(1000);
});
