import type { Report } from "./messages";
import { podOf } from "./pods";
import type { Resource, Resources } from "./resources";

const PROXY_UID = 1337;
const PROXIES = new Set(["istio-proxy", "istio-operator"]);

/** Applications that run as the proxy's user. Mirrors deployment.ApplicationUIDAnalyzer: IST0144. */
export function analyzeUsers(resources: Resources): Report[] {
  return [...resources.of("Pod"), ...resources.of("Deployment")]
    .filter((resource) => !isControlPlane(resource) && runsAsProxy(resource))
    .map((resource) => ({
      code: "IST0144",
      resource,
      message: `User ID (UID) ${PROXY_UID} is reserved for the sidecar proxy.`,
    }));
}

function runsAsProxy(resource: Resource): boolean {
  const { spec } = podOf(resource);
  const containers = (spec.containers ?? []).filter(({ name = "" }) => !PROXIES.has(name));
  const contexts = [spec.securityContext, ...containers.map(({ securityContext }) => securityContext)];
  return contexts.some((context) => (context as { runAsUser?: number } | null | undefined)?.runAsUser === PROXY_UID);
}

/** Mirrors util.IsIstioControlPlane. */
function isControlPlane({ labels }: Resource): boolean {
  return labels.has("istio") || labels.get("release") === "istio";
}

const MANAGED = new Set(["istio.io-gateway-controller", "istio.io-mesh-controller", "istio.io-eastwest-controller"]);
const PROTOCOLS = new Set("tcp udp grpc grpc-web http http_proxy http2 https tls mongo redis mysql".split(" "));
const APP_PROTOCOLS = new Set(["kubernetes.io/h2c", "kubernetes.io/ws", "kubernetes.io/wss"]);
/** SMTP, DNS, MySQL, MongoDB: TCP where nothing is said. */
const WELL_KNOWN = new Set([25, 53, 3306, 27017]);

interface Port {
  readonly name?: string;
  readonly port?: number;
  readonly protocol?: string;
  readonly appProtocol?: string | null;
  readonly targetPort?: number | string;
}

interface ServiceSpec {
  readonly type?: string;
  readonly selector?: ReadonlyMap<string, string> | null;
  readonly ports?: readonly Port[] | null;
}

function serviceSpec({ node }: Resource): ServiceSpec {
  return (node as { spec?: ServiceSpec }).spec ?? {};
}

/** Ports whose name names no protocol. Mirrors service.PortNameAnalyzer: IST0118 (of ExternalName services it says another code). */
export function analyzePortNames(resources: Resources): Report[] {
  return resources.of("Service").flatMap((resource) => {
    if (isControlPlane(resource) || MANAGED.has(resource.labels.get("gateway.istio.io/managed") ?? "")) return [];
    const { type, ports } = serviceSpec(resource);
    if (type === "ExternalName") return [];
    return (ports ?? []).flatMap((port, index): Report[] => {
      if (hasProtocol(port)) return [];
      const { name = "", port: number = 0, targetPort = 0 } = port;
      const message = `Port name ${name} (port: ${number}, targetPort: ${targetPort}) doesn't follow the naming convention of Istio port.`;
      return [{ code: "IST0118", resource, message, line: resource.lineOf(["spec", "ports", index, "port"]) }];
    });
  });
}

/** Mirrors ConvertProtocol of pkg/config/kube. */
function hasProtocol({ name = "", port = 0, protocol, appProtocol }: Port): boolean {
  if (protocol === "UDP" || APP_PROTOCOLS.has(appProtocol ?? "")) return true;
  const named = (appProtocol ?? name).toLowerCase();
  if (named.startsWith("grpc-web")) return true;
  return PROTOCOLS.has(named.split("-")[0]!) || WELL_KNOWN.has(port);
}

/** Deployments of the mesh that services reach over one port by several protocols. Mirrors deployment.ServiceAssociationAnalyzer: IST0116. */
export function analyzeAssociations(resources: Resources): Report[] {
  return resources.of("Deployment").flatMap((deployment) => {
    const { labels } = podOf(deployment);
    if (deployment.labels.get("gateway.istio.io/managed") === "istio.io-mesh-controller") return [];
    if (!inMesh(deployment, resources)) return [];
    const services = resources.of("Service").filter((service) => {
      const selector = [...(serviceSpec(service).selector ?? [])];
      const selects = selector.length > 0 && selector.every(([key, value]) => labels.get(key) === value);
      return selects && service.namespace === deployment.namespace;
    });
    return conflicts(services).map(([port, names]) => {
      const message = `This deployment ${deployment.name} is associated with multiple services using port ${port} but different protocols: [${names.join(" ")}]`;
      const line = deployment.lineOf(["metadata", "name"]);
      return { code: "IST0116", resource: deployment, message, line };
    });
  });
}

function conflicts(services: readonly Resource[]): [port: number, services: string[]][] {
  const ports = new Map<number, { protocols: Set<string>; names: string[] }>();
  for (const service of services) {
    for (const { port = 0, protocol } of serviceSpec(service).ports ?? []) {
      const found = ports.get(port) ?? { protocols: new Set(), names: [] };
      ports.set(port, found);
      found.protocols.add(protocol || "TCP");
      found.names.push(`${service.namespace === "" ? "" : `${service.namespace}/`}${service.name}`);
    }
  }
  const several = [...ports].filter(([, { protocols }]) => protocols.size > 1);
  return several.map(([port, { names }]) => [port, names.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))]);
}

/** Mirrors util.DeploymentInMesh. */
function inMesh(deployment: Resource, resources: Resources): boolean {
  const { labels, annotations, spec } = podOf(deployment);
  const proxy = (spec.containers ?? []).find(({ name }) => name === "istio-proxy");
  if (proxy?.image) return true;
  const inject = labels.get("sidecar.istio.io/inject") ?? annotations.get("sidecar.istio.io/inject");
  if (inject !== undefined) return inject === "true";
  return resources.find("Namespace", "", deployment.namespace)?.labels.get("istio-injection") === "enabled";
}
