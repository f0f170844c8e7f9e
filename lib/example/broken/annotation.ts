import type { InjectRequest } from "../../inject/api";
import { exampleInjector } from "../injector";
import { exampleMesh } from "../mesh";

const workload = String.raw`apiVersion: apps/v1
kind: Deployment
metadata:
  name: payments
  namespace: shop
spec:
  selector:
    matchLabels: {app: payments}
  template:
    metadata:
      labels:
        app: payments
      annotations:
        traffic.sidecar.istio.io/excludeOutboundPorts: 3306, 6379
        traffic.sidecar.istio.io/excludeOutboundIPRanges: 10.0.0.0/8,192.168.0.0/33
    spec:
      containers:
      - name: payments
        image: registry.example.com/shop/payments:4.4.0
`;

/** An annotation whose value the injector refuses: no network has 33 bits. */
export const annotation: InjectRequest = { workload, injector: exampleInjector, mesh: exampleMesh };
