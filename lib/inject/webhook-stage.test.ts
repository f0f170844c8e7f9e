import { expect, test } from "vitest";
import { exampleRequest } from "../example/index";
import { inject } from "./answer";

const webhooks = `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: injector}
webhooks:
- name: namespace.sidecar-injector.istio.io
  clientConfig: {service: {name: istiod, namespace: mesh}}
  sideEffects: None
  admissionReviewVersions: [v1]
  rules: [{operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods]}]
  namespaceSelector:
    matchLabels: {mesh-injection: "on"}
  objectSelector:
    matchExpressions:
    - {key: inject, operator: NotIn, values: ["no"]}
`;
const workload = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels:
        app: web
        inject: "no"
    spec: {containers: [{name: web, image: web}]}
`;
const namespace = (label: string) => `kind: Namespace\nmetadata:\n  name: shop\n  labels:\n    ${label}\n`;

function webhookOf(request: object) {
  return inject({ ...exampleRequest, workload, webhooks, ...request }).objects[0]!.webhook!;
}

test("nothing is said of webhooks that were not pasted", () => {
  expect(inject({ ...exampleRequest, workload }).objects[0]).not.toHaveProperty("webhook");
});

test("says which labels keep the injector from being called, each with its lines, and shows the result as if it were", () => {
  const result = inject({ ...exampleRequest, workload, webhooks, namespaces: namespace('mesh-injection: "off"') });
  const [object] = result.objects;
  expect(object!.webhook).toMatchObject({
    called: false,
    because: [
      {
        predicate: "namespaceSelector",
        at: { source: "webhooks", line: 11 },
        label: { of: "namespace", key: "mesh-injection", values: ["on"], found: "off" },
        labelAt: { source: "namespaces", line: 5 },
      },
      { predicate: "objectSelector", at: { source: "webhooks", line: 14 }, labelAt: { source: "workload", line: 10 } },
    ],
    labels: [],
    namespace: { name: "shop", given: true },
  });
  expect(object!.decision).toBeDefined();
});

test("names the webhook that is called and what it looked at", () => {
  const called = webhookOf({
    workload: workload.replace('inject: "no"', 'inject: "yes"'),
    namespaces: namespace('mesh-injection: "on"'),
  });
  expect(called).toMatchObject({ called: true, by: "namespace.sidecar-injector.istio.io", configuration: "injector" });
  expect(called.because.map(({ labelAt }) => labelAt?.source)).toEqual(["namespaces", "workload"]);
  expect(called.labels).toContainEqual({ of: "object", key: "inject", value: "no" });
});

test("a namespace that was not pasted has no labels, and the result says so", () => {
  const found = webhookOf({ workload: workload.replace('inject: "no"', 'inject: "yes"') });
  expect(found.namespace).toEqual({ name: "shop", given: false });
  expect(found.labels).toEqual([{ of: "namespace", key: "mesh-injection", value: "on" }]);
});

test("a selector that cannot be read ends the request, with its line", () => {
  const broken = webhooks.replace("operator: NotIn", "operator: Not");
  expect(webhookOf({ webhooks: broken, namespaces: namespace('mesh-injection: "on"') })).toMatchObject({
    called: false,
    error: { message: expect.stringContaining('"Not" is not a valid label selector operator'), at: { line: 14 } },
  });
});

test("what does not fit a configuration's type has its line", () => {
  const broken = webhooks.replace('"on"', "on");
  expect(webhookOf({ webhooks: broken }).error).toMatchObject({
    message: expect.stringContaining("cannot unmarshal bool into Go struct field LabelSelector"),
    at: { source: "webhooks", line: 11 },
  });
});
