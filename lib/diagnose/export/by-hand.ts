import { at, text } from "../json";
import { envPointers, fieldPointers, metadataPointers, sameJson, type PodSides } from "../pod-sides";
import { IDLE_ANNOTATION, INJECTION_ANNOTATIONS } from "./injector-marks";
import type { NoteRow } from "./note-row";

/** What the injector kept up to date with every new pod, the most pressing first. */
export const BY_HAND: readonly NoteRow[] = [
  {
    code: "redirection",
    // The CNI plugin leaves out pods without the status annotation, and those whose label says false.
    see: ({ containers }) =>
      containers.some(({ name }) => name === "istio-init")
        ? []
        : containers.filter(({ name, ofTemplate }) => name === "istio-validation" && ofTemplate).map((c) => c.at),
    en: () =>
      "Istio's CNI plugin sets up traffic only for pods with the annotation sidecar.istio.io/status whose label sidecar.istio.io/inject is not false: this pod gets no redirection and its istio-validation fails. Export with an injector that does not use CNI, so that istio-init does it.",
    zh: () =>
      "Istio 的 CNI 插件只为带有注解 sidecar.istio.io/status 且标签 sidecar.istio.io/inject 不为 false 的 Pod 设置流量：该 Pod 不会被重定向，istio-validation 会失败。请用不启用 CNI 的注入器导出，由 istio-init 完成。",
  },
  {
    code: "image-auto",
    see: ({ containers }) =>
      containers.filter(({ json }) => json.get("image") === "auto").map(({ at: pointer }) => `${pointer}/image`),
    en: () => "No template gave this container an image: write one in place of auto.",
    zh: () => "没有模板为该容器提供镜像：请把 auto 换成真实镜像。",
  },
  {
    code: "image-tag",
    see: (sides) => fieldPointers(sides, "image"),
    words: (sides) => [...new Set(images(sides))].join(", "),
    en: (words) =>
      `The image stays as it is (${words}): change it with every upgrade of the control plane. A proxy may be older than istiod, but not by more than a few minor releases, and never newer.`,
    zh: (words) =>
      `镜像保持不变(${words})：每次升级控制面时都要修改。代理可以比 istiod 旧，但不能相差太多次版本，也不能更新。`,
  },
  {
    code: "template",
    see: ({ containers }) => containers.filter(({ ofTemplate }) => ofTemplate).map(({ at: pointer }) => pointer),
    en: () =>
      "Arguments, environment, mounts, probes and security settings are today's template: what a new release or a change of the ConfigMap brings has to be copied here. Compare with a fresh export after every upgrade.",
    zh: () =>
      "参数、环境变量、挂载、探针和安全设置来自当前的模板：新版本或 ConfigMap 的改动都需要手动搬过来。每次升级后请与新的导出比较。",
  },
  {
    code: "proxy-config",
    see: (sides) => envPointers(sides, /^PROXY_CONFIG$/),
    en: () =>
      "PROXY_CONFIG is the mesh's defaultConfig, ProxyConfig resources and the annotation proxy.istio.io/config as they are now: later changes of these (tracing, concurrency, metadata, drain times) do not arrive.",
    zh: () =>
      "PROXY_CONFIG 是当前网格的 defaultConfig、ProxyConfig 资源和注解 proxy.istio.io/config 的结果：之后对它们的修改(追踪、并发、元数据、排空时间)不会生效。",
  },
  {
    code: "discovery-address",
    see: (sides) => [...envPointers(sides, /^CA_ADDR$/), ...envPointers(sides, /^PROXY_CONFIG$/, /"discoveryAddress"/)],
    en: () =>
      "The address of istiod is fixed: another revision or another place of the control plane has to be written here.",
    zh: () => "istiod 的地址已固定：更换修订版本或控制面位置时需要在此修改。",
  },
  {
    code: "default-discovery-address",
    see: (sides) =>
      envPointers(sides, /^CA_ADDR$/).length > 0 ||
      envPointers(sides, /^PROXY_CONFIG$/, /"discoveryAddress"/).length > 0
        ? []
        : envPointers(sides, /^PROXY_CONFIG$/),
    en: () =>
      "No address of istiod is written, so the proxy asks istiod.istio-system.svc:15012: with another revision or namespace, write discoveryAddress into PROXY_CONFIG and CA_ADDR.",
    zh: () =>
      "没有写明 istiod 地址，代理会连接 istiod.istio-system.svc:15012：若修订版本或命名空间不同，请在 PROXY_CONFIG 中写 discoveryAddress 并设置 CA_ADDR。",
  },
  {
    code: "cluster-and-mesh",
    see: (sides) => envPointers(sides, /^(?:ISTIO_META_(?:CLUSTER_ID|NETWORK|MESH_ID)|TRUST_DOMAIN)$/),
    en: () => "Cluster, network, mesh and trust domain are this cluster's: another cluster needs its own.",
    zh: () => "集群、网络、网格和信任域属于当前集群：换到其他集群需要改成那里的值。",
  },
  {
    code: "containers-and-ports",
    see: (sides) => envPointers(sides, /^ISTIO_META_(?:POD_PORTS|APP_CONTAINERS)$/),
    en: () =>
      "The ports and names of the application's containers are written out: change them here too when you change the containers.",
    zh: () => "应用容器的端口和名称已写明：修改容器时也要在此修改。",
  },
  {
    code: "workload-name",
    see: (sides) => envPointers(sides, /^ISTIO_META_(?:WORKLOAD_NAME|OWNER)$/),
    en: () => "The workload's name is written out: change it here too in a copy under another name.",
    zh: () => "工作负载的名称已写明：以其他名称复制时也要在此修改。",
  },
  {
    code: "probes",
    see: (sides) => [...envPointers(sides, /^ISTIO_KUBE_APP_PROBERS$/), ...rewrittenProbes(sides)],
    en: () =>
      "Probes lead through the proxy's agent: a change of a probe goes into ISTIO_KUBE_APP_PROBERS, not into the container.",
    zh: () => "探针经由代理的 agent：修改探针要改 ISTIO_KUBE_APP_PROBERS，而不是容器本身。",
  },
  {
    code: "metrics",
    see: (sides) => [
      ...envPointers(sides, /^ISTIO_PROMETHEUS_ANNOTATIONS$/),
      ...changedMetadata(sides, /^prometheus[.-]io\/(?:scrape|port|path)$/),
    ],
    words: (sides) => envPointers(sides, /^ISTIO_PROMETHEUS_ANNOTATIONS$/).join(),
    en: (own) =>
      `Prometheus is led to the proxy's agent, which merges the metrics${own === "" ? ": to have it ask the application too, write its port and path into ISTIO_PROMETHEUS_ANNOTATIONS of istio-proxy." : ": the application's own port and path stand in ISTIO_PROMETHEUS_ANNOTATIONS."}`,
    zh: (own) =>
      `Prometheus 指向代理的 agent，由它合并指标：${own === "" ? "若也要采集应用，请把它的端口和路径写入 istio-proxy 的 ISTIO_PROMETHEUS_ANNOTATIONS。" : "应用自己的端口和路径写在 ISTIO_PROMETHEUS_ANNOTATIONS 中。"}`,
  },
  {
    code: "redirected-traffic",
    see: ({ containers }) =>
      containers
        .filter(({ name, json, ofTemplate }) => name === "istio-init" && ofTemplate && json.has("args"))
        .map(({ at: pointer }) => `${pointer}/args`),
    en: () => "Which traffic is redirected is in these arguments: values and annotations no longer change it.",
    zh: () => "哪些流量被重定向由这些参数决定：values 和注解不再起作用。",
  },
  {
    code: "resources",
    see: (sides) => fieldPointers(sides, "resources"),
    en: () => "The proxy's resources are those of the values and annotations as they are now.",
    zh: () => "代理的资源取自当前的 values 和注解。",
  },
  {
    code: "idle-annotations",
    see: (sides) =>
      metadataPointers(sides, "annotations", IDLE_ANNOTATION).filter(
        (pointer) => !INJECTION_ANNOTATIONS.has(pointer.split("/").at(-1)!.replaceAll("~1", "/")),
      ),
    en: () => "These annotations have done their work as the pod was injected: changing them has no effect any more.",
    zh: () => "这些注解在注入时已起过作用：再修改它们不再有效。",
  },
  {
    code: "canonical-labels",
    see: (sides) =>
      changedMetadata(sides, /^(?:service\.istio\.io\/|security\.istio\.io\/|topology\.istio\.io\/)/, "labels"),
    en: () =>
      "The injector made these labels of the pod's other labels and the values: keep them in step, metrics and policies go by them.",
    zh: () => "这些标签由注入器根据 Pod 的其他标签和 values 生成：请保持一致，指标和策略以它们为准。",
  },
];

function images({ containers }: PodSides): string[] {
  return containers
    .filter(({ ofTemplate }) => ofTemplate)
    .flatMap(({ json }) => {
      const image = text(json.get("image"));
      return image === "" || image === "auto" ? [] : [image];
    });
}

function changedMetadata(
  { input, final, ...sides }: PodSides,
  name: RegExp,
  kind: "labels" | "annotations" = "annotations",
): string[] {
  return metadataPointers({ input, final, ...sides }, kind, name).filter((pointer) => {
    const key = pointer.split("/").at(-1)!.replaceAll("~1", "/").replaceAll("~0", "~");
    return !sameJson(at(final, "metadata", kind, key), at(input, "metadata", kind, key));
  });
}

const PROBES = ["startupProbe", "readinessProbe", "livenessProbe", "lifecycle"] as const;

function rewrittenProbes({ containers }: PodSides): string[] {
  return containers
    .filter(({ ofTemplate }) => !ofTemplate)
    .flatMap(({ at: pointer, json, own }) =>
      PROBES.filter((probe) => json.has(probe) && !sameJson(json.get(probe), own?.get(probe))).map(
        (probe) => `${pointer}/${probe}`,
      ),
    );
}
