import { isCollection, parseAllDocuments, visit } from "yaml";

/** A text laid out anew, or why it cannot be. */
export type Formatted = { readonly text: string } | { readonly line: number };

/**
 * Lays out YAML or JSON as people write manifests: block style, two spaces, lists not indented; comments, quotes, block texts and the
 * spelling of numbers stay. Scalars are not read (the failsafe schema), so that none changes its meaning.
 * @returns the first wrong line for a text that is no YAML.
 */
export function formatYaml(text: string): Formatted {
  const documents = parseAllDocuments(text, { schema: "failsafe", uniqueKeys: false });
  if (!Array.isArray(documents)) return { text };
  const wrong = documents.flatMap(({ errors }) => errors)[0];
  if (wrong) return { line: wrong.linePos?.[0].line ?? 1 };
  const parts = documents.map((document) => {
    const json = isCollection(document.contents) && document.contents.flow === true;
    visit(document, {
      Collection: (_key, node) => {
        if (isCollection(node) && node.items.length > 0) node.flow = false;
      },
      Scalar: (_key, node) => {
        // JSON quotes every text. In YAML people do so only where it could be taken for something else.
        if (json && node.type === "QUOTE_DOUBLE" && isPlain(String(node.value))) node.type = "PLAIN";
      },
    });
    return document.toString({ indentSeq: false, lineWidth: 0, flowCollectionPadding: false });
  });
  return {
    text: parts.join(parts.some((part) => part.endsWith("...\n")) ? "" : "---\n").replace(/(---\n)+/g, "---\n"),
  };
}

/** Texts that no YAML takes for anything else; some readers see a number in `E0`. */
function isPlain(text: string): boolean {
  return /^[A-Za-z](?:[\w./:-]*[\w./-])?$/.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null|e-?\d+)$/i.test(text);
}
