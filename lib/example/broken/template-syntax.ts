import type { InjectRequest } from "../../inject/api";
import { injectorWith } from "../short-injector";
import { ordersWorkload } from "../sidecar";

const config = String.raw`policy: enabled
defaultTemplates: [sidecar]
templates:
  sidecar: |
    spec:
      containers:
      - name: istio-proxy
        image: {{ .ProxyImage }}
        args:
        - proxy
        - sidecar
        {{- if eq .Values.global.proxy.logLevel "debug" }
        - --proxyLogLevel=debug
        {{- end }}
        resources:
          {{ toYaml .Values.global.proxy.resources | indent 6 }}
`;

/** A template that does not parse: a brace is missing. */
export const templateSyntax: InjectRequest = { workload: ordersWorkload, injector: injectorWith(config) };
