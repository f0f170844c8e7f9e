import type { Json, JsonMap } from "../../go/json-value";
import type { Template } from "../../gotemplate/template";
import { Trace, type Piece } from "../../gotemplate/trace";
import { defaultsOf } from "../../k8s/proto";
import type { Container, Pod, SecurityContext } from "../../istio/pod";
import type { Flow } from "../../provenance/flow";
import { join, joinAll, type Inputs } from "../../provenance/inputs";
import type { YamlDocument } from "../../yaml/node";
import type { Injection, SelectedName } from "../injection";
import type { Merge } from "../overlay";
import type { PrometheusName } from "../prometheus";
import type { Bench, PipelineSources } from "./bench";
import type { ContainerList } from "./found";
import { initUser } from "./init-user";
import { metadataApplied } from "./labelling";
import { mergeTrees, type Patching } from "./merge";
import { moveToInit, onlyLast } from "./moving";
import { withUnselected } from "./possible";
import { probesRewritten } from "./probing";
import { clusterInfo } from "./proxy-env";
import { rawForms } from "./raw-forms";
import { OVERRIDES, Reapplying, STATUS } from "./reapplying";
import { releaseForms } from "./release-forms";
import { renderedTree } from "./rendered";
import { prometheusMerge, securePort, type Merging } from "./scraping";
import { StatusParts } from "./status-parts";
import { repeats } from "./repeats";
import { MapTree, type Tree } from "./tree";
import { asMap } from "./trees";

/** What a failure depended on. */
export interface Failure {
  /** What the failing step had read. */
  readonly read: Inputs;
  /** What decided that it ran. */
  readonly control: Inputs;
  /** The template that failed. */
  readonly template?: string;
}

/** What the step that runs depends on, if somebody asks because it failed. */
interface Running {
  readonly read: () => Inputs;
  readonly control?: () => Inputs;
  readonly template?: string;
}

/**
 * Follows one injection and keeps the tree of what the pod's parts come from. Each step of the pipeline tells it what it is about to do,
 * before it changes the pod. One for each injection.
 */
export class OriginBuilder {
  /** The pod's, as far as the pipeline has come. */
  tree: Tree;
  private readonly everything: Inputs;
  private injection!: Injection;
  private pod: Json = null;
  private readonly status = new StatusParts();
  private dot: Flow | undefined;
  private trace: Trace | undefined;
  private patch: MapTree | undefined;
  /** Whether the patch has directives that say what is taken of it. */
  private directives = false;
  private reapplying: Reapplying | undefined;
  private running: Running = { read: () => this.annotation("proxy.istio.io/config") };

  constructor(private readonly sources: PipelineSources) {
    this.tree = sources.podTree();
    this.everything = joinAll([sources.decided, sources.selection, sources.release]);
  }

  /** What the step that runs depends on; for a template, the statement that failed. */
  get failure(): Failure {
    const { read, control, template } = this.running;
    const failure = template === undefined ? undefined : this.trace?.failure;
    const decided = join(failure ? failure.control : control?.(), this.everything);
    return { read: failure ? failure.read : read(), control: decided, template };
  }

  /** The injection begins; `pod` is as it was received. */
  begins(injection: Injection, pod: Json): void {
    this.injection = injection;
    this.pod = pod;
    const given = injection.pod.metadata?.annotations;
    const checked = defaultsOf(injection.release).validatedAnnotations;
    this.running = {
      read: () => joinAll(checked.map((name) => (given?.has(name) ? this.annotation(name) : undefined))),
    };
  }

  /** The annotations are valid; those that remember an earlier injection are about to be read. */
  validated(): void {
    this.running = { read: () => join(this.annotation(OVERRIDES), this.annotation(STATUS)) };
  }

  private annotation(name: string): Inputs {
    return this.sources.pod.member("metadata").member("annotations").member(name).inputs;
  }

  /** What templates see is known. */
  sees(visible: Pod): void {
    this.dot = this.sources.dot(visible, this.injection);
  }

  /** The templates are known: those that were not chosen could have written things too. */
  selected(names: readonly SelectedName[]): void {
    const chosen = new Set(names.map(({ name }) => name));
    for (const [name, template] of this.injection.templates) {
      if (chosen.has(name)) continue;
      this.tree = withUnselected(this.tree, this.pod, template, this.sources.selection, this.injection.podType);
    }
    this.running = { read: () => this.sources.selection };
  }

