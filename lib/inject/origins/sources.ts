/** What the injection of one pod can depend on: its inputs, what templates see of them, and where they stand in what was pasted. */
import type { Json } from "../../go/json-value";
import { type Flow, InputFlow, LITERAL } from "../../provenance/flow";
import type { Input } from "../../provenance/input";
import { InputSet, join, type Inputs } from "../../provenance/inputs";
import { injectPathEnvs } from "../../istio/inject-path";
import type { Pod } from "../../istio/pod";
import type { Place, Span } from "../api";
import type { Injection } from "../injection";
import type { PodPointers } from "../texts";
import { PartsFlow } from "./parts-flow";
import { PastedInputs, type About } from "./pasted-inputs";
import { decidedBy, releasedBy, selectedBy } from "./sources-decision";
import { initImageFlow, proxyImageFlow } from "./sources-image";
import { meshFlow } from "./sources-mesh";
import { fullMetadata, ownerFlows, type OwnerFlows } from "./sources-owner";
import { PodInputs } from "./sources-pod";
import { defaultConfigFlow, effectiveFlow } from "./sources-proxy-config";
import { idFlows } from "./sources-ids";
import type { Reason } from "./statement";
import type { TemplateSpan, Tree } from "./tree";

export type { About } from "./pasted-inputs";

const CLUSTER = "ISTIO_META_CLUSTER_ID";
const NETWORK = "ISTIO_META_NETWORK";

/** The sources of one pod's injection. Nothing is looked up before somebody asks. */
export class Sources {
  /** What people call the object that was pasted: `Deployment`. */
  readonly kind: string;
  /** Where the object has its pod, in what was pasted. */
  readonly at: PodPointers;
  private readonly inputs: PastedInputs;
  private readonly submitted: PodInputs;
  private readonly kept = new Map<string, Inputs>();
  private meshFlow: Flow | undefined;

  constructor(private readonly about: About) {
    this.kind = about.kind;
    this.at = about.at;
    this.inputs = new PastedInputs(about);
    this.submitted = new PodInputs(this.inputs);
  }

  /** The pod as received, in its own shape. */
  podTree(): Tree {
    return this.submitted.tree();
  }

  /** A Pod as it was pasted, which the webhook's patch is applied to; undefined for what makes pods. */
  get pastedPod(): Json | undefined {
    return this.kind === "Pod" ? this.about.object : undefined;
  }

  /** Whether the offline command injects, which leaves parts of the config unread. */
  get offline(): boolean {
    return this.about.options.path === "kube-inject";
  }

  /** The pod as submitted: members `metadata`, `spec` and so on. */
  get pod(): Flow {
    return this.submitted.flow;
  }

  /** What decides whether user and group of the pod's own istio-proxy are taken away before the injection (OpenShift). */
  get userReset(): Inputs {
    return this.once("userReset", () => this.submitted.userReset);
  }

  /** The values, as templates see them. */
  get values(): Flow {
    return InputFlow.of(this.inputs.values);
  }

  /** The MeshConfig that the injection works with: offline with what the pod's annotation says. */
  get mesh(): Flow {
    return (this.meshFlow ??= meshFlow(this.inputs, () => defaultConfigFlow(this.inputs)));
  }

  /** What was pasted at a place of a Pod that is patched as it was pasted. */
  formAt(pointer: string): Inputs {
    if (!this.pastedPod || this.offline) return undefined;
    const input = this.inputs.object.at(pointer);
    return this.inputs.has(input) ? InputSet.of(input) : undefined;
  }

  /** The object that was pasted. */
  get object(): Input {
    return this.inputs.object;
  }

  get options(): Input {
    return this.inputs.options;
  }

  /** The injector's own config (`policy`, `injectedAnnotations` …), by its keys. */
  get config(): Input {
    return this.inputs.config;
  }

  /** What decided that the pod is injected at all. */
  get decided(): Inputs {
    return this.once("decided", () => decidedBy(this.inputs, this.submitted));
  }

  /** What selected the templates. */
  get selection(): Inputs {
    return this.once("selection", () => selectedBy(this.inputs));
  }

  /** What told the release. */
  get release(): Inputs {
    return this.once("release", () => releasedBy(this.inputs));
  }

  private once(name: string, find: () => Inputs): Inputs {
    if (!this.kept.has(name)) this.kept.set(name, find());
    return this.kept.get(name);
  }

