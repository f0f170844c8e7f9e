import { type Flow, InputFlow, ScalarFlow } from "../../provenance/flow";
import { join, joinAll, type Inputs } from "../../provenance/inputs";
import type { OwnerReference } from "../../istio/pod";
import type { Injection } from "../injection";
import { PartsFlow } from "./parts-flow";
import type { PastedInputs } from "./pasted-inputs";
import type { PodInputs } from "./sources-pod";

/** What `.TypeMeta` and `.DeploymentMeta` came from. */
export interface OwnerFlows {
  readonly kind: Flow;
  readonly apiVersion: Flow;
  readonly name: Flow;
  readonly namespace: Flow;
  /** The rest of the owner's metadata. */
  readonly metadata: Flow;
}

/** The owner of a pod, told from the pod as lib/istio/owner.ts does, or offline from the object that was pasted. */
export function ownerFlows(inputs: PastedInputs, pod: PodInputs, injection: Injection): OwnerFlows {
  const { object, about } = inputs;
  const offline = about.options.path === "kube-inject";
  if (offline && (about.kind !== "Pod" || !injection.behaviours.podOwnerHeuristicsOffline)) {
    const metadata = InputFlow.of(object.member("metadata"));
    return {
      kind: InputFlow.of(object.member("kind")),
      apiVersion: InputFlow.of(object.member("apiVersion")),
      name: metadata.member("name"),
      namespace: metadata.member("namespace"),
      metadata,
    };
  }
  return { ...workloadFlows(pod, injection), namespace: pod.namespace, metadata: pod.metadata };
}

function workloadFlows(
  { metadata }: PodInputs,
  injection: Injection,
): Pick<OwnerFlows, "kind" | "apiVersion" | "name"> {
  const node = injection.pod.metadata ?? {};
  const own = metadata.member("name");
  const references = metadata.member("ownerReferences");
  const at = node.ownerReferences?.findIndex(({ controller }) => controller === true) ?? -1;
  const looked = node.ownerReferences?.slice(0, at < 0 ? undefined : at + 1) ?? [];
  const controllers = looked.map((_, index) => references.member(String(index)).member("controller").inputs);
  const found = joinAll([metadata.member("generateName").inputs, references.inputs, ...controllers]);
  if (!node.generateName || at < 0) {
    const fixed = new ScalarFlow(undefined, found);
    return { kind: fixed, apiVersion: fixed, name: own.decidedBy(found) };
  }
  const reference = references.member(String(at));
  const controller = node.ownerReferences![at]!;
  const by = join(found, whatTells(controller, reference, metadata));
  const { owner } = injection;
  const name = nameFlow(controller, injection, reference, metadata);
  return {
    kind: reference.member("kind").decidedBy(by),
    apiVersion: isGuessed(owner, controller)
      ? new ScalarFlow(undefined, by)
      : reference.member("apiVersion").decidedBy(by),
    name: name.decidedBy(by),
  };
}

/** Whether the owner stands behind the controller, and has an API version that the injector knows by itself. */
function isGuessed({ kind }: Injection["owner"], controller: OwnerReference): boolean {
  return kind !== controller.kind && (kind === "Rollout" || kind === "CronJob");
}

/** What tells the workload behind a controller: of some kinds a label, or the form of its name. */
function whatTells({ kind }: OwnerReference, reference: Flow, metadata: Flow): Inputs {
  const label = (key: string) => metadata.member("labels").member(key).inputs;
  const [ofKind, name] = [reference.member("kind").inputs, reference.member("name").inputs];
  if (kind === "ReplicaSet") {
    return joinAll([ofKind, label("pod-template-hash"), label("rollouts-pod-template-hash"), name]);
  }
  if (kind === "ReplicationController") return join(ofKind, label("deploymentconfig"));
  return kind === "Job" ? join(ofKind, name) : ofKind;
}

function nameFlow(controller: OwnerReference, { owner }: Injection, reference: Flow, metadata: Flow): Flow {
  const label = metadata.member("labels").member("deploymentconfig");
  const labelled = owner.kind === "DeploymentConfig" && controller.kind === "ReplicationController";
  if (labelled) return label;
  const ofReference = reference.member("name");
  // A workload that would have no name goes by the pod's.
  const named = owner.name !== "" && (controller.name ?? "").startsWith(owner.name);
  return named ? ofReference : metadata.member("name").decidedBy(ofReference.inputs);
}

/** `.DeploymentMeta` as far as it is more than a name: all of the owner's metadata, without what only the pod has. */
export function fullMetadata({ metadata, name, namespace }: OwnerFlows): Flow {
  return new PartsFlow(metadata.data, undefined, (key) => {
    if (key === "name") return name;
    if (key === "namespace") return namespace;
    return metadata.member(key);
  });
}
