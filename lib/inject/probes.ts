import { atoi } from "../go/strconv";
import { parseJson, stringifyJson, stringifyOrdered } from "../go/json";
import { sortStrings } from "../go/strings";
import { decode } from "../k8s/decode";
import { encode } from "../k8s/encode";
import type { Release } from "../k8s/release";
import { findSidecar, type Container, type EnvVar, type LifecycleHandler, type Pod, type Probe } from "../istio/pod";
import { booleanOrUndefined } from "./prometheus";
import type { Injection } from "./injection";
import { structsOf } from "./structs";

const PROBERS = "ISTIO_KUBE_APP_PROBERS";
const PROXY = "istio-proxy";

/** What the agent must know of one probe. Mirrors Prober of pkg/kube/inject/app_probe.go. */
interface Prober {
  readonly httpGet?: NonNullable<Probe["httpGet"]>;
  readonly tcpSocket?: NonNullable<Probe["tcpSocket"]>;
  readonly grpc?: NonNullable<Probe["grpc"]>;
  readonly timeoutSeconds?: number;
}

/**
 * Points the application's probes (and, from 1.25, lifecycle hooks) at the agent and tells the agent where they led. Changes `pod`.
 * Mirrors applyRewrite of pkg/kube/inject/webhook.go.
 */
export function rewriteProbes(pod: Pod, injection: Injection): void {
  const sidecar = findSidecar(pod);
  const wanted = sidecar !== undefined && rewriteWanted(pod, injection);
  injection.origins?.rewriteProbes(pod, wanted);
  if (!wanted) return;
  const statusPort = injection.mesh.defaultConfig?.statusPort ?? 0;
  const probers = dumpProbers(pod, statusPort, injection);
  if (probers !== "") {
    const injectedBefore = pod.metadata!.annotations!.has("sidecar.istio.io/status");
    sidecar.env = withProbers(sidecar.env ?? [], probers, injectedBefore, injection);
  }
  convertProbes(pod, annotatedStatusPort(pod) ?? statusPort, injection.behaviours.lifecycleHandlersRewritten);
}

function rewriteWanted(pod: Pod, injection: Injection): boolean {
  const annotation = pod.metadata!.annotations!.get("sidecar.istio.io/rewriteAppHTTPProbers");
  const asked = annotation === undefined ? undefined : booleanOrUndefined(annotation);
  return asked ?? injection.values.typed.sidecarInjectorWebhook?.rewriteAppHTTPProbe?.value ?? false;
}

/** The annotated status port; what does not parse counts as Atoi's result (0, or the nearest bound). */
function annotatedStatusPort(pod: Pod): number | undefined {
  const text = pod.metadata!.annotations!.get("status.sidecar.istio.io/port");
  if (text === undefined) return undefined;
  try {
    return Number(atoi(text));
  } catch {
    return 0;
  }
}

/** The five URLs at which the agent serves a container's probes and hooks. Mirrors FormatProberURL of pilot-agent. */
function proberUrls(container: string) {
  return {
    readinessProbe: `/app-health/${container}/readyz`,
    livenessProbe: `/app-health/${container}/livez`,
    startupProbe: `/app-health/${container}/startupz`,
    preStop: `/app-lifecycle/${container}/prestopz`,
    postStart: `/app-lifecycle/${container}/poststartz`,
  };
}

const PROBES = ["readinessProbe", "livenessProbe", "startupProbe"] as const;
const HOOKS = ["preStop", "postStart"] as const;

/** The value of ISTIO_KUBE_APP_PROBERS, "" if there is nothing to tell. Resolves named ports in place. Mirrors DumpAppProbers. */
function dumpProbers(pod: Pod, statusPort: number, injection: Injection): string {
  const probers = new Map<string, Prober>();
  for (const container of [...(pod.spec!.initContainers ?? []), ...(pod.spec!.containers ?? [])]) {
    if (container.name === PROXY) continue;
    const urls = proberUrls(container.name ?? "");
    const ports = new Map<string, number>();
    for (const port of container.ports ?? []) if (port.name) ports.set(port.name, port.containerPort ?? 0);
    for (const name of PROBES) {
      const probe = container[name];
      const prober =
        probe && resolvePort({ ...handlerOf(probe, true), timeoutSeconds: probe.timeoutSeconds }, ports, statusPort);
      if (prober) probers.set(urls[name], prober);
    }
    if (!injection.behaviours.lifecycleHandlersRewritten) continue;
    for (const name of HOOKS) {
      const hook = container.lifecycle?.[name];
      const prober = hook && resolvePort(handlerOf(hook, false), ports, statusPort);
      if (prober) probers.set(urls[name], prober);
    }
  }
  return probers.size === 0 ? "" : probersText(probers, injection.release);
}