  /** A template is about to run; what fails from here on is about what it printed, unless it is the template itself. */
  rendering(name: string): Trace {
    this.trace = new Trace(this.dot!, this.sources.environment);
    const { pieces } = this.trace;
    const printed = () => joinAll(pieces.map((piece) => join(piece.flow?.inputs, piece.control)));
    this.running = { read: printed, template: name };
    return this.trace;
  }

  /** What a node of the template printed is wrong. */
  readonly misrendered = (node: Piece["node"]): void => {
    const wrong = this.trace!.pieces.filter((piece) => piece.node === node);
    // The template's own text does not read because of what was printed before it.
    if (node.type === "text") return;
    const read = () => joinAll(wrong.map((piece) => piece.flow?.inputs));
    this.running = { ...this.running, read, control: () => joinAll(wrong.map((piece) => piece.control)) };
  };

  /** A template has run and its text was read. */
  rendered(name: string, template: Template, patch: JsonMap, document: YamlDocument): void {
    const { podType } = this.injection;
    this.directives = document.text.includes("$patch");
    this.patch = renderedTree(name, template, document.text, this.trace!, patch, podType, document);
    this.status.add(this.patch, patch);
  }

  /** The proxy may move to the init containers, where the template has it. */
  native(pod: Pod, moves: boolean): void {
    const bench = this.bench();
    moveToInit(bench, pod, this.patch!, this.dot!.member("NativeSidecars").inputs, moves);
  }

  /** The patch has been merged over the pod. */
  readonly merged = (merge: Merge): void => {
    const { pastedPod, offline } = this.sources;
    const keepsForms = pastedPod !== undefined && !offline;
    const patching: Patching = { step: "template", open: false, directives: this.directives, keepsForms };
    this.tree = mergeTrees(this.tree, this.patch!, merge, this.injection.podType, this.everything, patching);
  };

  /** The user's containers are about to be put back. */
  reapplies(pod: Pod, templatePod: Pod): void {
    const reapplying = new Reapplying(this.bench(), pod, templatePod);
    this.reapplying = reapplying;
    this.running = { read: () => reapplying.conditions };
  }

  /** One of them is put back: to be told of its merge. */
  putsBack(list: ContainerList, own: Container): (merge: Merge) => void {
    return (merge) => void (this.tree = this.reapplying!.putBack(this.tree, merge, list, own));
  }

  /** What was put back is remembered in an annotation. */
  remembers(): void {
    this.reapplying!.remember(this.bench(), this.status.lists);
  }

  /** The init container is told of the user of the pod's own proxy, `own`. */
  tellsUser(pod: Pod, own: SecurityContext | null | undefined, init: Container | undefined, tproxy: boolean): void {
    const mode = this.dot!.member("ProxyConfig").member("interceptionMode");
    initUser(this.bench(), pod, { user: own?.runAsUser, group: own?.runAsGroup, init, tproxy }, mode);
  }

  clusterInfo(pod: Pod): void {
    clusterInfo(this.bench(), pod);
  }

  prometheusMerge(pod: Pod, names: readonly PrometheusName[], merging: Merging): void {
    const read = prometheusMerge(this.bench(), pod, names, merging);
    this.running = { read: () => read };
  }

  securePort(pod: Pod, variable: string, annotation: string): void {
    securePort(this.bench(), pod, variable, annotation);
  }

  rewriteProbes(pod: Pod, rewritten: boolean): void {
    probesRewritten(this.bench(), pod, rewritten);
  }

  metadata(pod: Pod): void {
    metadataApplied(this.bench(), pod, this.status.with(this.dot!.member("Revision")));
  }

  ordered(pod: Pod): void {
    this.running = { read: () => this.annotation("proxy.istio.io/config") };
    onlyLast(this.bench(), pod);
    if (this.sources.pastedPod) rawForms(this.bench(), this.pod, this.sources.pastedPod);
    releaseForms(this.bench(), this.pod);
    repeats(this.bench(), this.pod);
  }

  private bench(): Bench {
    const root = asMap(this.tree);
    this.tree = root;
    return { root, sources: this.sources, injection: this.injection, everything: this.everything };
  }
}
