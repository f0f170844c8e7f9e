/** Istio's functions on protobuf messages. Mirrors template.go of pkg/kube/inject. */
import type { GoFunction } from "../gotemplate/function";
import { GoError } from "../source/errors";
import { type GoType, ptrTo, sliceOf, STRING, STRING_MAP } from "../go/types";
import { type GoValue, type Int, type Node, Typed } from "../go/value";
import { typesOf } from "../k8s/types";
import type { FunctionContext } from "./context";
import { deepEqual } from "./deep-equal";
import { func } from "./define";
import { formatDuration } from "./duration";
import { librariesOf } from "./libraries";

const DURATION = "google.golang.org/protobuf/types/known/durationpb.Duration";
const PROXY_CONFIG = "istio.io/api/mesh/v1alpha1.ProxyConfig";
const MESH_CONFIG = "istio.io/api/mesh/v1alpha1.MeshConfig";

/** proto.Message: what every pointer to a message implements. */
const PROTO_MESSAGE: GoType = {
  kind: "interface",
  name: "protoreflect.ProtoMessage",
  path: "google.golang.org/protobuf/reflect/protoreflect.ProtoMessage",
  methods: new Map([
    ["ProtoReflect", { name: "ProtoReflect", pointerReceiver: true, in: [], out: [], variadic: false }],
  ]),
};

const MAX_INT64 = 9223372036854775807n;

/** Duration.AsDuration, which stays within int64 nanoseconds, as text. */
function durationText(duration: { seconds?: Int; nanos?: Int } | null): string {
  const nanos = BigInt(duration?.seconds ?? 0) * 1000000000n + BigInt(duration?.nanos ?? 0);
  return formatDuration(nanos > MAX_INT64 ? MAX_INT64 : nanos < -MAX_INT64 - 1n ? -MAX_INT64 - 1n : nanos);
}

/** The fields of a ProxyConfig that are not printed when they are as in the built-in default. */
const DEFAULTED = new Set([
  "configPath",
  "binaryPath",
  "controlPlaneAuthPolicy",
  "serviceCluster",
  "drainDuration",
  "terminationDrainDuration",
  "discoveryAddress",
  "envoyMetricsService",
  "envoyAccessLogService",
  "tracing",
  "proxyAdminPort",
  "statNameLength",
  "statusPort",
  "concurrency",
]);

type Message = Record<string, unknown>;

/** cleanProxyConfig: a copy without the fields that are as in the default. */
function withoutDefaults(type: GoType, node: Message, defaults: Message): Message {
  const copy = { ...node };
  for (const { key, type: fieldType } of type.fields ?? []) {
    if (!DEFAULTED.has(key) || copy[key] === undefined) continue;
    if (deepEqual(content(fieldType, copy[key]), content(fieldType, defaults[key]))) delete copy[key];
  }
  // The name of the cluster is a member of a oneof, which has no Go field of its own.
  if (copy["serviceCluster"] !== undefined && copy["serviceCluster"] === defaults["serviceCluster"]) {
    delete copy["serviceCluster"];
  }
  if (copy["proxyMetadata"] instanceof Map && copy["proxyMetadata"].size === 0) delete copy["proxyMetadata"];
  return copy;
}

function content(type: GoType, node: Node): GoValue {
  return new Typed(type, node);
}

function protoToJson(message: GoValue, context: FunctionContext): string {
  if (!(message instanceof Typed) || message.type.kind !== "ptr" || message.node == null) return "{}";
  const type = message.type.elem!;
  const node = message.node as Message;
  const clean =
    type.path === PROXY_CONFIG ? withoutDefaults(type, node, (context.defaultProxyConfig ?? {}) as Message) : node;
  try {
    return context.protoToJson(type, clean);
  } catch (error) {
    if (error instanceof GoError) return "{}";
    throw error;
  }
}

interface Provider {
  readonly opentelemetry?: { readonly serviceAttributeEnrichment?: number } | null;
}
interface Mesh {
  readonly extensionProviders?: readonly (Provider | null)[] | null;
}
interface Container {
  readonly name?: string;
  readonly image?: string;
}
type Strings = ReadonlyMap<string, string> | null;

/** MeshConfig.ExtensionProvider's ServiceAttributeEnrichment by the conventions of OpenTelemetry. */
const OTEL_SEMANTIC_CONVENTIONS = 1;

/** Tag and digest of an image's name: what a service's version is taken from. */
function imageVersion(image: string): string {
  const at = image.indexOf("@");
  const digest = at < 0 ? "" : image.slice(at + 1);
  const name = at < 0 ? image : image.slice(0, at);
  const colon = name.lastIndexOf(":");
  const tag = colon > name.lastIndexOf("/") ? name.slice(colon + 1) : "";
  return tag !== "" && digest !== "" ? `${tag}@${digest}` : digest || tag;
}

/** otelResourceAttributes: empty unless some provider asks for it. */
function otelAttributes(
  mesh: Mesh | null,
  annotations: Strings,
  labels: Strings,
  namespace: string,
  containers: readonly Container[] | null,
): string {
  const wanted = mesh?.extensionProviders?.some(
    (provider) => provider?.opentelemetry?.serviceAttributeEnrichment === OTEL_SEMANTIC_CONVENTIONS,
  );
  if (!wanted) return "";
  const list = containers ?? [];
  const set = (name: string) => annotations?.get(`resource.opentelemetry.io/${name}`) || "";
  const version =
    set("service.version") ||
    labels?.get("app.kubernetes.io/version") ||
    (list.length === 1 ? imageVersion(list[0]!.image ?? "") : "");
  const instance =
    set("service.instance.id") || (list.length > 0 ? `${namespace}.$(POD_NAME).${list[0]!.name ?? ""}` : "");
  const attributes: [string, string][] = [
    ["service.namespace", set("service.namespace") || namespace],
    ["service.version", version],
    ["service.instance.id", instance],
  ];
  return attributes
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${value}`)
    .join(",");
}

/** The functions on messages that the release has. */
export function istioProtoFunctions(context: FunctionContext): GoFunction[] {
  const types = typesOf(context.release);
  const functions = [
    func("formatDuration", [ptrTo(types.get(DURATION))], STRING, durationText),
    func("protoToJSON", [PROTO_MESSAGE], STRING, (message: GoValue) => protoToJson(message, context)),
  ];
  if (librariesOf(context.release).otelResourceAttributes) {
    const containers = sliceOf(types.get("k8s.io/api/core/v1.Container"));
    const params = [ptrTo(types.get(MESH_CONFIG)), STRING_MAP, STRING_MAP, STRING, containers];
    functions.push(func("otelResourceAttributes", params, STRING, otelAttributes));
  }
  return functions;
}
