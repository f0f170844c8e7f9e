import type { InjectRequest } from "../inject/api";
import { exampleInjector } from "./injector";
import { exampleMesh } from "./mesh";

/** A service with probes and metrics. Broken examples that are not about the workload use it, too. */
export const ordersWorkload = String.raw`apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
spec:
  replicas: 3
  selector:
    matchLabels: {app: orders}
  template:
    metadata:
      labels:
        app: orders
        version: v2
      annotations:
        prometheus.io/scrape: "true"
        prometheus.io/port: "9464"
    spec:
      serviceAccountName: orders
      containers:
      - name: orders
        image: registry.example.com/shop/orders:2.14.0
        ports:
        - name: http
          containerPort: 8080
        env:
        - name: PAYMENTS_URL
          value: http://payments.shop:8080
        # The kubelet has no certificate of the mesh, so both probes are led through the agent.
        readinessProbe:
          httpGet: {path: /ready, port: http}
          periodSeconds: 5
        livenessProbe:
          httpGet: {path: /live, port: http}
        resources:
          requests: {cpu: 200m, memory: 256Mi}
          limits: {memory: 256Mi}
`;

/** A proxy beside an application, in the way that holds for all releases: an init container and a container. */
export const sidecar: InjectRequest = {
  workload: ordersWorkload,
  injector: exampleInjector,
  mesh: exampleMesh,
  options: { nativeSidecars: false },
};
