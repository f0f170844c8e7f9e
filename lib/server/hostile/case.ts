import type { InjectRequest } from "../../index";

/** A request that somebody could send to hurt the server, or the page that shows its answer. */
export interface HostileCase {
  readonly name: string;
  readonly request: () => InjectRequest;
  /**
   * What becomes of it: `ends` is stopped or refused, by an error of the injector or by the server; `answers` is an honest request, however
   * odd, and is injected; where neither is said both are right.
   */
  readonly outcome?: "ends" | "answers";
}

export const POD = "apiVersion: v1\nkind: Pod\nmetadata: {name: app}\nspec: {containers: [{name: app, image: a}]}\n";

/** A request whose only template is that one. */
export function withTemplate(template: string, workload = POD, values = "{}"): InjectRequest {
  return { workload, injector: { config: configOf(template), values }, options: { release: "1.30" } };
}

/** An injector's config whose only template is that one. */
export function configOf(template: string): string {
  return JSON.stringify({ policy: "enabled", defaultTemplates: ["a"], templates: { a: template } });
}

/** A template that prints the result of an expression into an annotation. */
export function printing(expression: string): InjectRequest {
  return withTemplate(`metadata: {annotations: {a: {{ ${expression} | toString | trunc 10 | quote }}}}`);
}

/** Cases that all have the same outcome, by name. */
export function cases(
  requests: Readonly<Record<string, () => InjectRequest>>,
  outcome?: HostileCase["outcome"],
): HostileCase[] {
  return Object.entries(requests).map(([name, request]) => ({ name, request, ...(outcome && { outcome }) }));
}
