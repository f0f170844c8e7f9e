import type { Lesson } from "../lesson";
import { exampleState } from "../states";

const PROXY = ["spec", "containers", "istio-proxy"] as const;
const whole = exampleState("overwritten-proxy");
const OVERRIDES = ["metadata", "annotations", "proxy.istio.io/overrides"];
const APP = "        resources:\n          requests: {cpu: 200m, memory: 256Mi}\n          limits: {memory: 256Mi}\n";

/** What becomes of containers that the workload and the template both have. */
export const reapply: Lesson = {
  id: "reapply",
  title: { en: "Re-applying one's own containers", zh: "重新应用自己的容器" },
  about: {
    en: "The three cases: only the template has the container, the workload has it too, or an earlier injection put it there.",
    zh: "三种情况：只有模板有这个容器；工作负载也有；或者它是上一次注入放进去的。",
  },
  steps: [
    {
      id: "injected",
      title: { en: "First case: only the template has it", zh: "情况一：只有模板有" },
      start: exampleState("sidecar"),
      text: {
        en: "After the [merge](/glossary#merged-pod) the injector goes through the containers of the [template pod](/glossary#template-pod) and asks of each: did the workload have one of this name? Here it did not. The container stays as the template says, and nothing is re-applied.",
        zh: "[合并](/glossary#merged-pod)之后，注入器逐个检查[模板 Pod](/glossary#template-pod) 的容器：工作负载有同名的容器吗？这里没有。于是容器保持模板的样子，没有什么需要重新应用。",
      },
      look: {
        text: {
          en: "`istio-proxy` was added; the step *Re-applied* has no changes; there is no annotation `proxy.istio.io/overrides`.",
          zh: "`istio-proxy` 是新增的；步骤*重新应用*没有变更；没有注解 `proxy.istio.io/overrides`。",
        },
        holds: { every: [{ container: "istio-proxy", case: "injected" }, { not: { pod: OVERRIDES } }] },
      },
      task: {
        text: {
          en: "Give the workload an `istio-proxy` of its own, with `image: auto` and a CPU request of `250m`.",
          zh: "给工作负载加上自己的 `istio-proxy`，`image: auto`，CPU 请求为 `250m`。",
        },
        hint: {
          en: "A second item of `containers:`, with `resources: {requests: {cpu: 250m}}`.",
          zh: "`containers:` 的第二项，写 `resources: {requests: {cpu: 250m}}`。",
        },
        solution: [
          {
            text: "workload",
            find: APP,
            put: `${APP}      - name: istio-proxy\n        image: auto\n        resources:\n          requests: {cpu: 250m}\n`,
          },
        ],
        done: {
          every: [
            { container: "istio-proxy", case: "overwritten" },
            { pod: [...PROXY, "resources", "requests", "cpu"], is: "250m" },
          ],
        },
      },
    },
    {
      id: "overwritten",
      title: { en: "Second case: the workload has it, too", zh: "情况二：工作负载也有" },
      start: whole,
      text: {
        en: "The workload's own container is laid over once more, so that its fields win. The rules are those of strategic merge: `resources` and `env` go by field and by name, and what the workload does not mention is the template's. Before that, `image: auto` is taken out.",
        zh: "工作负载自己的容器会再覆盖一次，使它的字段优先。规则仍是 strategic merge：`resources` 逐字段合并，`env` 按名称合并，工作负载没有写的部分来自模板。在此之前，会先去掉 `image: auto`。",
      },
      look: {
        text: {
          en: "`PILOT_CERT_PROVIDER` is `kubernetes` as the workload says, the CPU limit is the template's `2`.",
          zh: "`PILOT_CERT_PROVIDER` 按工作负载的写法是 `kubernetes`，CPU 上限则是模板的 `2`。",
        },
        holds: {
          every: [
            { pod: [...PROXY, "env", "PILOT_CERT_PROVIDER", "value"], is: "kubernetes" },
            { pod: [...PROXY, "resources", "limits", "cpu"], is: "2" },
            { step: "mergedPod:sidecar", has: "- name: PILOT_CERT_PROVIDER\n      value: istiod" },
          ],
        },
        line: { side: "right", has: "value: kubernetes" },
      },
      task: {
        text: {
          en: "Somebody only wants debug logs and writes `args: [--proxyLogLevel=debug]` into the workload's `istio-proxy`. Do that, and see what is left of the arguments.",
          zh: "有人只想要调试日志，就在工作负载的 `istio-proxy` 中写了 `args: [--proxyLogLevel=debug]`。照做一次，看看参数还剩下什么。",
        },
        hint: { en: "Below `image: auto`.", zh: "写在 `image: auto` 下面。" },
        solution: [
          {
            text: "workload",
            find: "        image: auto\n",
            put: "        image: auto\n        args: [--proxyLogLevel=debug]\n",
          },
        ],
        done: { pod: [...PROXY, "args"], is: ["--proxyLogLevel=debug"] },
      },
    },
    {
      id: "recorded",
      title: { en: "What is re-applied is recorded", zh: "重新应用的内容会记录下来" },
      start: whole,
      text: {
        en: "When a pod is injected again ([reinvocation](/glossary#reinvocation)), its proxy can no longer be told from what was injected. So the injector writes what was the workload's own into `proxy.istio.io/overrides`, and reads it from there the next time.",
        zh: "Pod 再次注入时（[重新调用](/glossary#reinvocation)），已无法分辨代理中哪些是注入的。因此注入器把工作负载自己的部分写进 `proxy.istio.io/overrides`，下次从那里读取。",
      },
      look: {
        text: {
          en: "The annotation holds `kubernetes`, the CPU request and the `preStop`: nothing that came from the template.",
          zh: "注解中有 `kubernetes`、CPU 请求和 `preStop`，没有任何来自模板的内容。",
        },
        holds: {
          every: [
            { pod: OVERRIDES, has: "kubernetes" },
            { pod: OVERRIDES, has: "preStop", lacks: "router" },
          ],
        },
        line: { side: "right", has: "proxy.istio.io/overrides" },
      },
      task: {
        text: {
          en: "Take the variable `PILOT_CERT_PROVIDER` out of the workload: the template's value is back, and the annotation no longer speaks of it.",
          zh: "从工作负载中去掉变量 `PILOT_CERT_PROVIDER`：模板的值又回来了，注解中也不再提到它。",
        },
        solution: [
          {
            text: "workload",
            find: "        - name: PILOT_CERT_PROVIDER   # the template sets it, too\n          value: kubernetes\n",
            put: "",
          },
        ],
        done: {
          every: [
            { pod: [...PROXY, "env", "PILOT_CERT_PROVIDER", "value"], is: "istiod" },
            { pod: OVERRIDES, lacks: "PILOT_CERT_PROVIDER" },
          ],
        },
      },
    },
    {
      id: "reinjected",
      title: { en: "Third case: an earlier injection put it there", zh: "情况三：由上一次注入放入" },
      start: exampleState("reinjected"),
      text: {
        en: "This pod was injected before, by a 1.30.1. Its annotation [sidecar.istio.io/status](/glossary#status-annotation) lists what was put in. Containers on that list are not the workload's own: they are not re-applied, so that the new template wins, and the proxy becomes 1.30.3.",
        zh: "这个 Pod 之前已被 1.30.1 注入过。注解 [sidecar.istio.io/status](/glossary#status-annotation) 列出了当时放入的内容。列表中的容器不算工作负载自己的：不会重新应用，新模板优先，代理变为 1.30.3。",
      },
      look: {
        text: {
          en: "Exactly two changes: the images of `istio-init` and `istio-proxy`.",
          zh: "恰好两处变更：`istio-init` 和 `istio-proxy` 的镜像。",
        },
        holds: {
          every: [
            { container: "istio-proxy", case: "reinjected" },
            { pod: [...PROXY, "image"], is: "docker.io/istio/proxyv2:1.30.3" },
          ],
        },
        line: { side: "right", has: "image: docker.io/istio/proxyv2:1.30.3" },
      },
      task: {
        text: {
          en: "Delete the annotation `sidecar.istio.io/status`, as some tools do when they copy a pod. Now the old proxy counts as the workload's own.",
          zh: "删除注解 `sidecar.istio.io/status`，就像某些工具复制 Pod 时那样。这时旧代理就算作工作负载自己的了。",
        },
        solution: [
          {
            text: "workload",
            find: `    sidecar.istio.io/status: '{"initContainers":["istio-init"],"containers":["istio-proxy"],"volumes":["istiod-ca-cert","istio-token","istio-envoy"],"imagePullSecrets":null,"revision":"default"}'\n`,
            put: "",
          },
        ],
        done: {
          every: [
            { container: "istio-proxy", case: "overwritten" },
            { pod: [...PROXY, "image"], is: "docker.io/istio/proxyv2:1.30.1" },
          ],
        },
      },
    },
  ],
};
