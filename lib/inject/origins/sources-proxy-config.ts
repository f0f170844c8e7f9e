import type { Json } from "../../go/json-value";
import { type Flow, InputFlow, ScalarFlow } from "../../provenance/flow";
import type { Input } from "../../provenance/input";
import { InputSet, join, joinAll, type Inputs } from "../../provenance/inputs";
import type { ProxyConfig } from "../../istio/mesh-types";
import type { Pod } from "../../istio/pod";
import { messageDescriptor, PROXY_CONFIG } from "../../istio/protobuf/descriptor";
import {
  asProxyConfig,
  defaultProxyConfig,
  proxyConfigResources,
  readAnnotation,
  resourcesOf,
  type ProxyConfigResource,
} from "../../istio/proxy-config";
import { yamlToJson } from "../../yaml/to-json";
import { PartsFlow } from "./parts-flow";
import type { ObjectInput, PastedInputs } from "./pasted-inputs";
import { fieldFlow, fieldOf, pastedField, pastedKey } from "./sources-mesh";
import type { PodInputs } from "./sources-pod";

/** One of the ProxyConfigs that are laid over each other. */
interface Layer {
  readonly config: ProxyConfig;
  /** Whether it says something of a field, so that it replaces what the layers below say. */
  has(key: string): boolean;
  /** What it says of a field. */
  field(key: string): Flow;
  /** What decided that it says nothing of a field. */
  absent(key: string): Inputs;
}

/** What a layer of the webhook does not print. */
function isZero(value: unknown): boolean {
  if (value instanceof Map) return value.size === 0;
  return value === undefined || value === null || value === 0 || value === 0n || value === "" || value === false;
}

/** `.ProxyConfig` of the webhook: see effectiveProxyConfig. */
export function effectiveFlow(inputs: PastedInputs, pod: PodInputs, submitted: Pod, root: () => Flow): Flow {
  const annotation = annotationLayer(inputs, false);
  const resources = resourceLayers(inputs, pod, submitted, root);
  const mesh = meshLayer(inputs, false);
  // The strongest first.
  return layered(inputs, [resources.selecting, annotation, ...resources.ofNamespaces, mesh, defaultLayer(inputs)]);
}

/** `.MeshConfig.DefaultConfig`, and offline, where the annotation changes the mesh, `.ProxyConfig`. */
export function defaultConfigFlow(inputs: PastedInputs): Flow {
  const offline = inputs.about.options.path === "kube-inject";
  const layers = [meshLayer(inputs, true), defaultLayer(inputs)];
  return layered(inputs, offline ? [annotationLayer(inputs, true), ...layers] : layers);
}

function layered(inputs: PastedInputs, layers: readonly Layer[]): Flow {
  const message = messageDescriptor(inputs.about.setup.release, PROXY_CONFIG);
  const anything = InputSet.of(inputs.mesh.member("defaultConfig"));
  return new PartsFlow(undefined, join(anything, InputSet.of(annotationOf(inputs))), (key) => {
    const field = fieldOf(message, key);
    // Go's name of a oneof.
    if (!field) {
      const members = message.fields.filter(({ inOneof }) => inOneof);
      return new ScalarFlow(undefined, joinAll(members.map(({ json }) => strongest(layers, json, []).inputs)));
    }
    if (key === "proxyMetadata") return mergedFlow(layers, key, () => true);
    if (key === "proxyHeaders") return mergedFlow(layers, key, (member) => FILLED.has(member));
    const flow = strongest(layers, key, field.siblings);
    return key === UNSEEN ? new ScalarFlow(undefined, flow.inputs) : flow;
  });
}

/** Its two values are the default and zero, and JSON of the config has neither: no change of it ever shows there. */
const UNSEEN = "controlPlaneAuthPolicy";

/** What correctProxyHeaders of pkg/config/mesh takes from a weaker layer. */
const FILLED = new Set(["forwardedClientCert", "requestId", "attemptCount", "server", "envoyDebugHeaders"]);

