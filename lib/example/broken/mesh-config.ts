import type { InjectRequest } from "../../inject/api";
import { exampleInjector } from "../injector";
import { ordersWorkload } from "../sidecar";

const mesh = String.raw`apiVersion: v1
kind: ConfigMap
metadata:
  name: istio
  namespace: istio-system
data:
  mesh: |-
    trustDomain: cluster.local
    accessLogFile:/dev/stdout
    defaultConfig:
      discoveryAddress: istiod.istio-system.svc:15012
`;

/** A mesh that does not parse: the space behind a colon is missing. */
export const brokenMesh: InjectRequest = { workload: ordersWorkload, injector: exampleInjector, mesh };
