import { formatValue } from "../go/fmt";
import type { Release } from "../k8s/release";
import { freeValue } from "./protobuf/free-value";
import { behaviours } from "./releases";
import type { Values } from "./values";

const IMAGE_TYPE = "sidecar.istio.io/proxyImageType";
const DEFAULT_NAME = "proxyv2";

/**
 * The proxy's image: `hub/name:tag` with the image type at the tag's end. `image`: that of the effective ProxyConfig.
 * Mirrors ProxyImage of pkg/kube/inject/inject.go.
 */
export function proxyImage(
  release: Release,
  values: Values,
  image: { readonly imageType?: string } | null | undefined,
  annotations: ReadonlyMap<string, string> | null | undefined,
): string {
  const { imageVariant, emptyImageTypeKeepsVariant } = behaviours(release);
  const variant = (imageVariant && values.global?.variant) || "";
  let type = image ? (image.imageType ?? "") : variant;
  if (type === "" && emptyImageTypeKeepsVariant) type = variant;
  return imageUrl(values, values.global?.proxy?.image || DEFAULT_NAME, annotations?.get(IMAGE_TYPE) ?? type);
}

/** The image of istio-init, which templates see from 1.31 on ("" before). Mirrors ProxyInitImage of pkg/kube/inject/inject.go. */
export function proxyInitImage(
  release: Release,
  values: Values,
  annotations: ReadonlyMap<string, string> | null | undefined,
): string {
  if (!behaviours(release).proxyInitImageField) return "";
  const type = annotations?.get(IMAGE_TYPE) ?? values.global?.variant ?? "";
  return imageUrl(values, values.global?.proxy_init?.image || DEFAULT_NAME, type);
}

function imageUrl(values: Values, name: string, type: string): string {
  const tag = values.global?.tag ? formatValue(freeValue(values.global.tag)) : "";
  return `${values.global?.hub ?? ""}/${name}:${taggedWith(tag, type)}`;
}

/** The tag with `type` for the known type at its end, if any. Mirrors updateImageTypeIfPresent. */
function taggedWith(tag: string, type: string): string {
  if (type === "") return tag;
  const known = ["-distroless", "-debug"].find((suffix) => tag.endsWith(suffix));
  const bare = known ? tag.slice(0, -known.length) : tag;
  return type === "default" ? bare : `${bare}-${type}`;
}
