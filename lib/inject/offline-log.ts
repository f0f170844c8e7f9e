import { GoError } from "../source/errors";
import { parseJson } from "../go/json";
import { quote } from "../go/strconv";
import { ANY, mapOf, sliceOf, STRING } from "../go/types";
import type { FunctionTable, GoFunction } from "../gotemplate/function";
import { decode } from "../k8s/decode";
import type { Release } from "../k8s/release";
import { validateAnnotations } from "../istio/annotations";
import { appendError, joinErrors, type MaybeError } from "../istio/errors";
import type { MeshConfig } from "../istio/mesh-config";
import { findContainer, findSidecar, type ObjectMeta, type Pod } from "../istio/pod";
import type { Injection, Recorder, SelectedName } from "./injection";
import { functionsOf } from "./setup";

/** A line that istioctl writes to its log. Lines of lower levels are not among them: it shows warnings and errors. */
export interface LogLine {
  readonly level: "warn" | "error";
  readonly message: string;
  /** Whom the line is about, where the injector labels it. */
  readonly pod?: string;
}

export type Log = (line: LogLine) => void;

const OBJECT = mapOf(STRING, ANY);
const NETWORKS = sliceOf(OBJECT);
const STATUS = "sidecar.istio.io/status";
const TEMPLATE_FAILED = "failed to run injection template: template: ";

/**
 * Writes what the injector logs on the way through one injection, told from the steps of the pipeline.
 * Mirrors the calls of log.Warnf and log.Errorf in pkg/kube/inject that the offline command can come to.
 */
export class InjectionLog implements Recorder {
  private toMerge = 0;

  constructor(
    private readonly injection: Omit<Injection, "record">,
    private readonly log: Log,
  ) {
    const { pod, release } = injection;
    const { metadata = {}, spec = {} } = pod;
    const wish =
      metadata.labels?.get("sidecar.istio.io/inject") ?? metadata.annotations?.get("sidecar.istio.io/inject");
    if (wish !== undefined && !["", "true", "false"].includes(wish)) {
      const message = `Invalid value for sidecar.istio.io/inject: ${quote(wish)}. Only 'true' and 'false' are accepted. Falling back to default injection policy.`;
      log({ level: "warn", message, pod: fullName(metadata) });
    }
    const { dnsPolicy } = spec as { dnsPolicy?: string };
    if (dnsPolicy && dnsPolicy !== "ClusterFirst") {
      const who = quote(fullName(metadata));
      const message = `${who}'s DNSPolicy is not "ClusterFirst". The Envoy sidecar may not able to connect to Istio Pilot`;
      log({ level: "warn", message });
    }
    const invalid = failureOf(() => validateAnnotations(release, metadata.annotations));
    if (invalid) log({ level: "error", message: `Injection failed due to invalid annotations: ${invalid.message}` });
  }

  selected(names: readonly SelectedName[]): void {
    this.toMerge = names.length;
  }

  rendered(): void {
    // A template that fails is logged, one that renders is not.
  }

  pod(stage: string, pod: Pod): void {
    if (stage.startsWith("mergedPod:") && --this.toMerge === 0) this.checkStatus();
    if (stage === "reapplied") this.checkUser(pod);
  }

  /** The injection failed with `error`. */
  failed(error: GoError): void {
    if (!error.message.startsWith(TEMPLATE_FAILED)) return;
    const message = error.message.slice(TEMPLATE_FAILED.lastIndexOf("template: "));
    this.log({ level: "error", message: `Invalid template: ${message}` });
  }

  private checkStatus(): void {
    const status = this.injection.pod.metadata?.annotations?.get(STATUS);
    if (status === undefined) return;
    const error = failureOf(() => decode(OBJECT, parseJson(status)));
    if (error) this.log({ level: "error", message: `Failed to unmarshal ${STATUS} : ${error.message}` });
  }

  private checkUser({ spec }: Pod): void {
    const own = findSidecar(this.injection.pod)?.securityContext;
    if (!own || (own.runAsUser == null && own.runAsGroup == null)) return;
    const init = ["istio-init", "istio-validation"].some((name) => findContainer(name, spec?.initContainers));
    if (!init) this.log({ level: "warn", message: "Could not find either istio-init or istio-validation container" });
  }
}

/** Mirrors potentialPodName. */
function fullName({ namespace = "", name = "", generateName = "" }: ObjectMeta): string {
  return `${namespace}/${name || (generateName ? `${generateName}***** (actual name not yet known)` : "")}`;
}

function failureOf(run: () => unknown): GoError | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof GoError) return error;
    throw error;
  }
}

const CURVES = new Set(["P-224", "P-256", "P-521", "P-384", "X25519", "X25519Kyber768Draft00", "X25519MLKEM768"]);
const AUTO_ALLOCATE =
  "'ISTIO_META_DNS_AUTO_ALLOCATE' is deprecated; review https://istio.io/latest/docs/ops/configuration/traffic-management/dns-proxy/#dns-auto-allocation-v2 for information about replacement functionality";

/** Logs what is questionable about a MeshConfig that is valid. Mirrors the warnings of ValidateMeshConfig of pkg/config/validation/agent. */
export function logMeshWarnings(mesh: MeshConfig, log: Log): void {
  let warning: MaybeError;
  if (mesh.defaultConfig?.proxyMetadata?.has("ISTIO_META_DNS_AUTO_ALLOCATE")) {
    warning = appendError(undefined, new GoError(AUTO_ALLOCATE));
  }
  const curves = (mesh as { tlsDefaults?: { ecdhCurves?: string[] } }).tlsDefaults?.ecdhCurves ?? [];
  const unknown = curves.filter((curve) => !CURVES.has(curve));
  const repeated = curves.filter((curve, index) => CURVES.has(curve) && curves.indexOf(curve) !== index);
  let ofCurves: MaybeError;
  for (const [what, found] of [["unrecognized", unknown] as const, ["duplicate", repeated] as const]) {
    const list = [...new Set(found)].sort().join(" ");
    if (found.length > 0) ofCurves = joinErrors(ofCurves, new GoError(`detected ${what} ECDH curves: [${list}]`));
  }
  warning = joinErrors(warning, ofCurves);
  if (warning) log({ level: "warn", message: `warnings occurred during mesh validation: ${warning.message}` });
}

/**
 * What templates can call, where the functions that log do so. There is no environment.
 * Mirrors fromJSON and appendMultusNetwork of pkg/kube/inject/template.go.
 */
export function loggingFunctions(release: Release, log: Log): FunctionTable {
  const table = functionsOf(release, new Map());
  const functions = new Map(table);
  const before = (name: string, check: (...args: unknown[]) => string | undefined): void => {
    const own = table.get(name);
    if (!own) return;
    const call = own.call as (...args: unknown[]) => unknown;
    const logging = (...args: unknown[]): unknown => {
      const message = check(...args);
      if (message !== undefined) log({ level: "warn", message });
      return call(...args);
    };
    functions.set(name, { ...own, call: logging as GoFunction["call"] });
  };
  before("fromJSON", (text) => {
    return failureOf(() => parseJson(text as string)) && `Unable to unmarshal ${text as string}`;
  });
  before("appendMultusNetwork", (text) => {
    const networks = text as string;
    if (!networks.includes("]")) return undefined;
    const error = failureOf(() => decode(NETWORKS, parseJson(networks)));
    return error && `Unable to unmarshal Multus Network annotation JSON value: ${error.message}`;
  });
  return functions;
}
