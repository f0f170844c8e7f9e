import type { Severity } from "../../inject/api";

/** What kubectl prints when something is wrong, and what that means. */
export interface Sign {
  readonly code: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly likelihood: number;
  readonly references: readonly string[];
  readonly pattern: RegExp;
  readonly en: string;
  readonly zh: string;
  readonly ask?: string;
}

/** By likelihood; of a line, the first that fits counts. */
export const SIGNS: readonly Sign[] = [
  {
    code: "IX301",
    rule: "webhook-unreachable",
    severity: "error",
    likelihood: 99,
    references: ["#29912", "#20454"],
    pattern: /failed calling webhook .*(?:context deadline exceeded|i\/o timeout|no route to host|Client\.Timeout)/,
    en: "The API server cannot reach istiod: usually a firewall between the control plane and the nodes that does not let port 15017 through (private GKE clusters, security groups of EKS, another network plugin).",
    zh: "API 服务器无法访问 istiod:通常是控制面与节点之间的防火墙没有放行 15017 端口(GKE 私有集群、EKS 安全组、其他网络插件)。",
    ask: "kubectl -n istio-system get endpoints istiod",
  },
  {
    code: "IX302",
    rule: "webhook-service-missing",
    severity: "error",
    likelihood: 98,
    references: ["#16481", "#58447"],
    pattern:
      /failed calling webhook .*service "[^"]+" not found|MutatingWebhook.*service "[^"]+" not found|(?:endpoints|services) "istiod[^"]*" not found/,
    en: "A MutatingWebhookConfiguration names a service that does not exist: it is left over from a revision that was taken away. Delete that configuration.",
    zh: "某个 MutatingWebhookConfiguration 指向不存在的 Service:它是已移除的修订版本遗留下来的。请删除该配置。",
    ask: "kubectl get mutatingwebhookconfigurations -l app=sidecar-injector",
  },
  {
    code: "IX303",
    rule: "webhook-untrusted",
    severity: "error",
    likelihood: 97,
    references: ["#30101", "#33317"],
    pattern: /failed calling webhook .*x509:|certificate signed by unknown authority/,
    en: "The API server does not trust istiod's certificate: the configuration's caBundle is empty or of another CA. istiod writes it anew when it restarts, unless something else manages it.",
    zh: "API 服务器不信任 istiod 的证书:配置中的 caBundle 为空或属于另一个 CA。istiod 重启时会重新写入,除非有别的工具在管理它。",
    ask: "kubectl -n istio-system rollout restart deploy/istiod",
  },
  {
    code: "IX304",
    rule: "istiod-down",
    severity: "error",
    likelihood: 98,
    references: ["#26380", "#35271"],
    pattern: /failed calling webhook .*(?:connection refused|no endpoints available)/,
    en: "No istiod is ready to answer, and failurePolicy Fail refuses pods as long as that lasts.",
    zh: "没有就绪的 istiod,而 failurePolicy Fail 会在此期间拒绝 Pod。",
    ask: "kubectl -n istio-system get pods -l app=istiod",
  },
  {
    code: "IX305",
    rule: "webhook-denied",
    severity: "error",
    likelihood: 99,
    references: ["source"],
    pattern: /admission webhook "[^"]*sidecar-injector\.istio\.io" denied the request: .*/,
    en: "The injector was called and denied the pod.",
    zh: "注入器被调用,并拒绝了该 Pod。",
  },
  {
    code: "IX306",
    rule: "pod-security-refused",
    severity: "error",
    likelihood: 96,
    references: ["#35894", "#37150"],
    pattern: /violates PodSecurity .*/,
    en: "PodSecurity refuses the pod after injection: istio-init asks for NET_ADMIN and NET_RAW. Istio's CNI plugin does without.",
    zh: "注入后 PodSecurity 拒绝该 Pod:istio-init 需要 NET_ADMIN 和 NET_RAW。使用 Istio 的 CNI 插件则不需要。",
  },
  {
    code: "IX307",
    rule: "scc-refused",
    severity: "error",
    likelihood: 96,
    references: ["#61791", "#53220"],
    pattern: /unable to validate against any security context constraint.*/,
    en: "OpenShift's security context constraints refuse the pod's users.",
    zh: "OpenShift 的安全上下文约束拒绝了该 Pod 的用户。",
  },
  {
    code: "IX308",
    rule: "image-auto-pulled",
    severity: "error",
    likelihood: 99,
    references: ["#46307", "#53290"],
    pattern:
      /(?:Failed to pull image|pulling image|Back-off pulling image) "(?:docker\.io\/library\/)?auto(?::latest)?"/,
    en: 'The kubelet tries to pull the image "auto": the pod was created without the injector. Delete it once the webhook is called for it.',
    zh: 'kubelet 正在拉取镜像 "auto":该 Pod 创建时没有经过注入器。等 webhook 会被调用后删除它。',
  },
  {
    code: "IX309",
    rule: "root-certificate-missing",
    severity: "error",
    likelihood: 97,
    references: ["#43824", "#22463"],
    pattern: /configmaps? "istio-ca-root-cert" not found/,
    en: "The ConfigMap istio-ca-root-cert is not in the namespace: istiod writes it into each namespace that it watches (discoverySelectors leave some out), once its CA is ready.",
    zh: "命名空间中没有 ConfigMap istio-ca-root-cert:istiod 会在 CA 就绪后写入它所监视的每个命名空间(discoverySelectors 会排除一些)。",
    ask: "kubectl -n istio-system logs deploy/istiod | grep -i namespace",
  },
  {
    code: "IX310",
    rule: "token-audience",
    severity: "error",
    likelihood: 90,
    references: ["source"],
    pattern:
      /failed to fetch token.*istio|Failed to get the root cert.*|the API server does not have TokenRequest endpoints enabled/i,
    en: "The projected token of the proxy cannot be made: the API server does not give tokens of the audience istio-ca.",
    zh: "无法生成代理的投射令牌:API 服务器不提供受众为 istio-ca 的令牌。",
  },
  {
    code: "IX311",
    rule: "cni-not-ready",
    severity: "error",
    likelihood: 92,
    references: ["#21266", "#58750"],
    pattern:
      /istio-validation.*(?:CrashLoopBackOff|Error|terminated)|iptables validation failed|Validation failed.*iptables/i,
    en: "istio-validation fails: the node's CNI plugin did not redirect this pod's traffic (it started before the plugin, or another plugin came last). Delete the pod; look at the istio-cni pod of its node.",
    zh: "istio-validation 失败:节点上的 CNI 插件没有重定向该 Pod 的流量(Pod 先于插件启动,或另一个插件排在最后)。请删除该 Pod,并查看其节点上的 istio-cni Pod。",
    ask: "kubectl -n istio-system get pods -l k8s-app=istio-cni-node -o wide",
  },
  {
    code: "IX312",
    rule: "ca-not-ready",
    severity: "error",
    likelihood: 88,
    references: ["#22463"],
    pattern:
      /failed to (?:sign|warm) cert|ca request failed|CSR.*(?:Unavailable|failed)|could not.*istiod.*15012|envoy proxy is NOT ready/i,
    en: "The proxy runs, but gets no certificate or configuration of istiod (port 15012): it is not ready until it does.",
    zh: "代理已运行,但没有从 istiod(端口 15012)得到证书或配置:在得到之前不会就绪。",
    ask: "istioctl proxy-status",
  },
  {
    code: "IX313",
    rule: "node-before-native",
    severity: "info",
    likelihood: 70,
    references: ["#57587"],
    // A line of `kubectl get nodes`: name, status, roles, age, version.
    pattern: /^\S+\s+(?:Not)?Ready\S*\s+\S+\s+\S+\s+v1\.(?:\d|[12]\d|3[0-2])\.\d/,
    en: "This node has a Kubernetes before 1.33: as long as one has, istiod does not run the proxy as a native sidecar by itself (ENABLE_NATIVE_SIDECARS decides otherwise, the annotation sidecar.istio.io/nativeSidecar for one pod).",
    zh: "该节点的 Kubernetes 早于 1.33:只要有一个这样的节点,istiod 就不会自行以原生 sidecar 运行代理(可由 ENABLE_NATIVE_SIDECARS 决定,或用注解 sidecar.istio.io/nativeSidecar 决定单个 Pod)。",
  },
];
