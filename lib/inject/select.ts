import type { Injection, SelectedName } from "./injection";

/**
 * The names of the templates to apply, in order, with what chose each: the annotation of the pod as received (items trimmed), else
 * the ConfigMap's defaultTemplates; a name that is an alias stands for its list, not recursively.
 * Mirrors selectTemplates and resolveAliases of pkg/kube/inject/inject.go.
 */
export function selectTemplates(injection: Injection): SelectedName[] {
  const annotation = injection.pod.metadata?.annotations?.get("inject.istio.io/templates");
  const from = annotation === undefined ? "default" : "annotation";
  const names = annotation === undefined ? injection.defaultTemplates : annotation.split(",").map(trimSpace);
  return names.flatMap((name): SelectedName[] => {
    const alias = injection.aliases.get(name);
    return alias ? alias.map((target) => ({ name: target, from: "alias", alias: name })) : [{ name, from }];
  });
}

/** Go's strings.TrimSpace: Unicode white space, which is not quite what String.trim removes (U+FEFF, U+0085). */
export function trimSpace(text: string): string {
  return text.replace(
    /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g,
    "",
  );
}
