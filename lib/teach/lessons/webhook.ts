import type { Lesson } from "../lesson";
import { after, canaryWebhooks, defaultWebhooks, exampleState, namespaceText, withTexts } from "../states";

const orders = exampleState("sidecar");
const POD_LABELS = "        app: orders\n        version: v2\n";

/** What the API server looks at before the injector is asked anything. */
export const webhook: Lesson = {
  id: "webhook",
  title: { en: "When the API server calls the webhook", zh: "API server 何时调用 webhook" },
  about: {
    en: "Which labels of a namespace and a pod bring it to the injector, which of them win, and what istiod decides after that.",
    zh: "命名空间和 Pod 的哪些标签会把 Pod 交给注入器，哪些优先，以及 istiod 随后自己决定什么。",
  },
  steps: [
    {
      id: "namespace",
      title: { en: "The namespace asks", zh: "由命名空间请求" },
      start: withTexts(orders, { namespaces: namespaceText("shop", ""), webhooks: defaultWebhooks }),
      text: {
        en: "A [webhook](/glossary#webhook) has two selectors: one for the labels of the namespace, one for those of the pod. The API server calls it where both match. An installation without revisions has four webhooks; the one that most clusters live by is `namespace.`: it wants `istio-injection: enabled` on the namespace.\n\nThe namespace `shop` has no label, and the pod does not ask either.",
        zh: "每个 [webhook](/glossary#webhook) 有两个选择器：一个匹配命名空间的标签，一个匹配 Pod 的标签。两者都匹配，API server 才会调用它。没有修订版的安装有四个 webhook；多数集群依靠的是 `namespace.`：它要求命名空间带有 `istio-injection: enabled`。\n\n命名空间 `shop` 没有标签，Pod 也没有请求注入。",
      },
      look: {
        text: {
          en: "The first sentence of the result: not called, and the single label that would change it.",
          zh: "结果的第一句话：没有调用，以及哪一个标签能改变这一点。",
        },
        holds: { called: false },
      },
      task: {
        text: {
          en: "In *More*, label the namespace `shop` with `istio-injection: enabled`.",
          zh: "在*更多*中给命名空间 `shop` 加上标签 `istio-injection: enabled`。",
        },
        solution: [{ text: "namespaces", find: "labels: {}", put: "labels: {istio-injection: enabled}" }],
        done: { called: true, by: "namespace.sidecar-injector.istio.io" },
      },
    },
    {
      id: "opting-out",
      title: { en: "The pod opts out", zh: "Pod 选择不注入" },
      start: after(
        withTexts(orders, { namespaces: namespaceText("shop", "istio-injection: enabled"), webhooks: defaultWebhooks }),
        [{ text: "workload", find: POD_LABELS, put: `${POD_LABELS}        sidecar.istio.io/inject: "false"\n` }],
      ),
      text: {
        en: "Every webhook but `object.` asks that the pod's label `sidecar.istio.io/inject` is not `false`. So one pod of an injected namespace can stay as it is. It must be a label of the pod: the annotation of the same name is older, and the API server does not look at annotations at all.",
        zh: "除 `object.` 外，每个 webhook 都要求 Pod 的标签 `sidecar.istio.io/inject` 不是 `false`。因此在开启注入的命名空间里，单个 Pod 可以保持原样。必须是 Pod 的标签：同名注解是更早的写法，而 API server 完全不看注解。",
      },
      look: {
        text: {
          en: "Not called, although the namespace asks. The place is linked: the pod's own label.",
          zh: "虽然命名空间请求注入，但没有调用。链接指向原因所在：Pod 自己的标签。",
        },
        holds: { every: [{ called: false }, { text: "namespaces", has: "istio-injection: enabled" }] },
      },
      task: {
        text: {
          en: 'Let this pod be injected. Taking the label away is enough; so is `"true"`.',
          zh: '让这个 Pod 被注入。去掉标签即可；写成 `"true"` 也行。',
        },
        solution: [{ text: "workload", find: '        sidecar.istio.io/inject: "false"\n', put: "" }],
        done: { every: [{ called: true }, { inject: true }] },
      },
    },
    {
      id: "namespace-wins",
      title: { en: "A namespace that says no wins", zh: "命名空间说不，就是不" },
      start: after(
        withTexts(orders, {
          namespaces: namespaceText("shop", "istio-injection: disabled"),
          webhooks: defaultWebhooks,
        }),
        [{ text: "workload", find: POD_LABELS, put: `${POD_LABELS}        sidecar.istio.io/inject: "true"\n` }],
      ),
      text: {
        en: 'The pod asks with `sidecar.istio.io/inject: "true"`. That is for the webhook `object.`, which only looks at namespaces without any opinion: neither `istio-injection` nor `istio.io/rev` may be there, *whatever their value is*. So `disabled` keeps out pods that ask, and so does a misspelt `istio-injection: enable`.',
        zh: 'Pod 用 `sidecar.istio.io/inject: "true"` 请求注入。这由 webhook `object.` 处理，但它只看没有表态的命名空间：`istio-injection` 和 `istio.io/rev` 都不能存在，*无论值是什么*。因此 `disabled` 会挡住主动请求的 Pod，写错的 `istio-injection: enable` 也一样。',
      },
      look: {
        text: { en: "Not called: the namespace's label is why.", zh: "没有调用：原因是命名空间的标签。" },
        holds: { every: [{ called: false }, { text: "workload", has: 'sidecar.istio.io/inject: "true"' }] },
      },
      task: {
        text: {
          en: "Let the pod's own label decide: take the namespace's opinion away. (In YAML, `labels: {}`.)",
          zh: "让 Pod 自己的标签来决定：去掉命名空间的表态。（YAML 写法：`labels: {}`。）",
        },
        solution: [{ text: "namespaces", find: "labels: {istio-injection: disabled}", put: "labels: {}" }],
        done: { every: [{ called: true, by: "object.sidecar-injector.istio.io" }, { inject: true }] },
      },
    },
    {
      id: "revision",
      title: { en: "Only a revision is installed", zh: "只安装了修订版" },
      start: withTexts(orders, {
        namespaces: namespaceText("shop", "istio-injection: enabled"),
        webhooks: canaryWebhooks,
      }),
      text: {
        en: "A control plane with a [revision](/glossary#revision) has webhooks for that revision only, until the default [tag](/glossary#tag) points at it. Both want `istio.io/rev`, and both step back where `istio-injection` is there. A namespace that has worked for years is then silently not injected.",
        zh: "带[修订版](/glossary#revision)的控制平面只有该修订版的 webhook，除非默认[修订标签](/glossary#tag)指向它。这两个 webhook 都要求 `istio.io/rev`，并且只要有 `istio-injection` 就退让。于是一个用了多年的命名空间会悄悄地不再注入。",
      },
      look: {
        text: {
          en: "Not called, with `istio-injection: enabled` in place.",
          zh: "有 `istio-injection: enabled`，却没有调用。",
        },
        holds: { called: false },
      },
      task: {
        text: {
          en: "Move the namespace to the revision: replace the label by `istio.io/rev: canary`.",
          zh: "把命名空间移到这个修订版：将标签换成 `istio.io/rev: canary`。",
        },
        hint: {
          en: "Both labels together do not do: `istio-injection` has to go.",
          zh: "两个标签并存不行：必须去掉 `istio-injection`。",
        },
        solution: [{ text: "namespaces", find: "istio-injection: enabled", put: "istio.io/rev: canary" }],
        done: { called: true, by: "rev.namespace.sidecar-injector.istio.io" },
      },
    },
    {
      id: "istiod",
      title: { en: "Called is not yet injected", zh: "调用了，不等于注入" },
      start: after(
        withTexts(orders, { namespaces: namespaceText("shop", "istio-injection: enabled"), webhooks: defaultWebhooks }),
        [
          {
            text: "workload",
            find: "      serviceAccountName: orders\n",
            put: "      serviceAccountName: orders\n      hostNetwork: true\n",
          },
        ],
      ),
      text: {
        en: "Once called, istiod decides for itself, in this order: the host's network, namespaces of the cluster itself, the label or annotation `sidecar.istio.io/inject`, the injector's own selectors, and last its [policy](/glossary#policy). A pod on the host's network shares its routes with everything else on the node, so it is never injected.",
        zh: "被调用之后，istiod 自己再作决定，依次看：是否使用主机网络、是否属于集群自身的命名空间、标签或注解 `sidecar.istio.io/inject`、注入器自己的选择器，最后是[策略](/glossary#policy)。使用主机网络的 Pod 与节点上其他一切共享路由，因此从不注入。",
      },
      look: {
        text: {
          en: "Called by `namespace.`, and yet *not injected*: the second sentence says why.",
          zh: "由 `namespace.` 调用，但*未注入*：第二句说明了原因。",
        },
        holds: { every: [{ called: true }, { inject: false, reason: "host-network" }] },
      },
      task: {
        text: { en: "Take the pod off the host's network.", zh: "让 Pod 不再使用主机网络。" },
        solution: [{ text: "workload", find: "      hostNetwork: true\n", put: "" }],
        done: { every: [{ inject: true }, { pod: ["spec", "containers", "istio-proxy"] }] },
      },
    },
  ],
};
