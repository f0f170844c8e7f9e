import { type Flow, InputFlow, ScalarFlow } from "../../provenance/flow";
import type { Input } from "../../provenance/input";
import { InputSet, join, joinAll, type Inputs } from "../../provenance/inputs";
import { findSidecar, type Pod } from "../../istio/pod";
import type { Injection } from "../injection";
import { injectionStatus } from "../strip";
import { PartsFlow } from "./parts-flow";
import type { PastedInputs } from "./pasted-inputs";
import { InputTree, LeafTree, ListTree, MapTree, type Origin, type Tree } from "./tree";

const STATUS = "sidecar.istio.io/status";
const OVERRIDES = "proxy.istio.io/overrides";

/** The labels by which a controller tells its revisions apart; they are of a value that stands in for the real one. */
const HASH_LABELS: Readonly<Record<string, string>> = {
  Deployment: "pod-template-hash",
  Rollout: "rollouts-pod-template-hash",
};

/** What the pod as submitted came from: in part, of a workload, from its controller. */
export class PodInputs {
  readonly metadata: Flow;
  /** The namespace that the injector takes the pod to be in. */
  readonly namespace: Flow;
  private readonly controlled: boolean;
  private readonly kind: Input;

  constructor(private readonly inputs: PastedInputs) {
    const { about } = inputs;
    this.controlled = about.options.path !== "kube-inject" && about.kind !== "Pod";
    this.kind = inputs.object.member("kind");
    this.namespace = this.namespaceFlow();
    this.metadata = this.metadataFlow();
  }

  /** The whole pod. */
  get flow(): Flow {
    return new PartsFlow(InputSet.of(this.inputs.object), undefined, (key) => {
      if (key === "metadata") return this.metadata;
      return InputFlow.of(key === "spec" ? this.inputs.spec : this.inputs.object.member(key));
    });
  }

  /** The pod's own namespace, else the workload's, else the request's, else `default`. */
  private namespaceFlow(): Flow {
    const { inputs } = this;
    const own = inputs.metadata.member("namespace");
    if (inputs.about.options.path === "kube-inject") return InputFlow.of(own);
    const option = inputs.options.member("namespace");
    const candidates = this.controlled ? [own, inputs.object.at("/metadata/namespace"), option] : [own, option];
    const last = candidates.at(-1)!;
    const found = candidates.find((input) => inputs.text(input) !== "") ?? last;
    const earlier = joinAll(candidates.slice(0, candidates.indexOf(found)).map((input) => InputSet.of(input)));
    if (this.controlled && found === option && !inputs.has(option)) {
      const byDefault = InputSet.of(inputs.defaults.member("namespace"));
      return new ScalarFlow(byDefault, join(earlier, InputSet.of(option)));
    }
    return new InputFlow(found, earlier);
  }

  private metadataFlow(): Flow {
    const { metadata, object } = this.inputs;
    const kind = InputSet.of(this.kind);
    const name = new ScalarFlow(InputSet.of(object.at("/metadata/name")), kind);
    return new PartsFlow(InputSet.of(metadata), undefined, (key) => {
      if (key === "namespace") return this.namespace;
      if (this.controlled) {
        if (key === "generateName") return name;
        if (key === "ownerReferences") return new PartsFlow(undefined, kind, () => this.reference(name));
        if (key === "labels") return this.labels();
      }
      return InputFlow.of(metadata.member(key));
    });
  }

  /** What the controller makes its reference of. */
  private reference(name: Flow): Flow {
    const { object, about } = this.inputs;
    const kind = InputSet.of(this.kind);
    return new PartsFlow(undefined, kind, (key) => {
      if (key === "name") return name;
      if (key === "kind") return new ScalarFlow(kind, undefined);
      const asWritten = key === "apiVersion" && !Object.hasOwn(OWN_API_VERSION, about.kind);
      return asWritten ? new InputFlow(object.member("apiVersion"), kind) : new ScalarFlow(undefined, kind);
    });
  }

  private labels(): Flow {
    const { metadata, object, about } = this.inputs;
    const kind = InputSet.of(this.kind);
    const labels = metadata.member("labels");
    return new PartsFlow(InputSet.of(labels), kind, (key) => {
      if (key === HASH_LABELS[about.kind]) return new ScalarFlow(undefined, kind);
      const ofConfig = key === "deploymentconfig" && about.kind === "DeploymentConfig";
      return ofConfig
        ? new ScalarFlow(InputSet.of(object.at("/metadata/name")), kind)
        : InputFlow.of(labels.member(key));
    });
  }

