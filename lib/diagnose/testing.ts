import { injectorWith } from "../example/short-injector";
import type { Finding, InjectRequest, TextEdit } from "../inject/api";
import { usualInstallations } from "../match";
import { printYaml } from "../yaml/print";
import { Lines } from "../source/lines";
import { inject } from "./diagnose";

/** All findings of a request, of objects and shared. */
export function findings(request: InjectRequest): Finding[] {
  const result = inject({ ...request, options: { ...request.options, include: ["findings"] } });
  return [...result.objects.flatMap((object) => object.findings ?? []), ...(result.findings ?? [])];
}

/** A request with the edits of a fix made in its texts. */
export function mended(request: InjectRequest, edits: readonly TextEdit[]): InjectRequest {
  const changed: Record<string, string> = {};
  const fromEnd = [...edits].sort((a, b) => b.range.line - a.range.line || b.range.column - a.range.column);
  for (const { source, range, replacement } of fromEnd) {
    const text = changed[source] ?? (request[source] as string);
    const lines = new Lines(text);
    const from = lines.offset(range);
    const to = lines.offset({ line: range.endLine, column: range.endColumn });
    changed[source] = text.slice(0, from) + replacement + text.slice(to);
  }
  return { ...request, ...changed };
}

/** The configurations of a usual installation as text. */
export function installed(name: string, revision?: string): string {
  const { configurations } = usualInstallations(revision).find((known) => known.name === name)!;
  return configurations.map((configuration) => printYaml(configuration)).join("---\n");
}

/** An injector that does what a rule looks for, and little else. */
export const INJECTOR = injectorWith(`policy: enabled
defaultTemplates: [sidecar]
templates:
  sidecar: |
    spec:
      initContainers:
      - name: istio-init
        image: i
        args: [istio-iptables, -u, "1337"]
        securityContext: {capabilities: {add: [NET_ADMIN, NET_RAW]}}
      containers:
      - name: istio-proxy
        image: docker.io/istio/proxyv2:1.30.3
        args: [proxy, sidecar]
        env:
        - {name: ISTIO_META_CLUSTER_ID, value: Kubernetes}
        securityContext: {runAsUser: 1337}
        resources:
          {{- if or (isset .ObjectMeta.Annotations "sidecar.istio.io/proxyCPU") (isset .ObjectMeta.Annotations "sidecar.istio.io/proxyMemory") }}
          requests:
            {{ with index .ObjectMeta.Annotations "sidecar.istio.io/proxyCPU" }}cpu: "{{ . }}"{{ end }}
            {{ with index .ObjectMeta.Annotations "sidecar.istio.io/proxyMemory" }}memory: "{{ . }}"{{ end }}
          {{- else }}
          requests: {cpu: 100m, memory: 128Mi}
          {{- end }}
  gateway: |
    metadata:
      labels:
        istio.io/rev: {{ .Revision | default "default" }}
    spec:
      containers:
      - name: istio-proxy
        image: docker.io/istio/proxyv2:1.30.3
        args: [proxy, router]
        env:
        - {name: ISTIO_META_NETWORK, value: {{ index .ObjectMeta.Labels "topology.istio.io/network" | default "network1" }}}
        volumeMounts:
        - {name: istio-token, mountPath: /var/run/secrets/tokens}
      volumes:
      - name: workload-socket
        emptyDir: {}
      - name: istio-token
        projected:
          sources:
          - serviceAccountToken: {path: istio-token, audience: istio-ca}
      - name: istiod-ca-cert
        configMap: {name: istio-ca-root-cert}
  extra: |
    metadata:
      annotations: {extra: "yes"}
  wiping: |
    spec:
      initContainers: null
  long: |
    metadata:
      labels:
        app.example.com/owner: {{ printf "%s-%s" .DeploymentMeta.Name .DeploymentMeta.Name }}
  validation: |
    spec:
      initContainers:
      - {name: istio-validation, image: v}
      containers:
      - {name: istio-proxy, image: p}
  broken: |
    spec: [{{ .DeploymentMeta.Name }}]
  other: |
    spec: {serviceAccountName: {{ .NoSuchField }}}
`);

/** A Deployment; each part is YAML in flow style, or lines. */
export function deployment(parts: {
  readonly labels?: string;
  readonly annotations?: string;
  readonly containers?: string;
  readonly own?: string;
  readonly spec?: string;
  readonly name?: string;
  readonly kind?: string;
  readonly selector?: string;
}): string {
  const {
    labels = "{app: web}",
    annotations,
    containers = "\n      - {name: web, image: web:1}",
    own,
    spec,
    selector,
  } = parts;
  return `# kept
apiVersion: apps/v1
kind: ${parts.kind ?? "Deployment"}
metadata:
  name: ${parts.name ?? "web"} # its name
  namespace: shop
${own ? `  labels: ${own}\n` : ""}spec:
  selector: {matchLabels: ${selector ?? "{app: web}"}}
  template:
    metadata:
      labels: ${labels}
${annotations ? `      annotations: ${annotations}\n` : ""}    spec:
${spec ? `${spec.replace(/^/gm, "      ")}\n` : ""}      containers:${containers}
`;
}

/** A Namespace with labels in flow style. */
export function namespace(labels: string, annotations = "{}"): string {
  return `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  annotations: ${annotations}\n  labels: ${labels}\n`;
}
