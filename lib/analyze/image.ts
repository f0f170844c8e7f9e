import { sortStrings } from "../go/strings";
import { STRING, structType } from "../go/types";
import { decode } from "../k8s/decode";
import { applyMeshConfig } from "../istio/mesh-config";
import type { ProxyConfig } from "../istio/mesh-types";
import { messageDescriptor, PROXY_CONFIG } from "../istio/protobuf/descriptor";
import { applyYaml } from "../istio/protobuf/parse";
import { proxyConfigResources, type ProxyConfigResource } from "../istio/proxy-config";
import { toldError } from "../source/errors";
import { injectorName, injectorValues } from "./injection";
import type { Report } from "./messages";
import { containersOf } from "./pods";
import type { Resource, Resources } from "./resources";

const RELEASE = 30;

/** Pods whose proxy is another than the injector's. Mirrors injection.ImageAnalyzer: IST0158. */
export function analyzeImages(resources: Resources, meshConfig: string): Report[] {
  const images = new Map(
    resources
      .of("ConfigMap")
      .filter(({ name }) => name.startsWith("istio-sidecar-injector"))
      .map((map) => [map.name, proxyImage(map)]),
  );
  if (images.size === 0) return [];
  const variants = new Variants(resources, meshConfig);
  const mismatched = new Map<Resource, string[]>();
  for (const pod of resources.of("Pod")) {
    const namespace = resources.find("Namespace", "", pod.namespace);
    const revision = namespace && revisionOf(namespace);
    const image = revision === undefined ? undefined : images.get(injectorName(revision));
    if (!namespace || image === undefined || pod.annotations.get("sidecar.istio.io/proxyImage")) continue;
    const variant = `${image}-${variants.of(pod)}`;
    for (const container of containersOf(pod)) {
      if (container.name !== "istio-proxy" || container.image === image || container.image === variant) continue;
      mismatched.set(namespace, [...(mismatched.get(namespace) ?? []), pod.name]);
    }
  }
  return [...mismatched].map(([resource, pods]) => {
    const message = `The Istio proxy images of the pods running in the namespace do not match the image defined in the injection configuration (pod names: [${sortStrings(pods).join(" ")}]). This often happens after upgrading the Istio control-plane and can be fixed by redeploying the pods.`;
    return { code: "IST0158", resource, message };
  });
}

/** The revision that injects a namespace; undefined where none does. */
function revisionOf({ labels }: Resource): string | undefined {
  return labels.get("istio.io/rev") ?? (labels.get("istio-injection") === "enabled" ? "default" : undefined);
}

const VALUES = structType("", "injectionConfigMap", {
  global: structType("", "global", {
    hub: STRING,
    tag: STRING,
    proxy: structType("", "proxy", { image: STRING }),
  }),
});

interface Values {
  readonly global?: { readonly hub?: string; readonly tag?: string; readonly proxy?: { readonly image?: string } };
}

/** The proxy image that an injector's values name; "" where they do not read. */
function proxyImage(injector: Resource): string {
  const json = injectorValues(injector);
  if (json === null) return "";
  let values: Values;
  try {
    values = decode(VALUES, json) as Values;
  } catch (failure) {
    toldError(failure);
    return "";
  }
  const { hub = "", tag = "", proxy } = values.global ?? {};
  const image = proxy?.image ?? "";
  return image.includes("/") ? image : `${hub}/${image}:${tag}`;
}

/** The image type that is in effect for a pod. Mirrors util.EffectiveProxyConfigResolver. */
class Variants {
  private readonly mesh: string;
  private readonly configs: readonly ProxyConfigResource[];

  constructor(resources: Resources, meshConfig: string) {
    const mesh = applyMeshConfig(RELEASE, meshConfig);
    this.mesh = mesh.defaultConfig?.image?.imageType ?? "";
    const objects = resources.of("ProxyConfig").map(({ json, namespace, name }) => {
      const metadata = new Map([
        ["name", name],
        ["namespace", namespace],
      ]);
      return new Map(json).set("metadata", metadata);
    });
    this.configs = proxyConfigResources(objects, RELEASE);
  }

  of(pod: Resource): string {
    const applying = [
      ...this.configs.filter(({ namespace }) => namespace === "istio-system"),
      ...this.configs.filter(({ namespace, spec }) => namespace === pod.namespace && !spec.selector),
      ...this.configs.filter(
        ({ namespace, spec }) => namespace === pod.namespace && spec.selector && selected(spec, pod),
      ),
    ];
    const variant = applying.reduce((found, { spec }) => spec.image?.imageType || found, this.mesh);
    const own = ownVariant(pod.annotations.get("proxy.istio.io/config")) || variant;
    return own === "default" ? "" : own;
  }
}

function selected({ selector }: ProxyConfigResource["spec"], { labels }: Resource): boolean {
  return [...(selector?.matchLabels ?? [])].every(([key, value]) => labels.get(key) === value);
}

function ownVariant(annotation: string | undefined): string {
  if (annotation === undefined) return "";
  const config: ProxyConfig = {};
  try {
    applyYaml(messageDescriptor(RELEASE, PROXY_CONFIG), annotation, config);
  } catch (failure) {
    toldError(failure);
    return "";
  }
  return config.image?.imageType ?? "";
}
