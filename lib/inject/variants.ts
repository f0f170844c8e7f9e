import type { Json } from "../go/json-value";
import type { Place, Sentence } from "./api";

/** Something to know about values of a workload or pod. */
export interface Note {
  /** Stable, in words: `image-tag`. */
  readonly code: string;
  readonly sentence: Sentence;
  /** JSON pointers of these values in what the note goes with; of what was taken out, where it stood. */
  readonly pointers: readonly string[];
  /** Where in what was pasted they stand. */
  readonly places: readonly Place[];
}

/** A workload that carries what the injector would add, so that no injector is needed. */
export interface ExportedWorkload {
  readonly workload: Json;
  /** Where in it the pod's metadata and spec stand. */
  readonly at: { readonly metadata: string; readonly spec: string };
  /** How its pod differs from the final one. */
  readonly changed: readonly Note[];
  /** What the injector kept up to date, and somebody has to from now on. */
  readonly byHand: readonly Note[];
  /** What it needs that is in the cluster and not in it. */
  readonly fromCluster: readonly Note[];
}

/** Something of the final pod that a pod without injection would lack. */
export interface Lack {
  readonly what:
    | "container"
    | "image"
    | "command"
    | "args"
    | "env"
    | "mount"
    | "port"
    | "probe"
    | "field"
    | "volume"
    | "label"
    | "annotation";
  /** Of what belongs to a container: its name; otherwise "". */
  readonly container: string;
  /** `PROXY_CONFIG`, `--domain`, `/etc/istio/proxy`. */
  readonly name: string;
  /** Where it stands in the final pod; of an object that is not injected, in the one that it would be if it asked for it. */
  readonly pointer: string;
  /** Where in the pasted workload it is lacking. */
  readonly places: readonly Place[];
}

/** What a workload would be like if its pod were created without injection. The pod is the submitted one. */
export interface Uninjected {
  readonly lacks: readonly Lack[];
  /** What fails, in the order in which it does; pointers into the submitted pod. */
  readonly failures: readonly Note[];
}

/** What made a live pod differ from what the injector would make today. */
export type LiveCause =
  /** Defaults, admission, controllers, the scheduler, the network: every pod gets them. */
  | "api-server"
  /** Something that neither the workload nor the injector has. */
  | "other-mutator"
  /** The injector had another ConfigMap, mesh or revision. */
  | "old-config"
  /** The proxy is of another release. */
  | "old-release"
  /** The workload itself was another one. */
  | "old-workload"
  /** kubectl changed it in the live pod. */
  | "by-hand"
  /** It was made without injection. */
  | "not-injected";

/** One difference of a live pod. */
export interface LiveDifference {
  readonly cause: LiveCause;
  /** What it is, with names in place of numbers: `containers/istio-proxy/env/PROXY_CONFIG`. */
  readonly path: string;
  /** Where it stands in the live pod; absent where only today's pod has it. */
  readonly pointer?: string;
  readonly line?: number;
  /** Its value in the live pod. */
  readonly was?: Json;
  /** Its value in the pod that would be made today. */
  readonly now?: Json;
  readonly sentence: Sentence;
}

/** A pod of the cluster beside what its workload would get today. */
export interface LivePod {
  readonly name: string;
  readonly namespace: string;
  /** The text that it was pasted in. */
  readonly source: "live" | "workload";
  readonly line?: number;
  /** The number in `objects` of the workload that makes it; absent where that was not pasted. */
  readonly of?: number;
  readonly differences: readonly LiveDifference[];
  /** Whether injecting today would make another pod. */
  readonly wouldChange: boolean;
  readonly restart: { readonly must: boolean; readonly sentence: Sentence };
}
