import { injectorWith } from "../example/short-injector";
import type { InjectRequest } from "../inject/api";
import { deployment, INJECTOR, installed, namespace } from "./testing";

type Parts = Partial<InjectRequest>;
/** A rule's code, a request in which it finds something, and one in which it nearly does. */
export type Row = readonly [code: string, fires: Parts, nearMiss: Parts];

const w = (workload: string, more: Parts = {}): Parts => ({ workload, ...more });
const canary = { webhooks: installed("revisioned", "canary") };
const TRUE = '{app: web, sidecar.istio.io/inject: "true"}';
const CONFIG = "policy: enabled\ntemplates:\n  sidecar: |\n    spec: {containers: [{name: istio-proxy, image: p}]}\n";
const valued = (more: string) =>
  w(deployment({}), { injector: injectorWith(CONFIG, `{"global": {"tag": "1.30.3"${more}`) });
const template = (text: string) =>
  injectorWith(`policy: enabled\ntemplates:\n  sidecar: |\n${text.replace(/^/gm, "    ")}\n`);
const NATIVE = template(`spec:
  {{- if eq (index .ObjectMeta.Annotations "sidecar.istio.io/nativeSidecar") "true" }}
  initContainers: [{name: istio-validation, image: v}, {name: istio-proxy, image: p, restartPolicy: Always}]
  {{- else }}
  initContainers: [{name: istio-validation, image: v}]
  containers: [{name: istio-proxy, image: p}]
  {{- end }}`);
const CANONICAL = template(`metadata:
  labels:
    service.istio.io/canonical-name: {{ index .ObjectMeta.Labels "service.istio.io/canonical-name" | default .DeploymentMeta.Name }}
spec: {containers: [{name: istio-proxy, image: p}]}`);
const BY_GROUP = template(
  "spec: {initContainers: [{name: istio-init, image: i, args: [-u, '1337', -g, '1337']}], containers: [{name: istio-proxy, image: p, securityContext: {runAsUser: 1337, runAsGroup: 1337}}]}",
);
const proxy = (more: string) =>
  `\n      - {name: istio-proxy, image: auto, ${more}}\n      - {name: web, image: web:1}`;
const job = (more: Parameters<typeof deployment>[0] = {}) =>
  deployment({ kind: "Job", ...more }).replace("apps/v1", "batch/v1");
const init = (...containers: string[]) => `initContainers:\n${containers.map((c) => `- {${c}}`).join("\n")}`;
const uses = (name: string) => `{inject.istio.io/templates: ${name}}`;
const WAIT = "name: wait, image: w";
const LONG = "an-owner-with-a-name-of-forty-characters";

/** A pod of the cluster that was injected: its status annotation's revision, and more of its text. */
const live = (revision: string, containers: string, more = "") =>
  `apiVersion: v1
kind: Pod
metadata:
  name: web-1
  namespace: shop
  annotations:
    sidecar.istio.io/status: '{"initContainers":["istio-validation"],"containers":["istio-proxy"],"revision":"${revision}"}'
spec:
  containers:
${containers}
${more}`;
const PROBERS = `'{"/app-health/web/readyz":{"httpGet":{"port":80}}}'`;
const known = `  - {name: istio-proxy, image: docker.io/istio/proxyv2:1.30.3, env: [{name: ISTIO_KUBE_APP_PROBERS, value: ${PROBERS}}]}
  - {name: web, image: w, readinessProbe: {httpGet: {path: /app-health/web/readyz, port: 15020}}}`;
const late = `${known}\n  - {name: late, image: l, readinessProbe: {httpGet: {path: /ready, port: 81}}}`;
const old = "  - {name: istio-proxy, image: docker.io/istio/proxyv2:1.29.0}\n  - {name: web, image: w}";
const probed = live(
  "default",
  "  - {name: istio-proxy, image: p}\n  - {name: late, image: l, readinessProbe: {httpGet: {path: /ready, port: 81}}}",
);
const rewriting = {
  injector: injectorWith(
    CONFIG,
    '{"global": {"tag": "1.30.3"}, "sidecarInjectorWebhook": {"rewriteAppHTTPProbe": true}}',
  ),
};
const statuses = (state: string) =>
  `status:\n  initContainerStatuses:\n  - {name: istio-validation, state: ${state}}\n`;

