import { exampleRequest } from "../example";
import { examples } from "../example/all";
import { injectorWith } from "../example/short-injector";
import type { ExampleId } from "../example/catalogue";
import { edited, type Edit } from "./edit";
import { type LessonState, stateContent } from "./lesson";

/** The state of one of the bundled examples. */
export function exampleState(id: ExampleId): LessonState {
  const { workload, injector, mesh = "", options } = examples[id];
  const { nativeSidecars = "auto" } = options ?? {};
  return {
    texts: { workload, injector: injector as string, mesh },
    ...(nativeSidecars === "auto" ? {} : { options: { nativeSidecars: String(nativeSidecars) } }),
  };
}

/** The east-west gateway that the course follows. */
export const gateway: LessonState = {
  texts: {
    workload: exampleRequest.workload,
    injector: exampleRequest.injector as string,
    mesh: exampleRequest.mesh ?? "",
  },
};

/** A state with some edits made. */
export function after(state: LessonState, edits: readonly Edit[]): LessonState {
  const { texts, options } = edited(stateContent(state), edits);
  return { ...state, texts, options };
}

/** A state with other texts in the place of some of its own. */
export function withTexts(state: LessonState, texts: LessonState["texts"]): LessonState {
  return { ...state, texts: { ...state.texts, ...texts } };
}

/** A workload beside an injector of few lines, where the course is about one thing. */
export function small(workload: string, config: string): LessonState {
  return { texts: { workload, injector: injectorWith(config) } };
}

/** A namespace with labels, written as `key: value`. */
export function namespaceText(name: string, labels: string): string {
  return `apiVersion: v1
kind: Namespace
metadata:
  name: ${name}
  labels: {${labels}}
`;
}

/** A webhook as Istio installs it: the beginning of its name, and the two selectors that decide. */
interface Row {
  readonly prefix: string;
  readonly namespace: readonly string[];
  readonly pod: readonly string[];
}

const absent = (key: string) => `{key: ${key}, operator: DoesNotExist}`;
const one = (key: string, value: string) => `{key: ${key}, operator: In, values: ["${value}"]}`;
const INJECTION = "istio-injection";
const REV = "istio.io/rev";
const INJECT = "sidecar.istio.io/inject";
const NOT_FALSE = `{key: ${INJECT}, operator: NotIn, values: ["false"]}`;

const ofRevision = (revision: string): readonly Row[] => [
  { prefix: "rev.namespace.", namespace: [one(REV, revision), absent(INJECTION)], pod: [NOT_FALSE] },
  { prefix: "rev.object.", namespace: [absent(REV), absent(INJECTION)], pod: [NOT_FALSE, one(REV, revision)] },
];

/** The webhooks of an installation without revisions. */
export const defaultWebhooks = webhooksText("istio-sidecar-injector", [
  ...ofRevision("default"),
  { prefix: "namespace.", namespace: [one(INJECTION, "enabled")], pod: [NOT_FALSE] },
  { prefix: "object.", namespace: [absent(INJECTION), absent(REV)], pod: [one(INJECT, "true"), absent(REV)] },
]);

/** The webhooks of an installation that has one revision and nothing else. */
export const canaryWebhooks = webhooksText("istio-sidecar-injector-canary", ofRevision("canary"));

function webhooksText(name: string, rows: readonly Row[]): string {
  const selector = (label: string, tests: readonly string[]) =>
    `  ${label}:\n    matchExpressions:\n${tests.map((test) => `    - ${test}\n`).join("")}`;
  return `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata:
  name: ${name}
webhooks:
${rows
  .map(
    ({ prefix, namespace, pod }) => `- name: ${prefix}sidecar-injector.istio.io
  clientConfig: {caBundle: Q0E=, service: {name: istiod, namespace: istio-system, path: /inject}}
  sideEffects: None
  admissionReviewVersions: [v1]
  failurePolicy: Fail
  rules: [{operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods]}]
${selector("namespaceSelector", namespace)}${selector("objectSelector", pod)}`,
  )
  .join("")}`;
}
