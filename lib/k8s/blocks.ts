import type { Release } from "./release";

/** A block of types.data.ts for one release: its name, the rest of its first line, and its lines. */
export interface Block {
  readonly head: string;
  readonly lines: readonly string[];
}

interface RawBlock {
  readonly from: number;
  readonly to: number;
  readonly head: string;
  readonly body: readonly string[];
}

/** `@22-27 text` → [22, 27, "text"]; without a range the line holds for every release. */
function ranged(line: string): [from: number, to: number, text: string] {
  if (line.charCodeAt(0) !== 0x40) return [0, Infinity, line];
  const space = line.indexOf(" ");
  const dash = line.indexOf("-");
  const from = line.slice(1, dash);
  const to = line.slice(dash + 1, space);
  return [from ? Number(from) : 0, to ? Number(to) : Infinity, line.slice(space + 1)];
}

/** The blocks of one section of types.data.ts by name (the first word), read on first use. */
export class Blocks {
  private byName: Map<string, RawBlock> | undefined;
  constructor(private readonly text: string) {}

  private index(): Map<string, RawBlock> {
    if (this.byName) return this.byName;
    this.byName = new Map();
    for (const block of this.text.trim().split("\n\n")) {
      const [first, ...body] = block.split("\n");
      const [from, to, head] = ranged(first!);
      this.byName.set(head.split(" ", 1)[0]!, { from, to, head, body });
    }
    return this.byName;
  }

  /** The block of that name as it is in the release; undefined if the release has none. */
  get(release: Release, name: string): Block | undefined {
    const block = this.index().get(name);
    if (!block || release < block.from || release > block.to) return undefined;
    const lines: string[] = [];
    for (const line of block.body) {
      const [from, to, text] = ranged(line);
      if (release >= from && release <= to) lines.push(text);
    }
    return { head: block.head, lines };
  }
}
