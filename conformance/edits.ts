/**
 * A request as texts that were pasted, each also read as data, so that one input at a time can be changed and the text printed again
 * (as JSON, which is YAML) without any other input moving.
 */
import { stringifyOrdered } from "../lib/go/json";
import type { Json, JsonMap } from "../lib/go/json-value";
import type { InjectOptions, InjectRequest } from "../lib/inject/api";
import { splitDocuments } from "../lib/inject/documents";
import { readDocument } from "../lib/inject/workload";
import { yamlToJson } from "../lib/yaml/to-json";

const TEXTS = ["workload", "injector", "values", "mesh", "proxyConfigs", "namespaces"] as const;
type TextSource = (typeof TEXTS)[number];
export type EditedSource = TextSource | "options";

/** One input, and what it is to be: undefined takes it away. Maps on the way to it are made. */
export interface Edit {
  readonly source: EditedSource;
  /** The document of the text, counted from 0; one more than there are appends one. */
  readonly document: number;
  readonly path: readonly string[];
  readonly value: Json | undefined;
}

/** How the texts are pasted. */
export interface Form {
  /** The injector as its ConfigMap, the mesh as its own, or the texts that these hold. */
  readonly configMaps: boolean;
  /** Without `options.release`, so that the texts tell it. */
  readonly autoRelease: boolean;
}

export interface Pasted {
  readonly request: InjectRequest;
  readonly form: Form;
  /** What the texts hold; of `injector` the config. */
  readonly documents: Readonly<Record<EditedSource, readonly Json[]>>;
  /** Whether a line of a source's text (from 1) is of a document. */
  isIn(source: string, line: number | undefined, document: number): boolean;
  /** The request with inputs changed. Texts without an edit stay as they are, but those of `printed`, which become JSON too. */
  edited(edits: readonly Edit[], printed?: readonly EditedSource[]): InjectRequest;
}

/** A request (with the injector as two texts) as it would be pasted in that form. Throws where a text cannot be read. */
export function paste(given: InjectRequest, form: Form): Pasted {
  const { config, values } = given.injector as { config: string; values: string };
  const texts: Record<TextSource, string> = {
    workload: given.workload,
    injector: config,
    values,
    mesh: given.mesh ?? "",
    proxyConfigs: given.proxyConfigs ?? "",
    namespaces: given.namespaces ?? "",
  };
  const options: InjectOptions = { ...given.options, ...(form.autoRelease ? { release: undefined } : {}) };
  const documents = {
    workload: splitDocuments(texts.workload).documents.map(readDocument),
    injector: [yamlToJson(config)],
    values: [yamlToJson(values)],
    mesh: [orEmpty(yamlToJson(texts.mesh))],
    proxyConfigs: splitDocuments(texts.proxyConfigs).documents.map(readDocument),
    namespaces: splitDocuments(texts.namespaces).documents.map(readDocument),
    options: [optionsToJson(options)],
  };
  const edited: Pasted["edited"] = (edits, printed = []) => {
    const changed = new Set([...printed, ...edits.map(({ source }) => source)]);
    const text = (source: TextSource) =>
      changed.has(source) ? print(documents[source], editsOf(edits, source)) : texts[source];
    const all = Object.fromEntries(TEXTS.map((source) => [source, text(source)])) as Record<TextSource, string>;
    const [json] = applied(documents.options, editsOf(edits, "options"));
    return requestOf(all, form, optionsFromJson(json!, given.options));
  };
  return { request: requestOf(texts, form, options), form, documents, isIn: isInOf(texts), edited };
}

function requestOf(texts: Record<TextSource, string>, form: Form, options: InjectOptions): InjectRequest {
  const { workload, injector, values, mesh, proxyConfigs, namespaces } = texts;
  const orAbsent = (text: string) => (text === "" ? undefined : text);
  return {
    workload,
    injector: form.configMaps
      ? configMap("istio-sidecar-injector", { config: injector, values })
      : { config: injector, values },
    mesh: form.configMaps && mesh !== "" ? configMap("istio", { mesh }) : orAbsent(mesh),
    proxyConfigs: orAbsent(proxyConfigs),
    namespaces: orAbsent(namespaces),
    options,
  };
}