function strongest(layers: readonly Layer[], key: string, siblings: readonly string[]): Flow {
  let control: Inputs;
  for (const layer of layers) {
    // Of a oneof another member would take its place.
    const others = siblings.filter((sibling) => !layer.has(sibling));
    control = joinAll([control, ...others.map((sibling) => layer.absent(sibling))]);
    if (layer.has(key)) return layer.field(key).decidedBy(control);
    control = join(control, layer.absent(key));
    const instead = siblings.find((sibling) => layer.has(sibling));
    if (instead !== undefined) return new ScalarFlow(undefined, join(control, layer.field(instead).inputs));
  }
  return new ScalarFlow(undefined, control);
}

/** A field whose members (those that `merges` tells) are taken from each layer that has them. */
function mergedFlow(layers: readonly Layer[], key: string, merges: (member: string) => boolean): Flow {
  const having = layers.filter((layer) => layer.has(key));
  const data = joinAll(having.map((layer) => layer.field(key).data));
  const control = joinAll(layers.map((layer) => (layer.has(key) ? layer.field(key).control : layer.absent(key))));
  return new PartsFlow(data, control, (member) => {
    let by: Inputs;
    for (const layer of merges(member) ? layers : layers.filter((l) => having[0] === undefined || l === having[0])) {
      const found = having.includes(layer) && hasMember(layer.config[key], member);
      if (found) return layer.field(key).member(member).decidedBy(by);
      by = join(by, having.includes(layer) ? layer.field(key).member(member).inputs : layer.absent(key));
    }
    return new ScalarFlow(undefined, by);
  });
}

function hasMember(value: unknown, key: string): boolean {
  if (value instanceof Map) return value.has(key);
  return !isZero((value as Record<string, unknown>)[key]);
}

function defaultLayer(inputs: PastedInputs): Layer {
  const { release } = inputs.about.setup;
  const config = defaultProxyConfig(release);
  const input = inputs.defaults.at("/mesh/defaultConfig");
  return jsonLayer(inputs, config, input, undefined, (key) => !isZero(config[key]), undefined);
}

/** The mesh's defaultConfig. Where layers are printed (`zeroes` is false), its zero values do not count. */
function meshLayer(inputs: PastedInputs, zeroes: boolean): Layer {
  const config = inputs.about.setup.mesh.defaultConfig ?? {};
  // Only this spelling counts.
  const input = inputs.mesh.member("defaultConfig");
  const json = inputs.json(input);
  const message = messageDescriptor(inputs.about.setup.release, PROXY_CONFIG);
  const has = (key: string) => {
    const pasted = pastedField(json, fieldOf(message, key)!);
    return pasted !== undefined && (zeroes || !isZero(config[key]));
  };
  return jsonLayer(inputs, config, input, json, has, undefined);
}

/** A layer whose fields are pasted by their own names below `input`. */
function jsonLayer(
  inputs: PastedInputs,
  config: ProxyConfig,
  input: Input,
  json: Json | undefined,
  has: (key: string) => boolean,
  control: Inputs,
): Layer {
  const message = messageDescriptor(inputs.about.setup.release, PROXY_CONFIG);
  const at = (key: string) => input.member(pastedKey(json, fieldOf(message, key)!));
  return {
    config,
    has,
    field: (key) => {
      const field = fieldOf(message, key)!;
      return fieldFlow(field, at(key), pastedField(json, field), control);
    },
    absent: (key) => (input.source === "default" ? undefined : join(InputSet.of(at(key)), control)),
  };
}

function annotationOf({ metadata }: PastedInputs): Input {
  return metadata.at("/annotations/proxy.istio.io~1config");
}

