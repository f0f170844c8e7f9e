import { GoError } from "../source/errors";
import { trimSpace } from "../functions/strings";

/** One document of a stream: its text as the injector sees it, and the line of the whole text (from 1) on which it begins. */
export interface Document {
  readonly text: string;
  readonly line: number;
}

/** A text cut into documents. With an error the documents before it are there, as they would have been handled already. */
export interface Documents {
  readonly documents: readonly Document[];
  readonly error?: GoError;
}

/**
 * Cuts a text into documents at each line that begins with `---`, wherever it stands, even inside a block or a string. A separator
 * before anything else stays in its document; lines end in LF afterwards, the last one too. O(n).
 * Mirrors YAMLReader and LineReader of k8s.io/apimachinery/pkg/util/yaml (which know nothing of YAML).
 */
export function splitDocuments(text: string): Documents {
  const documents: Document[] = [];
  let lines: string[] = [];
  let first = 1;
  let next = 1;
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf("\n", from);
    // What follows the last line feed is read together with the end of the text: it is a line, unless empty.
    let line = text.slice(from, end < 0 ? text.length : end);
    from = end < 0 ? text.length : end + 1;
    const number = next++;
    if (line.endsWith("\r") && end >= 0) line = line.slice(0, -1);
    // Editors count a carriage return alone as the end of a line, too.
    if (line.includes("\r")) next += line.split("\r").length - 1;
    if (line.startsWith("---")) {
      const rest = trimSpace(line.slice(3));
      if (rest !== "" && !rest.startsWith("#")) {
        const error = new GoError(`invalid Yaml document separator: ${rest}`, { line: number, column: 4 });
        return { documents, error };
      }
      if (lines.length > 0) {
        documents.push({ text: lines.join("\n") + "\n", line: first });
        lines = [];
        continue;
      }
    }
    if (lines.length === 0) first = number;
    lines.push(line);
  }
  if (lines.length > 0) documents.push({ text: lines.join("\n") + "\n", line: first });
  return { documents };
}
