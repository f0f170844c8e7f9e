/** An east-west gateway as one would deploy it: its proxy container is a stub that the injector completes. */
export const exampleWorkload = String.raw`# Where other clusters of the mesh come in.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: istio-eastwestgateway
  namespace: istio-system
  labels:
    app: istio-eastwestgateway
    istio: eastwestgateway
spec:
  replicas: 2
  selector:
    matchLabels:
      app: istio-eastwestgateway
      istio: eastwestgateway
  template:
    metadata:
      annotations:
        inject.istio.io/templates: gateway
        prometheus.io/scrape: "true"
        prometheus.io/port: "15020"
        prometheus.io/path: /stats/prometheus
      labels:
        sidecar.istio.io/inject: "true"
        app: istio-eastwestgateway
        istio: eastwestgateway
        app.kubernetes.io/version: "1.30.3"
        topology.istio.io/network: network1
    spec:
      serviceAccountName: istio-eastwestgateway
      securityContext:
        sysctls:
        - name: net.ipv4.ip_unprivileged_port_start
          value: "0"
      containers:
      - name: istio-proxy
        image: auto   # the injector fills it in
        env:
        - name: ISTIO_META_REQUESTED_NETWORK_VIEW
          value: network1
        ports:
        - name: tls
          containerPort: 15443
        - name: tls-istiod
          containerPort: 15012
        securityContext:
          allowPrivilegeEscalation: false
          capabilities:
            drop: [ALL]
          readOnlyRootFilesystem: true
          runAsNonRoot: true
        resources:
          requests: {cpu: 500m, memory: 512Mi}   # this gateway is busy
          limits: {cpu: "2", memory: 1Gi}
`;
