import type { Lesson } from "../lesson";
import { after, gateway, withTexts } from "../states";

const PROXY = ["spec", "containers", "istio-proxy"] as const;

const written = String.raw`# The same gateway, written out: nothing of it is filled in by anybody.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: istio-eastwestgateway
  namespace: istio-system
spec:
  selector:
    matchLabels: {app: istio-eastwestgateway}
  template:
    metadata:
      labels:
        app: istio-eastwestgateway
        istio: eastwestgateway
        topology.istio.io/network: network1
        sidecar.istio.io/inject: "false"
    spec:
      serviceAccountName: istio-eastwestgateway
      containers:
      - name: istio-proxy
        image: docker.io/istio/proxyv2:1.30.3
        args: [proxy, router, --domain, $(POD_NAMESPACE).svc.cluster.local]
        ports:
        - {name: tls, containerPort: 15443}
        env:
        - {name: PILOT_CERT_PROVIDER, value: istiod}
        - {name: CA_ADDR, value: istiod.istio-system.svc:15012}
        - {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
        - {name: POD_NAMESPACE, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}
        - {name: INSTANCE_IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
        - {name: SERVICE_ACCOUNT, valueFrom: {fieldRef: {fieldPath: spec.serviceAccountName}}}
        - {name: TRUST_DOMAIN, value: cluster.local}
        - {name: ISTIO_META_CLUSTER_ID, value: cluster1}
        - {name: ISTIO_META_NETWORK, value: network1}
        readinessProbe:
          httpGet: {path: /healthz/ready, port: 15021}
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
          - serviceAccountToken: {path: istio-token, expirationSeconds: 43200, audience: istio-ca}
      - name: istio-envoy
        emptyDir: {medium: Memory}
`;

const byHand = withTexts(gateway, { workload: written });

