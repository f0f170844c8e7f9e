import type { LabelChange, LabelTest, Predicate } from "../match";
import type { Json } from "../go/json-value";
import type { InputSource } from "../provenance/input";
import type { Finding } from "./finding";
import type { OriginStep } from "./origins/tree";
import type { ExportedWorkload, LivePod, Uninjected } from "./variants";

export type * from "./finding";
export type * from "./variants";

/** What the engine is asked: the body of `POST /api/v1/inject`. */
export interface InjectRequest {
  /** YAML or JSON text, one or several documents of any kind. */
  readonly workload: string;
  /**
   * The istio-sidecar-injector ConfigMap as text (alone, in a List, or among other documents), or the two texts of its data; then `config`
   * may be the ConfigMap, too, whose own values do not count.
   */
  readonly injector: string | { readonly config: string; readonly values: string };
  /** MeshConfig, or the `istio` ConfigMap as text. Absent: the release's default. */
  readonly mesh?: string;
  /** ProxyConfig resources. */
  readonly proxyConfigs?: string;
  /** Namespace objects. */
  readonly namespaces?: string;
  /** MutatingWebhookConfiguration objects. */
  readonly webhooks?: string;
  /** What kubectl printed (describe, get events, get endpoints, logs): evidence of what no YAML tells. With `findings`. */
  readonly observed?: string;
  /** Pods as the cluster has them, beside their workloads. With `live`. */
  readonly live?: string;
  readonly options?: InjectOptions;
}

export interface InjectOptions {
  readonly path?: "webhook" | "kube-inject";
  /** `1.20` … the newest, or `auto`: told from the ConfigMap. */
  readonly release?: string;
  /** The namespace of the request, where an object names none. */
  readonly namespace?: string;
  readonly revision?: string;
  readonly nativeSidecars?: boolean | "auto";
  readonly platform?: string;
  readonly compliancePolicy?: string;
  /** The webhook's URL path. */
  readonly injectPath?: string;
  readonly include?: readonly Include[];
}

export type Include =
  "stages" | "patch" | "origins" | "output" | "findings" | "export" | "uninjected" | "live" | "numberedPlaces";

/** The texts that a result can point into. */
export type Source = InputSource;

/** A place in what was pasted. Lines and columns count from 1, columns in UTF-16 units. */
export interface Place {
  readonly source: Source;
  readonly pointer?: string;
  readonly line?: number;
  readonly column?: number;
}

/** A place with its end: the column behind its last character. */
export interface Span extends Place {
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** Where a leaf of the final pod comes from. */
export interface Origin {
  /** What put it there. */
  readonly step: OriginStep;
  /** Of step `template`. */
  readonly template?: string;
  /** The lines that one would edit to change it. */
  readonly at?: Span;
  /** The inputs that the value was made of. */
  readonly data: readonly Place[];
  /** The inputs that decided that it is there, or that it is this value. */
  readonly control: readonly Place[];
  /** What it replaced. */
  readonly over?: Origin;
  /** The same for people. */
  readonly sentence: Sentence;
}

export interface Sentence {
  readonly en: string;
  readonly zh: string;
}

/** Origins by the JSON pointer of their leaf. */
export type Origins = Readonly<Record<string, Origin>>;

export interface ResultError {
  readonly stage: string;
  /** The injector's own words, byte for byte. */
  readonly message: string;
  readonly at?: Place;
  /** What the failing expression read, and what decided that it ran; with `origins`. */
  readonly origin?: Pick<Origin, "data" | "control" | "sentence">;
}

export interface Decision {
  readonly inject: boolean;
  readonly reason: DecisionReason;
  readonly because: readonly Place[];
}

export type DecisionReason =
  | "host-network"
  | "ignored-namespace"
  | "label"
  | "annotation"
  | "never-inject-selector"
  | "always-inject-selector"
  | "policy-enabled"
  | "policy-disabled"
  | "policy-unknown"
  | "not-a-workload";

export interface SelectedTemplate {
  readonly name: string;
  readonly from: "annotation" | "default" | "alias";
  readonly because: readonly Place[];
}

/** One step of an injection, with what it left behind. */
export type Stage = { readonly id: string; readonly text: string } | { readonly id: string; readonly pod: Json };

/** What became of one container of the template pod or of the workload. */
export interface ContainerCase {
  readonly name: string;
  readonly list: "containers" | "initContainers";
  readonly case: "injected" | "overwritten" | "reinjected" | "own";
  /** For `overwritten`: JSON pointers inside the container of what the workload's own text put back. */
  readonly overwritten: readonly string[];
}

export interface PatchOperation {
  readonly op: "add" | "remove" | "replace";
  readonly path: string;
  readonly value?: Json;
}

/** Whether the API server calls the injector for a pod, by the webhook configurations that were pasted. */
export interface WebhookResult {
  readonly called: boolean;
  /** The webhook of the injector that is called, and its configuration. */
  readonly by?: string;
  readonly configuration?: string;
  /** More webhooks of the injector that are called after it: the pod is injected again. */
  readonly also?: readonly string[];
  /** What made the injector be called; otherwise what kept that of its webhooks from it to which least says no. */
  readonly because: readonly WebhookReason[];
  /** Single labels that would turn the answer round, best first. */
  readonly labels: readonly LabelChange[];
  /** The namespace that was looked at; one that was not pasted is taken to have no labels. */
  readonly namespace: { readonly name: string; readonly given: boolean };
  /** The pod's creation fails before the injector is asked. */
  readonly error?: ResultError;
}

/** A part of a webhook that says yes or no. */
export interface WebhookReason {
  readonly predicate: Predicate;
  readonly at: Place;
  /** Of a selector: the label that was asked for, and where it stands. */
  readonly label?: LabelTest;
  readonly labelAt?: Place;
  readonly error?: string;
}

export interface ObjectResult {
  readonly index: number | readonly [number, number];
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly makesPods: boolean;
  /** Only where webhook configurations were pasted. */
  readonly webhook?: WebhookResult;
  readonly decision?: Decision;
  readonly templates?: readonly SelectedTemplate[];
  readonly input?: Json;
  readonly stages?: readonly Stage[];
  readonly containers?: readonly ContainerCase[];
  readonly patch?: readonly PatchOperation[];
  readonly pod?: Json;
  readonly warnings?: readonly string[];
  /** Of each leaf of `pod`. */
  readonly origins?: Origins;
  /** Of each leaf that is in `input` and not in `pod`: what took it away. */
  readonly removed?: Origins;
  readonly error?: ResultError;
  /** What is wrong with it, most likely first. */
  readonly findings?: readonly Finding[];
  /** The same workload without need of the injector; with `export`, of what is injected. */
  readonly export?: ExportedWorkload;
  /** What it would be like without injection; with `uninjected`. */
  readonly uninjected?: Uninjected;
}

/** What the engine answers. Pods are Json (Maps), so that integers beyond 2^53 survive; `resultText` prints it. */
export interface InjectResult {
  readonly release: { readonly name: string; readonly from: string };
  readonly configError?: ResultError;
  readonly objects: readonly ObjectResult[];
  readonly error?: ResultError;
  readonly output?: string;
  /** What is wrong with everything around the objects. */
  readonly findings?: readonly Finding[];
  /** Pods of the cluster; with `live`. */
  readonly live?: readonly LivePod[];
}
