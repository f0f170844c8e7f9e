/** A piece of a line. */
export type Inline =
  | { readonly kind: "text" | "code"; readonly text: string }
  | { readonly kind: "strong" | "em"; readonly inlines: readonly Inline[] }
  | { readonly kind: "link"; readonly href: string; readonly inlines: readonly Inline[] };

/** A part of a text that stands on lines of its own. */
export type Block =
  | { readonly kind: "paragraph" | "heading"; readonly inlines: readonly Inline[] }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: "code"; readonly text: string };

/**
 * Reads the Markdown that lessons are written in, a strict part of CommonMark: paragraphs, headings, lists of one level, fenced code,
 * `code`, **strong**, *emphasised*, and links. There is no HTML and there are no images: what is none of these is text, so whatever
 * strangers write can be shown. Takes time in proportion to the length.
 */
export function readMarkdown(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  let list: { ordered: boolean; items: string[] } | undefined;
  const end = () => {
    if (paragraph.length > 0) blocks.push({ kind: "paragraph", inlines: inlinesOf(paragraph.join(" ")) });
    if (list) blocks.push({ kind: "list", ordered: list.ordered, items: list.items.map((item) => inlinesOf(item)) });
    paragraph = [];
    list = undefined;
  };
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!.trim();
    const heading = /^#{1,6} +(\S.*)$/.exec(line);
    const item = /^(?:[-*+]|(\d{1,9})[.)]) +(\S.*)$/.exec(line);
    if (line.startsWith("```")) {
      end();
      const close = lines.findIndex((other, at) => at > i && other.trim() === "```");
      const last = close < 0 ? lines.length : close;
      blocks.push({ kind: "code", text: lines.slice(i + 1, last).join("\n") });
      i = last;
    } else if (line === "") end();
    else if (heading) {
      end();
      blocks.push({ kind: "heading", inlines: inlinesOf(heading[1]!) });
    } else if (item) {
      const ordered = item[1] !== undefined;
      if (paragraph.length > 0 || list?.ordered !== ordered) end();
      list ??= { ordered, items: [] };
      list.items.push(item[2]!);
    } else if (list) list.items.push(`${list.items.pop()!} ${line}`);
    else paragraph.push(line);
  }
  end();
  return blocks;
}

/** No piece can hold what begins another, so that each is found by looking at it once. */
const PIECES = /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s](?:[^*]*[^*\s])?)\*|\[([^[\]]+)\]\(([^()\s]*)\)/g;

function inlinesOf(text: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let from = 0;
  const plain = (to: number) => {
    if (to > from) inlines.push({ kind: "text", text: text.slice(from, to) });
  };
  for (const match of text.matchAll(PIECES)) {
    const [all, code, strong, em, label, href] = match;
    if (href !== undefined && !isSafe(href)) continue;
    plain(match.index);
    from = match.index + all.length;
    if (code !== undefined) inlines.push({ kind: "code", text: code });
    else if (strong !== undefined) inlines.push({ kind: "strong", inlines: inlinesOf(strong) });
    else if (em !== undefined) inlines.push({ kind: "em", inlines: inlinesOf(em) });
    else inlines.push({ kind: "link", href: href!, inlines: inlinesOf(label!) });
  }
  plain(text.length);
  return inlines;
}

/** Whether a link may be followed: to the web, or to a page of this one. */
function isSafe(href: string): boolean {
  return /^https?:\/\/[^\s\\]+$/i.test(href) || /^\/(?:[\w.~-][\w./~-]*)?(?:\?[\w=&.-]*)?(?:#[\w.~-]*)?$/.test(href);
}
