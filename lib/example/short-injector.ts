/** Values that are all a short template needs. */
const VALUES = String.raw`{
  "global": {
    "hub": "docker.io/istio",
    "tag": "1.30.3",
    "proxy": {
      "image": "proxyv2",
      "logLevel": "warning",
      "resources": {"requests": {"cpu": "100m", "memory": "128Mi"}}
    }
  }
}
`;

/** The ConfigMap of an injector that has only what an example is about. */
export function injectorWith(config: string, values = VALUES): string {
  const indented = (text: string) => text.trimEnd().replace(/^(?=.)/gm, "    ");
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: istio-sidecar-injector
  namespace: istio-system
data:
  values: |-
${indented(values)}

  config: |-
${indented(config)}
`;
}
