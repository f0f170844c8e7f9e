import { trimSpace } from "../functions/strings";

/** A document of a file as istioctl cuts it: trimmed, with the line on which it is said to begin. */
export interface Chunk {
  readonly text: string;
  readonly line: number;
}

/**
 * The documents of a text; empty ones are there, too. A document begins at its first line that is neither empty nor `---`; what stands
 * behind `---` makes it no separator. Mirrors pilot/pkg/config/file/util/kubeyaml's YAMLReader and the TrimSpace after it. O(n).
 */
export function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  let lines: string[] = [];
  let first: number | undefined;
  const take = () => {
    if (lines.length > 0) chunks.push({ text: trimSpace(lines.join("\n")), line: first ?? lines.length });
    lines = [];
    first = undefined;
  };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (first === undefined && line !== "" && line !== "---") first = index + 1;
    if (line.startsWith("---") && trimSpace(line.slice(3)) === "" && lines.length > 0) take();
    else lines.push(line);
  }
  take();
  return chunks;
}
