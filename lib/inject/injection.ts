import type { GoType } from "../go/types";
import type { Template } from "../gotemplate/template";
import type { Behaviours } from "../istio/releases";
import type { MeshConfig, ProxyConfig } from "../istio/mesh-config";
import type { InjectionValues } from "../istio/values";
import type { Pod } from "../istio/pod";
import type { Release } from "../k8s/release";
import type { OriginBuilder } from "./origins/builder";

/** Everything that one injection works with. Mirrors InjectionParameters of pkg/kube/inject/webhook.go. */
export interface Injection {
  readonly release: Release;
  readonly behaviours: Behaviours;
  /** The Go type of a Pod in that release. */
  readonly podType: GoType;
  /** The pod as received; not changed, except where a stage says so. */
  readonly pod: Pod;
  /** The namespace's annotations where the injector looks at them (OpenShift), else undefined. */
  readonly namespaceAnnotations?: ReadonlyMap<string, string>;
  readonly owner: Owner;
  readonly nativeSidecar: boolean;
  readonly templates: ReadonlyMap<string, Template>;
  readonly defaultTemplates: readonly string[];
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly injectedAnnotations: ReadonlyMap<string, string>;
  readonly mesh: MeshConfig;
  readonly proxyConfig: ProxyConfig;
  readonly values: InjectionValues;
  readonly revision: string;
  readonly compliancePolicy: string;
  /** From the webhook's URL; cluster and network are written back into it. */
  readonly proxyEnvs: Map<string, string>;
  /** Takes each step's result as it happens; absent where nobody looks. */
  readonly record?: Recorder;
  /** Follows where everything comes from; absent where nobody asks. */
  readonly origins?: OriginBuilder;
}

/** Who looks on at an injection. */
export type Observers = Pick<Injection, "record" | "origins">;

/** Who made the pod: what templates see as TypeMeta and DeploymentMeta. */
export interface Owner {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** The whole metadata, which `.DeploymentMeta` was until 1.21. */
  readonly metadata?: Pod["metadata"];
}

/** Where the results of steps go. `pod` is handed over as it stands: a recorder must take its copy at once. */
export interface Recorder {
  selected(names: readonly SelectedName[]): void;
  rendered(template: string, text: string): void;
  pod(stage: string, pod: Pod): void;
}

export interface SelectedName {
  readonly name: string;
  readonly from: "annotation" | "default" | "alias";
  /** The name that an alias was found under. */
  readonly alias?: string;
  /** Whether the pod's annotation names it, itself or by the alias. */
  readonly annotated: boolean;
}
