import { GoPanic } from "../source/errors";
import { parseJson, stringifyOrdered } from "../go/json";
import type { Json } from "../go/json-value";
import { typeOf, type GoValue } from "../go/value";
import { encode } from "../k8s/encode";
import { findContainer, findSidecar, type Container, type Pod } from "../istio/pod";
import type { Injection } from "./injection";
import { inAnnotation } from "./in-annotation";
import { overlayContainer, prefixed } from "./overlay";
import { parseOverrides } from "./strip";
import { structsOf } from "./structs";

/**
 * Puts the user's own fields back over the containers that the templates also define (a user's istio-proxy), so that the user wins:
 *  1. a container in only one of both: nothing to do;
 *  2. in both because an earlier injection put it there (the status annotation names it): the template's stays;
 *  3. in both, the user's own: it is merged again, without an image that says `auto`.
 * What was put back is remembered in annotation proxy.istio.io/overrides on the first injection.
 * @throws GoError (overrides that do not parse, merge errors), GoPanic for a status annotation of a wrong type.
 * Mirrors reapplyOverwrittenContainers of pkg/kube/inject/webhook.go.
 */
export function reapplyContainers(merged: Pod, templatePod: Pod, injection: Injection): Pod {
  const original = injection.pod;
  const existing = parseOverrides(original, structsOf(injection.release).parsedContainers);
  const status = original.metadata?.annotations?.get("sidecar.istio.io/status");
  const injected = inAnnotation("sidecar.istio.io/status", () => injectedNames(status));
  const again: Record<"containers" | "initContainers", Container[]> = { containers: [], initContainers: [] };
  let final = merged;
  injection.origins?.reapplies(merged, templatePod);

  for (const { name = "" } of templatePod.spec?.containers ?? []) {
    if (injected.containers.includes(name)) continue;
    const own = findContainer(name, existing.containers) ?? findContainer(name, original.spec?.containers);
    if (own) final = putBack(final, "containers", own, again, injection);
  }
  for (const { name = "" } of templatePod.spec?.initContainers ?? []) {
    if (injected.initContainers.includes(name)) continue;
    const own =
      findContainer(name, existing.initContainers) ??
      findContainer(name, original.spec?.containers) ??
      findContainer(name, original.spec?.initContainers);
    if (own) final = putBack(final, "initContainers", own, again, injection);
  }

  if (status === undefined && (again.containers.length > 0 || again.initContainers.length > 0)) {
    const text = stringifyOrdered(encode(structsOf(injection.release).parsedContainers, again));
    ((final.metadata ??= {}).annotations ??= new Map()).set("proxy.istio.io/overrides", text);
    injection.origins?.remembers();
  }
  adjustInitContainerUser(final, injection);
  return final;
}

function putBack(
  pod: Pod,
  list: "containers" | "initContainers",
  own: Container,
  again: Record<"containers" | "initContainers", Container[]>,
  injection: Injection,
): Pod {
  const container = own.image === "auto" ? { ...own, image: "" } : own;
  again[list].push(container);
  try {
    return overlayContainer(pod, list, container, injection.podType, injection.origins?.putsBack(list, own));
  } catch (error) {
    const what = list === "containers" ? "container" : "init container";
    throw prefixed(`failed to apply sidecar ${what}: `, error);
  }
}

/** The names in the status annotation, leniently: JSON that does not parse counts as none. Mirrors parseStatus. */
function injectedNames(status: string | undefined): Record<"containers" | "initContainers", readonly string[]> {
  let json: Json = null;
  try {
    json = status === undefined ? null : parseJson(status);
  } catch {
    // Logged by the injector, otherwise without effect.
  }
  const names = (key: string): string[] => {
    const list = json instanceof Map ? (json.get(key) ?? null) : null;
    if (list === null) return [];
    if (!Array.isArray(list)) throw conversionPanic(list, "[]interface {}");
    return list.map((name) => {
      if (typeof name !== "string") throw conversionPanic(name, "string");
      return name;
    });
  };
  return { containers: names("containers"), initContainers: names("initContainers") };
}

function conversionPanic(value: Json, wanted: string): GoPanic {
  return new GoPanic(`interface conversion: interface {} is ${typeOf(value as GoValue)?.name ?? "nil"}, not ${wanted}`);
}

/**
 * Lets the init container that sets up traffic know the user that the pod's own istio-proxy runs as. Changes `final`.
 * Mirrors adjustInitContainerUser.
 */
function adjustInitContainerUser(final: Pod, injection: Injection): void {
  const own = findSidecar(injection.pod)?.securityContext;
  const init =
    findContainer("istio-init", final.spec?.initContainers) ??
    findContainer("istio-validation", final.spec?.initContainers);
  const tproxy =
    injection.proxyConfig.interceptionMode === TPROXY ||
    final.metadata?.annotations?.get("sidecar.istio.io/interceptionMode") === "TPROXY";
  injection.origins?.tellsUser(final, own, init, tproxy);
  if (!own || (own.runAsUser == null && own.runAsGroup == null) || !init) return;

  if (tproxy && own.runAsUser != null) {
    const sidecar = findSidecar(final);
    if (!sidecar) return;
    if (sidecar.securityContext?.runAsUser == null)
      throw new GoPanic("runtime error: invalid memory address or nil pointer dereference");
    sidecar.securityContext.runAsUser = 0;
  }
  if (!tproxy && init.name === "istio-validation") {
    init.securityContext ??= {};
    if (own.runAsUser != null) init.securityContext.runAsUser = own.runAsUser;
    if (own.runAsGroup != null) init.securityContext.runAsGroup = own.runAsGroup;
  }
  if (!own.runAsUser) return;
  const at = init.args?.indexOf("-u") ?? -1;
  if (at < 0) return;
  if (at + 1 >= init.args!.length) {
    throw new GoPanic(`runtime error: index out of range [${at + 1}] with length ${init.args!.length}`);
  }
  init.args![at + 1] = String(own.runAsUser);
}

/** ProxyConfig_TPROXY of the mesh API. */
const TPROXY = 1;
