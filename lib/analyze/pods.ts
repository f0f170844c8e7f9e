import type { Container, PodSpec } from "../istio/pod";
import type { Resource } from "./resources";

interface WithUser {
  readonly securityContext?: { readonly runAsUser?: number | null } | null;
}

/** The pod of a Pod or a Deployment, as far as analyzers look at it. */
export interface AnalyzedPod {
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
  readonly spec: PodSpec & WithUser;
}

interface Templated {
  readonly spec?: PodSpec & {
    readonly template?: {
      readonly metadata?: {
        readonly labels?: ReadonlyMap<string, string> | null;
        readonly annotations?: ReadonlyMap<string, string> | null;
      };
      readonly spec?: PodSpec;
    };
  };
}

const NONE: ReadonlyMap<string, string> = new Map();

/** What a Pod is, or a Deployment makes. */
export function podOf({ kind, node, labels, annotations }: Resource): AnalyzedPod {
  const { spec } = node as Templated;
  if (kind === "Pod") return { labels, annotations, spec: (spec ?? {}) as AnalyzedPod["spec"] };
  const template = spec?.template;
  const metadata = template?.metadata;
  return {
    labels: metadata?.labels ?? NONE,
    annotations: metadata?.annotations ?? NONE,
    spec: (template?.spec ?? {}) as AnalyzedPod["spec"],
  };
}

/** The containers of a Pod or Deployment, init containers last. */
export function containersOf(resource: Resource): (Container & WithUser)[] {
  const { containers, initContainers } = podOf(resource).spec;
  return [...(containers ?? []), ...(initContainers ?? [])] as (Container & WithUser)[];
}

export function hostNetwork(resource: Resource): boolean {
  return podOf(resource).spec.hostNetwork === true;
}