function handlerOf(handler: Probe | LifecycleHandler, withGrpc: boolean): Prober {
  if (handler.httpGet) return { httpGet: handler.httpGet };
  if (handler.tcpSocket) return { tcpSocket: handler.tcpSocket };
  return withGrpc && "grpc" in handler && handler.grpc ? { grpc: handler.grpc } : {};
}

/** The prober with a number for its port; undefined where there is none to tell, or it already leads to the agent. */
function resolvePort(prober: Prober, ports: ReadonlyMap<string, number>, statusPort: number): Prober | undefined {
  if (prober.grpc) return prober;
  const action = prober.httpGet ?? prober.tcpSocket;
  if (!action) return undefined;
  const port = action.port ?? 0;
  if (typeof port === "number") return port === statusPort ? undefined : prober;
  const number = ports.get(port);
  if (number === undefined) return undefined;
  action.port = number;
  return prober;
}

/** Adds the probers to the proxy's environment; on re-injection what is there is merged and wins. Mirrors mergeOrAppendProbers. */
function withProbers(env: EnvVar[], probers: string, injectedBefore: boolean, injection: Injection): EnvVar[] {
  const at = injectedBefore ? env.findIndex((e) => e.name === PROBERS) : -1;
  if (at < 0) {
    const drop = injectedBefore && !injection.behaviours.probersAppendedOnReinjection;
    return drop ? env : [...env, { name: PROBERS, value: probers }];
  }
  let existing: ReadonlyMap<string, Prober | null>;
  try {
    existing = decodeProbers(env[at]!.value ?? "", injection.release);
  } catch {
    return env;
  }
  const merged = new Map<string, Prober | null>(decodeProbers(probers, injection.release));
  for (const [url, prober] of existing) merged.set(url, prober);
  return env.with(at, { name: PROBERS, value: probersText(merged, injection.release) });
}

function decodeProbers(text: string, release: Release): Map<string, Prober | null> {
  const json = parseJson(text);
  const probers = new Map<string, Prober | null>();
  if (json === null) return probers;
  const type = structsOf(release).prober;
  if (!(json instanceof Map)) throw new TypeError("not an object");
  for (const [url, prober] of json) probers.set(url, prober === null ? null : (decode(type, prober) as Prober));
  return probers;
}

function probersText(probers: ReadonlyMap<string, Prober | null>, release: Release): string {
  const type = structsOf(release).prober;
  const parts = sortStrings(probers.keys()).map((url) => {
    const prober = probers.get(url);
    return `${stringifyJson(url)}:${prober ? stringifyOrdered(encode(type, prober)) : "null"}`;
  });
  return `{${parts.join(",")}}`;
}

/** Mirrors patchRewriteProbe and convertProbe: every container but the proxy. */
function convertProbes(pod: Pod, port: number, withHooks: boolean): void {
  for (const container of [...(pod.spec!.containers ?? []), ...(pod.spec!.initContainers ?? [])]) {
    if (container.name !== PROXY) convertContainer(container, port, withHooks);
  }
}

function convertContainer(container: Container, port: number, withHooks: boolean): void {
  const urls = proberUrls(container.name ?? "");
  for (const name of PROBES) {
    const probe = container[name];
    if (probe) container[name] = convert(probe, urls[name], port, true);
  }
  const { lifecycle } = container;
  if (!lifecycle || !withHooks) return;
  for (const name of HOOKS) {
    const hook = lifecycle[name];
    if (hook) lifecycle[name] = convert(hook, urls[name], port, false);
  }
}

/** The handler led to the agent; tcpSocket and grpc become httpGet, of several the first counts and the others stay. */
function convert<T extends Probe | LifecycleHandler>(handler: T, path: string, port: number, withGrpc: boolean): T {
  if (handler.httpGet) {
    const { scheme } = handler.httpGet;
    const httpGet = { ...handler.httpGet, path, port };
    return { ...handler, httpGet: scheme === "HTTPS" ? { ...httpGet, scheme: "HTTP" } : httpGet };
  }
  if (handler.tcpSocket) return { ...handler, httpGet: { path, port }, tcpSocket: undefined };
  if (withGrpc && "grpc" in handler && handler.grpc) return { ...handler, httpGet: { path, port }, grpc: undefined };
  return handler;
}
