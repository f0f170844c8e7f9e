import type { InjectRequest } from "../../inject/api";
import { injectorWith } from "../short-injector";

const workload = String.raw`apiVersion: apps/v1
kind: Deployment
metadata: {name: mailer, namespace: shop}
spec:
  selector: {matchLabels: {app: mailer}}
  template:
    metadata:
      labels: {app: mailer}
    spec:
      containers:
      # It only reads from a queue: no ports.
      - {name: mailer, image: "registry.example.com/shop/mailer:1.0.7"}
`;

const config = String.raw`policy: enabled
defaultTemplates: [sidecar]
templates:
  sidecar: |
    {{- $app := index .Spec.Containers 0 }}
    spec:
      containers:
      - name: istio-proxy
        image: {{ .ProxyImage }}
        args: [proxy, sidecar, --proxyLogLevel={{ .Values.global.proxy.logLevel }}]
        env:
        - name: ISTIO_META_APP_PORT
          value: {{ (index $app.Ports 0).ContainerPort | quote }}
`;

/** A template that fails while it runs: it counts on a port that this workload has not. */
export const templateRun: InjectRequest = { workload, injector: injectorWith(config) };
