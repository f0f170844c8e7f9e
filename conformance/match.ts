import type { Json, JsonMap } from "../lib/go/json-value";
import { splitDocuments } from "../lib/inject/documents";
import { matchWebhooks, type AdmissionRequest, type MatchResult } from "../lib/match";
import { yamlToJson } from "../lib/yaml/to-json";
import { canonical } from "./cases";

/** What differs from a recording of family `match`: what the API server's own matching said of webhooks. */
export function matchDifferences(request: JsonMap, expected: JsonMap, text: (name: string) => string): string[] {
  const documents = splitDocuments(text(request.get("webhooks") as string)).documents;
  const configurations = documents.map((document) => yamlToJson(document.text));
  const actual = asRecorded(
    matchWebhooks({ ...(Object.fromEntries(request) as unknown as AdmissionRequest), configurations }),
  );
  return [...new Set([...expected.keys(), ...actual.keys()])].flatMap((key) => {
    const [e, a] = [canonical(expected.get(key)), canonical(actual.get(key))];
    return e === a ? [] : [`${key}\n  expected ${e}\n  actual   ${a}`];
  });
}

/** A result in the form of the recordings, which hold no more than what the API server itself says. */
function asRecorded(result: MatchResult): JsonMap {
  const webhooks = result.webhooks.map(({ configuration, webhook, called, failed, error, predicateErrors }) => ({
    configuration,
    webhook,
    called,
    failed,
    error,
    predicateErrors,
  }));
  return asJson({ ...result, webhooks }) as JsonMap;
}

/** Plain objects as JSON maps, without what is undefined. */
export function asJson(value: unknown): Json {
  if (Array.isArray(value)) return value.map(asJson);
  if (typeof value !== "object" || value === null || value instanceof Map) return value as Json;
  return new Map(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, asJson(member)]),
  );
}
