import { GoError, toldError } from "../source/errors";
import type { Json, JsonMap } from "../go/json-value";
import { INT32, ptrTo, sliceOf, STRING, STRING_MAP, structType, type GoType } from "../go/types";
import { decode } from "../k8s/decode";
import { typesOf } from "../k8s/types";
import { ANY_OBJECT, CONFIGURATION, type Metadata } from "../match/types";
import { locate, positionOf } from "../yaml/locate";
import { parseYaml } from "../yaml/parse";
import type { YamlDocument } from "../yaml/node";
import { documentToJson } from "../yaml/to-json";
import type { AnalyzedFile } from "./api";
import { chunksOf, type Chunk } from "./chunks";

/** An object of the files. */
export interface Resource {
  readonly kind: Kind;
  readonly name: string;
  /** "" for objects of the cluster. */
  readonly namespace: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
  /** The object as a node of its Go type. */
  readonly node: unknown;
  readonly json: JsonMap;
  readonly file: string;
  /** Where the object begins, as istioctl counts. */
  readonly line: number;
  /** The line of a scalar by its path; undefined where there is none. */
  readonly lineOf: (path: readonly (string | number)[]) => number | undefined;
}

const RELEASE = 30;
const CORE = "k8s.io/api/core/v1";

const PORT = structType(`${CORE}.ServicePort`, "v1.ServicePort", {
  name: STRING,
  protocol: { kind: "string", name: "v1.Protocol", path: `${CORE}.Protocol` },
  appProtocol: ptrTo(STRING),
  port: INT32,
  targetPort: typesOf(RELEASE).get("k8s.io/apimachinery/pkg/util/intstr.IntOrString"),
});

/** A Service as far as analyzers look at it. */
const SERVICE = structType(`${CORE}.Service`, "v1.Service", {
  metadata: typesOf(RELEASE).get("k8s.io/apimachinery/pkg/apis/meta/v1.ObjectMeta"),
  spec: structType(`${CORE}.ServiceSpec`, "v1.ServiceSpec", {
    type: { kind: "string", name: "v1.ServiceType", path: `${CORE}.ServiceType` },
    selector: STRING_MAP,
    ports: sliceOf(PORT),
  }),
});

/** The kinds that analyzers look at: API group, versions, scope, Go type. */
const KINDS = {
  Namespace: { group: "", versions: ["v1"], cluster: true, type: () => ANY_OBJECT },
  Pod: { group: "", versions: ["v1"], cluster: false, type: () => typesOf(RELEASE).get(`${CORE}.Pod`) },
  Service: { group: "", versions: ["v1"], cluster: false, type: () => SERVICE },
  ConfigMap: { group: "", versions: ["v1"], cluster: false, type: () => ANY_OBJECT },
  Deployment: {
    group: "apps",
    versions: ["v1"],
    cluster: false,
    type: () => typesOf(RELEASE).get("k8s.io/api/apps/v1.Deployment"),
  },
  MutatingWebhookConfiguration: {
    group: "admissionregistration.k8s.io",
    versions: ["v1"],
    cluster: true,
    type: () => CONFIGURATION,
  },
  ValidatingWebhookConfiguration: {
    group: "admissionregistration.k8s.io",
    versions: ["v1"],
    cluster: true,
    type: () => CONFIGURATION,
  },
  ProxyConfig: { group: "networking.istio.io", versions: ["v1beta1"], cluster: false, type: () => ANY_OBJECT },
} satisfies Record<string, { group: string; versions: readonly string[]; cluster: boolean; type: () => GoType }>;

export type Kind = keyof typeof KINDS;

/** Namespaces that istioctl never looks into. */
const IGNORED = new Set(["kube-system", "kube-public", "kube-node-lease", "local-path-storage"]);

/** All objects of files: of several of one name the last one counts. */
export class Resources {
  private readonly byKind = new Map<Kind, Map<string, Resource>>();
  readonly errors: string[] = [];

  constructor(files: readonly AnalyzedFile[], defaultNamespace: string) {
    for (const { name, text } of files) {
      const errors: string[] = [];
      for (const [index, chunk] of chunksOf(text).entries()) {
        if (chunk.text === "") continue;
        try {
          this.read(chunk, name, defaultNamespace);
        } catch (failure) {
          errors.push(`error processing ${name}[${index}]: ${toldError(failure).message}`);
        }
      }
      if (errors.length > 0) this.errors.push(`errors parsing content "${name}": ${severalErrors(errors)}`);
    }
  }