/** A gateway that needs no injector, and what somebody has to do for it instead. */
export const standalone: Lesson = {
  id: "standalone",
  title: { en: "A gateway without injection", zh: "不用注入部署网关" },
  about: {
    en: "What such a gateway must carry itself, and what then has to be kept up by hand.",
    zh: "这样的网关必须自己带上什么，以及之后需要手工维护什么。",
  },
  steps: [
    {
      id: "lacks",
      title: { en: "What is missing at first", zh: "首先缺什么" },
      start: after(gateway, [
        { text: "workload", find: 'sidecar.istio.io/inject: "true"', put: 'sidecar.istio.io/inject: "false"' },
      ]),
      text: {
        en: "Say no to injection and the stub stays a stub. It fails in this order: the image cannot be pulled; without arguments the agent does not start as a gateway; without token and root certificate istiod does not give it a certificate; without network and cluster it is in the mesh, but not where you think.\n\nThe tab *Variants* below the result lists all of it, and its *Standalone* view writes the workload out with what the injector would add.",
        zh: "拒绝注入，占位容器就仍是占位容器。它会依次这样失败：镜像无法拉取；没有参数，agent 不会以网关方式启动；没有令牌和根证书，istiod 不会签发证书；没有网络和集群信息，它虽在网格中，却不在你以为的位置。\n\n结果下方的*其他情形*标签页列出了全部内容，其中的*独立运行*会写出带有注入内容的工作负载。",
      },
      look: {
        text: {
          en: "Not injected, by the label; the image is still `auto`.",
          zh: "由于标签而未注入；镜像仍是 `auto`。",
        },
        holds: {
          every: [
            { inject: false, reason: "label" },
            { step: "submitted", has: "image: auto" },
          ],
        },
      },
      task: {
        text: {
          en: "Begin with what fails first: give it the image `docker.io/istio/proxyv2:1.30.3`.",
          zh: "从最先失败的地方开始：把镜像写成 `docker.io/istio/proxyv2:1.30.3`。",
        },
        solution: [
          {
            text: "workload",
            find: "image: auto   # the injector fills it in",
            put: "image: docker.io/istio/proxyv2:1.30.3",
          },
        ],
        done: { every: [{ inject: false }, { step: "submitted", has: "image: docker.io/istio/proxyv2:1.30.3" }] },
      },
    },
    {
      id: "written-out",
      title: { en: "Everything written out", zh: "全部写出来" },
      start: after(byHand, [{ text: "mesh", find: "trustDomain: cluster.local", put: "trustDomain: example.org" }]),
      text: {
        en: "This gateway carries what it needs: image, `proxy router`, who it is, where it stands, token, root certificate, a directory for Envoy's bootstrap. It would run.\n\nBut what was read from mesh and values is now a copy. Here the mesh has a new [trust domain](/glossary#trust-domain); every injected pod follows at its next start. This one does not: nobody in the new domain accepts its certificate.",
        zh: "这个网关带上了所需的一切：镜像、`proxy router`、身份、位置、令牌、根证书，以及存放 Envoy 引导配置的目录。它能运行。\n\n但原来从网格和 values 中读取的内容，现在成了副本。这里网格换了新的[信任域](/glossary#trust-domain)，所有注入的 Pod 下次启动时都会跟上。唯独它不会：新信任域中没有谁接受它的证书。",
      },
      look: {
        text: {
          en: "The mesh says `example.org`, the pod `cluster.local`.",
          zh: "网格中是 `example.org`，Pod 中是 `cluster.local`。",
        },
        holds: {
          every: [
            { text: "mesh", has: "trustDomain: example.org" },
            { step: "submitted", has: "- name: TRUST_DOMAIN\n      value: cluster.local" },
          ],
        },
        line: { side: "right", has: "- name: TRUST_DOMAIN" },
      },
      task: {
        text: { en: "Bring the pod in line with the mesh.", zh: "让 Pod 与网格一致。" },
        solution: [
          {
            text: "workload",
            find: "{name: TRUST_DOMAIN, value: cluster.local}",
            put: "{name: TRUST_DOMAIN, value: example.org}",
          },
        ],
        done: {
          every: [
            { text: "mesh", has: "trustDomain: example.org" },
            { step: "submitted", has: "- name: TRUST_DOMAIN\n      value: example.org" },
          ],
        },
      },
    },
    {
      id: "upgrade",
      title: { en: "An upgrade passes it by", zh: "升级与它无关" },
      start: after(byHand, [{ text: "injector", find: '"tag": "1.30.3"', put: '"tag": "1.30.4"' }]),
      text: {
        en: "The control plane is at 1.30.4. Injected gateways get the new proxy when they are restarted; this one has its image in its own text. The same holds for new variables and mounts that a later template brings: compare with an injected gateway before each upgrade.",
        zh: "控制平面已是 1.30.4。注入的网关重启后就会用新代理；这个网关的镜像写在自己的文本里。以后的模板带来的新变量和挂载也是如此：每次升级前都要与注入的网关对照。",
      },
      look: {
        text: {
          en: "`global.tag` is `1.30.4`, the pod runs `1.30.3`.",
          zh: "`global.tag` 是 `1.30.4`，Pod 运行的是 `1.30.3`。",
        },
        holds: {
          every: [
            { text: "injector", has: '"tag": "1.30.4"' },
            { step: "submitted", has: "image: docker.io/istio/proxyv2:1.30.3" },
          ],
        },
        line: { side: "right", has: "image: docker.io/istio/proxyv2:1.30.3" },
      },
      task: {
        text: {
          en: 'Go back to injection: in the written-out workload, set the label to `"true"`, name the template `gateway`, and let the image be `auto`.',
          zh: '回到注入：在写全的工作负载中，把标签设为 `"true"`，指定模板 `gateway`，并让镜像为 `auto`。',
        },
        hint: {
          en: "The annotation is `inject.istio.io/templates: gateway`; the pod template has no `annotations:` yet.",
          zh: "注解是 `inject.istio.io/templates: gateway`；Pod 模板还没有 `annotations:`。",
        },
        solution: [
          {
            text: "workload",
            find: '        sidecar.istio.io/inject: "false"\n',
            put: '        sidecar.istio.io/inject: "true"\n      annotations:\n        inject.istio.io/templates: gateway\n',
          },
          { text: "workload", find: "image: docker.io/istio/proxyv2:1.30.3", put: "image: auto" },
        ],
        done: {
          every: [
            { inject: true },
            { templates: ["gateway"] },
            { pod: [...PROXY, "image"], is: "docker.io/istio/proxyv2:1.30.4" },
          ],
        },
      },
    },
  ],
};
