import type { InjectRequest } from "../../inject/api";
import { exampleInjector } from "../injector";
import { exampleMesh } from "../mesh";

const workload = String.raw`apiVersion: apps/v1
kind: Deployment
metadata:
  name: search
  namespace: shop
spec:
  selector:
    matchLabels: {app: search}
  template:
    metadata:
      labels:
        app: search
    spec:
      containers:
      - name: search
        image: registry.example.com/shop/search:3.3.0
         ports:
        - containerPort: 8080
`;

/** A workload that does not parse: one space too many. */
export const workloadSyntax: InjectRequest = { workload, injector: exampleInjector, mesh: exampleMesh };
