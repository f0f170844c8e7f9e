import { at, maps, text } from "../json";
import type { PodSides } from "../pod-sides";
import { containersOf, type PlacedContainer } from "../subject";

/** Something that a failure was seen by: a pointer of the submitted pod, and what is quoted of it. */
interface Sign {
  readonly pointer: string;
  readonly words?: string;
}

interface Failure {
  readonly code: string;
  readonly see: (sides: PodSides) => readonly Sign[];
  readonly en: (words: string) => string;
  readonly zh: (words: string) => string;
}

/**
 * What fails of a pod that was meant to be injected and is not, in the order in which the cluster comes upon it: the API server's
 * validation, volumes, images, then the process itself.
 */
export const FAILURES: readonly Failure[] = [
  {
    code: "no-image",
    see: ({ input }) =>
      submitted(input).flatMap(({ json, pointer, name }) =>
        text(json.get("image")) === "" ? [{ pointer: `/spec${pointer}`, words: name }] : [],
      ),
    en: (words) =>
      `The API server refuses the pod: ${words} has no image (spec.containers[].image: Required value). No pod appears at all; the ReplicaSet's events say so.`,
    zh: (words) =>
      `API server 会拒绝该 Pod:${words} 没有镜像(spec.containers[].image: Required value)。根本不会出现 Pod,ReplicaSet 的事件中有说明。`,
  },
  {
    code: "unknown-volume",
    see: ({ input }) => {
      const volumes = new Set(maps(at(input, "spec", "volumes")).map((volume) => text(volume.get("name"))));
      return submitted(input).flatMap(({ json, pointer }) =>
        maps(json.get("volumeMounts")).flatMap((mount, i) => {
          const name = text(mount.get("name"));
          return volumes.has(name) ? [] : [{ pointer: `/spec${pointer}/volumeMounts/${i}`, words: name }];
        }),
      );
    },
    en: (words) =>
      `The API server refuses the pod: it mounts volumes that only the injector brings (${words}: Not found). No pod appears at all.`,
    zh: (words) => `API server 会拒绝该 Pod：它挂载了只有注入器才会提供的卷(${words}:Not found)。根本不会出现 Pod。`,
  },
  {
    code: "image-auto",
    see: ({ input }) =>
      submitted(input).flatMap(({ json, pointer, name }) =>
        json.get("image") === "auto" ? [{ pointer: `/spec${pointer}/image`, words: name }] : [],
      ),
    en: (words) =>
      `"auto" is no image: the node asks for docker.io/library/auto:latest, which does not exist. The container ${words} ends in ErrImagePull, then ImagePullBackOff, and never starts.`,
    zh: (words) =>
      `"auto" 不是镜像：节点会去拉取 docker.io/library/auto:latest，它并不存在。容器 ${words} 会进入 ErrImagePull，随后 ImagePullBackOff，永远不会启动。`,
  },
  {
    code: "no-arguments",
    see: (sides) =>
      proxies(sides).flatMap(({ own, json, name, pointer }) =>
        own.has("args") || own.has("command") || !json.has("args") ? [] : [{ pointer, words: name }],
      ),
    en: (words) =>
      `With a real image the container ${words} would start without arguments: pilot-agent prints its help and ends, again and again (CrashLoopBackOff).`,
    zh: (words) =>
      `即使换成真实镜像，容器 ${words} 也没有启动参数：pilot-agent 打印帮助后退出，反复重启(CrashLoopBackOff)。`,
  },
  {
    code: "no-environment",
    see: (sides) =>
      proxies(sides).flatMap(({ own, json, pointer }) => {
        const has = new Set(maps(own.get("env")).map((entry) => text(entry.get("name"))));
        return maps(json.get("env")).flatMap((entry) => {
          const name = text(entry.get("name"));
          return NEEDED_ENV.has(name) && !has.has(name) ? [{ pointer, words: name }] : [];
        });
      }),
    en: (words) =>
      `Without ${words} the proxy does not know which pod it is, where istiod is and how it is to be set up: it cannot ask for its configuration.`,
    zh: (words) => `没有 ${words}，代理不知道自己是哪个 Pod、istiod 在哪里、该如何配置：无法获取配置。`,
  },
  {
    code: "no-credentials",
    see: (sides) => {
      const [proxy] = proxies(sides);
      if (!proxy) return [];
      const own = new Set(maps(at(sides.input, "spec", "volumes")).map((volume) => text(volume.get("name"))));
      return maps(at(sides.final, "spec", "volumes")).flatMap((volume) => {
        const name = text(volume.get("name"));
        const sources = maps(at(volume.get("projected"), "sources"));
        const isNeeded =
          sources.some((source) => source.has("serviceAccountToken")) ||
          text(at(volume.get("configMap"), "name")).includes("ca-root-cert");
        return isNeeded && !own.has(name) ? [{ pointer: proxy.pointer, words: name }] : [];
      });
    },
    en: (words) =>
      `Without the volumes ${words} it has no token to prove itself with and no root certificate to know istiod by: it gets no certificate, and Envoy never becomes ready.`,
    zh: (words) =>
      `没有卷 ${words}，它没有证明身份的令牌，也没有识别 istiod 的根证书：得不到证书，Envoy 永远不会就绪。`,
  },
  {
    code: "ready-at-once",
    see: (sides) =>
      proxies(sides).flatMap(({ own, json, name, pointer }) =>
        json.has("readinessProbe") && !own.has("readinessProbe") ? [{ pointer, words: name }] : [],
      ),
    en: (words) =>
      `Without a readiness probe ${words} would count as ready as soon as it runs, and Services would send it traffic that it cannot serve.`,
    zh: (words) => `没有就绪探针，${words} 一运行就被视为就绪，Service 会把它无法处理的流量发给它。`,
  },
  {
    code: "outside-the-mesh",
    see: ({ input, containers }) =>
      containers.some(({ name, ofTemplate, own }) => name === "istio-proxy" && ofTemplate && !own)
        ? [
            {
              pointer: "/spec",
              words: submitted(input)
                .map(({ name }) => name)
                .join(", "),
            },
          ]
        : [],
    en: (words) =>
      `There is no proxy: ${words} may start and run, but outside the mesh. Calls go out and come in as plain text; peers that insist on mutual TLS (PeerAuthentication STRICT) refuse them; routing, authorization, retries and metrics of the mesh do not apply.`,
    zh: (words) =>
      `没有代理：${words} 可以启动运行，但在网格之外。流量以明文进出；要求双向 TLS(PeerAuthentication STRICT)的对端会拒绝；网格的路由、授权、重试和指标都不起作用。`,
  },
];

const NEEDED_ENV: ReadonlySet<string> = new Set([
  "POD_NAME",
  "POD_NAMESPACE",
  "INSTANCE_IP",
  "CA_ADDR",
  "PROXY_CONFIG",
]);

function submitted(input: PodSides["input"]): PlacedContainer[] {
  return containersOf(at(input, "spec"));
}

/** Stubs of the proxy that a template completes, with their place in the submitted pod. */
function proxies({ input, containers }: PodSides) {
  return containers.flatMap(({ name, json, own, ofTemplate }) => {
    const stub =
      own && ofTemplate && name === "istio-proxy" ? submitted(input).find((c) => c.name === name) : undefined;
    return stub && own ? [{ name, json, own, pointer: `/spec${stub.pointer}` }] : [];
  });
}
