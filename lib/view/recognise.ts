import { jsonOutline } from "./json-outline";
import { indentOf, linesOf, type Outline, outlineOf } from "./outline";

/** Where a text belongs; `live` are pods as a cluster has them. */
export type Slot = "workload" | "injector" | "mesh" | "proxyConfigs" | "namespaces" | "webhooks" | "live";

/** Objects of one kind. */
export interface Kindred {
  readonly kind: string;
  /** Their names, "" for one that has none. */
  readonly names: readonly string[];
}

/** What a paste or drop was found to hold. */
export interface Recognised {
  /** Texts by where they belong. */
  readonly texts: ReadonlyMap<Slot, string>;
  /** The objects in these texts. */
  readonly found: readonly (Kindred & { readonly slot: Slot })[];
  /** Objects that are of no use here. */
  readonly leftOut: readonly Kindred[];
  /** Whether there are Helm values, which the injector reads only after Helm has made its ConfigMap of them. */
  readonly helmValues: boolean;
}

/** Slots, and the two texts of the injector without their ConfigMap. */
type Place = Slot | "config" | "values";

interface Member {
  readonly kind: string;
  readonly name: string;
}

/** A part of a text that goes to one place. */
interface Piece {
  readonly place: Place | undefined;
  readonly text: string;
  readonly members: readonly Member[];
}

/**
 * Sorts pasted or dropped texts by what they hold. A text (or a document of one) that belongs to one place stays as it was written,
 * comments and all; a List of several things is taken apart. Objects of no use stay where they stand among workloads, through which
 * they pass, and are left out otherwise. O(n).
 */
export async function recognise(texts: readonly string[]): Promise<Recognised> {
  const pieces = withInjector((await Promise.all(texts.map(piecesOfText))).flat());
  const parts = new Map<Slot, string[]>();
  const found = new Map<string, { slot: Slot; kind: string; names: string[] }>();
  const leftOut = new Map<string, { kind: string; names: string[] }>();
  let helmValues = false;
  for (const { place, text, members } of pieces) {
    if (place === "values") helmValues = true;
    const slot = place === "values" || place === "config" ? undefined : place;
    if (slot) listed(parts, slot, []).push(text);
    for (const { kind, name } of members) {
      if (slot) listed(found, `${slot}/${kind}`, { slot, kind, names: [] }).names.push(name);
      else if (kind !== "") listed(leftOut, kind, { kind, names: [] }).names.push(name);
    }
  }
  return {
    texts: new Map([...parts].map(([slot, list]) => [slot, joined(list)])),
    found: [...found.values()],
    leftOut: [...leftOut.values()],
    helmValues,
  };
}

function listed<K, T>(map: Map<K, T>, key: K, empty: T): T {
  const known = map.get(key) ?? empty;
  map.set(key, known);
  return known;
}

function joined(parts: readonly string[]): string {
  if (parts.length === 1) return parts[0]!;
  return parts.map((part) => part.replace(/^\s*---[ \t]*\r?\n/, "").replace(/\n?$/, "\n")).join("---\n");
}

async function piecesOfText(text: string): Promise<Piece[]> {
  const documents = documentsOf(linesOf(text.replace(/^\ufeff/, "")));
  const pieces = await Promise.all(documents.map((lines) => piecesOf(lines)));
  return together(pieces.flat(), text);
}

