/** Names that stand for services; the same again and again, as in a cluster of many namespaces. */
const SERVICES = ["orders", "payments", "cart", "search", "mail", "reports", "profile", "stock"];

/** What teams write on pods that the injector reads: a shape each. */
const SHAPES: readonly { readonly annotations?: readonly string[]; readonly labels?: readonly string[] }[] = [
  {},
  { annotations: ['prometheus.io/scrape: "true"', 'prometheus.io/port: "9090"'] },
  { annotations: ["sidecar.istio.io/proxyCPU: 200m", "sidecar.istio.io/proxyMemory: 256Mi"] },
  { labels: ['sidecar.istio.io/inject: "false"'] },
  {
    annotations: ['traffic.sidecar.istio.io/excludeOutboundPorts: "5432"'],
    labels: ["security.istio.io/tlsMode: istio"],
  },
  { annotations: ["proxy.istio.io/config: |", "  holdApplicationUntilProxyStarts: true", "  concurrency: 4"] },
  { annotations: ["sidecar.istio.io/userVolume: 'no JSON'"] },
];

/**
 * So many workloads of mixed kinds and shapes as `kubectl get deploy,sts,ds,cj -A -o yaml` prints them, what the API server and kubectl
 * apply add included. Each has a name, labels, an image and environment of its own.
 */
export function fleetText(count: number): string {
  const items = Array.from({ length: count }, (_, i) => workload(i));
  return `apiVersion: v1\nitems:\n${items.join("")}kind: List\nmetadata:\n  resourceVersion: ""\n`;
}

function workload(i: number): string {
  const service = SERVICES[i % SERVICES.length]!;
  const name = `${service}-${i}`;
  const kind = i % 10 === 7 ? "StatefulSet" : i % 10 === 8 ? "DaemonSet" : i % 10 === 9 ? "CronJob" : "Deployment";
  const spec =
    kind === "CronJob"
      ? [
          'schedule: "*/5 * * * *"',
          "jobTemplate:",
          ...indented([
            "spec:",
            ...indented(["template:", ...indented(pod(i, name)), ...indented(["  restartPolicy: Never"])]),
          ]),
        ]
      : ["selector:", "  matchLabels:", `    app: ${name}`, "template:", ...indented(pod(i, name))];
  const lines = [
    `apiVersion: ${kind === "CronJob" ? "batch/v1" : "apps/v1"}`,
    `kind: ${kind}`,
    "metadata:",
    "  annotations:",
    '    deployment.kubernetes.io/revision: "3"',
    "    kubectl.kubernetes.io/last-applied-configuration: |",
    `      {"apiVersion":"apps/v1","kind":"${kind}","metadata":{"annotations":{},"name":"${name}"},"spec":{"replicas":2}}`,
    '  creationTimestamp: "2026-01-01T10:00:00Z"',
    "  generation: 3",
    `  name: ${name}`,
    `  namespace: team-${i % 50}`,
    `  resourceVersion: "${100_000 + i}"`,
    `  uid: 3f1f9e6a-0000-4000-8000-${String(i).padStart(12, "0")}`,
    "spec:",
    ...indented(spec),
    "status:",
    "  observedGeneration: 3",
    "  readyReplicas: 2",
  ];
  return `- ${lines.join("\n  ")}\n`;
}

function pod(i: number, name: string): string[] {
  const { annotations = [], labels = [] } = SHAPES[Math.floor(i / 3) % SHAPES.length]!;
  const sidecars = i % 4 === 0 ? container("exporter", i, 9100) : [];
  return [
    "metadata:",
    ...(annotations.length > 0 ? indented(["annotations:", ...indented(annotations)]) : []),
    ...indented(["labels:", ...indented([`app: ${name}`, `version: v${i % 5}`, ...labels])]),
    "spec:",
    "  containers:",
    ...indented([...container("app", i, 8080), ...sidecars]),
    `  serviceAccountName: ${name}`,
    "  terminationGracePeriodSeconds: 30",
    "  volumes:",
    "  - name: config",
    "    configMap:",
    `      name: ${name}`,
  ];
}

function container(name: string, i: number, port: number): string[] {
  return [
    "- env:",
    ...Array.from({ length: 4 + (i % 9) }, (_, n) => `  - name: SETTING_${n}\n    value: "${i}-${n}"`).flatMap((two) =>
      two.split("\n"),
    ),
    `  image: example.test/${name}:${i}`,
    "  imagePullPolicy: IfNotPresent",
    `  name: ${name}`,
    "  ports:",
    `  - containerPort: ${port}`,
    "    name: http",
    "    protocol: TCP",
    "  readinessProbe:",
    "    httpGet:",
    "      path: /ready",
    `      port: ${port}`,
    "      scheme: HTTP",
    "    periodSeconds: 10",
    "  resources:",
    "    limits:",
    `      memory: ${128 * (1 + (i % 4))}Mi`,
    "    requests:",
    "      cpu: 100m",
    "  volumeMounts:",
    "  - mountPath: /etc/app",
    "    name: config",
  ];
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
