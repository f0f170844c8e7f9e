import type { Lesson } from "../lesson";
import { gateway } from "../states";

const PROXY = ["spec", "containers", "istio-proxy"] as const;
const env = (name: string) => [...PROXY, "env", name, "value"];

/** What injection adds to an east-west gateway, each part explained. */
export const gatewayProxy: Lesson = {
  id: "gateway-proxy",
  title: { en: "What injection added", zh: "注入添加了什么" },
  about: {
    en: "The arguments, variables and files of an east-west gateway: what each is for, and where it comes from.",
    zh: "东西向网关的参数、变量和文件：各有什么用，来自哪里。",
  },
  steps: [
    {
      id: "arguments",
      title: { en: "The arguments", zh: "参数" },
      start: gateway,
      text: {
        en: "`proxy router` starts the agent as a gateway; a sidecar has `proxy sidecar`. It asks istiod for listeners of Gateway resources, not for those of an application.\n\n`--domain` is the suffix by which short names of services are completed. `--proxyLogLevel` is Envoy's, `--proxyComponentLogLevel` that of single parts of Envoy, `--log_output_level` the agent's own.",
        zh: "`proxy router` 以网关方式启动 agent；sidecar 则是 `proxy sidecar`。它向 istiod 请求 Gateway 资源的监听器，而不是某个应用的。\n\n`--domain` 是补全服务短名的后缀。`--proxyLogLevel` 是 Envoy 的日志级别，`--proxyComponentLogLevel` 针对 Envoy 的单个组件，`--log_output_level` 是 agent 自己的。",
      },
      look: {
        text: {
          en: "All of `args` is new: the workload had none.",
          zh: "`args` 全部是新增的：工作负载原来没有。",
        },
        holds: {
          every: [
            { pod: [...PROXY, "args", 0], is: "proxy" },
            { pod: [...PROXY, "args", 1], is: "router" },
            { step: "submitted", lacks: "args:" },
          ],
        },
        line: { side: "right", has: "- router" },
      },
      task: {
        text: {
          en: 'Have this one gateway log its upstream connections: annotation `sidecar.istio.io/componentLogLevel: "upstream:debug"`.',
          zh: '让这一个网关记录上游连接的日志：注解 `sidecar.istio.io/componentLogLevel: "upstream:debug"`。',
        },
        solution: [
          {
            text: "workload",
            find: "        inject.istio.io/templates: gateway\n",
            put: '        inject.istio.io/templates: gateway\n        sidecar.istio.io/componentLogLevel: "upstream:debug"\n',
          },
        ],
        done: { pod: [...PROXY, "args"], has: "upstream:debug" },
      },
    },
    {
      id: "identity",
      title: { en: "Who it is", zh: "它是谁" },
      start: gateway,
      text: {
        en: "`POD_NAME`, `POD_NAMESPACE`, `INSTANCE_IP`, `HOST_IP`, `SERVICE_ACCOUNT` come from the [downward API](/glossary#downward-api): nobody knows them before the pod exists. `TRUST_DOMAIN` with namespace and service account makes the name in its certificate: `spiffe://cluster.local/ns/istio-system/sa/…`. `CA_ADDR` is who signs it, `PILOT_CERT_PROVIDER` whose root it trusts.",
        zh: "`POD_NAME`、`POD_NAMESPACE`、`INSTANCE_IP`、`HOST_IP`、`SERVICE_ACCOUNT` 来自 [downward API](/glossary#downward-api)：在 Pod 存在之前没有人知道它们。`TRUST_DOMAIN` 加上命名空间和服务账号构成证书中的名字：`spiffe://cluster.local/ns/istio-system/sa/…`。`CA_ADDR` 是签发者，`PILOT_CERT_PROVIDER` 决定信任谁的根证书。",
      },
      look: {
        text: {
          en: "`TRUST_DOMAIN` is `cluster.local`; *Why* leads to the mesh.",
          zh: "`TRUST_DOMAIN` 是 `cluster.local`；*来源*指向网格配置。",
        },
        holds: {
          every: [
            { pod: env("TRUST_DOMAIN"), is: "cluster.local" },
            { pod: [...PROXY, "env", "POD_NAME", "valueFrom"] },
          ],
        },
        line: { side: "right", has: "- name: TRUST_DOMAIN" },
      },
      task: {
        text: {
          en: "Change the trust domain in *Mesh* to `example.org`. Two variables follow.",
          zh: "在*网格*中把信任域改为 `example.org`。有两个变量会跟着变。",
        },
        solution: [{ text: "mesh", find: "trustDomain: cluster.local", put: "trustDomain: example.org" }],
        done: {
          every: [
            { pod: env("TRUST_DOMAIN"), is: "example.org" },
            { pod: env("ISTIO_META_MESH_ID"), is: "example.org" },
          ],
        },
      },
    },
    {
      id: "network",
      title: { en: "Where it stands", zh: "它在哪里" },
      start: gateway,
      text: {
        en: "`ISTIO_META_CLUSTER_ID` and `ISTIO_META_NETWORK` tell istiod which endpoints the proxy reaches directly and which through another network's east-west gateway. The injector sets them itself, *after* the template: it removes entries of these names and puts its own at the end (step *Cluster*). The pod's label `topology.istio.io/network` beats the values.\n\n`ISTIO_META_REQUESTED_NETWORK_VIEW` is the workload's own: this gateway is told only about `network1`.",
        zh: "`ISTIO_META_CLUSTER_ID` 和 `ISTIO_META_NETWORK` 告诉 istiod：代理能直接访问哪些端点，哪些要经过另一个网络的东西向网关。注入器在模板*之后*自己设置它们：先删除同名的项，再加到末尾（步骤*集群*）。Pod 的标签 `topology.istio.io/network` 优先于 values。\n\n`ISTIO_META_REQUESTED_NETWORK_VIEW` 是工作负载自己的：这个网关只会得到 `network1` 的信息。",
      },
      look: {
        text: {
          en: "The last two variables of the final pod: cluster and network.",
          zh: "最终 Pod 的最后两个变量：集群和网络。",
        },
        holds: {
          every: [
            { pod: [...PROXY, "env", -1], has: '"ISTIO_META_NETWORK"' },
            { pod: [...PROXY, "env", -2], has: '"ISTIO_META_CLUSTER_ID"' },
          ],
        },
        line: { side: "right", has: "- name: ISTIO_META_NETWORK" },
      },
      task: {
        text: {
          en: "The gateway moves to `network2`. Change one line of the *workload* so that the variable says so.",
          zh: "网关迁到 `network2`。修改*工作负载*中的一行，让变量随之改变。",
        },
        hint: {
          en: "A variable of that name in the workload would be removed. The label counts.",
          zh: "在工作负载中写同名变量会被删除。有效的是标签。",
        },
        solution: [
          { text: "workload", find: "topology.istio.io/network: network1", put: "topology.istio.io/network: network2" },
        ],
        done: {
          every: [
            { pod: env("ISTIO_META_NETWORK"), is: "network2" },
            { text: "injector", has: '"network": "network1"' },
          ],
        },
      },
    },
    {
      id: "settings",
      title: { en: "What it was told", zh: "它得到的设置" },
      start: gateway,
      text: {
        en: "`PROXY_CONFIG` is the effective [ProxyConfig](/glossary#proxyconfig) as JSON, without what is default: mesh, ProxyConfig resources and the pod's annotation laid over each other. Its `proxyMetadata` also become variables of their own. `ISTIO_METAJSON_ANNOTATIONS`, `ISTIO_META_POD_PORTS`, `ISTIO_META_WORKLOAD_NAME` and `ISTIO_META_OWNER` describe the pod to istiod. `GOMEMLIMIT` and `GOMAXPROCS` are the container's limits, for Go.",
        zh: "`PROXY_CONFIG` 是最终生效的 [ProxyConfig](/glossary#proxyconfig) 的 JSON，不含默认值：由网格、ProxyConfig 资源和 Pod 注解逐层覆盖而成。其中的 `proxyMetadata` 还会成为单独的变量。`ISTIO_METAJSON_ANNOTATIONS`、`ISTIO_META_POD_PORTS`、`ISTIO_META_WORKLOAD_NAME`、`ISTIO_META_OWNER` 向 istiod 描述 Pod。`GOMEMLIMIT` 和 `GOMAXPROCS` 是容器的资源上限，供 Go 使用。",
      },
      look: {
        text: {
          en: "`PROXY_CONFIG` holds only `proxyMetadata`: all else is default.",
          zh: "`PROXY_CONFIG` 中只有 `proxyMetadata`：其余都是默认值。",
        },
        holds: { pod: env("PROXY_CONFIG"), is: '{"proxyMetadata":{"ISTIO_META_DNS_CAPTURE":"true"}}\n' },
        line: { side: "right", has: "- name: PROXY_CONFIG" },
      },
      task: {
        text: {
          en: "Set `concurrency: 2` in the mesh's `defaultConfig`.",
          zh: "在网格的 `defaultConfig` 中设置 `concurrency: 2`。",
        },
        solution: [
          {
            text: "mesh",
            find: "      discoveryAddress: istiod.istio-system.svc:15012\n",
            put: "      discoveryAddress: istiod.istio-system.svc:15012\n      concurrency: 2\n",
          },
        ],
        done: { pod: env("PROXY_CONFIG"), has: '"concurrency":2' },
      },
    },
    {
      id: "files",
      title: { en: "What it carries", zh: "它带着什么" },
      start: gateway,
      text: {
        en: "`istio-token` is a token of the service account, made out to the audience `istio-ca`: with it the agent proves to istiod who it is, and gets its certificate. `istiod-ca-cert` is the root by which it knows istiod. `istio-podinfo` has labels and annotations as files. `istio-envoy`, `istio-data` and `workload-socket` are empty directories to write to, as the container's own file system is read-only.",
        zh: "`istio-token` 是服务账号的令牌，受众为 `istio-ca`：agent 用它向 istiod 证明身份并取得证书。`istiod-ca-cert` 是用来验证 istiod 的根证书。`istio-podinfo` 把标签和注解放在文件中。`istio-envoy`、`istio-data`、`workload-socket` 是可写的空目录，因为容器自身的文件系统是只读的。",
      },
      look: {
        text: {
          en: "The volume `istio-token`, with its audience and its twelve hours.",
          zh: "卷 `istio-token`，以及它的受众和十二小时有效期。",
        },
        holds: {
          pod: ["spec", "volumes", "istio-token", "projected", "sources", 0, "serviceAccountToken", "audience"],
          is: "istio-ca",
        },
        line: { side: "right", has: "audience: istio-ca" },
      },
      task: {
        text: {
          en: "An external CA wants the audience `vault`. It is one value: `global.sds.token.aud`.",
          zh: "外部 CA 要求受众为 `vault`。只需改一个值：`global.sds.token.aud`。",
        },
        solution: [{ text: "injector", find: '"aud": "istio-ca"', put: '"aud": "vault"' }],
        done: {
          pod: ["spec", "volumes", "istio-token", "projected", "sources", 0, "serviceAccountToken", "audience"],
          is: "vault",
        },
      },
    },
  ],
};
