import type { InjectRequest } from "../inject/api";
import { exampleInjector } from "./injector";
import { exampleMesh } from "./mesh";

const workload = String.raw`apiVersion: apps/v1
kind: Deployment
metadata:
  name: catalog
  namespace: shop
spec:
  selector:
    matchLabels: {app: catalog}
  template:
    metadata:
      labels:
        app: catalog
    spec:
      containers:
      - name: catalog
        image: registry.example.com/shop/catalog:5.2.1
        ports:
        - containerPort: 8080
      # What stands here wins over the template; what does not comes from it.
      - name: istio-proxy
        image: auto
        env:
        - name: PILOT_CERT_PROVIDER   # the template sets it, too
          value: kubernetes
        - name: PROXY_XDS_DEBUG_VIA_AGENT
          value: "false"
        lifecycle:
          preStop:
            exec: {command: [sleep, "15"]}
        resources:
          requests: {cpu: 750m, memory: 512Mi}
          limits: {memory: 512Mi}
`;

/** The workload's own istio-proxy: its fields are put back over what the template says. */
export const overwrittenProxy: InjectRequest = {
  workload,
  injector: exampleInjector,
  mesh: exampleMesh,
  options: { nativeSidecars: false },
};
