import type { Json } from "../go/json-value";
import type { Finding, InjectRequest, InjectResult, Place } from "../inject/api";
import { InputError, injectorTexts, objectsIn, type InputText, type PastedObject } from "../inject/inputs";
import { yamlToJson } from "../yaml/to-json";
import { at, strings, text } from "./json";

/** What all objects of a request share, read once. What does not read is empty: the result says so itself. */
export interface Surroundings {
  readonly request: InjectRequest;
  readonly result: InjectResult;
  /** The minor release that was injected as; 0 where none was found out. */
  readonly release: number;
  readonly namespaces: readonly PastedObject[];
  readonly webhooks: readonly PastedObject[];
  readonly config?: InputText;
  readonly configJson: Json;
  readonly values: Json;
  readonly valuesText?: InputText;
  /** Revisions and tags that a webhook configuration stands for. */
  readonly revisions: ReadonlySet<string>;
}

/** Reads what the objects of a request share. O(size of the texts). */
export function surroundingsOf(request: InjectRequest, result: InjectResult): Surroundings {
  const texts = attempt(() => injectorTexts(request.injector));
  const webhooks = attempt(() => objectsIn("webhooks", request.webhooks ?? "")) ?? [];
  return {
    request,
    result,
    release: Number(/^1\.(\d+)$/.exec(result.release.name)?.[1] ?? 0),
    namespaces: attempt(() => objectsIn("namespaces", request.namespaces ?? "")) ?? [],
    webhooks: webhooks.filter(({ json }) => json.get("kind") === "MutatingWebhookConfiguration"),
    config: texts?.config,
    configJson: texts ? read(texts.config.text) : null,
    values: texts ? read(texts.values.text) : null,
    valuesText: texts?.values,
    revisions: new Set(webhooks.flatMap((webhook) => revisionsOf(webhook))),
  };
}

/** The webhooks of a configuration, each with its pointer. */
export function webhooksIn({ json, pointer }: PastedObject): { readonly webhook: Json; readonly pointer: string }[] {
  const list = json.get("webhooks");
  return (Array.isArray(list) ? list : []).map((webhook, i) => ({ webhook, pointer: `${pointer}/webhooks/${i}` }));
}

/** The place of a value in a pasted object. */
export function placeIn({ pasted, pointer }: PastedObject, inner: string): Place {
  return pasted.place(pointer + inner);
}

/** The labels of an object. */
export function labelsOf({ json }: PastedObject): ReadonlyMap<string, string> {
  return strings(at(json, "metadata", "labels"));
}

/** The name of an object. */
export function nameOf({ json }: PastedObject): string {
  return text(at(json, "metadata", "name"));
}

/** Findings, most likely first; of equals the worse, then by code. */
export function ordered(findings: readonly Finding[]): Finding[] {
  const rank = { error: 0, warning: 1, info: 2 };
  return [...findings].sort(
    (a, b) =>
      rank[a.severity] - rank[b.severity] ||
      b.likelihood - a.likelihood ||
      (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
}

function revisionsOf(webhook: PastedObject): string[] {
  const own = labelsOf(webhook);
  const named = [own.get("istio.io/rev"), own.get("istio.io/tag")].filter((name) => name !== undefined);
  const asked = webhooksIn(webhook).flatMap(({ webhook: json }) =>
    ["namespaceSelector", "objectSelector"].flatMap((selector) => {
      const expressions = at(json, selector, "matchExpressions");
      return (Array.isArray(expressions) ? expressions : [])
        .filter((e) => at(e, "key") === "istio.io/rev" && at(e, "operator") === "In")
        .flatMap((e) => (at(e, "values") as Json[] | undefined) ?? [])
        .map(text);
    }),
  );
  return [...named, ...asked].filter((name) => name !== "");
}

function read(yaml: string): Json {
  return attempt(() => yamlToJson(yaml)) ?? null;
}

function attempt<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof InputError || error instanceof Error) return undefined;
    throw error;
  }
}
