import { expect, expectAccessible, test } from "./explorer";

const WEBHOOKS = `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: injector}
webhooks:
- name: namespace.sidecar-injector.istio.io
  clientConfig: {service: {name: istiod, namespace: istio-system}}
  sideEffects: None
  admissionReviewVersions: [v1]
  rules: [{operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods]}]
  namespaceSelector: {matchLabels: {istio-injection: enabled}}
`;
const NAMESPACE =
  "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: istio-system\n  labels:\n    istio-injection: enabled\n";

test("says whether the API server calls the injector, and leads to what decides it", async ({ explorer, page }) => {
  await explorer.open();
  const sentence = page.getByTestId("webhook");
  await expect(explorer.summary).toBeVisible();
  await expect(sentence).toHaveCount(0);
  await explorer.drop([{ name: "webhooks.yaml", text: WEBHOOKS }]);
  await expect(sentence).toContainText("does not call the injector: the namespace has no label istio-injection");
  await expect(sentence).toContainText("namespace istio-system: istio-injection=enabled");
  // What istiod would do is shown all the same.
  await expect(explorer.summary).toContainText("Injected");
  await expectAccessible(explorer);

  await explorer.drop([{ name: "namespace.yaml", text: NAMESPACE }]);
  await expect(sentence).toContainText("The API server calls namespace.sidecar-injector.istio.io");
  await sentence.getByRole("button", { name: "webhooks line 10" }).click();
  await expect(page.getByRole("tab", { name: "More" })).toHaveAttribute("aria-selected", "true");
});
