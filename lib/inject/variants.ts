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
