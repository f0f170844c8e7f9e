import type { Sentence } from "../index";
import type { StepKind } from "../view/steps";
import type { TermId } from "./term-names";

/** Where on a pod's way something is, in its order. */
export const PLACES = ["cluster", "webhook", "choice", "rendering", "merging", "reapplying", "after", "pod"] as const;

export type TermPlace = (typeof PLACES)[number];

/** A term of the field. Its texts are Markdown: see markdown.ts. */
export interface Term {
  readonly place: TermPlace;
  readonly text: Sentence;
  /** The steps of the page that show it. */
  readonly steps?: readonly StepKind[];
  /** The step of a lesson that is about it, as its address names it. */
  readonly lesson?: string;
}

/** What each term means. */
export const GLOSSARY: Readonly<Record<TermId, Term>> = {
  agent: {
    place: "pod",
    text: {
      en: "The program that runs in the proxy's container, starts Envoy, fetches its certificate, and answers probes and metrics on port 15020.",
      zh: "在代理容器中运行的程序：启动 Envoy，获取证书，并在 15020 端口上回应探针和指标请求。",
    },
    lesson: "around/probes",
  },
  alias: {
    place: "choice",
    text: {
      en: "A name in the injector's configuration that stands for a list of [templates](/glossary#template). Looked up once, and before a template of the same name.",
      zh: "注入器配置中代表一组[模板](/glossary#template)的名字。只展开一次，并优先于同名模板。",
    },
    lesson: "template-choice/alias",
  },
  "always-inject-selector": {
    place: "choice",
    text: {
      en: "Label selectors of the injector: a pod that one of them matches is injected where its own label or annotation says nothing, also where the [policy](/glossary#policy) is `disabled`.",
      zh: "注入器的标签选择器：Pod 自己的标签和注解都没有表态时，匹配其中之一就会注入，即使[策略](/glossary#policy)是 `disabled`。",
    },
  },
  "atomic-list": {
    place: "merging",
    text: {
      en: "A list without a [merge key](/glossary#merge-key), such as `args`, `command` or `tolerations`. The list that is laid over replaces the other as a whole.",
      zh: "没有[合并键](/glossary#merge-key)的列表，例如 `args`、`command`、`tolerations`。后覆盖上去的列表整体取代原来的列表。",
    },
    lesson: "strategic-merge/atomic",
  },
  "cluster-id": {
    place: "after",
    text: {
      en: "`ISTIO_META_CLUSTER_ID`: in which cluster the proxy runs. From the webhook's path or the values; the injector sets it after the templates.",
      zh: "`ISTIO_META_CLUSTER_ID`：代理运行在哪个集群。来自 webhook 的路径或 values；由注入器在模板之后设置。",
    },
    steps: ["clusterInfo"],
    lesson: "gateway-proxy/network",
  },
  "default-templates": {
    place: "choice",
    text: {
      en: "The [templates](/glossary#template) for pods that name none: `defaultTemplates`, and `sidecar` where that is missing.",
      zh: "没有指定模板的 Pod 所用的[模板](/glossary#template)：`defaultTemplates`；没有这个键时是 `sidecar`。",
    },
    lesson: "template-choice/default",
  },
  "downward-api": {
    place: "pod",
    text: {
      en: "Kubernetes' way to give a container facts about its own pod (name, IP, labels) as variables or files, when it starts.",
      zh: "Kubernetes 在容器启动时，以变量或文件形式告知其所在 Pod 信息（名称、IP、标签）的方式。",
    },
    lesson: "gateway-proxy/identity",
  },
  "east-west-gateway": {
    place: "pod",
    text: {
      en: "A [gateway](/glossary#gateway) by which other [networks](/glossary#network) of the same mesh come in, on port 15443, without opening their mutual TLS.",
      zh: "供同一网格的其他[网络](/glossary#network)进入的[网关](/glossary#gateway)，使用 15443 端口，不解开双向 TLS。",
    },
    lesson: "image-auto/placeholder",
  },
  export: {
    place: "pod",
    text: {
      en: "The workload written out with all that injection adds, so that it needs no injector; with a list of what then has to be kept up by hand.",
      zh: "把注入添加的全部内容写进工作负载，使其不再需要注入器；并列出之后需要手工维护的内容。",
    },
    lesson: "standalone/lacks",
  },
  "final-pod": {
    place: "after",
    text: {
      en: "The pod after the last step, in which the containers get their order. The difference between it and the [submitted pod](/glossary#submitted-pod) is sent as a [JSON patch](/glossary#json-patch).",
      zh: "最后一步之后的 Pod，这一步会调整容器顺序。它与[提交的 Pod](/glossary#submitted-pod) 之差以 [JSON patch](/glossary#json-patch) 形式返回。",
    },
    steps: ["final"],
  },
  finding: {
    place: "pod",
    text: {
      en: "Something that is wrong, or not what one would expect, with the places that show it and often an edit that mends it. Codes `IST…` are those of istioctl analyze.",
      zh: "有错误或出乎意料之处，附有证据所在位置，常常还有修复它的改动。`IST…` 代码来自 istioctl analyze。",
    },
    lesson: "puzzles/not-called",
  },
  gateway: {
    place: "pod",
    text: {
      en: "A proxy that is the whole pod, for traffic that enters or leaves. It is injected with the template `gateway`, which it must name itself.",
      zh: "整个 Pod 就是一个代理，处理进出的流量。它使用模板 `gateway` 注入，必须自己指明。",
    },
    lesson: "template-choice/annotation",
  },
  hold: {
    place: "after",
    text: {
      en: "`holdApplicationUntilProxyStarts` puts the proxy first among the containers, where a `postStart` keeps the others waiting. Without it the proxy comes last.",
      zh: "`holdApplicationUntilProxyStarts` 把代理排在容器首位，并用 `postStart` 让其他容器等待。没有它，代理排在最后。",
    },
    steps: ["final"],
  },
  "image-auto": {
    place: "reapplying",
    text: {
      en: "Exactly the word `auto` as an image. It is taken out of the workload's container before that is [re-applied](/glossary#reapplied), so that the template's image stays.",
      zh: "镜像恰好写作 `auto`。在[重新应用](/glossary#reapplied)工作负载的容器之前会去掉它，从而保留模板的镜像。",
    },
    lesson: "image-auto/placeholder",
  },
  "inject-label": {
    place: "webhook",
    text: {
      en: '`sidecar.istio.io/inject` on the pod: `"true"` asks, `"false"` opts out; nothing else counts since 1.27. As a label it is seen by the API server, as an annotation only by istiod.',
      zh: 'Pod 上的 `sidecar.istio.io/inject`：`"true"` 请求注入，`"false"` 选择不注入；自 1.27 起其他写法都无效。写成标签 API server 能看到，写成注解只有 istiod 看得到。',
    },
    lesson: "webhook/opting-out",
  },
  "injected-annotations": {
    place: "after",
    text: {
      en: "Annotations of the injector's configuration that every injected pod gets, over what is there.",
      zh: "注入器配置中的注解，每个被注入的 Pod 都会得到，并覆盖已有的值。",
    },
  },
  injector: {
    place: "webhook",
    text: {
      en: "The part of istiod that answers the webhook. It is configured by the ConfigMap `istio-sidecar-injector` and changes pods, never Deployments.",
      zh: "istiod 中响应 webhook 的部分。由 ConfigMap `istio-sidecar-injector` 配置，只修改 Pod，从不修改 Deployment。",
    },
    lesson: "image-auto/placeholder",
  },
  "istio-init": {
    place: "pod",
    text: {
      en: "The init container that leads a pod's traffic through its proxy with iptables. Gateways have none.",
      zh: "用 iptables 把 Pod 的流量引到代理的 init 容器。网关没有它。",
    },
    lesson: "around/native",
  },
  "json-patch": {
    place: "after",
    text: {
      en: "The injector's answer to the API server: what to add, remove and replace, by position in lists.",
      zh: "注入器给 API server 的回答：添加、删除、替换哪些内容，列表按位置表示。",
    },
  },
  "kube-inject": {
    place: "webhook",
    text: {
      en: "`istioctl kube-inject` injects files without a webhook. It always takes the template `sidecar` unless the pod names others, and knows neither policy nor aliases.",
      zh: "`istioctl kube-inject` 不经 webhook，直接注入文件。除非 Pod 指定其他模板，否则总用模板 `sidecar`；不理会策略和别名。",
    },
    steps: ["output"],
  },
  kubelet: {
    place: "pod",
    text: {
      en: "Kubernetes' agent on a node. It pulls images and runs probes, and is not part of the mesh.",
      zh: "Kubernetes 在节点上的代理程序：拉取镜像、执行探针，不属于网格。",
    },
    lesson: "around/probes",
  },
  "merge-key": {
    place: "merging",
    text: {
      en: "The field by which items of two lists are the same: `name` for containers, env and volumes, `mountPath` for mounts, `containerPort` for ports.",
      zh: "判断两个列表中的项是否相同的字段：容器、env 和卷用 `name`，挂载用 `mountPath`，端口用 `containerPort`。",
    },
    lesson: "strategic-merge/keys",
  },
  "merged-pod": {
    place: "merging",
    text: {
      en: "The submitted pod with a template's rendered text laid over it, by [strategic merge](/glossary#strategic-merge). The next template is laid over that.",
      zh: "用 [strategic merge](/glossary#strategic-merge) 把模板渲染出的文本覆盖到提交的 Pod 上的结果。下一个模板再覆盖其上。",
    },
    steps: ["mergedPod"],
    lesson: "strategic-merge/keys",
  },
  meshconfig: {
    place: "rendering",
    text: {
      en: "Settings of the whole mesh, in the ConfigMap `istio`. Templates see it as `.MeshConfig`; its `defaultConfig` is the weakest layer of [ProxyConfig](/glossary#proxyconfig).",
      zh: "整个网格的设置，位于 ConfigMap `istio`。模板中为 `.MeshConfig`；其中的 `defaultConfig` 是 [ProxyConfig](/glossary#proxyconfig) 最弱的一层。",
    },
    lesson: "gateway-proxy/identity",
  },
  "namespace-label": {
    place: "webhook",
    text: {
      en: "`istio-injection` on a namespace: `enabled` asks for the default installation. With any other value no webhook takes its pods.",
      zh: "命名空间上的 `istio-injection`：`enabled` 请求默认安装的注入。若为其他任何值，没有 webhook 会处理其中的 Pod。",
    },
    lesson: "webhook/namespace",
  },
  "native-sidecar": {
    place: "pod",
    text: {
      en: "A proxy as an init container with `restartPolicy: Always`: it starts before everything else and ends after it. Used where all nodes are at 1.33 or later, or where it is asked for.",
      zh: "作为 init 容器的代理，带 `restartPolicy: Always`：最先启动，最后结束。所有节点都在 1.33 以上时使用，或按要求使用。",
    },
    lesson: "around/native",
  },
  network: {
    place: "after",
    text: {
      en: "Endpoints of one network reach each other directly; those of another go through its [east-west gateway](/glossary#east-west-gateway). The pod's label `topology.istio.io/network` beats path and values.",
      zh: "同一网络的端点可直接互访，访问另一个网络要经过其[东西向网关](/glossary#east-west-gateway)。Pod 的标签 `topology.istio.io/network` 优先于路径和 values。",
    },
    steps: ["clusterInfo"],
    lesson: "gateway-proxy/network",
  },
  "never-inject-selector": {
    place: "choice",
    text: {
      en: "Label selectors of the injector: a pod that one of them matches is left out where its own label or annotation says nothing.",
      zh: "注入器的标签选择器：Pod 自己的标签和注解都没有表态时，匹配其中之一就不注入。",
    },
  },
  origin: {
    place: "pod",
    text: {
      en: "Why a line of the final pod is there: the step that put it there, the lines it was written by, and the inputs it was made of.",
      zh: "最终 Pod 的某一行为什么存在：由哪一步放入、由哪些行写出、由哪些输入得出。",
    },
    lesson: "image-auto/placeholder",
  },
  overlay: {
    place: "merging",
    text: {
      en: "To lay one half of a pod over another so that what both have is the upper one's: what [strategic merge](/glossary#strategic-merge) does for each template and for re-applied containers.",
      zh: "把半个 Pod 覆盖到另一个之上，两边都有的以上面的为准：对每个模板和重新应用的容器，都由 [strategic merge](/glossary#strategic-merge) 完成。",
    },
  },
  overrides: {
    place: "reapplying",
    text: {
      en: "`proxy.istio.io/overrides` keeps what was the workload's own of an injected container, so that another injection still knows.",
      zh: "`proxy.istio.io/overrides` 保存被注入容器中属于工作负载自己的部分，供再次注入时使用。",
    },
    lesson: "reapply/recorded",
  },
  "patch-directive": {
    place: "merging",
    text: {
      en: "`$patch: delete` or `replace` beside a [merge key](/glossary#merge-key), and `null` for a field: what takes something away in a strategic merge.",
      zh: "与[合并键](/glossary#merge-key)并列的 `$patch: delete` 或 `replace`，以及字段值 `null`：在 strategic merge 中用来删除内容。",
    },
    lesson: "strategic-merge/removing",
  },
  policy: {
    place: "choice",
    text: {
      en: "What istiod does with a pod about which nothing else decides: `enabled` injects, `disabled` does not. Anything else turns injection off for all.",
      zh: "没有其他依据时 istiod 如何处理 Pod：`enabled` 注入，`disabled` 不注入。其他任何值都会关闭全部注入。",
    },
    lesson: "webhook/istiod",
  },
  "probe-rewriting": {
    place: "after",
    text: {
      en: "HTTP, TCP and gRPC probes of the application are led to the [agent](/glossary#agent); `ISTIO_KUBE_APP_PROBERS` says what they were.",
      zh: "把应用的 HTTP、TCP 和 gRPC 探针改为访问 [agent](/glossary#agent)；原来的探针记录在 `ISTIO_KUBE_APP_PROBERS` 中。",
    },
    steps: ["rewriteProbes"],
    lesson: "around/probes",
  },
  "prometheus-merge": {
    place: "after",
    text: {
      en: "The pod's annotations for Prometheus are pointed at the [agent](/glossary#agent), which serves the application's metrics together with Envoy's.",
      zh: "Pod 的 Prometheus 注解改为指向 [agent](/glossary#agent)，由它把应用和 Envoy 的指标一起提供。",
    },
    steps: ["prometheusMerge", "securePrometheus"],
    lesson: "around/prometheus",
  },
  proxyconfig: {
    place: "rendering",
    text: {
      en: "The proxy's settings. From weak to strong: built-in, mesh, ProxyConfig resources without a selector, the annotation `proxy.istio.io/config`, a resource that selects the pod.",
      zh: "代理的设置。由弱到强：内置默认、网格、没有选择器的 ProxyConfig 资源、注解 `proxy.istio.io/config`、选中该 Pod 的资源。",
    },
    lesson: "gateway-proxy/settings",
  },
  reapplied: {
    place: "reapplying",
    text: {
      en: "A container that both the workload and the template have is laid over once more as the workload wrote it, so that its fields win. In the source: `reapplyOverwrittenContainers`.",
      zh: "工作负载和模板都有的容器，会按工作负载的写法再覆盖一次，使其字段优先。源码中为 `reapplyOverwrittenContainers`。",
    },
    steps: ["reapplied"],
    lesson: "reapply/overwritten",
  },
  reinvocation: {
    place: "webhook",
    text: {
      en: "The API server may call the injector again after a later webhook has changed the pod. Then containers on the [status annotation](/glossary#status-annotation)'s list are not the workload's own.",
      zh: "后面的 webhook 修改 Pod 之后，API server 可能再次调用注入器。这时 [status 注解](/glossary#status-annotation)列出的容器不算工作负载自己的。",
    },
    lesson: "reapply/recorded",
  },
  "rendered-text": {
    place: "rendering",
    text: {
      en: "What a template's text becomes for one pod. It must be YAML of half a pod; where it is not, the pod is denied.",
      zh: "模板针对某个 Pod 得出的文本。它必须是半个 Pod 的 YAML，否则 Pod 会被拒绝。",
    },
    steps: ["rendered"],
    lesson: "template/render",
  },
  revision: {
    place: "webhook",
    text: {
      en: "A named control plane, so that several stand beside each other. Namespaces and pods choose it by `istio.io/rev`; the namespace's word beats the pod's.",
      zh: "有名字的控制平面，可以多个并存。命名空间和 Pod 用 `istio.io/rev` 选择；命名空间优先于 Pod。",
    },
    lesson: "webhook/revision",
  },
  selector: {
    place: "webhook",
    text: {
      en: "A test on labels. A [webhook](/glossary#webhook) has one for the namespace and one for the pod; both must match.",
      zh: "对标签的测试。每个 [webhook](/glossary#webhook) 对命名空间和 Pod 各有一个，两者都必须匹配。",
    },
    lesson: "webhook/namespace",
  },
  sidecar: {
    place: "pod",
    text: {
      en: "A proxy beside an application in its pod, through which all its traffic goes.",
      zh: "与应用同在一个 Pod 的代理，应用的全部流量都经过它。",
    },
    lesson: "template-choice/forgotten",
  },
  "status-annotation": {
    place: "after",
    text: {
      en: "`sidecar.istio.io/status` lists the containers, volumes and secrets that injection put in. Whoever injects again takes those for its own.",
      zh: "`sidecar.istio.io/status` 列出注入放入的容器、卷和密钥。再次注入时，这些都算注入器自己的。",
    },
    steps: ["metadata"],
    lesson: "reapply/reinjected",
  },
  "strategic-merge": {
    place: "merging",
    text: {
      en: "Kubernetes' way to lay a patch over an object: objects field by field, lists by their [merge key](/glossary#merge-key), [atomic lists](/glossary#atomic-list) whole.",
      zh: "Kubernetes 把补丁覆盖到对象上的方式：对象逐字段合并，列表按[合并键](/glossary#merge-key)合并，[原子列表](/glossary#atomic-list)整体替换。",
    },
    steps: ["mergedPod"],
    lesson: "strategic-merge/keys",
  },
  "submitted-pod": {
    place: "cluster",
    text: {
      en: "The pod as a controller (a ReplicaSet, a Job) sends it to the API server, and as the webhook receives it.",
      zh: "由控制器（ReplicaSet、Job）提交给 API server、webhook 收到的 Pod。",
    },
    steps: ["submitted", "workload"],
  },
  tag: {
    place: "webhook",
    text: {
      en: "A stable name that points at a [revision](/glossary#revision), so that namespaces need not be labelled anew for an upgrade. The tag `default` also answers to `istio-injection`.",
      zh: "指向某个[修订版](/glossary#revision)的固定名字，升级时不必重新给命名空间打标签。名为 `default` 的还会响应 `istio-injection`。",
    },
    lesson: "webhook/revision",
  },
  template: {
    place: "rendering",
    text: {
      en: "A Go template in the injector's configuration that makes half a pod: what is to be laid over the submitted one.",
      zh: "注入器配置中的 Go 模板，生成半个 Pod，即要覆盖到提交的 Pod 上的内容。",
    },
    steps: ["selected", "rendered"],
    lesson: "template/render",
  },
  "template-pod": {
    place: "merging",
    text: {
      en: "All selected templates laid over an empty pod: what the templates alone want. By it the injector knows which containers it puts in.",
      zh: "所选模板全部覆盖到空 Pod 上：即模板本身要求的内容。注入器由此知道自己放入了哪些容器。",
    },
    steps: ["templatePod"],
    lesson: "reapply/injected",
  },
  "trust-domain": {
    place: "pod",
    text: {
      en: "The first part of the names in certificates: who is of another trust domain is a stranger.",
      zh: "证书中名字的第一部分：信任域不同，便是陌生人。",
    },
    lesson: "standalone/written-out",
  },
  values: {
    place: "rendering",
    text: {
      en: "Settings that templates read as `.Values`, as JSON beside them in the ConfigMap: hub, tag, log levels, resources. They come from the installation's Helm values.",
      zh: "模板以 `.Values` 读取的设置，以 JSON 形式与模板同在 ConfigMap 中：hub、tag、日志级别、资源。来自安装时的 Helm values。",
    },
    lesson: "template/render",
  },
  webhook: {
    place: "webhook",
    text: {
      en: "An entry of a MutatingWebhookConfiguration: for which pods the API server asks istiod before it creates them. Istio installs several, each with [selectors](/glossary#selector) of its own.",
      zh: "MutatingWebhookConfiguration 中的一项：API server 在创建哪些 Pod 之前询问 istiod。Istio 会安装多个，各有自己的[选择器](/glossary#selector)。",
    },
    lesson: "webhook/namespace",
  },
};
