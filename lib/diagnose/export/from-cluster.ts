import type { Json } from "../../go/json-value";
import { at, maps, text } from "../json";
import { fieldPointers, metadataPointers, volumePointers, type PodSides } from "../pod-sides";
import type { NoteRow } from "./note-row";

const projects = (source: string) => (volume: ReadonlyMap<string, Json>) =>
  maps(at(volume.get("projected"), "sources")).some((one) => one.has(source));

/** What the pod counts on that stands elsewhere in the cluster. */
export const FROM_CLUSTER: readonly NoteRow[] = [
  {
    code: "istiod",
    see: ({ containers }) =>
      containers
        .filter(({ name, ofTemplate }) => name === "istio-proxy" && ofTemplate)
        .map(({ at: pointer }) => pointer),
    en: () =>
      "istiod gives the proxy its configuration and signs its certificate: it must be reachable from this pod's namespace.",
    zh: () => "istiod 为代理下发配置并签发证书：必须能从该 Pod 的命名空间访问。",
  },
  {
    code: "root-certificate",
    see: (sides) => volumePointers(sides, (volume) => /ca-root-cert|trust/.test(configMapOf(volume))),
    words: (sides) => volumeNames(sides, configMapOf, /ca-root-cert|trust/),
    en: (words) =>
      `The ConfigMap ${words} holds the root certificate by which the proxy knows istiod: istiod writes it into every namespace that it looks after. Without it the pod stays in ContainerCreating (FailedMount).`,
    zh: (words) =>
      `ConfigMap ${words} 中是代理用来识别 istiod 的根证书：istiod 会写入它管理的每个命名空间。没有它，Pod 会停在 ContainerCreating(FailedMount)。`,
  },
  {
    code: "trust-bundle",
    see: (sides) => volumePointers(sides, projects("clusterTrustBundle")),
    en: () =>
      "The root certificate comes from a ClusterTrustBundle: the API server must offer these, and istiod publish it.",
    zh: () => "根证书来自 ClusterTrustBundle:API server 需支持该资源，并由 istiod 发布。",
  },
  {
    code: "token",
    see: (sides) => volumePointers(sides, projects("serviceAccountToken")),
    words: ({ final }) => [...new Set(audiences(final))].join(", "),
    en: (words) =>
      `The API server makes the token by which the proxy proves who it is, for the audience ${words}: istiod must accept that audience, and the kubelet renews the token.`,
    zh: (words) =>
      `代理用来证明身份的令牌由 API server 签发，受众为 ${words}:istiod 必须接受该受众，kubelet 会自动续期。`,
  },
  {
    code: "service-account",
    see: ({ final }) => [at(final, "spec", "serviceAccountName") === undefined ? "/spec" : "/spec/serviceAccountName"],
    words: ({ final }) => text(at(final, "spec", "serviceAccountName")) || "default",
    en: (words) =>
      `The ServiceAccount ${words} must exist: it is the identity in the certificate, and authorization policies go by it.`,
    zh: (words) => `ServiceAccount ${words} 必须存在：它是证书中的身份，授权策略以它为准。`,
  },
  {
    code: "pod-facts",
    see: (sides) => [
      ...volumePointers(sides, (volume) => volume.has("downwardAPI") || projects("downwardAPI")(volume)),
      ...factEnvs(sides),
    ],
    en: () =>
      "Name, namespace, addresses, labels and limits are read from the pod itself as it starts: nothing to keep up.",
    zh: () => "名称、命名空间、地址、标签和限额在启动时读自 Pod 本身：无需维护。",
  },
  {
    code: "secrets",
    see: (sides) => [
      ...volumePointers(sides, (volume) => secretOf(volume) !== "" && at(volume.get("secret"), "optional") !== true),
      ...addedPullSecrets(sides),
    ],
    en: () => "These Secrets must be in the pod's namespace.",
    zh: () => "这些 Secret 必须在 Pod 的命名空间中。",
  },
  {
    code: "config-maps",
    see: (sides) => volumePointers(sides, (volume) => isNeeded(volume)),
    words: (sides) => volumeNames(sides, (volume) => (isNeeded(volume) ? configMapOf(volume) : ""), /^/),
    en: (words) => `ConfigMaps must be in the pod's namespace: ${words}.`,
    zh: (words) => `ConfigMap 必须在 Pod 的命名空间中：${words}。`,
  },
  {
    code: "node-volumes",
    see: (sides) => volumePointers(sides, (volume) => volume.has("csi") || volume.has("hostPath")),
    en: () => "These volumes come from a driver or a folder of the node.",
    zh: () => "这些卷来自节点上的驱动或目录。",
  },
  {
    code: "networks",
    see: (sides) => metadataPointers(sides, "annotations", /^k8s\.v1\.cni\.cncf\.io\/networks$/),
    en: () => "The NetworkAttachmentDefinition that this annotation names must exist.",
    zh: () => "该注解指名的 NetworkAttachmentDefinition 必须存在。",
  },
  {
    code: "capabilities",
    see: ({ containers }) =>
      containers
        .filter(({ json, ofTemplate }) => {
          const add = at(json, "securityContext", "capabilities", "add");
          return ofTemplate && Array.isArray(add) && add.includes("NET_ADMIN");
        })
        .map(({ at: pointer }) => `${pointer}/securityContext`),
    en: () => "NET_ADMIN must be allowed: the pod security levels baseline and restricted refuse it.",
    zh: () => "必须允许 NET_ADMIN:Pod 安全级别 baseline 和 restricted 会拒绝它。",
  },
  {
    code: "native-sidecar",
    see: ({ containers }) =>
      containers
        .filter(
          ({ list, json, ofTemplate }) =>
            ofTemplate && list === "initContainers" && json.get("restartPolicy") === "Always",
        )
        .map(({ at: pointer }) => `${pointer}/restartPolicy`),
    en: () => "The proxy runs as a native sidecar: every node must run Kubernetes 1.29 or newer.",
    zh: () => "代理以原生 Sidecar 运行：所有节点都需运行 Kubernetes 1.29 或更新版本。",
  },
  {
    code: "registry",
    see: (sides) => fieldPointers(sides, "image"),
    en: () => "Nodes must be able to pull these images.",
    zh: () => "节点必须能拉取这些镜像。",
  },
];

