import { toldError } from "../source/errors";
import { JsonNumber, type Json, type JsonMap } from "../go/json-value";
import { NEWEST, RELEASES, releaseName, type Release } from "../k8s/release";
import { yamlToJson } from "../yaml/to-json";
import type { InjectRequest, ResultError, Source } from "./api";
import { splitDocuments } from "./documents";
import { errorText } from "./error-text";
import { PastedText } from "./places";
import { Recent } from "./recent";

/** Something that the user pasted cannot be used at all. */
export class InputError extends Error {
  constructor(readonly error: ResultError) {
    super(error.message);
  }
}

/** A text of the injector, with where it stands in what was pasted. */
export interface InputText {
  readonly text: string;
  /** The text itself, for places inside it. */
  readonly inner: PastedText;
  /** The pasted text that holds it; undefined for a default. */
  readonly pasted?: PastedText;
  /** Where in `pasted` it is a string; "" if it is the pasted text itself. */
  readonly pointer: string;
}

/** An object of a pasted text. */
export interface PastedObject {
  readonly json: JsonMap;
  readonly pasted: PastedText;
  /** Where it stands in its document: "" or `/items/2`. */
  readonly pointer: string;
}

/**
 * All objects in a text of YAML documents, with Lists taken apart; what is no map is left out.
 * @throws InputError with the place where it does not split or parse.
 */
export function objectsIn(source: Source, text: string): PastedObject[] {
  const { documents, error } = splitDocuments(text);
  if (error) throw inputError(new PastedText(source, text, 1), error);
  return documents.flatMap((document) => {
    const pasted = new PastedText(source, document.text, document.line);
    let json: Json;
    try {
      json = yamlToJson(document.text);
    } catch (failure) {
      throw inputError(pasted, failure);
    }
    return itemsOf(json, pasted, "");
  });
}

function itemsOf(json: Json, pasted: PastedText, pointer: string): PastedObject[] {
  if (!(json instanceof Map)) return [];
  const items = json.get("items");
  if (!Array.isArray(items)) return [{ json, pasted, pointer }];
  return items.flatMap((item, index) => itemsOf(item, pasted, `${pointer}/items/${index}`));
}

function inputError(pasted: PastedText, failure: unknown): InputError {
  const told = toldError(failure);
  const { source } = pasted;
  const stage = source === "injector" ? "config" : source;
  return new InputError({ stage, message: errorText(told), at: pasted.at(told.position) });
}

/** The text of `data[key]` of the ConfigMap in `text` that has it. @throws InputError where there is none. */
function configMapText(objects: readonly PastedObject[], key: string, source: Source): InputText {
  const configMaps = objects.filter(({ json }) => json.get("kind") === "ConfigMap");
  for (const { json, pasted, pointer } of configMaps) {
    const data = json.get("data");
    const text = data instanceof Map ? data.get(key) : undefined;
    if (typeof text !== "string") continue;
    return { text, inner: new PastedText(source, text, 1), pasted, pointer: `${pointer}/data/${key}` };
  }
  const [first] = configMaps;
  const message = first
    ? `missing ConfigMap ${source === "injector" ? `${key} ` : ""}key "${key}"`
    : `no ConfigMap found with data.${key}`;
  const at = first
    ? first.pasted.place(first.json.has("data") ? `${first.pointer}/data` : first.pointer)
    : { source, line: 1, column: 1 };
  throw new InputError({ stage: source === "mesh" ? "mesh" : "config", message, at });
}

/** The two texts of the injector, and the release that they tell by themselves. */
export interface InjectorTexts {
  readonly config: InputText;
  readonly values: InputText;
  readonly told: DetectedRelease;
}

const injectors = new Recent<InjectorTexts>(4);
const meshes = new Recent<InputText>(4);

/** The config and values of the injector, from the ConfigMap (alone, in a List, among other documents) or as two texts. */
export function injectorTexts(injector: InjectRequest["injector"]): InjectorTexts {
  if (typeof injector === "string") return injectors.get("", injector, () => inConfigMap(injector));
  const { config, values } = injector;
  return injectors.get(values, config, () => withRelease(configOf(config), plainText("values", values)));
}

/** The config alone, or that of a ConfigMap whose values do not count. */
function configOf(text: string): InputText {
  return configMapIn(text, "config", "injector") ?? plainText("injector", text);
}

function plainText(source: Source, text: string): InputText {
  const pasted = new PastedText(source, text, 1);
  return { text, inner: pasted, pasted, pointer: "" };
}

