import { parseJson } from "../go/json";
import type { Json } from "../go/json-value";
import { trimSpace } from "../functions/strings";
import { toldError } from "../source/errors";
import type { Report } from "./messages";
import { containersOf, hostNetwork } from "./pods";
import type { Resource, Resources } from "./resources";

const INJECTION = "istio-injection";
const REVISION = "istio.io/rev";
const MODE = "istio.io/dataplane-mode";
const INJECT = "sidecar.istio.io/inject";

/** Namespaces and pods that are not injected, or by more than one label. Mirrors injection.Analyzer: IST0102, IST0103, IST0123, IST0148. */
export function analyzeInjection(resources: Resources): Report[] {
  const reports: Report[] = [];
  const injected = new Set<string>();
  let byDefault = false;
  for (const resource of resources.of("Namespace")) {
    const { name, labels } = resource;
    if (name === "istio-system") continue;
    const injection = labels.get(INJECTION);
    const several = injectionLabels(labels);
    if (several.length > 1) {
      const message = `The namespace has more than one type of injection labels [${several.join(" ")}], which may lead to undefined behavior. Make sure only one injection label exists.`;
      reports.push({ code: "IST0123", resource, message });
    }
    if (labels.get(MODE) === "ambient") continue;
    // As in the original, what one namespace's injector says holds for the next where that has none.
    const injector = resources.of("ConfigMap").find((map) => map.name === injectorName(labels.get(REVISION) ?? ""));
    if (injector) byDefault = injectsByDefault(injector);
    if (!injection && !labels.has(REVISION)) {
      reports.push(byDefault ? enabledByDefault(resource) : notInjected(resource));
    } else if (injection === "enabled") injected.add(name);
  }
  for (const pod of resources.of("Pod")) {
    if (injected.has(pod.namespace) && lacksProxy(pod)) {
      const message = `The pod ${pod.namespace}/${pod.name} is missing the Istio proxy. This can often be resolved by restarting or redeploying the workload.`;
      reports.push({ code: "IST0103", resource: pod, message });
    }
  }
  return reports;
}

function injectionLabels(labels: ReadonlyMap<string, string>): string[] {
  const injection = labels.get(INJECTION);
  const found = injection === undefined ? [] : [`${INJECTION}=${injection}`];
  for (const key of [REVISION, MODE]) {
    const value = labels.get(key);
    if (value !== undefined && (injection === undefined || injection === "enabled")) found.push(`${key}=${value}`);
  }
  return found;
}

function enabledByDefault(resource: Resource): Report {
  const message = "is enabled for Istio injection, as Istio is installed with enableNamespacesByDefault as true.";
  return { code: "IST0148", resource, message };
}

function notInjected(resource: Resource): Report {
  const label = (value: string) => `'kubectl label namespace ${resource.name} istio-injection=${value}'`;
  const message = `The namespace is not enabled for Istio injection. Run ${label("enabled")} to enable it, or ${label("disabled")} to explicitly mark it as not needing injection.`;
  return { code: "IST0102", resource, message, line: resource.lineOf(["metadata", "name"]) };
}

function lacksProxy(pod: Resource): boolean {
  const inject = pod.labels.get(INJECT) ?? pod.annotations.get(INJECT) ?? "";
  if (inject.toLowerCase() === "false" || hostNetwork(pod)) return false;
  const proxy = containersOf(pod).find(({ name }) => name === "istio-proxy");
  return !proxy?.image;
}

/** The name of a revision's injector ConfigMap. */
export function injectorName(revision: string): string {
  return `istio-sidecar-injector${revision === "" || revision === "default" ? "" : `-${revision}`}`;
}

/** The values in an injector's ConfigMap; null where they are no JSON. */
export function injectorValues({ json }: Resource): Json {
  const data = json.get("data");
  const values = data instanceof Map ? data.get("values") : undefined;
  if (typeof values !== "string" || trimSpace(values) === "") return null;
  try {
    return parseJson(values);
  } catch (failure) {
    toldError(failure);
    return null;
  }
}

/** istioctl itself crashes where the values have no such field. */
function injectsByDefault(injector: Resource): boolean {
  const values = injectorValues(injector);
  const webhook = values instanceof Map ? values.get("sidecarInjectorWebhook") : undefined;
  return webhook instanceof Map && webhook.get("enableNamespacesByDefault") === true;
}
