import { cloneNode } from "../go/clone";
import { parseInjectionConfig } from "../istio/injection-config";
import { applyMeshConfig } from "../istio/mesh-config";
import { behaviours } from "../istio/releases";
import { nativeSidecars } from "../istio/native-sidecar";
import { parseValues } from "../istio/values";
import { offlineResult } from "./answer-offline";
import { webhookResult } from "./answer-webhook";
import type { InjectOptions, InjectRequest, InjectResult } from "./api";
import { InputError, injectorTexts, meshText, namedRelease } from "./inputs";
import { located } from "./located";
import { compileConfig, podTypeOf, readMesh, readValues, type Setup } from "./setup";
import type { Texts } from "./texts";

/**
 * Injects every workload of a request the way istiod (or the offline command) of the release would, and says what happened at each step.
 * Never throws for what was pasted: an unusable ConfigMap is `configError`, a text that does not split or parse `error`, an injection
 * that fails the object's `error`, each with the injector's words. O(size of the texts + documents × size of the templates).
 */
export function inject(request: InjectRequest): InjectResult {
  const options = request.options ?? {};
  let release: InjectResult["release"] = { name: "", from: "" };
  try {
    const { config, values, told } = injectorTexts(request.injector);
    const detected = (options.release ?? "auto") === "auto" ? told : namedRelease(options.release!);
    release = { name: `1.${detected.release}`, from: detected.from };
    const texts: Texts = { config, values, mesh: meshText(request.mesh) };
    const setup = prepare(texts, detected.release, options);
    const run = options.path === "kube-inject" ? offlineResult : webhookResult;
    return { release, ...run(request, setup, texts) };
  } catch (error) {
    if (error instanceof InputError) return { release, configError: error.error, objects: [] };
    throw error;
  }
}

/** Reads config, values and mesh. @throws InputError with istiod's words where one cannot be used. */
function prepare(texts: Texts, release: Setup["release"], options: InjectOptions): Setup {
  const { nativeSidecarDetection } = behaviours(release);
  const native = isNative(options, release);
  // Until 1.26 templates ask the environment; later istiod tells them, and the variable is unset.
  const environment = new Map(nativeSidecarDetection ? [] : [["ENABLE_NATIVE_SIDECARS", String(native)]]);
  const { config, templates } = located(
    "config",
    texts.config,
    (text) => compileConfig(text, release, environment),
    (text) => parseInjectionConfig(release, text),
  );
  const values = located(
    "values",
    texts.values,
    (text) => readValues(text, release),
    (text) => parseValues(release, text),
  );
  const mesh = located(
    "mesh",
    texts.mesh,
    (text) => readMesh(text, release),
    (text) => applyMeshConfig(release, text),
  );
  const offline = options.path === "kube-inject";
  const revision = options.revision ?? (offline ? "" : "default");
  return {
    release,
    behaviours: behaviours(release),
    podType: podTypeOf(release),
    config,
    templates,
    // Templates can change what they are given; the next request must not see it.
    values: { typed: values.typed, map: cloneNode(values.map) },
    mesh,
    nativeSidecar: native,
    revision,
    compliancePolicy: options.compliancePolicy ?? "",
  };
}

function isNative(options: InjectOptions, release: Setup["release"]): boolean {
  if (typeof options.nativeSidecars === "boolean") return options.nativeSidecars;
  // The offline command sees no nodes; a cluster of new enough ones is what `auto` stands for.
  return nativeSidecars(release, undefined, options.path === "kube-inject" ? undefined : []);
}
