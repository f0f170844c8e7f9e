import type { Lesson } from "../lesson";
import { after, defaultWebhooks, exampleState, gateway, namespaceText, withTexts } from "../states";

const PROXY = ["spec", "containers", "istio-proxy"] as const;
const orders = exampleState("sidecar");

/** Three pods that are broken, each by one thing. What to look at is the symptom. */
export const puzzles: Lesson = {
  id: "puzzles",
  title: { en: "Reading a broken pod", zh: "读懂出错的 Pod" },
  about: {
    en: "Three puzzles: the symptom is told, the cause is yours to find and mend.",
    zh: "三道谜题：给出现象，原因由你找到并修好。",
  },
  steps: [
    {
      id: "not-called",
      title: { en: "The gateway that cannot be pulled", zh: "无法拉取镜像的网关" },
      start: after(
        withTexts(gateway, {
          namespaces: namespaceText("istio-system", "kubernetes.io/metadata.name: istio-system"),
          webhooks: defaultWebhooks,
        }),
        [{ text: "workload", find: 'sidecar.istio.io/inject: "true"', put: 'sidecar.istio.io/inject: "True"' }],
      ),
      text: {
        en: 'A gateway was deployed into `istio-system`, on a cluster whose other gateways work. `kubectl describe pod` says: *Failed to pull image "auto"*. The label that asks for injection is there; somebody has checked twice.',
        zh: '一个网关部署到了 `istio-system`，同一集群的其他网关都正常。`kubectl describe pod` 显示：*Failed to pull image "auto"*。请求注入的标签明明在，还有人检查了两遍。',
      },
      look: {
        text: {
          en: "The API server does not call the injector. Which webhook is nearest, and which of its two selectors says no?",
          zh: "API server 没有调用注入器。哪个 webhook 最接近？它的两个选择器中是哪一个不匹配？",
        },
        holds: { called: false },
      },
      task: {
        text: {
          en: "Have the gateway injected, without touching the namespace.",
          zh: "让网关被注入，但不改动命名空间。",
        },
        hint: {
          en: "Labels are compared letter by letter. What does `object.` want to see?",
          zh: "标签是逐字符比较的。`object.` 想看到什么？",
        },
        solution: [
          { text: "workload", find: 'sidecar.istio.io/inject: "True"', put: 'sidecar.istio.io/inject: "true"' },
        ],
        done: {
          every: [
            { called: true, by: "object.sidecar-injector.istio.io" },
            { pod: [...PROXY, "image"], is: "docker.io/istio/proxyv2:1.30.3" },
            { text: "namespaces", has: "labels: {kubernetes.io/metadata.name: istio-system}" },
          ],
        },
      },
    },
    {
      id: "rejected",
      title: { en: "The pod that is never created", zh: "从未创建的 Pod" },
      start: after(orders, [
        {
          text: "injector",
          find: "            - {name: PILOT_CERT_PROVIDER, value: {{ .Values.global.pilotCertProvider }}}\n            - {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}\n            - {name: POD_NAMESPACE, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}\n            - name: PROXY_CONFIG\n",
          put: '            - {name: PILOT_CERT_PROVIDER, value: {{ .Values.global.pilotCertProvider }}}\n            - {name: APP_METRICS_PORT, value: {{ index .ObjectMeta.Annotations "prometheus.io/port" }}}\n            - {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}\n            - {name: POD_NAMESPACE, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}\n            - name: PROXY_CONFIG\n',
        },
      ]),
      text: {
        en: "The platform team has extended the template `sidecar` by one variable. Since then the Deployment `orders` has no pods at all; its ReplicaSet reports that the admission webhook denied the request. Services without metrics are fine.",
        zh: "平台团队给模板 `sidecar` 加了一个变量。从此 Deployment `orders` 一个 Pod 也没有；它的 ReplicaSet 报告准入 webhook 拒绝了请求。没有指标的服务都正常。",
      },
      look: {
        text: {
          en: "The error in istiod's own words: a number was not wanted. The step *Rendered* shows what the template made.",
          zh: "istiod 的原话：不应该是数字。步骤*渲染*显示了模板输出的内容。",
        },
        holds: { error: "cannot unmarshal number" },
      },
      task: {
        text: {
          en: "Mend the template, so that the variable has the port as its value.",
          zh: "修好模板，让变量的值是这个端口。",
        },
        hint: {
          en: 'In YAML, `9464` is a number and `"9464"` is a text. One function makes the difference.',
          zh: '在 YAML 中，`9464` 是数字，`"9464"` 才是文本。只差一个函数。',
        },
        solution: [
          {
            text: "injector",
            find: 'value: {{ index .ObjectMeta.Annotations "prometheus.io/port" }}}',
            put: 'value: {{ index .ObjectMeta.Annotations "prometheus.io/port" | quote }}}',
          },
        ],
        done: { pod: [...PROXY, "env", "APP_METRICS_PORT", "value"], is: "9464" },
      },
    },
    {
      id: "wrong-network",
      title: { en: "The gateway in the wrong network", zh: "网络不对的网关" },
      start: after(gateway, [
        { text: "workload", find: "        topology.istio.io/network: network1\n", put: "" },
        {
          text: "workload",
          find: "        - name: ISTIO_META_REQUESTED_NETWORK_VIEW\n          value: network1\n",
          put: "        - name: ISTIO_META_REQUESTED_NETWORK_VIEW\n          value: network2\n        - name: ISTIO_META_NETWORK\n          value: network2\n",
        },
      ]),
      text: {
        en: "A second gateway shall serve `network2`. The Deployment says so in `ISTIO_META_NETWORK`. The pod runs, is ready, and has no error in its log; yet endpoints of `network1` reach it directly, as if it were one of theirs.",
        zh: "第二个网关要为 `network2` 服务，Deployment 在 `ISTIO_META_NETWORK` 中写明了。Pod 正常运行、就绪，日志中没有错误；但 `network1` 的端点直接访问它，好像它是同一网络的一员。",
      },
      look: {
        text: {
          en: "The final pod has `ISTIO_META_NETWORK: network1`. Click the line: which step put it there?",
          zh: "最终的 Pod 中 `ISTIO_META_NETWORK` 是 `network1`。点击这一行：是哪一步放进去的？",
        },
        holds: {
          every: [
            { pod: [...PROXY, "env", "ISTIO_META_NETWORK", "value"], is: "network1" },
            { text: "workload", has: "- name: ISTIO_META_NETWORK\n          value: network2" },
          ],
        },
      },
      task: {
        text: {
          en: "Let the gateway be in `network2`. The values belong to all pods, and must stay.",
          zh: "让网关属于 `network2`。values 属于所有 Pod，不能改。",
        },
        hint: {
          en: "The injector asks a label of the pod before it asks the values.",
          zh: "注入器先看 Pod 的一个标签，再看 values。",
        },
        solution: [
          {
            text: "workload",
            find: '        app.kubernetes.io/version: "1.30.3"\n',
            put: '        app.kubernetes.io/version: "1.30.3"\n        topology.istio.io/network: network2\n',
          },
        ],
        done: {
          every: [
            { pod: [...PROXY, "env", "ISTIO_META_NETWORK", "value"], is: "network2" },
            { text: "injector", has: '"network": "network1"' },
          ],
        },
      },
    },
  ],
};
