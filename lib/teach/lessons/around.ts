import type { Lesson } from "../lesson";
import { after, exampleState } from "../states";

const orders = exampleState("sidecar");
const APP = ["spec", "containers", "orders"] as const;
const PROXY_ENV = ["spec", "containers", "istio-proxy", "env"] as const;
const PORT = '        prometheus.io/port: "9464"\n';

/** What the injector does after the templates: probes, metrics, and where the proxy stands. */
export const around: Lesson = {
  id: "around",
  title: { en: "Probes, Prometheus, native sidecars", zh: "探针、Prometheus、原生 sidecar" },
  about: {
    en: "What no template says: the injector leads probes and metrics through the agent, and decides where the proxy starts.",
    zh: "模板中没有写的部分：注入器让探针和指标经过 agent，并决定代理在哪里启动。",
  },
  steps: [
    {
      id: "probes",
      title: { en: "Probes go through the agent", zh: "探针经过 agent" },
      start: { ...orders, sides: { left: "prometheusMerge", right: "rewriteProbes" } },
      text: {
        en: "With mutual TLS the application only accepts who has a certificate, and the [kubelet](/glossary#kubelet) has none. So every HTTP, TCP and gRPC probe is led to the agent on port 15020, which asks the application from inside the pod. What the probes were stands in `ISTIO_KUBE_APP_PROBERS`.",
        zh: "启用双向 TLS 后，应用只接受持有证书的来访者，而 [kubelet](/glossary#kubelet) 没有证书。因此所有 HTTP、TCP 和 gRPC 探针都改为访问 15020 端口上的 agent，由它在 Pod 内部询问应用。原来的探针写在 `ISTIO_KUBE_APP_PROBERS` 中。",
      },
      look: {
        text: {
          en: "The step *Probes*: `/ready` on `http` became `/app-health/orders/readyz` on 15020.",
          zh: "步骤*探针*：`http` 端口上的 `/ready` 变成了 15020 端口上的 `/app-health/orders/readyz`。",
        },
        holds: {
          every: [
            { pod: [...APP, "readinessProbe", "httpGet", "path"], is: "/app-health/orders/readyz" },
            { pod: [...PROXY_ENV, "ISTIO_KUBE_APP_PROBERS", "value"], has: '"path":"/ready","port":8080' },
          ],
        },
        line: { side: "right", has: "path: /app-health/orders/readyz" },
      },
      task: {
        text: {
          en: 'Leave this pod\'s probes alone: annotation `sidecar.istio.io/rewriteAppHTTPProbers: "false"`.',
          zh: '不要改动这个 Pod 的探针：注解 `sidecar.istio.io/rewriteAppHTTPProbers: "false"`。',
        },
        solution: [
          { text: "workload", find: PORT, put: `${PORT}        sidecar.istio.io/rewriteAppHTTPProbers: "false"\n` },
        ],
        done: { pod: [...APP, "readinessProbe", "httpGet", "path"], is: "/ready" },
      },
    },
    {
      id: "named-port",
      title: { en: "A port that has no name", zh: "没有名字的端口" },
      start: after(orders, [{ text: "workload", find: "        - name: http\n", put: "        - name: web\n" }]),
      text: {
        en: "The probes name the port `http`, and the container calls it `web`. Without injection the kubelet would say so at once. With it, the probe *is* rewritten while the agent gets no entry for it: the agent answers 404, the pod never becomes ready, and no message names the port.",
        zh: "探针写的端口名是 `http`，容器里叫 `web`。没有注入时，kubelet 会立刻指出。注入后，探针*照样*被改写，agent 却没有得到对应的条目：它回答 404，Pod 永远不会就绪，也没有任何消息提到端口。",
      },
      look: {
        text: {
          en: "The probe asks for `/app-health/orders/readyz`, and there is no `ISTIO_KUBE_APP_PROBERS`.",
          zh: "探针访问 `/app-health/orders/readyz`，但没有 `ISTIO_KUBE_APP_PROBERS`。",
        },
        holds: {
          every: [
            { pod: [...APP, "readinessProbe", "httpGet", "path"], is: "/app-health/orders/readyz" },
            { not: { pod: [...PROXY_ENV, "ISTIO_KUBE_APP_PROBERS"] } },
            { finding: "IX155" },
          ],
        },
      },
      task: {
        text: { en: "Mend it, on either side.", zh: "修好它，改哪一边都行。" },
        solution: [{ text: "workload", find: "        - name: web\n", put: "        - name: http\n" }],
        done: {
          every: [
            { pod: [...PROXY_ENV, "ISTIO_KUBE_APP_PROBERS", "value"], has: "/app-health/orders/readyz" },
            { pod: [...PROXY_ENV, "ISTIO_KUBE_APP_PROBERS", "value"], has: "/app-health/orders/livez" },
          ],
        },
      },
    },
    {
      id: "prometheus",
      title: { en: "Metrics of both in one place", zh: "指标合并到一处" },
      start: { ...orders, sides: { left: "clusterInfo", right: "prometheusMerge" } },
      text: {
        en: "A pod has one annotation for its metrics, and now two that have some: the application and Envoy. The injector points the annotation at the agent, which fetches both and serves them together. Where the application's are stands in `ISTIO_PROMETHEUS_ANNOTATIONS`. What scrapes the application's port directly is not affected.",
        zh: "Pod 只有一组指标注解，现在却有两处指标：应用和 Envoy。注入器把注解指向 agent，由它取回两者并一起提供。应用指标的位置写在 `ISTIO_PROMETHEUS_ANNOTATIONS` 中。直接抓取应用端口的方式不受影响。",
      },
      look: {
        text: {
          en: "The step *Prometheus*: port 9464 became 15020, and the old one is in the variable.",
          zh: "步骤 *Prometheus*：端口 9464 变成 15020，原来的端口在变量中。",
        },
        holds: {
          every: [
            { pod: ["metadata", "annotations", "prometheus.io/port"], is: "15020" },
            { pod: [...PROXY_ENV, "ISTIO_PROMETHEUS_ANNOTATIONS", "value"], has: '"port":"9464"' },
          ],
        },
        line: { side: "right", has: "prometheus.io/port" },
      },
      task: {
        text: {
          en: 'Keep the pod\'s own annotations: `prometheus.istio.io/merge-metrics: "false"`.',
          zh: '保留 Pod 自己的注解：`prometheus.istio.io/merge-metrics: "false"`。',
        },
        solution: [
          { text: "workload", find: PORT, put: `${PORT}        prometheus.istio.io/merge-metrics: "false"\n` },
        ],
        done: { pod: ["metadata", "annotations", "prometheus.io/port"], is: "9464" },
      },
    },
    {
      id: "native",
      title: { en: "A proxy that starts first and ends last", zh: "最先启动、最后结束的代理" },
      start: exampleState("native-sidecar"),
      text: {
        en: "A [native sidecar](/glossary#native-sidecar) is an init container with `restartPolicy: Always`. It runs before the pod's own init containers and its application, so that they have a network, and it does not keep a Job from ending. The injector orders: `istio-init`, then the proxy, then the pod's own.",
        zh: "[原生 sidecar](/glossary#native-sidecar) 是带有 `restartPolicy: Always` 的 init 容器。它先于 Pod 自己的 init 容器和应用运行，使它们有网络可用，也不会妨碍 Job 结束。注入器的顺序是：`istio-init`，然后是代理，最后是 Pod 自己的。",
      },
      look: {
        text: {
          en: "The final init containers, and `restartPolicy: Always` on the proxy.",
          zh: "最终的 init 容器，以及代理的 `restartPolicy: Always`。",
        },
        holds: {
          every: [
            { namesAt: ["spec", "initContainers"], are: ["istio-init", "istio-proxy", "wait-for-database"] },
            { pod: ["spec", "initContainers", "istio-proxy", "restartPolicy"], is: "Always" },
          ],
        },
        line: { side: "right", has: "restartPolicy: Always" },
      },
      task: {
        text: {
          en: "See how it was before: in *More*, turn *native sidecars* off. Where does the proxy stand, and who starts without it?",
          zh: "看看以前的样子：在*更多*中关闭*原生 sidecar*。代理在哪里？谁在它之前启动？",
        },
        solution: [{ option: "nativeSidecars", value: "false" }],
        done: {
          every: [
            { namesAt: ["spec", "initContainers"], are: ["wait-for-database", "istio-init"] },
            { namesAt: ["spec", "containers"], are: ["migrate", "istio-proxy"] },
          ],
        },
      },
    },
  ],
};
