import { isMap, isScalar, parseAllDocuments, type Scalar, visit } from "yaml";
import type { Found } from "./secret-patterns";
import { canBeSecret, isSecretName } from "./secret-names";

/** What in a text can make reading all of its YAML worth while. */
const WORTH = /\bSecret\b|\bvalue\b/;
const REGISTRY: ReadonlySet<string> = new Set([".dockerconfigjson", ".dockercfg"]);

/**
 * What Secret objects hold, and values beside the names of variables, wherever the text reads as YAML or JSON; Secrets in an annotation
 * that holds JSON, too. O(n).
 */
export function objectSecrets(text: string): readonly Found[] {
  if (!WORTH.test(text)) return [];
  const found: Found[] = [];
  const documents = parseAllDocuments(text, {
    schema: "failsafe",
    uniqueKeys: false,
    logLevel: "silent",
    strict: false,
  });
  for (const document of Array.isArray(documents) ? documents : []) {
    visit(document, {
      Map(_, map) {
        const name = textOf(map.get("name", true));
        const value = map.get("value", true);
        if (isScalar(value) && isSecretName(name) && canBeSecret(String(value.value)))
          found.push({ kind: "password", name, ...contentRange(value as Scalar, text) });
        if (textOf(map.get("kind", true)) !== "Secret") return;
        for (const part of ["data", "stringData"]) {
          const data = map.get(part, true);
          if (isMap(data)) for (const { key, value: item } of data.items) push(found, textOf(key), item, text);
        }
      },
      Scalar(_, scalar) {
        found.push(...embedded(scalar, text));
      },
    });
  }
  return found.filter(({ start, end }) => start < end && !/^[\sx]+$/.test(text.slice(start, end)));
}

function push(found: Found[], name: string, item: unknown, text: string): void {
  if (!isScalar(item)) return;
  found.push({ kind: REGISTRY.has(name) ? "registry" : "secretObject", name, ...contentRange(item as Scalar, text) });
}

function textOf(node: unknown): string {
  return isScalar(node) ? String(node.value) : "";
}

/** Where a scalar's content stands, without its quotes or the header of its block. */
function contentRange({ type, range }: Pick<Scalar, "type" | "range">, text: string): { start: number; end: number } {
  const [start, end] = range ?? [0, 0];
  if (type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE") return { start: start + 1, end: end - 1 };
  if (type !== "BLOCK_LITERAL" && type !== "BLOCK_FOLDED") return { start, end };
  const header = text.indexOf("\n", start);
  return header < 0 ? { start: end, end } : { start: header + 1, end };
}

/** Secret objects in a scalar that holds JSON, as `kubectl apply` remembers what it applied. */
function embedded(scalar: Scalar, text: string): Found[] {
  const json = String(scalar.value);
  if (!json.startsWith("{") || !json.includes('"Secret"') || !scalar.range) return [];
  const { start, end } = contentRange(scalar, text);
  const written = text.slice(start, end);
  const found: Found[] = [];
  for (const secret of secretsIn(parsed(json))) {
    for (const part of [secret.data, secret.stringData]) {
      if (typeof part !== "object" || part === null) continue;
      for (const [name, value] of Object.entries(part)) {
        const kind = REGISTRY.has(name) ? "registry" : "secretObject";
        for (const at of placesOf(written, String(value)))
          found.push({ kind, name, start: start + at.start, end: start + at.end });
      }
    }
  }
  return found;
}

/** Where JSON holds a text: as it is written there, or once more escaped where the JSON itself stands in quotes. */
function* placesOf(written: string, value: string): Generator<{ start: number; end: number }> {
  if (value === "") return;
  const once = JSON.stringify(value);
  for (const form of [once, JSON.stringify(once).slice(1, -1)]) {
    const quote = form.startsWith("\\") ? 2 : 1;
    for (let at = written.indexOf(form); at >= 0; at = written.indexOf(form, at + form.length))
      yield { start: at + quote, end: at + form.length - quote };
  }
}

interface SecretLike {
  readonly kind?: unknown;
  readonly data?: unknown;
  readonly stringData?: unknown;
}

function secretsIn(value: unknown, depth = 0): SecretLike[] {
  if (typeof value !== "object" || value === null || depth > 8) return [];
  const own = (value as SecretLike).kind === "Secret" ? [value as SecretLike] : [];
  return [...own, ...Object.values(value).flatMap((item) => secretsIn(item, depth + 1))];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