  /** The pod as received, in its own shape. */
  tree(): Tree {
    const { inputs, controlled } = this;
    const { metadata, spec, object, about } = inputs;
    if (!controlled && about.options.path !== "kube-inject") return this.asItIs();
    const pod: Origin = { step: "workload", place: object, data: undefined, control: InputSet.of(this.kind) };
    const members = new Map<string, Tree>([["spec", new InputTree(spec)]]);
    members.set("metadata", controlled ? this.metadataTree() : new InputTree(metadata));
    return new MapTree(pod, members);
  }

  /** A Pod; of the rest the offline command knows nothing. */
  private asItIs(): Tree {
    const { object, metadata, spec, options } = this.inputs;
    const path = InputSet.of(options.member("path"));
    const pod: Origin = { step: "workload", place: object, data: undefined, control: InputSet.of(this.kind) };
    const members = new Map<string, Tree>([
      ["metadata", new InputTree(metadata)],
      ["spec", new InputTree(spec)],
    ]);
    return new MapTree(pod, members, undefined, new InputTree(object, path));
  }

  private metadataTree(): Tree {
    const { inputs } = this;
    const members = new Map<string, Tree>();
    const origin: Origin = {
      step: "workload",
      place: inputs.metadata,
      data: undefined,
      control: InputSet.of(this.kind),
    };
    members.set("generateName", this.leaf(this.metadata.member("generateName")));
    const fields = ["apiVersion", "kind", "name", "uid", "controller"];
    const reference = this.metadata.member("ownerReferences").member("0");
    const parts = fields.map((field): [string, Tree] => [field, this.leaf(reference.member(field))]);
    members.set("ownerReferences", new ListTree(origin, [{ key: "", tree: new MapTree(origin, new Map(parts)) }]));
    members.set("labels", this.labelTree());
    return new MapTree(origin, members, undefined, new InputTree(inputs.metadata));
  }

  private labelTree(): Tree {
    const { inputs } = this;
    const labels = inputs.metadata.member("labels");
    const flow = this.metadata.member("labels");
    const made = [
      HASH_LABELS[inputs.about.kind] ?? (inputs.about.kind === "DeploymentConfig" ? "deploymentconfig" : ""),
    ];
    const members = made.filter((key) => key !== "").map((key): [string, Tree] => [key, this.leaf(flow.member(key))]);
    if (members.length === 0) return new InputTree(labels);
    const origin: Origin = { step: "workload", place: labels, data: undefined, control: InputSet.of(this.kind) };
    return new MapTree(origin, new Map(members), undefined, new InputTree(labels));
  }

  /** What the controller wrote: of what was pasted, or by itself. */
  private leaf({ data, control }: Flow): Tree {
    const place = data ? this.inputs.object.at("/metadata/name") : this.kind;
    return new LeafTree({ step: data ? "workload" : "api", place, data, control });
  }

  /** The pod's metadata as templates see it, without what an earlier injection left. `statusPort`: what the mesh's came from. */
  visibleMetadata(visible: Pod, injection: Injection, statusPort: () => Inputs): Flow {
    return new PartsFlow(this.metadata.data, undefined, (key) =>
      key === "annotations" ? this.visibleAnnotations(visible, injection, statusPort) : this.metadata.member(key),
    );
  }

  private visibleAnnotations(visible: Pod, injection: Injection, statusPort: () => Inputs): Flow {
    const annotations = this.inputs.metadata.member("annotations");
    const status = InputSet.of(annotations.member(STATUS));
    const stripped = injection.pod.metadata?.annotations?.has(STATUS) ?? false;
    // Whether they were taken away depends on what port they name.
    const ports = () =>
      [...(injection.pod.metadata?.annotations?.keys() ?? [])].filter((name) => PROMETHEUS.test(name));
    const strips = () =>
      stripped
        ? joinAll([status, statusPort(), ...ports().map((name) => InputSet.of(annotations.member(name)))])
        : status;
    const left = visible.metadata?.annotations;
    return new PartsFlow(InputSet.of(annotations), status, (key) => {
      const flow = InputFlow.of(annotations.member(key));
      const taken = stripped && !left?.has(key) && injection.pod.metadata!.annotations!.has(key);
      if (taken) return new ScalarFlow(undefined, join(flow.data, key === STATUS ? undefined : strips()));
      return PROMETHEUS.test(key) ? flow.decidedBy(strips()) : flow;
    });
  }

