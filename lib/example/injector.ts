/**
 * An istio-sidecar-injector ConfigMap that is short enough to read: four templates that render what real ones render,
 * with the functions that real ones use.
 */
export const exampleInjector = String.raw`apiVersion: v1
kind: ConfigMap
metadata:
  name: istio-sidecar-injector
  namespace: istio-system
data:
  # Settings that templates read as .Values
  values: |-
    {
      "revision": "",
      "global": {
        "hub": "docker.io/istio",
        "tag": "1.30.3",
        "istioNamespace": "istio-system",
        "pilotCertProvider": "istiod",
        "caAddress": "",
        "imagePullPolicy": "IfNotPresent",
        "imagePullSecrets": [],
        "logAsJson": false,
        "logging": {"level": "default:info"},
        "meshID": "",
        "multiCluster": {"clusterName": "cluster1"},
        "network": "network1",
        "proxy": {
          "image": "proxyv2",
          "clusterDomain": "cluster.local",
          "logLevel": "warning",
          "componentLogLevel": "misc:error",
          "statusPort": 15020,
          "includeIPRanges": "*",
          "readinessPeriodSeconds": 15,
          "resources": {"requests": {"cpu": "100m", "memory": "128Mi"}, "limits": {"cpu": "2000m", "memory": "1024Mi"}}
        },
        "sds": {"token": {"aud": "istio-ca"}}
      },
      "sidecarInjectorWebhook": {"rewriteAppHTTPProbe": true}
    }

  config: |-
    policy: enabled
    defaultTemplates: [sidecar]
    aliases:
      observed: [sidecar, debug]
    neverInjectSelector:
    - matchExpressions:
      - {key: job-name, operator: Exists}
    injectedAnnotations:
      example.com/injected-by: istio-sidecar-injector

    templates:

      # A proxy that is the whole pod: ingress, egress, east-west.
      gateway: |
        metadata:
          labels:
            service.istio.io/canonical-name: {{ index .ObjectMeta.Labels "app" | default .DeploymentMeta.Name | trunc 63 | quote }}
            service.istio.io/canonical-revision: {{ index .ObjectMeta.Labels "app.kubernetes.io/version" | default "latest" | quote }}
          annotations:
            istio.io/rev: {{ .Revision | default "default" | quote }}
        spec:
          containers:
          - name: istio-proxy
            image: {{ annotation .ObjectMeta "sidecar.istio.io/proxyImage" .ProxyImage }}
            {{- with .Values.global.imagePullPolicy }}
            imagePullPolicy: {{ . }}
            {{- end }}
            args:
            - proxy
            - router
            - --domain
            - $(POD_NAMESPACE).svc.{{ .Values.global.proxy.clusterDomain }}
            - --proxyLogLevel
            - {{ annotation .ObjectMeta "sidecar.istio.io/logLevel" .Values.global.proxy.logLevel }}
            - --proxyComponentLogLevel
            - {{ annotation .ObjectMeta "sidecar.istio.io/componentLogLevel" .Values.global.proxy.componentLogLevel }}
            - --log_output_level
            - {{ annotation .ObjectMeta "sidecar.istio.io/agentLogLevel" .Values.global.logging.level }}
            {{- if .Values.global.logAsJson }}
            - --log_as_json
            {{- end }}
            ports:
            - {name: http-envoy-prom, containerPort: 15090, protocol: TCP}
            env:
            - {name: JWT_POLICY, value: {{ env "JWT_POLICY" "third-party-jwt" }}}
            - {name: PILOT_CERT_PROVIDER, value: {{ .Values.global.pilotCertProvider }}}
            - name: CA_ADDR
              value: {{ valueOrDefault .Values.global.caAddress (printf "istiod.%s.svc:15012" .Values.global.istioNamespace) }}
            - {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
            - {name: POD_NAMESPACE, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}
            - {name: INSTANCE_IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
            - {name: SERVICE_ACCOUNT, valueFrom: {fieldRef: {fieldPath: spec.serviceAccountName}}}
            - {name: HOST_IP, valueFrom: {fieldRef: {fieldPath: status.hostIP}}}
            - {name: GOMEMLIMIT, valueFrom: {resourceFieldRef: {resource: limits.memory, divisor: "1"}}}
            - {name: GOMAXPROCS, valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: "1"}}}
            - name: PROXY_CONFIG
              value: |
                {{ protoToJSON .ProxyConfig }}
            - name: ISTIO_METAJSON_ANNOTATIONS
              value: |
                {{ toJSON .ObjectMeta.Annotations }}
            - name: ISTIO_META_POD_PORTS
              value: |-
                [{{ range $i, $container := .Spec.Containers }}{{ range $j, $port := $container.Ports }}{{ if or $i $j }}, {{ end }}{{ structToJSON $port }}{{ end }}{{ end }}]
            - {name: ISTIO_META_CLUSTER_ID, value: {{ valueOrDefault .Values.global.multiCluster.clusterName "Kubernetes" | quote }}}
            {{- with .Values.global.network }}
            - {name: ISTIO_META_NETWORK, value: {{ . | quote }}}
            {{- end }}
            - {name: ISTIO_META_NODE_NAME, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}
            - {name: ISTIO_META_INTERCEPTION_MODE, value: "{{ .ProxyConfig.InterceptionMode }}"}
            {{- with .DeploymentMeta.Name }}
            - {name: ISTIO_META_WORKLOAD_NAME, value: {{ . | quote }}}
            - name: ISTIO_META_OWNER
              value: kubernetes://apis/{{ $.TypeMeta.APIVersion }}/namespaces/{{ $.DeploymentMeta.Namespace }}/{{ toLower $.TypeMeta.Kind }}s/{{ . }}
            {{- end }}
            - {name: ISTIO_META_MESH_ID, value: {{ valueOrDefault .Values.global.meshID .MeshConfig.TrustDomain }}}
            - {name: TRUST_DOMAIN, value: {{ .MeshConfig.TrustDomain }}}
            {{- range $name, $value := .ProxyConfig.ProxyMetadata }}
            - {name: {{ $name }}, value: {{ $value | quote }}}
            {{- end }}
            readinessProbe:
              httpGet: {path: /healthz/ready, port: 15021}
              periodSeconds: {{ annotation .ObjectMeta "readiness.status.sidecar.istio.io/periodSeconds" .Values.global.proxy.readinessPeriodSeconds }}
              failureThreshold: 4
            resources:
              {{ toYaml .Values.global.proxy.resources | indent 6 }}
            securityContext:
              runAsUser: {{ .ProxyUID | default "1337" }}
              runAsGroup: {{ .ProxyGID | default "1337" }}
            volumeMounts:
            - {name: istiod-ca-cert, mountPath: /var/run/secrets/istio}
            - {name: istio-token, mountPath: /var/run/secrets/tokens}
            - {name: istio-envoy, mountPath: /etc/istio/proxy}
            - {name: istio-data, mountPath: /var/lib/istio/data}
            - {name: istio-podinfo, mountPath: /etc/istio/pod}
            - {name: workload-socket, mountPath: /var/run/secrets/workload-spiffe-uds}
          volumes:
          - name: istiod-ca-cert
            configMap: {name: istio-ca-root-cert}
          - name: istio-token
            projected:
              sources:
              - serviceAccountToken: {path: istio-token, expirationSeconds: 43200, audience: {{ .Values.global.sds.token.aud }}}
          - name: istio-envoy
            emptyDir: {medium: Memory}
          - name: istio-data
            emptyDir: {}
          - name: istio-podinfo
            downwardAPI:
              items:
              - {path: labels, fieldRef: {fieldPath: metadata.labels}}
              - {path: annotations, fieldRef: {fieldPath: metadata.annotations}}
          - name: workload-socket
            emptyDir: {}
          {{- with .Values.global.imagePullSecrets }}
          imagePullSecrets:
          {{- range . }}
          - name: {{ . }}
          {{- end }}
          {{- end }}

      # A proxy beside an application, and an init container that leads the traffic through it.
      sidecar: |
        {{- $apps := list }}
        {{- range .Spec.Containers }}{{ if ne .Name "istio-proxy" }}{{ $apps = append $apps .Name }}{{ end }}{{ end }}
        metadata:
          labels:
            security.istio.io/tlsMode: {{ index .ObjectMeta.Labels "security.istio.io/tlsMode" | default "istio" | quote }}
            service.istio.io/canonical-name: {{ index .ObjectMeta.Labels "app" | default .DeploymentMeta.Name | trunc 63 | quote }}
          annotations:
            istio.io/rev: {{ .Revision | default "default" | quote }}
            {{- with $apps }}
            kubectl.kubernetes.io/default-container: {{ first . }}
            {{- end }}
        spec:
          initContainers:
          - name: istio-init
            image: {{ .ProxyImage }}
            args:
            - istio-iptables
            - -p
            - {{ .MeshConfig.ProxyListenPort | quote }}
            - -u
            - {{ .ProxyUID | default "1337" | quote }}
            - -i
            - {{ annotation .ObjectMeta "traffic.sidecar.istio.io/includeOutboundIPRanges" .Values.global.proxy.includeIPRanges | quote }}
            securityContext:
              runAsUser: 0
              runAsNonRoot: false
              capabilities: {add: [NET_ADMIN, NET_RAW], drop: [ALL]}
          {{- if not .NativeSidecars }}
          containers:
          {{- end }}
          - name: istio-proxy
            image: {{ annotation .ObjectMeta "sidecar.istio.io/proxyImage" .ProxyImage }}
            {{- if .NativeSidecars }}
            restartPolicy: Always
            {{- end }}
            args:
            - proxy
            - sidecar
            - --domain
            - $(POD_NAMESPACE).svc.{{ .Values.global.proxy.clusterDomain }}
            - --proxyLogLevel={{ annotation .ObjectMeta "sidecar.istio.io/logLevel" .Values.global.proxy.logLevel }}
            ports:
            - {name: http-envoy-prom, containerPort: 15090, protocol: TCP}
            env:
            - {name: PILOT_CERT_PROVIDER, value: {{ .Values.global.pilotCertProvider }}}
            - {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
            - {name: POD_NAMESPACE, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}
            - name: PROXY_CONFIG
              value: |
                {{ protoToJSON .ProxyConfig }}
            - {name: ISTIO_META_APP_CONTAINERS, value: {{ $apps | join "," | quote }}}
            - {name: ISTIO_META_CLUSTER_ID, value: {{ valueOrDefault .Values.global.multiCluster.clusterName "Kubernetes" | quote }}}
            {{- range $name, $value := .ProxyConfig.ProxyMetadata }}
            - {name: {{ $name }}, value: {{ $value | quote }}}
            {{- end }}
            resources:
              {{ toYaml .Values.global.proxy.resources | indent 6 }}
            securityContext:
              runAsUser: {{ .ProxyUID | default "1337" }}
              runAsGroup: {{ .ProxyGID | default "1337" }}
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
              - serviceAccountToken: {path: istio-token, expirationSeconds: 43200, audience: {{ .Values.global.sds.token.aud }}}
          - name: istio-envoy
            emptyDir: {medium: Memory}

      # No proxy at all: gRPC speaks to the control plane itself and only needs its bootstrap file.
      grpc-simple: |
        spec:
          initContainers:
          - name: grpc-bootstrap-init
            image: busybox:1.36
            command: [sh, -c, "echo \"$BOOTSTRAP\" > /var/lib/grpc/data/bootstrap.json"]
            env:
            - name: BOOTSTRAP
              value: |
                {"xds_servers": [{"server_uri": "{{ .ProxyConfig.DiscoveryAddress }}", "channel_creds": [{"type": "insecure"}]}]}
            volumeMounts:
            - {name: grpc-bootstrap, mountPath: /var/lib/grpc/data}
          containers:
          {{- range .Spec.Containers }}
          - name: {{ .Name }}
            env:
            - {name: GRPC_XDS_BOOTSTRAP, value: /var/lib/grpc/data/bootstrap.json}
            volumeMounts:
            - {name: grpc-bootstrap, mountPath: /var/lib/grpc/data}
          {{- end }}
          volumes:
          - name: grpc-bootstrap
            emptyDir: {}

      # Custom: more to see of a proxy. Select it beside another, as in inject.istio.io/templates: gateway,debug
      debug: |
        {{- $gateway := contains "gateway" (index .ObjectMeta.Annotations "inject.istio.io/templates") }}
        spec:
          {{ if or $gateway (not .NativeSidecars) }}containers{{ else }}initContainers{{ end }}:
          - name: istio-proxy
            args: [proxy, {{ if $gateway }}router{{ else }}sidecar{{ end }}, --proxyLogLevel, debug]
            env:
            - {name: ENVOY_DEBUG_OWNER, value: {{ valueOrDefault .DeploymentMeta.Name "nobody" | quote }}}
          {{- if isset .ObjectMeta.Annotations "example.com/core-dumps" }}
            volumeMounts:
            - {name: core-dumps, mountPath: /var/cores}
          volumes:
          - name: core-dumps
            emptyDir: {}
          {{- end }}
`;
