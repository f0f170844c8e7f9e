/** Which input of a request to change, and to what: whatever it has, and what it lacks and somebody may read. */
import { stringifyOrdered } from "../lib/go/json";
import type { Json, JsonMap } from "../lib/go/json-value";
import type { GoType } from "../lib/go/types";
import type { InjectOptions, Place } from "../lib/inject/api";
import type { PodPointers } from "../lib/inject/texts";
import {
  messageDescriptor,
  MESH_CONFIG,
  type FieldDescriptor,
  type MessageDescriptor,
} from "../lib/istio/protobuf/descriptor";
import { defaultsOf } from "../lib/k8s/proto";
import { RELEASES, releaseName, type Release } from "../lib/k8s/release";
import { structPlan } from "../lib/k8s/struct-plan";
import { escapeToken } from "../lib/patch/json-patch";
import { canonical } from "./cases";
import { valueAt, type Edit, type EditedSource, type Pasted } from "./edits";
import { mutationsOf } from "./mutations";
import type { Random } from "./random";
import { sampleField, sampleOf, sampleScalar } from "./samples";

/** What is changed, and whose pod is looked at most. */
export interface Subject {
  readonly pasted: Pasted;
  readonly release: Release;
  readonly podType: GoType;
  /** The document that makes the pod, and where the pod stands in it. */
  readonly document: number;
  readonly at: PodPointers;
  readonly names: Names;
  /** What origins name. */
  readonly named: readonly Place[];
}

/** What the texts of the templates mention. */
export interface Names {
  readonly annotations: readonly string[];
  readonly values: readonly (readonly string[])[];
  readonly words: readonly string[];
}

/** A change, with the JSON pointer by which origins name its input. */
export interface Choice {
  readonly edit: Edit;
  readonly pointer: string;
}

type Chooser = (subject: Subject, random: Random) => Choice | undefined;

const CHOOSERS: readonly (readonly [weight: number, choose: Chooser])[] = [
  [30, (subject, random) => existing("workload", subject.document, subject, random)],
  [12, metadataEntry],
  [12, absentField],
  [20, (subject, random) => existing("values", 0, subject, random)],
  [9, absentValue],
  [3, (subject, random) => existing("mesh", 0, subject, random)],
  [4, meshField],
  [4, (subject, random) => anyDocument("proxyConfigs", subject, random)],
  [3, (subject, random) => anyDocument("namespaces", subject, random)],
  [5, option],
  [4, configField],
  [1, (subject, random) => anyDocument("workload", subject, random)],
  [25, named],
];

/** A change of one input that is one; undefined where several draws gave nothing that can be changed. */
export function drawn(subject: Subject, random: Random): Choice | undefined {
  for (let i = 0; i < 20; i++) {
    const choice = choose(subject, random);
    if (!choice) continue;
    const { source, document, path, value } = choice.edit;
    if (canonical(valueAt(subject.pasted.documents[source][document], path)) !== canonical(value)) return choice;
  }
  return undefined;
}

function choose(subject: Subject, random: Random): Choice | undefined {
  let at = random.next() * CHOOSERS.reduce((sum, [weight]) => sum + weight, 0);
  for (const [weight, chooser] of CHOOSERS) {
    at -= weight;
    if (at < 0) return chooser(subject, random);
  }
  return undefined;
}

export function pointerOf(path: readonly string[]): string {
  return path.map((key) => `/${escapeToken(key)}`).join("");
}

export function pathOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** Some value of a document, mostly a scalar, becomes another one, or goes. */
function existing(source: EditedSource, document: number, subject: Subject, random: Random): Choice | undefined {
  const json = subject.pasted.documents[source][document];
  if (json === undefined) return undefined;
  const paths = pathsOf(json, random.chance(0.8));
  if (paths.length === 0) return undefined;
  return changeAt(source, document, random.pick(paths), subject, random);
}

function changeAt(
  source: EditedSource,
  document: number,
  path: readonly string[],
  subject: Subject,
  random: Random,
): Choice | undefined {
  const json = subject.pasted.documents[source][document];
  const mutations = mutationsOf(valueAt(json, path), random.shuffled(subject.names.words).slice(0, 6));
  const value = random.pick(mutations);
  // What follows a list's element that goes stands elsewhere afterwards, so the list is what was changed.
  const shifts = value === undefined && Array.isArray(valueAt(json, path.slice(0, -1)));
  return { edit: { source, document, path, value }, pointer: pointerOf(shifts ? path.slice(0, -1) : path) };
}

