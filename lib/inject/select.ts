import { trimSpace } from "../functions/strings";
import type { Injection, SelectedName } from "./injection";

/**
 * The names of the templates to apply, in order, with what chose each: the annotation of the pod as received (items trimmed), else
 * the ConfigMap's defaultTemplates; a name that is an alias stands for its list, not recursively.
 * Mirrors selectTemplates and resolveAliases of pkg/kube/inject/inject.go.
 */
export function selectTemplates(injection: Injection): SelectedName[] {
  const annotation = injection.pod.metadata?.annotations?.get("inject.istio.io/templates");
  const annotated = annotation !== undefined;
  const from = annotated ? "annotation" : "default";
  const names = annotated ? annotation.split(",").map(trimSpace) : injection.defaultTemplates;
  return names.flatMap((name): SelectedName[] => {
    const alias = injection.aliases.get(name);
    return alias
      ? alias.map((target) => ({ name: target, from: "alias", alias: name, annotated }))
      : [{ name, from, annotated }];
  });
}
