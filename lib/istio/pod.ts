/**
 * The parts of a typed pod that the injector itself looks at. Pods are nodes (see lib/go/value.ts): keyed by JSON name, Maps for Go
 * maps; a property that is absent, undefined or null is Go's zero value. Other properties of the real types ride along unseen.
 */
export interface Pod {
  apiVersion?: string;
  kind?: string;
  metadata?: ObjectMeta;
  spec?: PodSpec;
  status?: object;
}

type StringMap = Map<string, string>;

export interface ObjectMeta {
  name?: string;
  generateName?: string;
  namespace?: string;
  labels?: StringMap | null;
  annotations?: StringMap | null;
  ownerReferences?: OwnerReference[] | null;
  managedFields?: unknown[] | null;
}

export interface OwnerReference {
  apiVersion?: string;
  kind?: string;
  name?: string;
  controller?: boolean | null;
}

export interface PodSpec {
  containers?: Container[] | null;
  initContainers?: Container[] | null;
  volumes?: { name?: string }[] | null;
  imagePullSecrets?: { name?: string }[] | null;
  hostNetwork?: boolean;
  nodeName?: string;
  dnsPolicy?: string;
  securityContext?: object | null;
}

export interface Container {
  name?: string;
  image?: string;
  args?: string[] | null;
  command?: string[] | null;
  env?: EnvVar[] | null;
  ports?: ContainerPort[] | null;
  lifecycle?: Lifecycle | null;
  livenessProbe?: Probe | null;
  readinessProbe?: Probe | null;
  startupProbe?: Probe | null;
  securityContext?: SecurityContext | null;
  resources?: object;
}

export interface EnvVar {
  name?: string;
  value?: string;
  valueFrom?: object | null;
}

interface ContainerPort {
  name?: string;
  containerPort?: number;
  protocol?: string;
}

export interface SecurityContext {
  runAsUser?: number | bigint | null;
  runAsGroup?: number | bigint | null;
}

interface Lifecycle {
  preStop?: LifecycleHandler | null;
  postStart?: LifecycleHandler | null;
}

export interface LifecycleHandler {
  exec?: object | null;
  httpGet?: HttpGetAction | null;
  tcpSocket?: TcpSocketAction | null;
  sleep?: object | null;
}

export interface Probe {
  exec?: object | null;
  httpGet?: HttpGetAction | null;
  tcpSocket?: TcpSocketAction | null;
  grpc?: GrpcAction | null;
  timeoutSeconds?: number;
}

interface HttpGetAction {
  path?: string;
  port?: number | string;
  host?: string;
  scheme?: string;
  httpHeaders?: { name?: string; value?: string }[] | null;
}

interface TcpSocketAction {
  port?: number | string;
  host?: string;
}

interface GrpcAction {
  port?: number;
  service?: string | null;
}

/** The name of the container that runs the proxy. */
export const PROXY_CONTAINER = "istio-proxy";

/** The first container of that name; `""` finds one without a name. Mirrors FindContainer of pkg/kube/inject/inject.go. */
export function findContainer(
  name: string,
  containers: readonly Container[] | null | undefined,
): Container | undefined {
  return containers?.find((container) => (container.name ?? "") === name);
}

/** The proxy, among the containers or else the init containers. Mirrors FindSidecar of pkg/kube/inject/inject.go. */
export function findSidecar(pod: Pod): Container | undefined {
  return (
    findContainer(PROXY_CONTAINER, pod.spec?.containers) ?? findContainer(PROXY_CONTAINER, pod.spec?.initContainers)
  );
}