/** The paths of all scalars, or of all maps and lists. */
function pathsOf(json: Json, scalars: boolean): string[][] {
  const found: string[][] = [];
  const walk = (value: Json, path: string[]) => {
    const isMap = value instanceof Map;
    if (isMap) for (const [key, member] of value) walk(member, [...path, key]);
    else if (Array.isArray(value)) for (const [i, member] of value.entries()) walk(member, [...path, String(i)]);
    if ((isMap || Array.isArray(value)) !== scalars && path.length > 0) found.push(path);
  };
  walk(json, []);
  return found;
}

/** An input that some leaf names: the others must not change with it. */
function named(subject: Subject, random: Random): Choice | undefined {
  if (subject.named.length === 0) return undefined;
  const edits = editsAt(random.pick(subject.named), subject, random);
  if (edits.length === 0) return undefined;
  const edit = random.pick(edits);
  const list = edit.value === undefined ? edit.path.slice(0, -1) : edit.path;
  const shifts = Array.isArray(valueAt(subject.pasted.documents[edit.source][edit.document], list));
  return { edit, pointer: pointerOf(shifts ? list : edit.path) };
}

const EDITED = new Set<string>(["workload", "injector", "values", "mesh", "proxyConfigs", "namespaces", "options"]);

/** Whether a place is one that can be pasted otherwise. */
export const isEditable = ({ source }: Place): boolean => EDITED.has(source);

/** The input at a place, changed in every way that may show, the likeliest first. */
export function editsAt(place: Place, subject: Subject, random: Random): Edit[] {
  const { pasted, document: own, names } = subject;
  const source = place.source as EditedSource;
  const documents = pasted.documents[source];
  const index = documents.findIndex((_, i) => pasted.isIn(source, place.line, i));
  const document = index >= 0 ? index : source === "workload" ? own : 0;
  const path = pathOf(place.pointer ?? "");
  // A place inside a text (of an annotation) is changed by changing the text.
  while (path.length > 0 && isScalar(valueAt(documents[document], path.slice(0, -1)))) path.pop();
  const value = valueAt(documents[document], path);
  if (source === "options") {
    const others = Object.entries(OPTIONS).find(([name]) => name === path[0])?.[1] ?? [];
    return others.map((other) => ({ source, document, path, value: other }));
  }
  const words = names.words.slice(0, 12);
  const typed = typedValues(source, path, subject, random);
  const others =
    value === undefined ? [...typed, ...mutationsOf(value, words)] : [...mutationsOf(value, words), ...typed];
  return others.map((other) => ({ source, document, path, value: other }));
}

function isScalar(json: Json | undefined): boolean {
  return json !== undefined && json !== null && !(json instanceof Map) && !Array.isArray(json);
}

/** Values of the type that a part of the pod or the mesh has, and such as annotations hold. */
function typedValues(source: string, path: readonly string[], subject: Subject, random: Random): Json[] {
  if (source === "mesh") return meshValues(path, subject, random);
  if (source === "namespaces") return [...meantFor(path.at(-1) ?? "", subject)];
  return source === "workload" ? podValues(path, subject, random) : [];
}

function meshValues(path: readonly string[], { release, names }: Subject, random: Random): Json[] {
  let field: FieldDescriptor | undefined;
  let message: MessageDescriptor | undefined = messageDescriptor(release, MESH_CONFIG);
  for (const key of path) {
    field = message?.fields.find(({ json }) => json === key);
    if (!field || field.isMap || field.repeated) return [];
    message = field.kind === "message" ? field.message : undefined;
  }
  if (!field) return [];
  if (field.kind === "enum") return field.enum.values.map(({ name }) => name);
  return [0, 1, 2].map(() => sampleScalar(field, random, [...names.words, "added"]));
}

function podValues(path: readonly string[], subject: Subject, random: Random): Json[] {
  const { at, podType, names } = subject;
  for (const part of ["metadata", "spec"] as const) {
    const start = pathOf(at[part]);
    if (!start.every((key, i) => path[i] === key)) continue;
    if (path[start.length] === "annotations" && path.length === start.length + 2)
      return [...meantFor(path.at(-1)!, subject)];
    const type = path.slice(start.length).reduce(memberType, structPlan(podType).byName.get(part)?.type);
    return type ? [0, 1, 2].map(() => sampleOf(type, random, [...names.words, "added"])) : [];
  }
  return [];
}

