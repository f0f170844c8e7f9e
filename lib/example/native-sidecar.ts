import type { InjectRequest } from "../inject/api";
import { exampleInjector } from "./injector";
import { exampleMesh } from "./mesh";

const workload = String.raw`# With a proxy among its containers this job would never end, and its init container would have no network.
apiVersion: batch/v1
kind: Job
metadata:
  name: migrate-orders
  namespace: shop
spec:
  backoffLimit: 2
  template:
    metadata:
      labels:
        app: migrate-orders
        sidecar.istio.io/inject: "true"   # the injector's neverInjectSelector leaves out jobs that do not ask
    spec:
      restartPolicy: Never
      initContainers:
      - name: wait-for-database
        image: registry.example.com/tools/wait:1.4
        args: [--timeout=120s, database.shop:5432]
      containers:
      - name: migrate
        image: registry.example.com/shop/orders:2.14.0
        args: [migrate, --to=latest]
`;

/** The proxy as an init container that restarts: it starts before the others and ends after them. */
export const nativeSidecar: InjectRequest = {
  workload,
  injector: exampleInjector,
  mesh: exampleMesh,
  options: { nativeSidecars: true },
};
