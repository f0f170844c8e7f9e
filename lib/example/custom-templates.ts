import type { InjectRequest } from "../inject/api";
import { injectorWith } from "./short-injector";

const workload = String.raw`apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ledger
  namespace: bank
spec:
  serviceName: ledger
  selector:
    matchLabels: {app: ledger}
  template:
    metadata:
      labels:
        app: ledger
      annotations:
        inject.istio.io/templates: observed   # an alias
    spec:
      containers:
      - name: ledger
        image: registry.example.com/bank/ledger:7.0.3
        securityContext:
          readOnlyRootFilesystem: false   # it writes beside itself
`;

const config = String.raw`policy: enabled
# For pods that name no template.
defaultTemplates: [platform]
# A name for several templates; each is merged over what those before it made.
aliases:
  platform: [sidecar, hardened]
  observed: [sidecar, hardened, telemetry]

templates:

  sidecar: |
    spec:
      containers:
      - name: istio-proxy
        image: {{ annotation .ObjectMeta "sidecar.istio.io/proxyImage" .ProxyImage }}
        args: [proxy, sidecar, --proxyLogLevel, {{ .Values.global.proxy.logLevel }}]
        env:
        - {name: TRUST_DOMAIN, value: {{ .MeshConfig.TrustDomain }}}
        resources:
          {{ toYaml .Values.global.proxy.resources | indent 6 }}

  # Every container of the application runs with as little as it can.
  hardened: |
    spec:
      securityContext:
        seccompProfile: {type: RuntimeDefault}
      containers:
      {{- range .Spec.Containers }}
      - name: {{ .Name }}
        securityContext:
          allowPrivilegeEscalation: false
          readOnlyRootFilesystem: true
          capabilities: {drop: [ALL]}
      {{- end }}

  # Traces go to the collector of the node.
  telemetry: |
    metadata:
      annotations:
        example.com/traced: "true"
    spec:
      containers:
      {{- range .Spec.Containers }}
      - name: {{ .Name }}
        env:
        - name: NODE_IP
          valueFrom: {fieldRef: {fieldPath: status.hostIP}}
        - name: OTEL_EXPORTER_OTLP_ENDPOINT
          value: http://$(NODE_IP):4317
        - name: OTEL_SERVICE_NAME
          value: {{ index $.ObjectMeta.Labels "app" | default $.DeploymentMeta.Name }}
      {{- end }}
`;

/** Templates of one's own beside the proxy's, selected together by an alias. */
export const customTemplates: InjectRequest = { workload, injector: injectorWith(config) };
