import type { Lesson } from "../lesson";
import { after, canaryWebhooks, gateway, namespaceText, withTexts } from "../states";

const IMAGE = ["spec", "containers", "istio-proxy", "image"];

/** What `image: auto` stands for, and what becomes of it where nobody replaces it. */
export const imageAuto: Lesson = {
  id: "image-auto",
  title: { en: "Why the image is auto", zh: "镜像为什么是 auto" },
  about: {
    en: "What the injector makes of `image: auto`, and what a cluster makes of it where the webhook is not called.",
    zh: "注入器如何处理 `image: auto`；如果 webhook 没有被调用，集群又会怎样处理它。",
  },
  steps: [
    {
      id: "placeholder",
      title: { en: "A stub that is completed", zh: "等待补全的占位容器" },
      start: gateway,
      text: {
        en: "This Deployment is an east-west gateway. Its only container is a stub: ports, resources, and `image: auto`. There is no image called `auto`. The word asks the [injector](/glossary#injector) to fill in the proxy of its own release, so that a gateway is upgraded together with the control plane.\n\nThe image is put together from the [values](/glossary#values): `global.hub`, `global.proxy.image`, `global.tag`.",
        zh: "这个 Deployment 是一个东西向网关。它唯一的容器只是占位：端口、资源，以及 `image: auto`。并没有名为 `auto` 的镜像：这个词请求[注入器](/glossary#injector)填入与自身版本一致的代理镜像，这样网关会随控制平面一起升级。\n\n镜像由 [values](/glossary#values) 拼成：`global.hub`、`global.proxy.image`、`global.tag`。",
      },
      look: {
        text: {
          en: "Right side: `image: auto` has become `docker.io/istio/proxyv2:1.30.3`. *Why* below names the line of the template and the values behind it.",
          zh: "右侧：`image: auto` 变成了 `docker.io/istio/proxyv2:1.30.3`。下方的*来源*指出模板中的哪一行，以及它用到的值。",
        },
        holds: { pod: IMAGE, is: "docker.io/istio/proxyv2:1.30.3" },
        line: { side: "right", has: "image: docker.io/istio/proxyv2:1.30.3" },
      },
      task: {
        text: {
          en: "The control plane moves to 1.30.4. Change `global.tag` in the *Injector* tab, and see the gateway's image follow.",
          zh: "控制平面升级到 1.30.4。在*注入器*标签页中修改 `global.tag`，看网关的镜像如何跟着变化。",
        },
        solution: [{ text: "injector", find: '"tag": "1.30.3"', put: '"tag": "1.30.4"' }],
        done: { pod: IMAGE, is: "docker.io/istio/proxyv2:1.30.4" },
      },
    },
    {
      id: "without-webhook",
      title: { en: "A cluster that does not call the injector", zh: "没有调用注入器的集群" },
      start: withTexts(gateway, {
        namespaces: namespaceText("istio-system", "kubernetes.io/metadata.name: istio-system"),
        webhooks: canaryWebhooks,
      }),
      text: {
        en: "Only the API server can bring a pod to the injector, and it does so by the [selectors](/glossary#selector) of a [webhook](/glossary#webhook). This cluster has the revision `canary` only. Nothing about the pod or its namespace names it, so the pod is created as it was written.\n\nThe kubelet then tries to pull an image called `auto`. What one sees is `ImagePullBackOff`, far from its cause.",
        zh: "只有 API server 能把 Pod 交给注入器，依据是 [webhook](/glossary#webhook) 的[选择器](/glossary#selector)。这个集群只安装了修订版 `canary`，而 Pod 和它的命名空间都没有指明这个修订版，于是 Pod 原样创建。\n\nkubelet 接着会去拉取名为 `auto` 的镜像。看到的现象是 `ImagePullBackOff`，离真正的原因很远。",
      },
      look: {
        text: {
          en: "Above the steps: the API server does not call the injector. The pod that would run has `image: auto`.",
          zh: "步骤上方：API server 不会调用注入器。最终运行的 Pod 仍是 `image: auto`。",
        },
        holds: { every: [{ called: false }, { finding: "IX100" }] },
      },
      task: {
        text: {
          en: "Give the pod the label `istio.io/rev: canary`, below `labels:` of the pod template.",
          zh: "在 Pod 模板的 `labels:` 下给 Pod 加上标签 `istio.io/rev: canary`。",
        },
        hint: {
          en: "The webhook `rev.object.` looks at the pod's own labels, so the Deployment's `metadata.labels` do not help.",
          zh: "webhook `rev.object.` 看的是 Pod 自己的标签，写在 Deployment 的 `metadata.labels` 中没有用。",
        },
        solution: [
          {
            text: "workload",
            find: '        sidecar.istio.io/inject: "true"\n',
            put: '        sidecar.istio.io/inject: "true"\n        istio.io/rev: canary\n',
          },
        ],
        done: { every: [{ called: true }, { pod: IMAGE, is: "docker.io/istio/proxyv2:1.30.3" }] },
      },
    },
    {
      id: "pinned",
      title: { en: "Anything else pins the proxy", zh: "写了别的镜像，代理就被固定" },
      start: after(gateway, [
        {
          text: "workload",
          find: "image: auto   # the injector fills it in",
          put: "image: docker.io/istio/proxyv2:1.29.4",
        },
      ]),
      text: {
        en: "The injector takes away exactly the word `auto` before it lays the workload's container over the template's. Any other text is the workload's own wish and wins: this gateway stays at 1.29.4 whatever the control plane is. It works for a while, and is forgotten.",
        zh: "注入器在用工作负载的容器覆盖模板的容器之前，只会去掉恰好等于 `auto` 的镜像。其他任何写法都算工作负载自己的意愿，优先生效：无论控制平面是哪个版本，这个网关都停在 1.29.4。一开始能用，后来就被遗忘。",
      },
      look: {
        text: {
          en: "The final image is `1.29.4`, while the values say `1.30.3`.",
          zh: "最终的镜像是 `1.29.4`，而 values 中写的是 `1.30.3`。",
        },
        holds: { every: [{ pod: IMAGE, is: "docker.io/istio/proxyv2:1.29.4" }, { finding: "IX142" }] },
        line: { side: "right", has: "image: docker.io/istio/proxyv2:1.29.4" },
      },
      task: {
        text: {
          en: "Let the gateway follow the control plane again.",
          zh: "让网关重新跟随控制平面。",
        },
        hint: { en: "The word is `auto`, in lower case.", zh: "要写的词是 `auto`，全部小写。" },
        solution: [{ text: "workload", find: "image: docker.io/istio/proxyv2:1.29.4", put: "image: auto" }],
        done: { pod: IMAGE, is: "docker.io/istio/proxyv2:1.30.3" },
      },
    },
  ],
};
