import { expect, test } from "vitest";
import { yamlToJson } from "../yaml/to-json";
import { matchUsual, matchWebhooks, usualInstallations } from ".";

/** Which installations inject a pod. */
function injecting(namespaceLabels: string, podLabels: string): string[] {
  const namespace = yamlToJson(`{metadata: {name: shop, labels: ${namespaceLabels}}}`);
  const object = yamlToJson(`{kind: Pod, metadata: {name: web, labels: ${podLabels}}}`);
  return matchUsual({ namespace, object, operation: "CREATE" })
    .filter(({ match }) => match.called)
    .map(({ installation }) => installation.name);
}

test.each([
  ["{}", "{}", ["by-default"]],
  ["{istio-injection: enabled}", "{}", ["default", "default-tag", "by-default"]],
  ["{istio-injection: disabled}", '{sidecar.istio.io/inject: "true"}', []],
  ["{}", '{sidecar.istio.io/inject: "true"}', ["default", "default-tag", "by-default"]],
  ["{istio.io/rev: canary}", "{}", ["revisioned", "tagged", "default-tag"]],
  ["{istio.io/rev: prod}", "{}", ["tagged"]],
  ["{istio.io/rev: canary}", '{sidecar.istio.io/inject: "false"}', []],
  ["{}", '{sidecar.istio.io/inject: "true", istio.io/rev: canary}', ["revisioned", "tagged", "default-tag"]],
  ["{istio-injection: enabled, istio.io/rev: canary}", "{}", ["default", "default-tag", "by-default"]],
])("namespace %s, pod %s: %j", (namespace, pod, expected) => expect(injecting(namespace, pod)).toEqual(expected));

test("what the installations make would be stored by the API server", () => {
  for (const { configurations } of usualInstallations()) {
    const asked = matchWebhooks({ configurations, namespace: null, object: null, operation: "CREATE" });
    expect([asked.error, asked.invalid, asked.strict]).toEqual([undefined, undefined, undefined]);
  }
});
