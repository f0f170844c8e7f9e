import { sortStrings } from "../go/strings";
import { annotationError } from "../istio/annotations";
import { annotationFacts } from "./annotation-facts";
import type { Report } from "./messages";
import type { Resource, Resources } from "./resources";

const RELEASE = 30;
const INJECT = "sidecar.istio.io/inject";
/** Istio sets these itself. */
const ITS_OWN = new Set(["sidecar.istio.io/status", "gateway.istio.io/controller-version", "istio.io/rev"]);

/** Istio's annotations that are unknown, misplaced, deprecated or wrong. Mirrors annotations.K8sAnalyzer: IST0107, IST0108, IST0125, IST0135. */
export function analyzeAnnotations(resources: Resources): Report[] {
  const kinds = ["Namespace", "Service", "Pod", "Deployment"] as const;
  return kinds.flatMap((kind) => resources.of(kind)).flatMap(ofResource);
}

function ofResource(resource: Resource): Report[] {
  return sortStrings(resource.annotations.keys())
    .filter((name) => isIstios(name) && !ITS_OWN.has(name))
    .flatMap((name) => ofAnnotation(resource, name));
}

function ofAnnotation(resource: Resource, name: string): Report[] {
  const facts = annotationFacts(name);
  if (!facts) return [{ code: "IST0108", resource, message: `Unknown annotation: ${name}` }];
  const reports: Report[] = [];
  // Who has the label too knows, and keeps the annotation for older releases.
  if (facts.deprecated && !(name === INJECT && resource.labels.has(INJECT))) {
    const instead = name === INJECT ? ` in favor of the "${INJECT}" label` : "";
    const message = `Annotation "${name}" has been deprecated${instead} and may not work in future Istio versions.`;
    reports.push({ code: "IST0135", resource, message });
  }
  if (facts.kinds.includes("Any")) return reports;
  if (!facts.kinds.includes(resource.kind)) {
    const message = `Misplaced annotation: ${name} can only be applied to ${facts.kinds.join(", ")}`;
    return [...reports, { code: "IST0107", resource, message }];
  }
  const error = annotationError(RELEASE, name, resource.annotations.get(name)!);
  if (error === undefined) return reports;
  return [...reports, { code: "IST0125", resource, message: `Invalid annotation ${name}: ${error}` }];
}

function isIstios(name: string): boolean {
  return name === "kubernetes.io/ingress.class" || name.split("/")[0]!.endsWith("istio.io");
}
