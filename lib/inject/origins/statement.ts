import type { Name, State } from "./names";
import type { OriginStep } from "./tree";

/** What a sentence says of an origin, in no language yet. */
export interface Statement {
  readonly step: OriginStep;
  /** Whether it tells what took the leaf away. */
  readonly removed: boolean;
  readonly template: string | undefined;
  readonly line: number | undefined;
  /** What kind of object was pasted: `Deployment`. */
  readonly kind: string;
  /** The leaf: its pointer in the pod. */
  readonly pointer: string;
  /** What the value was made of: so many of them named, and how many there are beside. */
  readonly made: readonly Reason[];
  readonly more: number;
  /** Whether the value is what `made` names, as it is. */
  readonly same: boolean;
  /** Whether the leaf is where it was submitted. */
  readonly written: boolean;
  readonly because: readonly Reason[];
  readonly over: Replaced | undefined;
}

/** What a sentence says of a failure. */
export interface FailureStatement {
  /** Of a template that failed: its name. */
  readonly template: string | undefined;
  readonly line: number | undefined;
  readonly kind: string;
  /** What the failing statement had read: so much of it, and how much there is beside. */
  readonly read: readonly Reason[];
  readonly more: number;
  readonly because: readonly Reason[];
}

/** An input with what it holds. */
export interface Reason {
  readonly name: Name;
  readonly state: State;
}

/** What the leaf replaced. `text`: what the workload has there, where it is short enough to be told. */
export interface Replaced {
  readonly step: OriginStep;
  readonly template: string | undefined;
  readonly line: number | undefined;
  readonly text: string | undefined;
}

/** Whether an input could be given and is not; the release's defaults always are. */
export function isLeftOut({ name, state }: Reason): boolean {
  return state.is === "absent" && name.is !== "default";
}

/** What a sentence is about: steps do several things. */
export type Topic =
  | "template"
  | "written"
  | "controller"
  | "overrides"
  | "putBack"
  | "cluster"
  | "scrape"
  | "scraped"
  | "probe"
  | "probers"
  | "status"
  | "network"
  | "injected"
  | "api";

/** What a workload's controller writes into the metadata of its pods. */
const CONTROLLED = /^\/metadata\/(?:labels|generateName|ownerReferences)(?:\/|$)/;

/** What a leaf that is there is about. */
export function topicOf({ step, pointer, written, made }: Statement): Topic {
  switch (step) {
    case "workload":
      return written ? "written" : "controller";
    case "api":
      return CONTROLLED.test(pointer) ? "controller" : "api";
    case "reapplied":
      return pointer === "/metadata/annotations/proxy.istio.io~1overrides" ? "overrides" : "putBack";
    case "clusterInfo":
      return "cluster";
    case "prometheusMerge":
      return pointer.startsWith("/metadata/") ? "scrape" : "scraped";
    case "rewriteProbes":
      return pointer.includes("/env/") ? "probers" : "probe";
    case "metadata":
      if (made[0]?.name.is === "injector") return "injected";
      return pointer.startsWith("/metadata/labels/") ? "network" : "status";
  }
  return step;
}
