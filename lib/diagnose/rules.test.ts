import { describe, expect, test } from "vitest";
import { injectorWith } from "../example/short-injector";
import type { InjectRequest } from "../inject/api";
import { ROWS_OF_MODES, type Row } from "./rows-of-modes";
import { RULES, SHARED_RULES } from "./rules";
import { deployment, findings, INJECTOR, installed, mended, namespace } from "./testing";

type Parts = Partial<InjectRequest>;

const AUTO = "\n      - {name: istio-proxy, image: auto}";
const GATEWAY = "{inject.istio.io/templates: gateway}";
const TRUE = '{app: web, sidecar.istio.io/inject: "true"}';
const onlyDisabled = INJECTOR.replace("policy: enabled", "policy: disabled");
const w = (workload: string, more: Parts = {}): Parts => ({ workload, ...more });
const rest = { webhooks: installed("default") };
const canary = { webhooks: installed("revisioned", "canary") };
const proxy = (more: string) =>
  `\n      - {name: istio-proxy, image: auto, ${more}}\n      - {name: web, image: web:1}`;
const live = (more: string, image = "auto") =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web-1\n  namespace: shop\n  uid: u\n  labels: {app: web}\n${more}spec:\n  containers:\n  - {name: istio-proxy, image: ${image}}\n`;
const injectorOf = (from: string | RegExp, to: string) => INJECTOR.replace(from, to);
const bundle = (text: string) => installed("default").replaceAll("service:\n", `caBundle: "${text}"\n    service:\n`);
const native = "\n  initContainers:\n  - {name: istio-proxy, image: p";

const ROWS: readonly Row[] = [
  ["IX100", w(deployment({ containers: AUTO }), rest), w(deployment({ containers: AUTO, labels: TRUE }), rest)],
  [
    "IX101",
    w(deployment({ labels: TRUE }), { namespaces: namespace("{istio-injection: disabled}"), ...rest }),
    w(deployment({}), { namespaces: namespace("{istio-injection: disabled}"), ...rest }),
  ],
  [
    "IX102",
    w(deployment({ containers: AUTO, labels: '{sidecar.istio.io/inject: "false"}' })),
    w(deployment({ labels: '{sidecar.istio.io/inject: "false"}' })),
  ],
  [
    "IX103",
    w(deployment({ annotations: '{sidecar.istio.io/inject: "true"}' }), rest),
    w(deployment({ annotations: '{sidecar.istio.io/inject: "true"}', labels: TRUE }), rest),
  ],
  [
    "IX104",
    w(deployment({ own: '{sidecar.istio.io/inject: "true"}' }), rest),
    w(deployment({ own: '{sidecar.istio.io/inject: "true"}', labels: TRUE }), rest),
  ],
  [
    "IX105",
    w(deployment({ labels: TRUE }), { namespaces: namespace("{istio-injection: enable}"), ...rest }),
    w(deployment({}), { namespaces: namespace("{istio-injection: enabled}"), ...rest }),
  ],
  [
    "IX107",
    w(deployment({ containers: AUTO, labels: TRUE }), canary),
    w(deployment({ containers: AUTO, labels: "{app: web, istio.io/rev: canary}" }), canary),
  ],
  [
    "IX108",
    w(deployment({ labels: "{app: web, istio.io/rev: canry}" }), canary),
    w(deployment({ labels: "{app: web, istio.io/rev: canary}" }), canary),
  ],
  [
    "IX109",
    w(deployment({ labels: '{app: web, sidecar.istio.io/inject: "True"}' }), rest),
    w(deployment({ labels: TRUE }), rest),
  ],
  ["IX110", w(live("")), w(live('  annotations: {sidecar.istio.io/status: "{}"}\n'))],
  [
    "IX111",
    w(deployment({ labels: TRUE }), {
      webhooks: installed("default").replaceAll(
        "objectSelector:\n",
        "objectSelector:\n    matchLabels: {istio.io/deactivated: never-match}\n",
      ),
    }),
    w(deployment({ labels: TRUE }), rest),
  ],
  [
    "IX112",
    w(deployment({}), {
      ...rest,
      injector: injectorWith(
        "policy: enabled\ntemplates: {}\n",
        '{"global": {"tag": "1.30.3"}, "sidecarInjectorWebhook": {"enableNamespacesByDefault": true}}',
      ),
    }),
    w(deployment({}), {
      webhooks: installed("by-default"),
      injector: injectorWith(
        "policy: enabled\ntemplates: {}\n",
        '{"global": {"tag": "1.30.3"}, "sidecarInjectorWebhook": {"enableNamespacesByDefault": true}}',
      ),
    }),
  ],
  [
    "IX113",
    w(deployment({ labels: TRUE, spec: "hostNetwork: true" })),
    w(deployment({ labels: TRUE, spec: "hostNetwork: false" })),
  ],
  ["IX114", w(deployment({ labels: TRUE, spec: "hostNetwork: true" }), rest), w(deployment({ labels: TRUE }), rest)],
  [
    "IX115",
    w(deployment({ labels: TRUE }).replace("namespace: shop", "namespace: kube-system")),
    w(deployment({ labels: TRUE })),
  ],
  [
    "IX116",
    w(deployment({ containers: AUTO }), { injector: onlyDisabled }),
    w(deployment({ containers: AUTO, labels: TRUE }), { injector: onlyDisabled }),
  ],
  [
    "IX117",
    w(deployment({}), {
      injector: injectorOf(
        "policy: enabled",
        "policy: enabled\n    neverInjectSelector:\n    - matchLabels: {app: web}",
      ),
    }),
    w(deployment({}), {
      injector: injectorOf(
        "policy: enabled",
        "policy: enabled\n    neverInjectSelector:\n    - matchLabels: {app: job}",
      ),
    }),
  ],
  [
    "IX117",
    w(deployment({}), {
      injector: onlyDisabled.replace(
        "policy: disabled",
        "policy: disabled\n    alwaysInjectSelector:\n    - matchLabels: {app: web}",
      ),
    }),
    w(deployment({}), {
      injector: onlyDisabled.replace(
        "policy: disabled",
        "policy: disabled\n    alwaysInjectSelector:\n    - matchLabels: {app: job}",
      ),
    }),
  ],
  ["IX118", w(deployment({ labels: TRUE })), w(deployment({ labels: TRUE }), rest)],
  ["IX120", w(deployment({}), rest), w(deployment({}), { webhooks: bundle("Zm9v") })],
  [
    "IX121",
    w(deployment({}), { webhooks: installed("default").replace("failurePolicy: Fail", "failurePolicy: Ignore") }),
    w(deployment({}), rest),
  ],
  [
    "IX122",
    w(deployment({ annotations: "{inject.istio.io/templates: gatway}" })),
    w(deployment({ annotations: GATEWAY })),
  ],
  [
    "IX123",
    w(deployment({}), {
      injector: injectorOf(
        "spec:\n      initContainers:",
        "spec: {{ .Template_Version_And_Istio_Version_Mismatched_Check_Installation }}\n      initContainers:",
      ).replace(
        / {8}spec:\n/,
        "        spec: {{ .Template_Version_And_Istio_Version_Mismatched_Check_Installation }}\n",
      ),
    }),
    w(deployment({})),
  ],
  // Older templates call it as a function: then the ConfigMap as a whole cannot be read.
  [
    "IX123",
    w(deployment({}), {
      injector: injectorOf(
        / {8}spec:\n/,
        "        {{ Template_Version_And_Istio_Version_Mismatched_Check_Installation }}\n        spec:\n",
      ),
    }),
    w(deployment({}), { injector: injectorOf(/ {8}spec:\n/, "        {{ NoSuchFunction }}\n        spec:\n") }),
  ],
  [
    "IX124",
    w(deployment({ annotations: "{inject.istio.io/templates: other}" })),
    w(deployment({ annotations: GATEWAY })),
  ],
  [
    "IX128",
    w(deployment({ annotations: "{inject.istio.io/templates: broken}" })),
    w(deployment({ annotations: GATEWAY })),
  ],
  [
    "IX129",
    w(deployment({ annotations: "{sidecar.istio.io/interceptionMode: redirect}" })),
    w(deployment({ annotations: "{sidecar.istio.io/interceptionMode: REDIRECT}" })),
  ],
  [
    "IX130",
    w(deployment({ annotations: GATEWAY, spec: "volumes:\n- name: workload-socket\n  csi: {driver: spiffe}" })),
    w(deployment({ annotations: GATEWAY, spec: "volumes:\n- name: socket\n  csi: {driver: spiffe}" })),
  ],
  [
    "IX132",
    w(deployment({}), { namespaces: namespace("{pod-security.kubernetes.io/enforce: baseline}") }),
    w(deployment({}), { namespaces: namespace("{pod-security.kubernetes.io/enforce: privileged}") }),
  ],
  [
    "IX133",
    w(deployment({}), {
      namespaces: namespace("{}", "{openshift.io/sa.scc.uid-range: 1000700000/10000}"),
      options: { platform: "openshift" },
    }),
    w(deployment({}), {
      namespaces: namespace("{}", "{openshift.io/sa.scc.uid-range: 1000/10000}"),
      options: { platform: "openshift" },
    }),
  ],
  [
    "IX134",
    w(deployment({ annotations: '{prometheus.io/scrape: "true", prometheus.io/port: "15090"}' }), {
      options: { release: "1.31" },
    }),
    w(deployment({ annotations: '{prometheus.io/scrape: "true", prometheus.io/port: "8080"}' }), {
      options: { release: "1.31" },
    }),
  ],
  [
    "IX135",
    w(deployment({ labels: "{app: web, istio.io/rev: old}" }), { namespaces: namespace("{istio.io/rev: canary}") }),
    w(deployment({ labels: "{app: web, istio.io/rev: canary}" }), { namespaces: namespace("{istio.io/rev: canary}") }),
  ],
  [
    "IST0123",
    w(deployment({}), { namespaces: namespace("{istio-injection: enabled, istio.io/rev: canary}") }),
    w(deployment({}), { namespaces: namespace("{istio.io/rev: canary}") }),
  ],
  [
    "IX137",
    w(deployment({ annotations: "{inject.istio.io/templates: extra}" })),
    w(deployment({ annotations: '{inject.istio.io/templates: "sidecar,extra"}' })),
  ],
  [
    "IX138",
    w(deployment({ containers: AUTO, labels: TRUE })),
    w(deployment({ containers: AUTO, labels: TRUE, annotations: GATEWAY })),
  ],
  [
    "IX139",
    w(
      deployment({
        annotations: GATEWAY,
        containers: AUTO,
        labels: "{app: web, istio.io/rev: old}",
        selector: "{app: web, istio.io/rev: old}",
      }),
    ),
    w(deployment({ annotations: GATEWAY, containers: AUTO, labels: "{app: web, istio.io/rev: old}" })),
  ],
  [
    "IX140",
    w(deployment({ containers: proxy("args: [proxy, sidecar, --drainDuration, 5s]") })),
    w(deployment({ containers: proxy("env: [{name: A, value: b}]") })),
  ],
  [
    "IX142",
    w(deployment({ containers: proxy("").replace("image: auto, ", 'image: "Auto"') })),
    w(deployment({ containers: proxy("tty: true") })),
  ],
  [
    "IX143",
    w(deployment({ annotations: "{sidecar.istio.io/proxyCPU: 200m}" })),
    w(deployment({ annotations: "{sidecar.istio.io/proxyCPU: 200m, sidecar.istio.io/proxyMemory: 1Gi}" })),
  ],
  [
    "IX144",
    w(deployment({ containers: proxy("lifecycle: {preStop: {exec: {command: [sleep]}}}") }), {
      mesh: "defaultConfig:\n  holdApplicationUntilProxyStarts: true\n",
    }),
    w(deployment({ containers: proxy("lifecycle: {preStop: {exec: {command: [sleep]}}}") })),
  ],
  [
    "IX145",
    w(deployment({ containers: "\n      - {name: istio-init, image: x}" })),
    w(deployment({ containers: "\n      - {name: init, image: x}" })),
  ],
  [
    "IX147",
    w(live(`  annotations: {sidecar.istio.io/status: "{}"}\n`).replace("spec:", `spec:${native}}`)),
    w(
      live(`  annotations: {sidecar.istio.io/status: "{}"}\n`).replace(
        "spec:",
        `spec:${native}, restartPolicy: Always}`,
      ),
    ),
  ],
  [
    "IX153",
    w(deployment({ containers: proxy("tty: true"), labels: TRUE }), {
      webhooks: installed("default").replaceAll(
        "failurePolicy: Fail",
        "failurePolicy: Fail\n  reinvocationPolicy: IfNeeded",
      ),
    }),
    w(deployment({ containers: proxy("tty: true"), labels: TRUE }), rest),
  ],
  [
    "IX155",
    w(
      deployment({
        containers:
          "\n      - {name: web, image: w, ports: [{name: http, containerPort: 80}], readinessProbe: {httpGet: {port: htp}}}",
      }),
    ),
    w(
      deployment({
        containers:
          "\n      - {name: web, image: w, ports: [{name: http, containerPort: 80}], readinessProbe: {httpGet: {port: http}}}",
      }),
    ),
  ],
  [
    "IX156",
    w(deployment({ annotations: '{prometheus.io/scrape: "true", prometheus.io/port: "8080"}' })),
    w(deployment({ annotations: '{prometheus.io/scrape: "true", prometheus.io/port: "15020"}' })),
  ],
  [
    "IX157",
    w(deployment({ containers: proxy("args: [proxy, sidecar]").replace("image: auto", "image: old") })),
    w(deployment({ containers: proxy("tty: true").replace("image: auto", "image: old") })),
  ],
  [
    "IX161",
    w(deployment({}), {
      webhooks: installed("default").replace(
        "metadata:\n",
        'metadata:\n  annotations: {argocd.argoproj.io/tracking-id: "x"}\n',
      ),
    }),
    w(deployment({}), rest),
  ],
];

const ALL = [...ROWS, ...ROWS_OF_MODES];
const request = (parts: Parts): InjectRequest => ({ workload: "", injector: INJECTOR, ...parts });
const codes = (parts: Parts) => findings(request(parts)).map(({ code }) => code);

describe.each(ALL)("%s", (code, fires, nearMiss) => {
  test("is found, at a place, in both languages", () => {
    const [found] = findings(request(fires)).filter((finding) => finding.code === code);
    expect(found).toBeDefined();
    expect(found!.sentence.en).toMatch(/[.)]$/);
    expect(found!.sentence.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(found!.references.length).toBeGreaterThan(0);
    expect(found!.places.length).toBeGreaterThan(0);
  });

  test("is not found where it nearly is", () => expect(codes(nearMiss)).not.toContain(code));

  test("goes away with its fix, and the comments stay", () => {
    const asked = request(fires);
    const all = findings(asked).filter((finding) => finding.code === code);
    for (const { fix } of all.filter((finding) => finding.fix)) {
      const after = mended(asked, fix!.edits);
      expect(findings(after).filter((finding) => finding.code === code)).toHaveLength(all.length - 1);
      expect(after.workload.match(/#.*/g)).toEqual(asked.workload.match(/#.*/g));
    }
  });
});

test("every rule is tested, and no code means two things", () => {
  const rules = [...RULES, ...SHARED_RULES].map(({ code, rule }): [string, string] => [code, rule]);
  const all = [...new Map(rules).keys()];
  expect(new Set(rules.map(([code, rule]) => `${code} ${rule}`)).size).toBe(all.length);
  expect(all.filter((code) => !ALL.some(([tested]) => tested === code))).toEqual([]);
});
