import { describe, expect, test } from "vitest";
import { yamlToJson } from "../yaml/to-json";
import { explainInjection, matchWebhooks } from ".";

const CONFIGURATION = `
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: injector}
webhooks:
- name: namespace.sidecar-injector.istio.io
  clientConfig: {service: {name: istiod, namespace: mesh}}
  sideEffects: None
  admissionReviewVersions: [v1]
  rules: [{operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods]}]
  namespaceSelector: {matchLabels: {istio-injection: enabled}}
  objectSelector: {matchExpressions: [{key: sidecar.istio.io/inject, operator: NotIn, values: ["false"]}]}
`;

function request(namespaceLabels: string, podLabels: string, configuration = CONFIGURATION) {
  return {
    configurations: [yamlToJson(configuration)],
    namespace: yamlToJson(`{kind: Namespace, metadata: {name: shop, labels: ${namespaceLabels}}}`),
    object: yamlToJson(`{kind: Pod, metadata: {name: web, labels: ${podLabels}}}`),
    operation: "CREATE",
  };
}

describe("matchWebhooks", () => {
  test("calls a webhook whose rules and selectors all match", () => {
    const { webhooks } = matchWebhooks(request("{istio-injection: enabled}", "{}"));
    expect(webhooks.map(({ called, failed }) => [called, failed])).toEqual([[true, []]]);
  });

  test("tells every predicate that says no, with the requirement and the label that was there", () => {
    const [verdict] = matchWebhooks(request("{istio-injection: off}", '{sidecar.istio.io/inject: "false"}')).webhooks;
    // `off` is a boolean for Kubernetes' reader: labels must be strings.
    expect(verdict).toBeUndefined();
    const [said] = matchWebhooks(request('{istio-injection: "off"}', '{sidecar.istio.io/inject: "false"}')).webhooks;
    expect(said!.failed).toEqual(["namespaceSelector", "objectSelector"]);
    expect(said!.because.map(({ pointer, label }) => [pointer, label?.found])).toEqual([
      ["/webhooks/0/namespaceSelector/matchLabels/istio-injection", "off"],
      ["/webhooks/0/objectSelector/matchExpressions/0", "false"],
    ]);
  });

  test("ends the request at a selector that cannot be read, but for a webhook that something else rules out", () => {
    const broken = CONFIGURATION.replace("operator: NotIn", "operator: Not");
    const asked = matchWebhooks(request("{istio-injection: enabled}", "{}", broken));
    expect(asked.endsAt).toBe("injector/namespace.sidecar-injector.istio.io");
    expect(asked.webhooks[0]!.error).toBe('Internal error occurred: "Not" is not a valid label selector operator');
    expect(asked.invalid!.injector).toEqual([
      'webhooks[0].objectSelector.matchExpressions[0].operator: Invalid value: "Not": not a valid selector operator',
    ]);
    expect(matchWebhooks(request("{}", "{}", broken)).endsAt).toBeUndefined();
  });

  test("never asks webhooks about webhook configurations", () => {
    const object = yamlToJson(CONFIGURATION);
    const asked = matchWebhooks({ ...request("{}", "{}"), object, group: "admissionregistration.k8s.io" });
    expect(asked).toMatchObject({ exempt: true, webhooks: [] });
  });
});

describe("explainInjection", () => {
  test("names the webhook that is called, and the one label that would prevent it", () => {
    const explained = explainInjection(request("{istio-injection: enabled}", "{}"));
    expect(explained.by?.webhook).toBe("namespace.sidecar-injector.istio.io");
    expect(explained.labels).toContainEqual({ of: "object", key: "sidecar.istio.io/inject", value: "false" });
    expect(explained.labels).toContainEqual({ of: "namespace", key: "istio-injection" });
  });

  test("names the one label that would make the injector be called", () => {
    const explained = explainInjection(request("{}", "{}"));
    expect(explained).toMatchObject({ called: false, because: [{ predicate: "namespaceSelector" }] });
    expect(explained.labels).toEqual([{ of: "namespace", key: "istio-injection", value: "enabled" }]);
  });

  test("no one label mends what two say no to", () => {
    expect(explainInjection(request("{}", '{sidecar.istio.io/inject: "false"}')).labels).toEqual([]);
  });
});
