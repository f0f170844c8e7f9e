const NAMES: ReadonlyMap<string, string> = new Map([
  ["cluster", "ISTIO_META_CLUSTER_ID"],
  ["net", "ISTIO_META_NETWORK"],
]);

/**
 * The environment that the path of the webhook's URL gives to the proxy: `/inject/cluster/c1/net/n1`, or in the old form
 * `/inject/:ENV:A=b:ENV:C=d`. Names other than `cluster` and `net` count in upper case.
 * Mirrors parseInjectEnvs of pkg/kube/inject/webhook.go.
 */
export function injectPathEnvs(path: string): Map<string, string> {
  const envs = new Map<string, string>();
  for (const [key, value] of pairs(path.endsWith("/") ? path.slice(0, -1) : path)) {
    const name = NAMES.get(key) ?? key.toUpperCase();
    if (name !== "") envs.set(name, value);
  }
  return envs;
}

function pairs(path: string): (readonly [string, string])[] {
  const first = path.indexOf("/");
  const second = first < 0 ? -1 : path.indexOf("/", first + 1);
  if (second < 0) return [];
  const rest = path.slice(second + 1);
  if (rest.startsWith(":ENV:")) {
    return rest
      .split(":ENV:")
      .slice(1)
      .filter((pair) => pair.indexOf("=") > 0)
      .map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]);
  }
  const parts = rest.split("/");
  const out: [string, string][] = [];
  for (let i = 0; i + 1 < parts.length; i += 2) out.push([parts[i]!, parts[i + 1]!.replaceAll("--slash--", "/")]);
  return out;
}
