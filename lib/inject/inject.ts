import { GoError } from "../source/errors";
import { quote } from "../go/strconv";
import { sortStrings } from "../go/strings";
import { encode } from "../k8s/encode";
import { createJsonPatch, type JsonPatchOperation } from "../patch/json-patch";
import { validateAnnotations } from "../istio/annotations";
import { writeClusterAndNetwork } from "../istio/cluster-network";
import { findContainer, type Pod } from "../istio/pod";
import type { Typed } from "../go/value";
import { execute } from "../gotemplate/exec";
import type { Template } from "../gotemplate/template";
import type { Trace } from "../gotemplate/trace";
import { overwriteClusterInfo } from "./cluster-info";
import type { Injection } from "./injection";
import { applyMetadata } from "./metadata";
import { misrendered, type Rendering } from "./misrendered";
import { orderContainers } from "./order";
import { overlay, patchOf, prefixed } from "./overlay";
import { rewriteProbes } from "./probes";
import { mergePrometheus, securePrometheus } from "./prometheus";
import { reapplyContainers } from "./reapply";
import { selectTemplates } from "./select";
import { ofTemplate } from "./setup";
import { reinsertOverrides, stripPod } from "./strip";
import { templateData } from "./template-data";

/** A pod after injection, and the patch that makes it of the pod as received. */
export interface Injected {
  readonly pod: Pod;
  readonly patch: readonly JsonPatchOperation[];
}

/**
 * The injection of one pod, from top to bottom as the injector does it:
 * render the selected templates and merge each over the pod, put the user's own containers back over them, then what cannot be said in
 * a template (cluster, Prometheus, probes, metadata, order), and at last the patch.
 * @throws GoError with the injector's message, GoPanic where it would crash.
 * Mirrors injectPod of pkg/kube/inject/webhook.go.
 */
export function injectPod(injection: Injection): Injected {
  const base = encode(injection.podType, injection.pod, { floats: injection.behaviours.patchOfFloats });
  injection.origins?.begins(injection, base);

  const { mergedPod, templatePod } = step("failed to run injection template: ", () => runTemplates(injection));
  const pod = step("failed to re apply container: ", () => reapplyContainers(mergedPod, templatePod, injection));
  injection.record?.pod("reapplied", pod);
  step("failed to process pod: ", () => postProcess(pod, templatePod, injection));
  // Until 1.25 the library that compares the two reads numbers as float64.
  const numbers = { floats: injection.behaviours.patchOfFloats };
  const patch = step("failed to create patch: ", () => createJsonPatch(base, encode(injection.podType, pod, numbers)));

  return { pod, patch };
}

/**
 * Renders each selected template and merges it over the template pod (an empty pod at first: it shows what templates made) and over
 * the pod as received.
 * Mirrors RunTemplate of pkg/kube/inject/inject.go.
 */
function runTemplates(injection: Injection): { mergedPod: Pod; templatePod: Pod } {
  const { podType, record, origins } = injection;
  validateAnnotations(injection.release, injection.pod.metadata?.annotations);
  origins?.validated();
  writeClusterAndNetwork(injection.proxyEnvs, injection.pod, injection.values.typed);
  const visiblePod = reinsertOverrides(stripPod(injection), injection.release);
  const data = templateData(visiblePod, injection);
  origins?.sees(visiblePod);

  let mergedPod = injection.pod;
  let templatePod: Pod = {};
  const selected = selectTemplates(injection);
  record?.selected(selected);
  origins?.selected(selected);
  for (const { name } of selected) {
    const template = injection.templates.get(name);
    if (!template) throw templateNotFound(name, injection);
    const text = render(name, template, data, origins?.rendering(name));
    record?.rendered(name, text);

    // A text that is no patch fails here already, so it is read once for both.
    const rendering = { name, template, data, limits: LIMITS, text };
    const { patch, pod } = stepOf(rendering, injection, "failed applying injection overlay: ", () => {
      const { patch, document } = step("strategic merge: ", () => patchOf(text));
      origins?.rendered(name, template, patch, document);
      return { patch, pod: overlay(templatePod, patch, podType) };
    });
    templatePod = pod;
    record?.pod(`templatePod:${name}`, templatePod);
    const moves = runsNatively(mergedPod, templatePod, injection);
    origins?.native(mergedPod, moves);
    if (moves) mergedPod = moveProxyToInit(mergedPod);
    const generated = "failed parsing generated injected YAML (check Istio sidecar injector configuration): ";
    mergedPod = stepOf(rendering, injection, generated, () => overlay(mergedPod, patch, podType, origins?.merged));
    record?.pod(`mergedPod:${name}`, mergedPod);
  }
  return { mergedPod, templatePod };
}