  of(kind: Kind): Resource[] {
    return [...(this.byKind.get(kind)?.values() ?? [])];
  }

  find(kind: Kind, namespace: string, name: string): Resource | undefined {
    return this.byKind.get(kind)?.get(`${namespace}/${name}`);
  }

  private read(chunk: Chunk, file: string, defaultNamespace: string): void {
    const document = prefixed("failed converting YAML to JSON", () => parseYaml(chunk.text));
    const json = prefixed("failed converting YAML to JSON", () => documentToJson(document));
    if (json !== null) this.add(json, { document, path: [], line: chunk.line, file, defaultNamespace });
  }

  private add(json: Json, at: Found): void {
    const object = json instanceof Map ? json : new Map<string, Json>();
    const [apiVersion, kind] = [text(object.get("apiVersion")), text(object.get("kind"))];
    const items = object.get("items");
    if (kind === "List" && Array.isArray(items)) {
      for (const [index, item] of items.entries()) this.add(item, itemOf(at, index));
      return;
    }
    if (apiVersion === "" && kind === "") throw new GoError("unable to parse resource with no group, version and kind");
    if (!isKnown(kind, apiVersion)) return;
    const { type, cluster } = KINDS[kind];
    const node = prefixed("failed parsing JSON for built-in type", () => decode(type(), object));
    const metadata = (node as { metadata?: Metadata }).metadata ?? {};
    const namespace = cluster ? "" : metadata.namespace || at.defaultNamespace;
    const name = metadata.name ?? "";
    if (IGNORED.has(kind === "Namespace" ? name : namespace)) return;
    const found: Resource = {
      kind,
      name,
      namespace,
      labels: metadata.labels ?? new Map(),
      annotations: metadata.annotations ?? new Map(),
      node,
      json: object,
      file: at.file,
      line: at.line,
      lineOf: (path) => lineOf(at, path),
    };
    let all = this.byKind.get(kind);
    if (!all) this.byKind.set(kind, (all = new Map()));
    all.set(`${namespace}/${name}`, found);
  }
}

/** Where an object was found: its document, the way to it there, and the line on which it begins. */
interface Found {
  readonly document: YamlDocument;
  readonly path: readonly (string | number)[];
  readonly line: number;
  readonly file: string;
  readonly defaultNamespace: string;
  /** Of an item of a List: the line of the document on which it begins. */
  readonly from?: number;
}

/** istioctl prints each item of a List anew, and counts from the line behind its first one. */
function itemOf(at: Found, index: number): Found {
  const path = [...at.path, "items", index];
  const found = locate(at.document, path);
  const from = found ? positionOf(at.document, found.node).line : 1;
  const within = at.from === undefined ? from : from - at.from + 1;
  return { ...at, path, line: within + at.line, from };
}

function lineOf({ document, path, line, from = 1 }: Found, inner: readonly (string | number)[]): number | undefined {
  const found = locate(document, [...path, ...inner]);
  if (found?.node.kind !== "scalar") return undefined;
  return positionOf(document, found.node).line - from + line;
}

function isKnown(kind: string, apiVersion: string): kind is Kind {
  if (!Object.hasOwn(KINDS, kind)) return false;
  const { group, versions } = KINDS[kind as Kind];
  const known: readonly string[] = versions;
  return known.some((version) => apiVersion === (group === "" ? version : `${group}/${version}`));
}

function text(json: Json | undefined): string {
  return typeof json === "string" ? json : "";
}

function prefixed<T>(prefix: string, run: () => T): T {
  try {
    return run();
  } catch (failure) {
    throw new GoError(`${prefix}: ${toldError(failure).message}`);
  }
}

/** Mirrors the format of hashicorp/go-multierror. */
export function severalErrors(errors: readonly string[]): string {
  const count = `${errors.length} error${errors.length === 1 ? "" : "s"} occurred:`;
  return `${count}\n\t${errors.map((error) => `* ${error}`).join("\n\t")}\n\n`;
}
