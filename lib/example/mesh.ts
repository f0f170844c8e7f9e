/** The `istio` ConfigMap: settings of the whole mesh that templates can read. */
export const exampleMesh = String.raw`apiVersion: v1
kind: ConfigMap
metadata:
  name: istio
  namespace: istio-system
data:
  mesh: |-
    rootNamespace: istio-system
    trustDomain: cluster.local
    enablePrometheusMerge: true
    defaultConfig:
      discoveryAddress: istiod.istio-system.svc:15012
      proxyMetadata:
        ISTIO_META_DNS_CAPTURE: "true"
  meshNetworks: |-
    networks: {}
`;
