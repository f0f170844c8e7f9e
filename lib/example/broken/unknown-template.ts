import type { InjectRequest } from "../../inject/api";
import { exampleInjector } from "../injector";
import { exampleMesh } from "../mesh";

const workload = String.raw`apiVersion: apps/v1
kind: Deployment
metadata:
  name: public-gateway
  namespace: edge
spec:
  selector:
    matchLabels: {app: public-gateway}
  template:
    metadata:
      labels:
        app: public-gateway
        sidecar.istio.io/inject: "true"
      annotations:
        inject.istio.io/templates: gateways
    spec:
      containers:
      - name: istio-proxy
        image: auto
`;

/** A template that the injector does not have: its name has an s too many. */
export const unknownTemplate: InjectRequest = { workload, injector: exampleInjector, mesh: exampleMesh };