/** Cuts lines at each `---`, as the injector does. Comments alone go with the document after them. */
function documentsOf(lines: readonly string[]): string[][] {
  const documents: string[][] = [];
  let document: string[] = [];
  for (const line of lines) {
    if (!/^---\s*(#|$)/.test(line)) {
      document.push(line);
    } else if (document.some((other) => indentOf(other) !== undefined)) {
      documents.push(document);
      document = [];
    }
  }
  documents.push(document);
  return documents.filter((other) => other.some((line) => indentOf(line) !== undefined));
}

/** The pieces of one document: itself, or those of its items. `kind` is for a document that names none. */
async function piecesOf(lines: readonly string[], kind = ""): Promise<Piece[]> {
  const text = `${lines.join("\n")}\n`;
  // The whole YAML reader comes only for what lines do not tell.
  const outline = outlineOf(lines) ?? jsonOutline(text) ?? (await import("./flow-outline")).flowOutline(text);
  if (!outline) return [];
  if (outline.items) {
    // Items of a typed list (PodList) need not say what they are.
    const itemKind = outline.kind.replace(/List$/, "");
    const items = await Promise.all(outline.items.map((item) => piecesOf(item, itemKind)));
    return together(items.flat(), text);
  }
  const known = { ...outline, kind: outline.kind === "" ? kind : outline.kind };
  const place = placeOf(known, text);
  return [{ place, text, members: [{ kind: kindOf(known, place), name: known.name }] }];
}

/** One piece with the whole text, if all go to one place. */
function together(pieces: readonly Piece[], text: string): Piece[] {
  const places = new Set(pieces.map(({ place }) => place));
  if (places.has("workload")) places.delete(undefined);
  const [place] = places;
  if (places.size !== 1 || place === undefined) return [...pieces];
  return [{ place, text, members: pieces.flatMap(({ members }) => members) }];
}

/** Kinds whose objects make pods; see also `hasPodTemplate`. */
const POD_KINDS: ReadonlySet<string> = new Set([
  "Pod",
  "Deployment",
  "ReplicaSet",
  "ReplicationController",
  "StatefulSet",
  "DaemonSet",
  "Job",
  "CronJob",
  "DeploymentConfig",
  "Rollout",
]);

const BY_KIND: Readonly<Record<string, Slot>> = {
  ProxyConfig: "proxyConfigs",
  Namespace: "namespaces",
  MutatingWebhookConfiguration: "webhooks",
};

/** What only a MeshConfig has at its top. */
const MESH_KEYS = ["defaultConfig", "trustDomain", "rootNamespace", "extensionProviders", "meshMTLS", "accessLogFile"];
/** What the values of Istio's charts have at their top. */
const VALUES_KEYS = ["global", "pilot", "meshConfig", "sidecarInjectorWebhook", "defaults"];

function placeOf({ kind, name, keys, data, spec }: Outline, text: string): Place | undefined {
  if (kind === "ConfigMap") {
    if (data.has("config") && (data.has("values") || name.includes("injector"))) return "injector";
    return data.has("mesh") ? "mesh" : undefined;
  }
  if (Object.hasOwn(BY_KIND, kind)) return BY_KIND[kind];
  if (kind === "Pod" && isLive(text)) return "live";
  if (POD_KINDS.has(kind) || hasPodTemplate(spec, text)) return "workload";
  if (kind !== "") return undefined;
  if (VALUES_KEYS.some((key) => keys.has(key))) return "values";
  if (MESH_KEYS.some((key) => keys.has(key))) return "mesh";
  return keys.has("templates") && (keys.has("policy") || keys.has("defaultTemplates")) ? "config" : undefined;
}

/** What only a pod has that a cluster holds: what made it, and what the API server and the kubelet say of it. */
const LIVE =
  /["'\s](?:(?:ownerReferences|podIPs?|containerStatuses|qosClass)["']?\s*:|phase["']?\s*:\s*["']?(?:Pending|Running|Succeeded|Failed)\b)/;
const isLive = (text: string) => LIVE.test(text);

/** Whether a kind of which nothing is known makes pods. */
function hasPodTemplate(spec: ReadonlySet<string>, text: string): boolean {
  return spec.has("containers") || (spec.has("template") && /["'\s]containers["']?\s*:/.test(text));
}

function kindOf({ kind }: Outline, place: Place | undefined): string {
  if (kind !== "") return kind;
  return { mesh: "MeshConfig", workload: "Pod", config: "config" }[place as string] ?? "";
}

/** The injector's two texts, as the offline command takes them, become the ConfigMap that holds them in a cluster. */
function withInjector(pieces: readonly Piece[]): readonly Piece[] {
  const config = pieces.find(({ place }) => place === "config");
  const values = pieces.find(({ place }) => place === "values");
  if (!config || !values || pieces.some(({ place }) => place === "injector")) return pieces;
  const name = "istio-sidecar-injector";
  const text = `apiVersion: v1
kind: ConfigMap
metadata:
  name: ${name}
data:
  config: ${block(config.text)}
  values: ${block(values.text)}
`;
  const piece: Piece = { place: "injector", text, members: [{ kind: "ConfigMap", name }] };
  return pieces.flatMap((other) => (other === config ? [piece] : other === values ? [] : [other]));
}

function block(text: string): string {
  const lines = text.trimEnd().split("\n");
  const indicator = /^\s/.test(text) ? "2" : "";
  return `|${indicator}-\n${lines.map((line) => (line === "" ? "" : `    ${line}`)).join("\n")}`;
}