function inConfigMap(text: string): InjectorTexts {
  const objects = objectsIn("injector", text);
  const config = configMapText(objects, "config", "injector");
  // Values of the same ConfigMap, where a text holds several.
  const own = objects.filter((o) => o.pasted === config.pasted && `${o.pointer}/data/config` === config.pointer);
  return withRelease(config, configMapText(own, "values", "injector"));
}

function withRelease(config: InputText, values: InputText): InjectorTexts {
  return { config, values, told: releaseOf(config, values) };
}

/** The MeshConfig: pasted as it is, or in the `istio` ConfigMap; empty where nothing was pasted. */
export function meshText(mesh: string | undefined): InputText {
  if (mesh === undefined || mesh.trim() === "") return { ...plainText("mesh", mesh ?? ""), pasted: undefined };
  return meshes.get("", mesh, () => configMapIn(mesh, "mesh", "mesh") ?? plainText("mesh", mesh));
}

/**
 * The text of `data[key]` of a ConfigMap; undefined for whatever is none: it goes to the injector as it is, which says what is wrong.
 * @throws InputError for a ConfigMap without that key.
 */
function configMapIn(text: string, key: string, source: Source): InputText | undefined {
  if (!/^\s*["']?kind["']?\s*:|"kind"/m.test(text)) return undefined;
  let objects: PastedObject[];
  try {
    objects = objectsIn(source, text);
  } catch {
    return undefined;
  }
  const isConfigMap = objects.some(({ json }) => json.get("kind") === "ConfigMap");
  return isConfigMap ? configMapText(objects, key, source) : undefined;
}

/** A release, and what told it. */
export interface DetectedRelease {
  readonly release: Release;
  readonly from: string;
}

/** What only the templates of newer releases mention, newest first. */
const TELLTALES: readonly (readonly [mark: string, since: Release])[] = [
  [".ProxyInitImage", 31],
  ["otelResourceAttributes", 30],
  ["omitNil", 28],
  [".NativeSidecars", 27],
  [".InboundTrafficPolicyMode", 22],
];

/** The release that the request names. @throws InputError for one that is not known. */
export function namedRelease(wanted: string): DetectedRelease {
  const release = RELEASES.find((r) => releaseName(r) === wanted);
  if (release !== undefined) return { release, from: "options.release" };
  const message = `unknown release ${wanted}: ${releaseName(RELEASES[0]!)} … ${releaseName(NEWEST)} are known`;
  throw new InputError({ stage: "release", message, at: { source: "options", pointer: "/release" } });
}

/**
 * The release that made the ConfigMap: by the image tag in its values, by the label that Helm gave it, by what only newer templates use,
 * or else the newest.
 */
function releaseOf(config: InputText, values: InputText): DetectedRelease {
  const tag = minorOf(textAt(values.text, ["global", "tag"]));
  if (tag) return { release: tag, from: "values.global.tag" };
  const label = config.pasted && config.pointer !== "" ? minorOf(versionLabel(config)) : undefined;
  if (label) return { release: label, from: "label app.kubernetes.io/version" };
  for (const [mark, since] of TELLTALES) {
    if (config.text.includes(mark)) return { release: since, from: `templates use ${mark}` };
  }
  return { release: NEWEST, from: "nothing tells: the newest" };
}

function versionLabel({ pasted, pointer }: InputText): string | undefined {
  const at = pointer
    .replace(/\/data\/config$/, "")
    .split("/")
    .slice(1);
  return textAt(pasted!.text, [...at, "metadata", "labels", "app.kubernetes.io/version"]);
}

/** The string or number at a path of a YAML text; undefined where there is none. */
function textAt(text: string, path: readonly string[]): string | undefined {
  let json: Json | undefined;
  try {
    json = yamlToJson(text);
  } catch {
    return undefined;
  }
  for (const key of path)
    json = Array.isArray(json) ? json[Number(key)] : json instanceof Map ? json.get(key) : undefined;
  if (json instanceof JsonNumber) return json.text;
  return typeof json === "string" || typeof json === "number" ? String(json) : undefined;
}

/** `1.30` of `1.30.3`, `1.30-alpha`, `v1.30.1-distroless`; undefined for what names no release that is known. */
function minorOf(tag: string | undefined): Release | undefined {
  const minor = Number(/^v?1\.(\d+)(?![\d])/.exec(tag ?? "")?.[1]);
  return RELEASES.find((release) => release === minor);
}