/** A ConfigMap as `kubectl get -o yaml` prints it. */
function configMap(name: string, data: Readonly<Record<string, string>>): string {
  const entries = Object.entries(data).map(([key, text]) => `  ${key}: ${block(text)}\n`);
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n  namespace: istio-system\ndata:\n${entries.join("")}`;
}

/** A text as a literal block of YAML where that can hold it, otherwise between quotes. */
function block(text: string): string {
  const lines = text.replace(/\n$/, "").split("\n");
  const literal = `|${text.endsWith("\n") ? "" : "-"}\n${lines.map((line) => (line === "" ? "" : `    ${line}`)).join("\n")}`;
  try {
    if ((yamlToJson(`a:\n  b: ${literal}\n`) as Map<string, JsonMap>).get("a")!.get("b") === text) return literal;
  } catch {
    // Then between quotes.
  }
  return stringifyOrdered(text);
}

function isInOf(texts: Record<TextSource, string>): Pasted["isIn"] {
  const starts = new Map<string, number[]>();
  for (const source of ["workload", "proxyConfigs", "namespaces"] as const) {
    starts.set(
      source,
      splitDocuments(texts[source]).documents.map(({ line }) => line),
    );
  }
  return (source, line, document) => {
    const at = starts.get(source);
    if (!at || at.length < 2 || line === undefined) return true;
    return line >= (at[document] ?? Infinity) && line < (at[document + 1] ?? Infinity);
  };
}

const editsOf = (edits: readonly Edit[], source: EditedSource) => edits.filter((edit) => edit.source === source);

function print(documents: readonly Json[], edits: readonly Edit[]): string {
  return applied(documents, edits).map(stringifyOrdered).join("\n---\n");
}

function applied(documents: readonly Json[], edits: readonly Edit[]): Json[] {
  const out = [...documents];
  for (const { document, path, value } of edits) {
    const made = changed(out[document], path, value);
    if (made === undefined) out.splice(document, 1);
    else out[document] = made;
  }
  return out;
}

/** A copy in which the value at `path` is another one, or not there. */
function changed(json: Json | undefined, path: readonly string[], value: Json | undefined): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(json)) {
    const member = changed(json[Number(key)], rest, value);
    if (member === undefined) return json.filter((_, i) => i !== Number(key));
    const list = [...json];
    list[Number(key)] = member;
    return list;
  }
  const map: JsonMap = new Map(json instanceof Map ? json : []);
  const member = changed(map.get(key), rest, value);
  if (member === undefined) map.delete(key);
  else map.set(key, member);
  return map;
}

/** The value at a path; undefined where there is none. */
export function valueAt(json: Json | undefined, path: readonly string[]): Json | undefined {
  let at = json;
  for (const key of path) at = Array.isArray(at) ? at[Number(key)] : at instanceof Map ? at.get(key) : undefined;
  return at;
}

function orEmpty(json: Json): Json {
  return json ?? new Map<string, Json>();
}

function optionsToJson(options: InjectOptions): JsonMap {
  const entries = Object.entries(options).filter(([key, value]) => key !== "include" && value !== undefined);
  return new Map(entries) as JsonMap;
}

function optionsFromJson(json: Json, given: InjectOptions | undefined): InjectOptions {
  return { ...Object.fromEntries(json as JsonMap), include: given?.include } as InjectOptions;
}

/** The same request with every text but the injection config printed as JSON, as editing prints it. */
export function asJson(given: InjectRequest): InjectRequest {
  const sources = ["workload", "values", "mesh", "proxyConfigs", "namespaces"] as const;
  const printed = paste(given, { configMaps: false, autoRelease: false }).edited([], sources);
  return { ...printed, options: given.options };
}
