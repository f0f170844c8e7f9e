import { escapeToken } from "../patch/json-patch";
import { display } from "../go/strings";
import type { JsonMap } from "../go/json-value";
import { encode } from "../k8s/encode";
import type { Pod } from "../istio/pod";
import type { Decision, Include, InjectOptions, ObjectResult, Place, SelectedTemplate, Stage } from "./api";
import type { InjectDecision } from "./decision";
import type { Recorder, SelectedName } from "./injection";
import type { InputText } from "./inputs";
import type { PastedText } from "./places";
import type { Setup } from "./setup";
import { configPlace, inObject, type PodPointers, type Texts } from "./texts";

/** Whether the request asks for a part of the result. */
export function wants(options: InjectOptions, what: Include): boolean {
  return (options.include ?? ["stages", "patch"]).includes(what);
}

/** Remembers the steps of one injection as they happen. */
export class History implements Recorder {
  readonly names: SelectedName[] = [];
  readonly stages: Stage[] = [];
  template?: Pod;
  merged?: Pod;
  /** The pod after a container was put back, at that moment: later steps change it. Absent where nothing was put back. */
  again?: JsonMap;
  /** The offline command has default templates of its own. */
  readonly offline: boolean;
  private readonly withStages: boolean;

  constructor(
    private readonly setup: Setup,
    options: InjectOptions,
  ) {
    this.withStages = wants(options, "stages");
    this.offline = options.path === "kube-inject";
  }

  selected(names: readonly SelectedName[]): void {
    this.names.push(...names);
  }

  rendered(template: string, text: string): void {
    if (this.withStages) this.stages.push({ id: `rendered:${template}`, text: display(text) });
  }

  pod(stage: string, pod: Pod): void {
    if (stage.startsWith("templatePod:")) this.template = pod;
    else if (stage.startsWith("mergedPod:")) this.merged = pod;
    else if (stage === "reapplied" && pod !== this.merged) this.again = encode(this.setup.podType, pod) as JsonMap;
    if (this.withStages) this.stages.push({ id: stage, pod: encode(this.setup.podType, pod) });
  }
}

/** A decision with the places of what decided. */
export function explained(decision: InjectDecision, at: PodPointers, pasted: PastedText, texts: Texts): Decision {
  const because = [
    ...decision.pod.map((pointer) => pasted.place(inObject(pointer, at))),
    ...decision.config.map((pointer) => configPlace(pointer, texts.config)),
  ];
  return { inject: decision.inject, reason: decision.reason, because };
}

/** The selected templates and the stages, as far as they came. */
export function told(
  history: History,
  at: PodPointers,
  pasted: PastedText,
  texts: Texts,
): Pick<ObjectResult, "templates" | "stages"> {
  const annotation = inObject("/metadata/annotations/inject.istio.io~1templates", at);
  const templates = history.names.map(({ name, from, alias, annotated }): SelectedTemplate => {
    const because: Place[] = [];
    if (annotated && pasted.has(annotation)) because.push(pasted.place(annotation));
    if (from === "alias") because.push(configPlace(`/aliases/${escapeToken(alias!)}`, texts.config));
    else if (from === "default") because.push(defaultPlace(history, texts.config));
    return { name, from, because };
  });
  return { templates, stages: history.stages };
}

/** Where the default templates are named: in the ConfigMap, unless it names none or is not asked. */
function defaultPlace(history: History, config: InputText): Place {
  const named = !history.offline && config.inner.has("/defaultTemplates");
  return named ? configPlace("/defaultTemplates", config) : { source: "default" };
}