export const ROWS_OF_MODES: readonly Row[] = [
  [
    "IX106",
    w(deployment({ labels: TRUE }), { namespaces: namespace("{istio-injection: enabled}"), ...canary }),
    w(deployment({ labels: TRUE }), { namespaces: namespace("{istio.io/rev: canary}"), ...canary }),
  ],
  ["IX125", valued(', "imagePullSecrets": [{"name": "a"}, "b"]}}'), valued(', "imagePullSecrets": ["a", "b"]}}')],
  ["IX126", valued(', "network": 1}}'), valued(', "network": "1"}}')],
  ["IX126", valued('}, "revision": true}'), valued('}, "revision": "true"}')],
  ["IX127", valued('}, "pilot": {"cni": false}}'), valued('}, "pilot": {"cni": {"enabled": false}}}')],
  [
    "IX131",
    w(deployment({ name: LONG, annotations: uses("long") })),
    w(deployment({ name: "short", annotations: uses("long") })),
  ],
  [
    "IX131",
    w(deployment({ name: LONG + LONG }), { injector: CANONICAL }),
    w(deployment({ name: LONG }), { injector: CANONICAL }),
  ],
  [
    "IX141",
    w(deployment({ containers: proxy("env: [{name: ISTIO_META_CLUSTER_ID, value: mine}, {name: A, value: b}]") }), {
      options: { injectPath: "/inject/cluster/theirs/net/n" },
    }),
    w(deployment({ containers: proxy("env: [{name: ISTIO_META_CLUSTER_ID, value: mine}]") })),
  ],
  ["IX146", w(job(), { injector: NATIVE }), w(deployment({}), { injector: NATIVE })],
  [
    "IX146",
    w(deployment({ annotations: '{sidecar.istio.io/nativeSidecar: "true"}' })),
    w(deployment({ annotations: '{sidecar.istio.io/nativeSidecar: "false"}' })),
  ],
  [
    "IX148",
    w(deployment({ spec: init("name: istio-init, image: auto", WAIT) })),
    w(deployment({ spec: init(WAIT, "name: istio-init, image: auto") })),
  ],
  [
    "IX149",
    w(deployment({ spec: init(WAIT) }), { injector: NATIVE }),
    w(deployment({ spec: init(`${WAIT}, securityContext: {runAsUser: 1337}`) }), { injector: NATIVE }),
  ],
  [
    "IX150",
    w(deployment({ spec: init(WAIT), annotations: uses("wiping") })),
    w(deployment({ spec: init(WAIT), annotations: uses("extra") })),
  ],
  [
    "IX151",
    w(live("default", known, statuses("{terminated: {exitCode: 126}}"))),
    w(live("default", known, statuses("{terminated: {exitCode: 0}}"))),
  ],
  ["IX151", w(live("default", known, statuses("{waiting: {reason: CrashLoopBackOff}}"))), w(live("default", known))],
  [
    "IX152",
    w(deployment({ containers: proxy("securityContext: {runAsUser: 0, runAsGroup: 0}") })),
    w(deployment({ containers: proxy("securityContext: {runAsUser: 2000, runAsGroup: 2000}") })),
  ],
  [
    "IX152",
    w(deployment({ containers: proxy("securityContext: {runAsUser: 0}") }), { injector: BY_GROUP }),
    w(deployment({}), { injector: BY_GROUP }),
  ],
  ["IX154", w(live("default", late)), w(live("default", known))],
  // Injected again, an older release leads the new container's probe to an agent that it does not tell of it.
  [
    "IX154",
    w(probed, { ...rewriting, options: { release: "1.20" } }),
    w(probed, { ...rewriting, options: { release: "1.30" } }),
  ],
  ["IX158", w(live("default", old)), w(live("default", known))],
  ["IX158", w(live("before", known)), w(live("default", known))],
  [
    "IX160",
    w(deployment({ labels: "{app: web, istio.io/rev: canary}" }), { options: { path: "kube-inject" } }),
    w(deployment({ labels: "{app: web, istio.io/rev: canary}" }), {
      options: { path: "kube-inject", revision: "canary" },
    }),
  ],
  [
    "IX160",
    w(deployment({}), {
      injector: INJECTOR.replace("[sidecar]", "[sidecar, extra]"),
      options: { path: "kube-inject" },
    }),
    w(deployment({}), { injector: INJECTOR.replace("[sidecar]", "[sidecar, extra]") }),
  ],
];
