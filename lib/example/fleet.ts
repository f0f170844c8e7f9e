import type { InjectRequest } from "../inject/api";
import { injectorWith } from "./short-injector";

/** Workloads of one shape: a name, what is on its pod, and its image. */
function deployment(namespace: string, name: string, image: string, metadata = ""): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  selector:
    matchLabels: {app: ${name}}
  template:
    metadata:
      labels: {app: ${name}}
${metadata}    spec:
      containers:
      - name: ${name}
        image: registry.example.com/${image}
        ports:
        - {name: http, containerPort: 8080}
`;
}

const annotated = (...lines: readonly string[]) =>
  `      annotations:\n${lines.map((line) => `        ${line}\n`).join("")}`;

const workload = [
  deployment("shop", "cart", "shop/cart:3.1.0"),
  deployment("shop", "orders", "shop/orders:2.14.0"),
  deployment("shop", "search", "shop/search:5.0.2"),
  deployment(
    "shop",
    "payments",
    "shop/payments:1.9.4",
    annotated("# Written when the proxy's image still came in two kinds.", "sidecar.istio.io/proxyImageType: debug"),
  ),
  deployment(
    "bank",
    "ledger",
    "bank/ledger:7.0.3",
    annotated("# Identities of SPIRE, by a template of our own.", "inject.istio.io/templates: sidecar,spire"),
  ),
  deployment("bank", "accounts", "bank/accounts:4.2.0"),
  deployment(
    "bank",
    "rates",
    "bank/rates:1.0.8",
    annotated('prometheus.io/scrape: "true"', 'prometheus.io/port: "8080"'),
  ),
  deployment("edge", "gateway", "edge/gateway:2.2.0", annotated("inject.istio.io/templates: gateway"))
    .replace(/image: .*/, "image: auto")
    .replace("- name: gateway", "- name: istio-proxy"),
  deployment("edge", "static", "edge/static:0.8.1", annotated('sidecar.istio.io/inject: "false"   # files only')),
].join("---\n");

/** Templates that both releases have, with what differs between them. */
const templates = (env: string, resources: string) => `policy: enabled
defaultTemplates: [sidecar]
templates:

  sidecar: |
    spec:
      containers:
      - name: istio-proxy
        image: "{{ .Values.global.hub }}/proxyv2:{{ .Values.global.tag }}{{ with index .ObjectMeta.Annotations "sidecar.istio.io/proxyImageType" }}-{{ . }}{{ end }}"
        args: [proxy, sidecar, --proxyLogLevel, {{ .Values.global.proxy.logLevel }}]
        env:
        - {name: TRUST_DOMAIN, value: {{ .MeshConfig.TrustDomain }}}
${env}        resources:
          requests: ${resources}

  gateway: |
    spec:
      containers:
      - name: istio-proxy
        image: "{{ .Values.global.hub }}/proxyv2:{{ .Values.global.tag }}"
        args: [proxy, router]
`;

const today = `${templates("        - {name: PILOT_CERT_PROVIDER, value: istiod}\n", "{cpu: 100m, memory: 128Mi}")}
  spire: |
    spec:
      containers:
      - name: istio-proxy
        volumeMounts:
        - {name: workload-socket, mountPath: /run/secrets/workload-spiffe-uds, readOnly: true}
      volumes:
      - name: workload-socket
        csi: {driver: csi.spiffe.io, readOnly: true}
`;

// The template of our own was not taken along, and one annotation is refused.
const next = templates(
  `        - {name: GOMEMLIMIT, valueFrom: {resourceFieldRef: {resource: limits.memory}}}
        {{- if isset .ObjectMeta.Annotations "prometheus.io/scrape" }}
        - {name: METRICS_FROM, value: agent}
        {{- end }}
        {{- with index .ObjectMeta.Annotations "sidecar.istio.io/proxyImageType" }}
        {{- fail (printf "sidecar.istio.io/proxyImageType: %s is not built any more" .) }}
        {{- end }}
`,
  "{cpu: 100m, memory: 160Mi}",
);

const values = (tag: string) => `{
  "global": {
    "hub": "docker.io/istio",
    "tag": "${tag}",
    "proxy": {"logLevel": "warning"}
  }
}
`;

/** A small fleet, and the injector of today and of the next release: two workloads would not start again. */
export const exampleFleet: {
  readonly workload: string;
  readonly a: Pick<InjectRequest, "injector">;
  readonly b: Pick<InjectRequest, "injector">;
} = {
  workload,
  a: { injector: injectorWith(today, values("1.28.3")) },
  b: { injector: injectorWith(next, values("1.30.3")) },
};