function configMapOf(volume: ReadonlyMap<string, Json>): string {
  const projected = maps(at(volume.get("projected"), "sources")).map((source) =>
    text(at(source.get("configMap"), "name")),
  );
  return text(at(volume.get("configMap"), "name")) || (projected.find((name) => name !== "") ?? "");
}

/** Whether a volume is of a ConfigMap, other than the root certificate's, without which the pod does not start. */
function isNeeded(volume: ReadonlyMap<string, Json>): boolean {
  const name = configMapOf(volume);
  return name !== "" && !/ca-root-cert|trust/.test(name) && at(volume.get("configMap"), "optional") !== true;
}

function secretOf(volume: ReadonlyMap<string, Json>): string {
  return text(at(volume.get("secret"), "secretName"));
}

function volumeNames(sides: PodSides, nameOf: (volume: ReadonlyMap<string, Json>) => string, wanted: RegExp): string {
  const names = new Set<string>();
  volumePointers(sides, (volume) => {
    const name = nameOf(volume);
    if (name !== "" && wanted.test(name)) names.add(name);
    return false;
  });
  return [...names].join(", ");
}

function audiences(final: Json): string[] {
  return maps(at(final, "spec", "volumes"))
    .flatMap((volume) => maps(at(volume.get("projected"), "sources")))
    .flatMap((source) => {
      const token = source.get("serviceAccountToken");
      return token === undefined ? [] : [text(at(token, "audience")) || "of the API server"];
    });
}

function factEnvs({ containers }: PodSides): string[] {
  return containers
    .filter(({ ofTemplate }) => ofTemplate)
    .flatMap(({ json, at: pointer }) =>
      maps(json.get("env")).flatMap((entry, i) => {
        const from = entry.get("valueFrom");
        const isFact = at(from, "fieldRef") !== undefined || at(from, "resourceFieldRef") !== undefined;
        return isFact ? [`${pointer}/env/${i}`] : [];
      }),
    );
}

function addedPullSecrets({ input, final }: PodSides): string[] {
  const own = new Set(maps(at(input, "spec", "imagePullSecrets")).map((secret) => text(secret.get("name"))));
  return maps(at(final, "spec", "imagePullSecrets")).flatMap((secret, i) =>
    own.has(text(secret.get("name"))) ? [] : [`/spec/imagePullSecrets/${i}`],
  );
}
