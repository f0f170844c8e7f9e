import type { InjectRequest } from "../inject/api";
import { injectorWith } from "./short-injector";

const workload = String.raw`# The host's network: nothing that the pod asks for counts.
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: node-exporter, namespace: monitoring}
spec:
  selector: {matchLabels: {app: node-exporter}}
  template:
    metadata:
      labels: {app: node-exporter, sidecar.istio.io/inject: "true"}
    spec:
      hostNetwork: true
      containers:
      - {name: node-exporter, image: "registry.example.com/monitoring/node-exporter:1.9.1"}
---
# A namespace of the cluster itself.
apiVersion: apps/v1
kind: Deployment
metadata: {name: dns-autoscaler, namespace: kube-system}
spec:
  selector: {matchLabels: {app: dns-autoscaler}}
  template:
    metadata:
      labels: {app: dns-autoscaler, sidecar.istio.io/inject: "true"}
    spec:
      containers:
      - {name: autoscaler, image: "registry.example.com/cluster/autoscaler:1.8.9"}
---
# The label says no, which hides what the annotation says.
apiVersion: apps/v1
kind: Deployment
metadata: {name: legacy-ftp, namespace: shop}
spec:
  selector: {matchLabels: {app: legacy-ftp}}
  template:
    metadata:
      labels: {app: legacy-ftp, sidecar.istio.io/inject: "false"}
      annotations: {sidecar.istio.io/inject: "true"}
    spec:
      containers:
      - {name: ftp, image: "registry.example.com/shop/ftp:3.0.5"}
---
# A neverInjectSelector of the injector matches.
apiVersion: v1
kind: Pod
metadata:
  name: build-4711
  namespace: ci
  labels: {example.com/runner: build}
spec:
  containers:
  - {name: build, image: "registry.example.com/ci/build:12"}
---
# Nothing asks for injection, and the policy is disabled.
apiVersion: apps/v1
kind: Deployment
metadata: {name: reports, namespace: shop}
spec:
  selector: {matchLabels: {app: reports}}
  template:
    metadata:
      labels: {app: reports}
    spec:
      containers:
      - {name: reports, image: "registry.example.com/shop/reports:1.1.0"}
---
# This one asks.
apiVersion: apps/v1
kind: Deployment
metadata: {name: invoices, namespace: shop}
spec:
  selector: {matchLabels: {app: invoices}}
  template:
    metadata:
      labels: {app: invoices, sidecar.istio.io/inject: "true"}
    spec:
      containers:
      - {name: invoices, image: "registry.example.com/shop/invoices:1.6.2"}
`;

const config = String.raw`# Only what asks for it.
policy: disabled
neverInjectSelector:
- matchLabels: {example.com/runner: build}
defaultTemplates: [sidecar]
templates:
  sidecar: |
    spec:
      containers:
      - name: istio-proxy
        image: {{ .ProxyImage }}
        args: [proxy, sidecar]
`;

/** Each reason for which a pod stays as it is, and one that is injected. */
export const notInjected: InjectRequest = { workload, injector: injectorWith(config) };
