import type { Json } from "../../go/json-value";
import type { Input } from "../../provenance/input";
import { InputSet, joinAll, type Inputs } from "../../provenance/inputs";
import { trimSpace } from "../../functions/strings";
import type { LabelSelector } from "../../istio/selectors";
import type { PastedInputs } from "./pasted-inputs";
import type { PodInputs } from "./sources-pod";

const INJECT = "sidecar.istio.io/inject";

function sets(inputs: readonly Input[]): Inputs {
  return joinAll(inputs.map((input) => InputSet.of(input)));
}

/** What decided that the pod is injected at all: what injectRequired looks at until it knows. */
export function decidedBy(inputs: PastedInputs, pod: PodInputs): Inputs {
  const { about, config, metadata, spec, object, options } = inputs;
  const offline = about.options.path === "kube-inject";
  const looked = [object.member("kind"), options.member("path"), spec.member("hostNetwork")];
  if (inputs.text(object.member("kind")) === "")
    looked.push(object.member("apiVersion"), object.at("/spec/containers"));
  if (!offline) looked.push(config.member("policy"));
  const [label, annotation] = [metadata.member("labels").member(INJECT), metadata.member("annotations").member(INJECT)];
  looked.push(label);
  const asked = inputs.json(label) ?? inputs.json(annotation);
  if (inputs.json(label) === undefined) looked.push(annotation);
  if (!offline && !isAnswer(asked, about.setup.behaviours.strictInjectLabel)) looked.push(...selectorsLooked(inputs));
  return joinAll([sets(looked), pod.namespace.inputs]);
}

/** Whether the text of a label or annotation decides; otherwise selectors and policy do. */
function isAnswer(asked: Json | undefined, strict: boolean): boolean {
  return strict ? asked === "true" || asked === "false" : asked !== undefined && asked !== "";
}

function selectorsLooked({ about, config, metadata }: PastedInputs): Input[] {
  const looked: Input[] = [];
  for (const list of ["neverInjectSelector", "alwaysInjectSelector"] as const) {
    looked.push(config.member(list));
    for (const [index, selector] of about.setup.config[list].entries()) {
      const keys = keysOf(selector);
      looked.push(
        config.member(list).member(String(index)),
        ...keys.map((key) => metadata.member("labels").member(key)),
      );
    }
  }
  return looked;
}

function keysOf({ matchLabels, matchExpressions }: LabelSelector): string[] {
  return [...(matchLabels?.keys() ?? []), ...(matchExpressions ?? []).map(({ key = "" }) => key)];
}

/** What chose the templates: the annotation, else the defaults, and the aliases that their names could be. */
export function selectedBy(inputs: PastedInputs): Inputs {
  const { about, config, metadata } = inputs;
  const input = metadata.at("/annotations/inject.istio.io~1templates");
  const annotation = inputs.json(input);
  const looked = [input];
  const offline = about.options.path === "kube-inject";
  if (offline) return sets([...looked, inputs.options.member("path")]);
  const annotated = typeof annotation === "string";
  const names = annotated ? annotation.split(",").map(trimSpace) : about.setup.config.defaultTemplates;
  if (!annotated) {
    const list = config.member("defaultTemplates");
    looked.push(list, ...names.map((_, index) => list.member(String(index))));
  }
  for (const name of names) {
    const alias = config.member("aliases").member(name);
    looked.push(alias, ...(about.setup.config.aliases.get(name) ?? []).map((_, index) => alias.member(String(index))));
  }
  return sets(looked);
}

/** What told the release: the request, or else the ConfigMap, as lib/inject/inputs.ts tells it. */
export function releasedBy(inputs: PastedInputs): Inputs {
  const { about, options, values, configMap, config } = inputs;
  const option = options.member("release");
  if ((about.options.release ?? "auto") !== "auto") return InputSet.of(option);
  const looked = [option, values.at("/global/tag")];
  const label = configMap?.at("/metadata/labels/app.kubernetes.io~1version");
  if (!namesRelease(inputs.json(looked[1]!))) {
    if (label) looked.push(label);
    if (!label || !inputs.has(label)) looked.push(config.member("templates"));
  }
  return sets(looked);
}

function namesRelease(tag: Json | undefined): boolean {
  return typeof tag === "string" && /^v?1\.\d/.test(tag);
}