  /** The environment that `env` of templates reads. */
  get environment(): Flow {
    const { nativeSidecarDetection } = this.about.setup.behaviours;
    return new PartsFlow(undefined, undefined, (name) =>
      name === "ENABLE_NATIVE_SIDECARS" && !nativeSidecarDetection ? this.option("nativeSidecars") : LITERAL,
    );
  }

  /** What templates see as their dot, by the JSON keys of its fields. `visible`: the pod without what an earlier injection left. */
  dot(visible: Pod, injection: Injection): Flow {
    const { inputs, submitted, about } = this;
    const { options } = inputs;
    const statusPort = () => this.mesh.member("defaultConfig").member("statusPort").inputs;
    const rootNamespace = () => this.mesh.member("rootNamespace");
    const cluster = () => this.proxyEnv(CLUSTER);
    const offline = about.options.path === "kube-inject";
    let known: OwnerFlows | undefined;
    const ownerOf = () => (known ??= ownerFlows(inputs, submitted, injection));
    const parts: Record<string, () => Flow> = {
      TypeMeta: () => {
        const { kind, apiVersion } = ownerOf();
        return new PartsFlow(undefined, undefined, (key) => (key === "kind" ? kind : apiVersion));
      },
      DeploymentMeta: () => {
        const owner = ownerOf();
        if (injection.behaviours.fullDeploymentMeta) return fullMetadata(owner);
        return new PartsFlow(undefined, undefined, (key) => (key === "Name" ? owner.name : owner.namespace));
      },
      ObjectMeta: () => submitted.visibleMetadata(visible, injection, statusPort),
      Spec: () => submitted.visibleSpec(visible, injection),
      ProxyConfig: () =>
        offline ? this.mesh.member("defaultConfig") : effectiveFlow(inputs, submitted, injection.pod, rootNamespace),
      MeshConfig: () => this.mesh,
      Values: () => this.values,
      Revision: () => this.option("revision"),
      ProxyImage: () => proxyImageFlow(inputs, dot.member("ProxyConfig"), injection),
      ProxyInitImage: () => initImageFlow(inputs),
      NativeSidecars: () => this.option("nativeSidecars"),
      ProxyUID: () => idFlows(inputs, submitted, cluster, injection).uid,
      ProxyGID: () => idFlows(inputs, submitted, cluster, injection).gid,
      InboundTrafficPolicyMode: () => this.mesh.member("inboundTrafficPolicy").member("mode"),
      CompliancePolicy: () => InputFlow.of(options.member("compliancePolicy")),
    };
    const dot: Flow = new PartsFlow(undefined, undefined, (key) => parts[key]?.() ?? LITERAL);
    return dot;
  }

  /** An option; where the request leaves it open, the path decides. */
  private option(name: "revision" | "nativeSidecars"): Flow {
    const { options } = this.inputs;
    const given = this.about.options[name];
    const open = given === undefined || given === "auto";
    return new InputFlow(options.member(name), open ? InputSet.of(options.member("path")) : undefined);
  }

  /** A variable of the proxy's environment that the webhook's URL, or for the cluster and the network values and a label, give. */
  proxyEnv(name: string): Flow {
    const { inputs } = this;
    const offline = this.about.options.path === "kube-inject";
    const path = offline ? undefined : inputs.options.member("injectPath");
    const inPath = path && InputFlow.of(path);
    const given = path && injectPathEnvs(inputs.text(path)).get(name);
    if (name === CLUSTER) {
      if (given) return inPath!;
      return new InputFlow(inputs.values.at("/global/multiCluster/clusterName"), inPath?.data);
    }
    if (name !== NETWORK) return inPath ?? LITERAL;
    const label = inputs.metadata.at("/labels/topology.istio.io~1network");
    const labelled = inputs.json(label);
    if (typeof labelled === "string" && (labelled !== "" || !given)) return new InputFlow(label, inPath?.data);
    const control = InputSet.of(label);
    if (given) return inPath!.decidedBy(control);
    return new InputFlow(inputs.values.at("/global/network"), join(control, inPath?.data));
  }

  /** Where an input stands in what was pasted; of one that is absent, the deepest part that is there. */
  place(input: Input): Place {
    return this.inputs.place(input);
  }

  /** What people call an input, and what it holds. */
  reason(input: Input): Reason {
    return this.inputs.reason(input);
  }

  /** Where a part of a template's text stands. */
  span(span: TemplateSpan): Span {
    return this.inputs.span(span);
  }

  /** Whether there is something at an input's place. */
  has(input: Input): boolean {
    return this.inputs.has(input);
  }

  /** What was pasted at an input; undefined where there is nothing. */
  pasted = (input: Input): Json | undefined => this.inputs.json(input);
}
