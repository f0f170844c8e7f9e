import type { InjectRequest } from "../../inject/api";
import { injectorWith } from "../short-injector";

const workload = String.raw`apiVersion: apps/v1
kind: Deployment
metadata: {name: notes, namespace: shop}
spec:
  selector: {matchLabels: {app: notes}}
  template:
    metadata:
      labels: {app: notes}
      annotations:
        example.com/contact: "on call: team-notes"   # the colon is what breaks it
    spec:
      containers:
      - {name: notes, image: "registry.example.com/shop/notes:0.9.0"}
`;

const config = String.raw`policy: enabled
defaultTemplates: [sidecar]
templates:
  sidecar: |
    spec:
      containers:
      - name: istio-proxy
        image: {{ .ProxyImage }}
        env:
        - name: ISTIO_META_CONTACT
          value: {{ index .ObjectMeta.Annotations "example.com/contact" }}
        args: [proxy, sidecar]
`;

/** Rendered text that is no YAML, for want of quotes. */
export const renderedYaml: InjectRequest = { workload, injector: injectorWith(config) };