  /** The pod's spec as templates see it. */
  visibleSpec(visible: Pod, injection: Injection): Flow {
    const { spec } = this.inputs;
    return new PartsFlow(InputSet.of(spec), undefined, (key) =>
      key === "containers" || key === "initContainers"
        ? this.visibleContainers(key, visible, injection)
        : InputFlow.of(spec.member(key)),
    );
  }

  /** Without the containers that the status annotation names, then with those of the overrides annotation. */
  private visibleContainers(list: "containers" | "initContainers", visible: Pod, injection: Injection): Flow {
    const annotations = this.inputs.metadata.member("annotations");
    const containers = this.inputs.spec.member(list);
    const by = InputSet.of(annotations.member(STATUS));
    const overrides = InputSet.of(annotations.member(OVERRIDES));
    const status = injectionStatus(injection.pod.metadata?.annotations?.get(STATUS), injection.release);
    const own = injection.pod.spec?.[list] ?? [];
    const kept = [...own.keys()].filter((index) => !status?.[list].includes(own[index]!.name ?? ""));
    const nameOf = (index: number | string) => InputSet.of(containers.member(String(index)).member("name"));
    const itself = InputSet.of(containers);
    const count = visible.spec?.[list]?.length ?? 0;
    // What has the name of another is not added, and what the status names is taken away.
    const names = status || count > kept.length ? joinAll([...own.keys()].map(nameOf)) : undefined;
    const listed = joinAll([by, overrides, names]);
    return new PartsFlow(itself, listed, (key) => {
      const index = Number(key);
      if (index >= kept.length && index < count) return new ScalarFlow(overrides, joinAll([by, itself, names]));
      const at = kept[index];
      if (at === undefined) return new ScalarFlow(undefined, join(itself, listed));
      const container = new InputFlow(containers.member(String(at)), status ? join(by, nameOf(at)) : by);
      return this.withUser(container, own[at] === findSidecar(injection.pod));
    });
  }

  /** On OpenShift the user of the pod's own proxy may be taken away. */
  private withUser(container: Flow, isProxy: boolean): Flow {
    const reset = this.inputs.about.options.platform === "openshift" || isProxy ? this.userReset : undefined;
    if (!reset) return container;
    return new PartsFlow(container.data, container.control, (key) => {
      const part = container.member(key);
      if (key !== "securityContext") return part;
      return new PartsFlow(part.data, part.control, (field) => {
        const taken = field === "runAsUser" || field === "runAsGroup";
        return taken ? part.member(field).decidedBy(reset) : part.member(field);
      });
    });
  }

  /** What decides whether user and group of the pod's own proxy are taken away: see sidecarRunsAsApplication. */
  get userReset(): Inputs {
    const { about, options, spec } = this.inputs;
    if (!about.setup.behaviours.openShiftUserReset || about.options.path === "kube-inject") return undefined;
    const looked = [options.member("platform")];
    if (about.options.platform === "openshift") {
      for (const list of ["containers", "initContainers"]) {
        const containers = this.inputs.json(spec.member(list));
        for (const index of Array.isArray(containers) ? containers.keys() : []) {
          const container = spec.member(list).member(String(index));
          looked.push(container.member("name"), container.at("/securityContext/runAsUser"));
        }
      }
    }
    return joinAll(looked.map((input) => InputSet.of(input)));
  }
}

/** The kinds whose controller has an object of its own make the pods. */
const OWN_API_VERSION = { Deployment: true, Rollout: true, CronJob: true, DeploymentConfig: true };

/** What stripping takes away if it names the agent's port: the spellings that Prometheus takes for one. */
const PROMETHEUS =
  /^prometheus[^a-zA-Z0-9](?:io[^a-zA-Z0-9](?:path|port|scrape)|istio[^a-zA-Z0-9]io[^a-zA-Z0-9]scrape[^a-zA-Z0-9]targets)$/u;