/** Annotation `proxy.istio.io/config`: everything in it has the annotation's place. */
function annotationLayer(inputs: PastedInputs, zeroes: boolean): Layer {
  const { release } = inputs.about.setup;
  const input = annotationOf(inputs);
  const itself = InputSet.of(input);
  const text = inputs.json(input);
  const config = (typeof text === "string" ? readAnnotation(release, text) : undefined) ?? {};
  const json = zeroes && typeof text === "string" && Object.keys(config).length > 0 ? yamlToJson(text) : undefined;
  const message = messageDescriptor(release, PROXY_CONFIG);
  return {
    config,
    has: (key) => (zeroes ? pastedField(json, fieldOf(message, key)!) !== undefined : !isZero(config[key])),
    field: () => new ScalarFlow(itself, undefined),
    absent: () => itself,
  };
}

interface ResourceLayers {
  readonly selecting: Layer;
  readonly ofNamespaces: readonly Layer[];
}

/** Where the fields of a ProxyConfig resource go. */
const RESOURCE_FIELDS: Readonly<Record<string, string>> = {
  concurrency: "concurrency",
  proxyMetadata: "environmentVariables",
  image: "image",
};

function resourceLayers(inputs: PastedInputs, pod: PodInputs, submitted: Pod, root: () => Flow): ResourceLayers {
  const objects = inputs.objects("proxyConfigs");
  const { release, mesh } = inputs.about.setup;
  const resources = proxyConfigResources(
    objects.map(({ json }) => json),
    release,
  );
  const { ofNamespaces, selecting } = resourcesOf(mesh, resources, submitted);
  let known: { readonly control: Inputs } | undefined;
  const selection = () => (known ??= { control: whatSelects(inputs, objects, pod, root) }).control;
  const layer = (resource: ProxyConfigResource | undefined) => resourceLayer(resource, objects, selection);
  return { selecting: layer(selecting), ofNamespaces: ofNamespaces.toReversed().map(layer) };
}

function resourceLayer(
  resource: ProxyConfigResource | undefined,
  objects: readonly ObjectInput[],
  selection: () => Inputs,
): Layer {
  const config = resource ? asProxyConfig(resource.spec) : {};
  const spec = objects.find(({ json }) => json === resource?.object)?.input.member("spec");
  const at = (key: string) => spec!.member(RESOURCE_FIELDS[key]!);
  return {
    config,
    has: (key) => !isZero(config[key]),
    field: (key) => {
      const input = at(key);
      return key === "concurrency"
        ? new ScalarFlow(InputSet.of(input), selection())
        : new InputFlow(input, selection());
    },
    absent: (key) => {
      if (!Object.hasOwn(RESOURCE_FIELDS, key)) return undefined;
      return join(spec && InputSet.of(at(key)), selection());
    },
  };
}

/** Which resource counts for the pod depends on all of them, and on its labels and namespaces. */
function whatSelects(
  inputs: PastedInputs,
  objects: readonly ObjectInput[],
  pod: PodInputs,
  rootNamespace: () => Flow,
): Inputs {
  const anything = InputSet.of(inputs.proxyConfigs);
  if (objects.length === 0) return anything;
  const deciding: Inputs[] = objects.flatMap(({ input }) =>
    ["/kind", "/metadata/name", "/metadata/namespace", "/metadata/creationTimestamp", "/spec/selector"].map((at) =>
      InputSet.of(input.at(at)),
    ),
  );
  for (const { input, json } of objects) {
    for (const label of labelsOf(json)) {
      deciding.push(InputSet.of(input.at("/spec/selector/matchLabels").member(label)));
      deciding.push(pod.metadata.member("labels").member(label).inputs);
    }
  }
  return joinAll([anything, ...deciding, pod.namespace.inputs, rootNamespace().inputs]);
}

function labelsOf(json: Json): string[] {
  let found: Json | undefined = json;
  for (const key of ["spec", "selector", "matchLabels"]) found = found instanceof Map ? found.get(key) : undefined;
  return found instanceof Map ? [...found.keys()] : [];
}