function memberType(type: GoType | undefined, key: string): GoType | undefined {
  const of = type?.kind === "ptr" ? type.elem! : type;
  return of?.kind === "struct" ? structPlan(of).byName.get(key)?.type : of?.elem;
}

/** A value in short. */
export function shown(json: Json | undefined): string {
  const text = json === undefined ? "(absent)" : stringifyOrdered(json);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

const ANNOTATIONS = [
  "sidecar.istio.io/inject",
  "sidecar.istio.io/status",
  "sidecar.istio.io/rewriteAppHTTPProbers",
  "sidecar.istio.io/nativeSidecar",
  "sidecar.istio.io/proxyImageType",
  "sidecar.istio.io/interceptionMode",
  "inject.istio.io/templates",
  "istio.io/rev",
  "proxy.istio.io/config",
  "proxy.istio.io/overrides",
  "prometheus.io/scrape",
  "prometheus.io/port",
  "prometheus.io/path",
  "prometheus.istio.io/merge-metrics",
  "prometheus.istio.io/secure-port",
  "topology.istio.io/network",
  "topology.istio.io/subzone",
  "security.istio.io/tlsMode",
  "service.istio.io/canonical-name",
  "app.kubernetes.io/name",
  "app",
];

/** Values that an annotation or label may be read as, by what its name says. */
const MEANT: readonly (readonly [name: RegExp, values: readonly string[]])[] = [
  [/cpu/i, ["250m", "2"]],
  [/memory/i, ["256Mi", "1Gi"]],
  [/ipranges/i, ["10.1.0.0/16", "*", ""]],
  [/ports$/i, ["81,82", "*", ""]],
  [/port$/i, ["15999", "0", "8080"]],
  [/interfaces/i, ["eth1", "eth1,eth2"]],
  [/seconds|threshold/i, ["9"]],
  [/interceptionMode/, ["TPROXY", "REDIRECT", "NONE"]],
  [/proxyImageType/, ["distroless", "debug", "default"]],
  [/userVolumeMount/, ['{"added":{"mountPath":"/added"}}', '[{"name":"added","mountPath":"/added"}]']],
  [/userVolume/, ['{"added":{"emptyDir":{}}}', '[{"name":"added","emptyDir":{}}]']],
  [/sa\.scc\./, ["1000700000/10000", "1000700000"]],
  [/overrides/, ['{"containers":[{"name":"istio-proxy","image":"added"}]}']],
  [/status$/, ['{"containers":["istio-proxy"],"initContainers":["istio-init"]}']],
  [
    /proxy\.istio\.io\/config/,
    [
      "concurrency: 7",
      "statusPort: 15999",
      "image: {imageType: debug}",
      "proxyMetadata: {ADDED: x, ISTIO_META_DNS_CAPTURE: 'true'}",
      "holdApplicationUntilProxyStarts: true",
      "interceptionMode: TPROXY",
      "discoveryAddress: added:15012",
      "tracing: {}",
    ],
  ],
];

/** What an annotation of that name can say about this pod. */
function meantFor(name: string, { pasted, document, at }: Subject): readonly string[] {
  const namesOf = (list: string) => {
    const containers = valueAt(pasted.documents.workload[document], [...pathOf(at.spec), list]);
    return Array.isArray(containers) ? containers.map((container) => valueAt(container, ["name"]) ?? "") : [];
  };
  const [containers, initContainers] = [namesOf("containers"), namesOf("initContainers")];
  const status = stringifyOrdered(mapOf({ containers, initContainers }));
  const meant = MEANT.find(([pattern]) => pattern.test(name))?.[1] ?? [];
  return name === "sidecar.istio.io/status" ? [status, ...meant] : meant;
}

/** An annotation or label that the injector or a template knows is added to the pod, or changed there. */
function metadataEntry(subject: Subject, random: Random): Choice {
  const { pasted, document, at, release, names } = subject;
  const all = [ANNOTATIONS, defaultsOf(release).validatedAnnotations, names.annotations].filter(
    (list) => list.length > 0,
  );
  const name = random.pick(random.pick(all));
  const kind = random.chance(0.75) ? "annotations" : "labels";
  const path = [...pathOf(at.metadata), kind, name];
  const words = [...names.words, "true", "false", "auto", "istio-proxy", "added", ""];
  const meant = meantFor(name, subject);
  const own = valueAt(pasted.documents.workload[document], path);
  const others = [
    ...(meant.length > 0 && random.chance(0.85) ? meant : words),
    ...(own === undefined ? [] : [undefined]),
  ];
  return { edit: { source: "workload", document, path, value: random.pick(others) }, pointer: pointerOf(path) };
}

/** A field that the pod's type has and the pod has not, somewhere in it. */
function absentField({ pasted, document, at, podType, names }: Subject, random: Random): Choice | undefined {
  const json = pasted.documents.workload[document];
  const pod = structPlan(podType).byName;
  const part = random.chance(0.8) ? "spec" : "metadata";
  let type = pod.get(part)!.type;
  let path = pathOf(at[part]);
  for (;;) {
    if (type.kind === "ptr") type = type.elem!;
    const value = valueAt(json, path);
    const inner = value instanceof Map ? [...value.keys()] : Array.isArray(value) ? [...value.keys()].map(String) : [];
    if (inner.length > 0 && (type.kind !== "struct" || random.chance(0.6))) {
      const key = random.pick(inner);
      const field = type.kind === "struct" ? structPlan(type).byName.get(key)?.type : type.elem;
      if (!field) return undefined;
      [type, path] = [field, [...path, key]];
      continue;
    }
    if (type.kind !== "struct") return undefined;
    const absent = structPlan(type).fields.filter(({ name }) => !(value as JsonMap | undefined)?.has?.(name));
    if (absent.length === 0) return undefined;
    const field = random.pick(absent);
    path = [...path, field.name];
    const words = [...names.words, "added", "istio-proxy"];
    const edit: Edit = { source: "workload", document, path, value: sampleOf(field.type, random, words) };
    return { edit, pointer: pointerOf(path) };
  }
}

/** A key of the values that templates read, or one beside those that are there. */
function absentValue(subject: Subject, random: Random): Choice | undefined {
  const { pasted, names } = subject;
  if (names.values.length === 0) return undefined;
  const path = random.pick(names.values);
  const value = valueAt(pasted.documents.values[0], path);
  if (value !== undefined) return changeAt("values", 0, path, subject, random);
  const samples: Json[] = [
    ...names.words,
    "true",
    "added",
    true,
    false,
    7,
    15099,
    new Map([["added", "x"]]),
    ["added"],
  ];
  return { edit: { source: "values", document: 0, path, value: random.pick(samples) }, pointer: pointerOf(path) };
}

function meshField({ release, names }: Subject, random: Random): Choice {
  const mesh = messageDescriptor(release, MESH_CONFIG);
  const proxy = random.chance(0.6);
  const words = ["added", "7", ...names.words];
  const { path, value } = sampleField(proxy ? mesh.field("defaultConfig").message : mesh, random, words);
  const full = proxy ? ["defaultConfig", ...path] : path;
  return { edit: { source: "mesh", document: 0, path: full, value }, pointer: pointerOf(full) };
}

/** A value in any document of a text, or one document more. */
function anyDocument(
  source: "proxyConfigs" | "namespaces" | "workload",
  subject: Subject,
  random: Random,
): Choice | undefined {
  const documents = subject.pasted.documents[source];
  if (documents.length > 0 && (source === "workload" || random.chance(0.8))) {
    return existing(source, Math.floor(random.next() * documents.length), subject, random);
  }
  const value = ADDED_DOCUMENTS[source as "proxyConfigs" | "namespaces"](subject, random);
  return { edit: { source, document: documents.length, path: [], value }, pointer: "" };
}

const ADDED_DOCUMENTS = {
  proxyConfigs: (subject: Subject, random: Random): Json =>
    mapOf({
      apiVersion: "networking.istio.io/v1beta1",
      kind: "ProxyConfig",
      metadata: mapOf({ name: "added", namespace: random.pick([namespaceOf(subject), "istio-system", "other"]) }),
      spec: random.pick<Json>([
        mapOf({ concurrency: 7 }),
        mapOf({ environmentVariables: mapOf({ ADDED: "x" }) }),
        mapOf({ image: mapOf({ imageType: "debug" }) }),
        mapOf({ selector: mapOf({ matchLabels: mapOf({ app: "other" }) }), concurrency: 7 }),
      ]),
    }),
  namespaces: (subject: Subject): Json =>
    mapOf({
      apiVersion: "v1",
      kind: "Namespace",
      metadata: mapOf({
        name: namespaceOf(subject),
        annotations: mapOf({
          "openshift.io/sa.scc.uid-range": "1000700000/10000",
          "openshift.io/sa.scc.supplemental-groups": "1000700000/10000",
        }),
      }),
    }),
};

function namespaceOf({ pasted, document, at }: Subject): string {
  const own = valueAt(pasted.documents.workload[document], [...pathOf(at.metadata), "namespace"]);
  const asked = pasted.request.options?.namespace;
  return typeof own === "string" && own !== "" ? own : (asked ?? "default");
}

function mapOf(members: Readonly<Record<string, Json>>): JsonMap {
  return new Map(Object.entries(members));
}

const OPTIONS: Readonly<Record<Exclude<keyof InjectOptions, "include">, readonly (Json | undefined)[]>> = {
  path: ["webhook", "kube-inject"],
  release: RELEASES.map(releaseName),
  namespace: ["other", "istio-system", "default", "kube-system", undefined],
  revision: ["canary", "default", "", undefined],
  nativeSidecars: [true, false, "auto"],
  platform: ["openshift", ""],
  compliancePolicy: ["fips-140-2", ""],
  injectPath: ["/inject", "/inject/cluster/c7/net/n7", "/inject/:ENV:cluster=c8:ENV:ADDED=x"],
};

function option(_: Subject, random: Random): Choice {
  const [name, values] = random.pick(Object.entries(OPTIONS));
  const value = random.pick(values);
  return { edit: { source: "options", document: 0, path: [name], value }, pointer: `/${name}` };
}

/** What the injection config says besides its templates. */
function configField(subject: Subject, random: Random): Choice | undefined {
  const config = subject.pasted.documents.injector[0];
  const templates = valueAt(config, ["templates"]);
  const names = [...(templates instanceof Map ? templates.keys() : []), "added"];
  const label = mapOf({ matchLabels: mapOf({ app: random.pick(["app", "other"]) }) });
  const exists = [
    mapOf({ matchExpressions: [mapOf({ key: "app", operator: random.pick(["Exists", "DoesNotExist"]) })] }),
  ];
  const [key, values] = random.pick<readonly [string, readonly (Json | undefined)[]]>([
    ["policy", ["enabled", "disabled", "other", undefined]],
    ["defaultTemplates", [[random.pick(names)], [random.pick(names), random.pick(names)], [], undefined]],
    ["aliases", [mapOf({ [random.pick(names)]: [random.pick(names)] }), undefined]],
    ["alwaysInjectSelector", [[label], exists, undefined]],
    ["neverInjectSelector", [[label], exists, undefined]],
    ["injectedAnnotations", [mapOf({ added: "x" }), mapOf({ "prometheus.io/port": "7" }), undefined]],
  ]);
  const inner = pathsOf(config ?? null, true).filter(([first]) => first === key);
  if (inner.length > 0 && random.chance(0.4)) return changeAt("injector", 0, random.pick(inner), subject, random);
  return { edit: { source: "injector", document: 0, path: [key], value: random.pick(values) }, pointer: `/${key}` };
}

const known = new Map<string, Names>();

/** What an injection config's templates mention. */
export function namesIn(config: string): Names {
  const found = known.get(config);
  if (found) return found;
  const all = (pattern: RegExp) => [...new Set([...config.matchAll(pattern)].map((match) => match[1]!))];
  const names = {
    annotations: all(/([a-zA-Z][\w.-]*\.(?:io|dev)\/[\w.-]+)/g),
    values: all(/\.Values((?:\.\w+)+)/g).map((path) => path.slice(1).split(".")),
    words: all(/(?:`|\\?["'])([\w.:-]{1,24})\\?[`"']/g).slice(0, 400),
  };
  const plain = { ...names, words: names.words.length > 0 ? names.words : ["added"] };
  if (known.size > 8) known.clear();
  known.set(config, plain);
  return plain;
}
