import type { InjectRequest } from "../../inject/api";
import { injectorWith } from "../short-injector";
import { ordersWorkload } from "../sidecar";

const values = String.raw`{
  "global": {
    "hub": "docker.io/istio"
    "tag": "1.30.3",
    "proxy": {"image": "proxyv2", "logLevel": "warning"}
  }
}
`;

const config = String.raw`policy: enabled
defaultTemplates: [sidecar]
templates:
  sidecar: |
    spec:
      containers:
      - name: istio-proxy
        image: {{ .ProxyImage }}
        args: [proxy, sidecar, --proxyLogLevel={{ .Values.global.proxy.logLevel }}]
`;

/** Values that do not parse: a comma is missing. */
export const brokenValues: InjectRequest = { workload: ordersWorkload, injector: injectorWith(config, values) };