/** What cannot be said in a template. Changes `pod`. Mirrors postProcessPod of pkg/kube/inject/webhook.go. */
function postProcess(pod: Pod, templatePod: Pod, injection: Injection): void {
  const { record } = injection;
  const metadata = (pod.metadata ??= {});
  metadata.annotations ??= new Map();
  metadata.labels ??= new Map();
  pod.spec ??= {};

  overwriteClusterInfo(pod, injection);
  record?.pod("clusterInfo", pod);
  mergePrometheus(pod, injection);
  record?.pod("prometheusMerge", pod);
  if (injection.behaviours.securePortAnnotation) {
    securePrometheus(pod, injection);
    record?.pod("securePrometheus", pod);
  }
  rewriteProbes(pod, injection);
  record?.pod("rewriteProbes", pod);
  applyMetadata(pod, templatePod, injection);
  record?.pod("metadata", pod);
  orderContainers(pod, injection);
  record?.pod("final", pod);
}

/** Runs one step; an error of the injector gets the step's prefix. */
function step<T>(prefix: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw prefixed(prefix, error);
  }
}

/** The same for a step that works with what a template rendered, which is where a person would look for its errors. */
function stepOf<T>(rendering: Rendering, { podType, origins }: Injection, prefix: string, run: () => T): T {
  try {
    return step(prefix, run);
  } catch (error) {
    throw misrendered(error, rendering, podType, origins?.misrendered);
  }
}

function render(name: string, template: Template, data: Typed, trace: Trace | undefined): string {
  try {
    return execute(template, data, { limits: LIMITS, trace });
  } catch (error) {
    throw error instanceof GoError ? ofTemplate(name, error) : error;
  }
}

/** A template is a program of whoever wrote it: it may run for so many steps and write so much. */
const LIMITS = { steps: 5_000_000, output: 4 * 1024 * 1024 };

function templateNotFound(name: string, injection: Injection): GoError {
  // Go lists the names in random order.
  const known = sortStrings(injection.templates.keys()).join(", ");
  return new GoError(`requested template ${quote(name)} not found; have ${known}`);
}

/** The proxy runs as a native sidecar, but the pod has it among its containers: a user's customisation of the injected one. */
function runsNatively(mergedPod: Pod, templatePod: Pod, injection: Injection): boolean {
  const annotation = mergedPod.metadata?.annotations?.get("sidecar.istio.io/nativeSidecar");
  const asked = injection.behaviours.nativeSidecarAnnotation ? annotation : undefined;
  const native = asked === "true" || (asked !== "false" && injection.nativeSidecar);
  return (
    native &&
    findContainer("istio-proxy", templatePod.spec?.initContainers) !== undefined &&
    findContainer("istio-proxy", mergedPod.spec?.containers) !== undefined
  );
}

/** The first container called istio-proxy at the end of the init containers, so that the template meets it there. */
function moveProxyToInit(pod: Pod): Pod {
  const containers = [...(pod.spec!.containers ?? [])];
  const [proxy] = containers.splice(
    containers.findIndex((c) => c.name === "istio-proxy"),
    1,
  );
  return { ...pod, spec: { ...pod.spec, containers, initContainers: [...(pod.spec!.initContainers ?? []), proxy!] } };
}
