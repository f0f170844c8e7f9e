import type { InjectRequest } from "../inject/api";
import { exampleInjector } from "./injector";
import { exampleMesh } from "./mesh";

const workload = String.raw`# As it runs: injected when the proxy was 1.30.1.
apiVersion: v1
kind: Pod
metadata:
  name: cache-0
  namespace: shop
  labels:
    app: cache
    security.istio.io/tlsMode: istio
    service.istio.io/canonical-name: cache
    topology.istio.io/network: network1
  annotations:
    example.com/injected-by: istio-sidecar-injector
    istio.io/rev: default
    kubectl.kubernetes.io/default-container: cache
    prometheus.io/path: /stats/prometheus
    prometheus.io/port: "15020"
    prometheus.io/scrape: "true"
    # What it was given, which is taken off before it is injected again.
    sidecar.istio.io/status: '{"initContainers":["istio-init"],"containers":["istio-proxy"],"volumes":["istiod-ca-cert","istio-token","istio-envoy"],"imagePullSecrets":null,"revision":"default"}'
spec:
  initContainers:
  - name: istio-init
    image: docker.io/istio/proxyv2:1.30.1
    args: [istio-iptables, -p, "15001", -u, "1337", -i, "*"]
    securityContext:
      capabilities: {add: [NET_ADMIN, NET_RAW], drop: [ALL]}
      runAsUser: 0
      runAsNonRoot: false
  containers:
  - name: cache
    image: registry.example.com/shop/cache:6.0.2
    ports:
    - containerPort: 6379
  - name: istio-proxy
    image: docker.io/istio/proxyv2:1.30.1
    args: [proxy, sidecar, --domain, $(POD_NAMESPACE).svc.cluster.local, --proxyLogLevel=warning]
    ports:
    - {name: http-envoy-prom, containerPort: 15090, protocol: TCP}
    env:
    - {name: PILOT_CERT_PROVIDER, value: istiod}
    - {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
    - {name: POD_NAMESPACE, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}
    - name: PROXY_CONFIG
      value: |
        {"proxyMetadata":{"ISTIO_META_DNS_CAPTURE":"true"}}
    - {name: ISTIO_META_APP_CONTAINERS, value: cache}
    - {name: ISTIO_META_DNS_CAPTURE, value: "true"}
    - {name: ISTIO_META_CLUSTER_ID, value: cluster1}
    - {name: ISTIO_META_NETWORK, value: network1}
    resources:
      limits: {cpu: "2", memory: 1Gi}
      requests: {cpu: 100m, memory: 128Mi}
    securityContext:
      runAsUser: 1337
      runAsGroup: 1337
      runAsNonRoot: true
      readOnlyRootFilesystem: true
    volumeMounts:
    - {name: istiod-ca-cert, mountPath: /var/run/secrets/istio}
    - {name: istio-token, mountPath: /var/run/secrets/tokens}
    - {name: istio-envoy, mountPath: /etc/istio/proxy}
  volumes:
  - name: istiod-ca-cert
    configMap: {name: istio-ca-root-cert}
  - name: istio-token
    projected:
      sources:
      - serviceAccountToken: {path: istio-token, expirationSeconds: 43200, audience: istio-ca}
  - name: istio-envoy
    emptyDir: {medium: Memory}
`;

/** A pod that was injected before, by an older proxy's ConfigMap. */
export const reinjected: InjectRequest = {
  workload,
  injector: exampleInjector,
  mesh: exampleMesh,
  options: { nativeSidecars: false },
};
