import type { Container, LifecycleHandler, Pod, Probe } from "../../istio/pod";
import { join, joinAll, type Inputs } from "../../provenance/inputs";
import { annotationInputs, containersAt, sidecarInputs, submittedNames, textOf, type Bench } from "./bench";
import { elementIn, enter, inputsAt, mapIn, partsAt, type ContainerList, type Found } from "./found";
import { envEntry, proxyEnvAt } from "./proxy-env";
import { LeafTree, ListTree, MapTree, memberOf, type Origin } from "./tree";
import { originOf, partsOf, type Parts } from "./trees";

const STEP = "rewriteProbes";
const PROBERS = "ISTIO_KUBE_APP_PROBERS";
const PROBES = ["readinessProbe", "livenessProbe", "startupProbe"] as const;
const HOOKS = ["preStop", "postStart"] as const;
const UNKNOWN: Origin = { step: "api", data: undefined, control: undefined };

/** What is known while the probes of a pod are looked through. */
interface Rewriting {
  readonly bench: Bench;
  /** What decided whether probes are rewritten. */
  readonly conditions: Inputs;
  readonly rewritten: boolean;
  /** The agent's port. */
  readonly port: Parts;
  /** What decided the mesh's status port: probes that lead there already are not told to the agent. */
  readonly statusPort: Inputs;
  /** What the agent is told. */
  readonly told: Parts[];
  /** What decided that it is not told more. */
  readonly untold: Inputs[];
}

type Kind = "httpGet" | "tcpSocket" | "grpc";
type Handler = Probe | LifecycleHandler;
type Action = Readonly<Record<string, unknown>> & { readonly port?: number | string; readonly scheme?: string };

/** One probe or hook of a container. */
interface Handled {
  readonly container: Container;
  /** Where the container comes from. */
  readonly here: Found;
  /** What its name was made of, which is in the agent's paths. */
  readonly named: Parts;
  readonly node: Handler;
  /** Where the probe or hook comes from. */
  readonly map: MapTree;
  readonly isProbe: boolean;
}

/** The application's probes and hooks lead to the agent, if `rewritten`: before rewriteProbes changes the pod. */
export function probesRewritten(bench: Bench, pod: Pod, rewritten: boolean): void {
  const { sources, everything } = bench;
  const mesh = sources.mesh.member("defaultConfig").member("statusPort");
  const annotated = textOf(bench, pod, "annotations", "status.sidecar.istio.io/port");
  const isAnnotated = pod.metadata!.annotations!.has("status.sidecar.istio.io/port");
  const port = isAnnotated ? annotated : { data: mesh.data, control: join(mesh.control, annotated.control) };
  const conditions = joinAll([
    annotationInputs(bench, pod, "sidecar.istio.io/rewriteAppHTTPProbers"),
    sources.values.member("sidecarInjectorWebhook").member("rewriteAppHTTPProbe").inputs,
    sidecarInputs(bench, pod),
    everything,
  ]);
  const rewriting: Rewriting = { bench, conditions, rewritten, port, statusPort: mesh.inputs, told: [], untold: [] };
  for (const list of ["initContainers", "containers"] as const) {
    if (pod.spec?.[list]) inContainers(rewriting, pod, list);
  }
  if (rewritten) tellAgent(rewriting, pod);
}

function inContainers(rewriting: Rewriting, pod: Pod, list: ContainerList): void {
  const tree = containersAt(rewriting.bench, pod, list);
  for (const absent of tree.absent) rewriting.untold.push(absent.control);
  const seen = new Map<string, number>();
  for (const container of pod.spec![list]!) {
    const { name = "" } = container;
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    if (name !== "istio-proxy") inContainer(rewriting, container, tree, nth);
  }
}

function inContainer(rewriting: Rewriting, container: Container, list: ListTree, nth: number): void {
  const { name = "", lifecycle } = container;
  const tree = list.items.filter(({ key }) => key === name)[nth]?.tree;
  const here: Found = { tree, around: undefined };
  const named = partsAt(enter(here, "name"));
  const hooks = rewriting.bench.injection.behaviours.lifecycleHandlersRewritten;
  const parent = (key: string): MapTree => mapIn(elementIn(list, name, nth)!, key, UNKNOWN);
  for (const key of PROBES) {
    const node = container[key];
    if (node && tree) inHandler(rewriting, { container, here, named, node, map: parent(key), isProbe: true });
    else rewriting.untold.push(inputsAt(enter(here, key)));
  }
  for (const key of hooks ? HOOKS : []) {
    const node = lifecycle?.[key];
    if (node && tree) {
      const map = mapIn(parent("lifecycle"), key, UNKNOWN);
      inHandler(rewriting, { container, here, named, node, map, isProbe: false });
    } else rewriting.untold.push(inputsAt(enter(enter(here, "lifecycle"), key)));
  }
}

function inHandler(rewriting: Rewriting, handled: Handled): void {
  const { node, map, isProbe } = handled;
  const kinds: readonly Kind[] = isProbe ? ["httpGet", "tcpSocket", "grpc"] : ["httpGet", "tcpSocket"];
  const actions = node as Partial<Record<Kind, Action | null>>;
  const kind = kinds.find((name) => actions[name]);
  // The first of them counts: that those before it are not there decides too.
  const looked = kind ? kinds.slice(0, kinds.indexOf(kind) + 1) : kinds;
  const presence = joinAll(looked.map((name) => inputsAt(enter({ tree: map, around: undefined }, name))));
  if (!kind) {
    rewriting.untold.push(presence);
    return;
  }
  const action = actions[kind]!;
  tell(rewriting, handled, kind, action, presence);
  if (rewriting.rewritten) rewrite(rewriting, handled, kind, action, presence);
  else leave(rewriting, map, kind, action);
}

/** What the agent is told of a handler: itself, with a number for its port. */
function tell(rewriting: Rewriting, handled: Handled, kind: Kind, action: Action, presence: Inputs): void {
  const { map, named, isProbe, node } = handled;
  const parts: Parts[] = [partsOf(map.member(kind) ?? map, action), named];
  const timeout = partsAt(enter({ tree: map, around: undefined }, "timeoutSeconds"));
  if (isProbe && "timeoutSeconds" in node) parts.push(timeout);
  const port = typeof action.port === "string" ? namedPort(handled, action.port) : undefined;
  if (port) parts.push(port);
  const data = joinAll(parts.map((part) => part.data));
  const decided = joinAll([...parts.map((part) => part.control), timeout.control, timeout.data, presence]);
  const control = join(decided, rewriting.statusPort);
  const { statusPort } = rewriting.bench.injection.mesh.defaultConfig ?? {};
  const leads = kind === "grpc" || (port ? port.found : (action.port ?? 0) !== (statusPort ?? 0));
  if (leads) rewriting.told.push({ data, control });
  else rewriting.untold.push(join(data, control));
}

/** The number of a named port: the last of that name counts. */
function namedPort({ container, here }: Handled, name: string): Parts & { readonly found: boolean } {
  const list = enter(here, "ports");
  const ports = (container.ports ?? []).map((port, index) => ({ port, found: portAt(list, port, index) }));
  const last = ports.findLast(({ port }) => port.name === name);
  const names = joinAll(ports.map(({ found }) => inputsAt(enter(found, "name"))));
  const { data, control } = last
    ? partsAt(enter(last.found, "containerPort"))
    : { data: undefined, control: undefined };
  return { data, control: joinAll([control, names, inputsAt(list)]), found: last !== undefined };
}

function portAt(list: Found, port: { readonly containerPort?: number }, index: number): Found {
  if (list.tree instanceof ListTree) return enter(list, String(port.containerPort));
  return enter(list, String(index));
}

function rewrite(
  { conditions, port }: Rewriting,
  { map, named }: Handled,
  kind: Kind,
  action: Action,
  presence: Inputs,
): void {
  const control = join(conditions, presence);
  const replaced = map.member(kind);
  const origin: Origin = { step: STEP, data: undefined, control, over: replaced && originOf(replaced) };
  const leaf = (key: string, made: Parts): LeafTree => {
    const was = replaced && action[key] !== undefined ? memberOf(replaced, key) : undefined;
    const decided = join(made.control, control);
    return new LeafTree({ step: STEP, data: made.data, control: decided, over: was && originOf(was) });
  };
  const httpGet = kind === "httpGet" ? mapIn(map, "httpGet", origin) : new MapTree(origin);
  const scheme = httpGet.member("scheme");
  httpGet.members.set("path", leaf("path", named)).set("port", leaf("port", port));
  if (kind !== "httpGet") {
    map.members.set("httpGet", httpGet);
    map.remove(kind, origin);
  } else if (action.scheme === "HTTPS" && scheme) {
    const over = originOf(scheme);
    const decided = joinAll([over.data, over.control, control]);
    httpGet.members.set("scheme", new LeafTree({ step: STEP, data: undefined, control: decided, over }));
  }
}

/** A handler that stays: what would have been rewritten is there because nothing is. */
function leave({ conditions }: Rewriting, map: MapTree, kind: Kind, action: Action): void {
  if (kind !== "httpGet") {
    map.addAbsent(kind, conditions);
    return;
  }
  const httpGet = mapIn(map, "httpGet", UNKNOWN);
  for (const key of ["path", "port"]) httpGet.addAbsent(key, conditions);
  if (action.scheme === "HTTPS") httpGet.addAbsent("scheme", conditions);
}

/** The agent's variable: on re-injection what is there is merged and wins. */
function tellAgent({ bench, conditions, told, untold }: Rewriting, pod: Pod): void {
  const env = told.length > 0 ? proxyEnvAt(bench, pod) : undefined;
  if (!env) return;
  const injectedBefore = pod.metadata!.annotations!.has("sidecar.istio.io/status");
  const data = joinAll(told.map((parts) => parts.data));
  const control = joinAll([
    ...told.map((parts) => parts.control),
    ...untold,
    submittedNames(bench, ["initContainers", "containers"]),
    annotationInputs(bench, pod, "sidecar.istio.io/status"),
    conditions,
  ]);
  const { items } = env.list;
  const there = injectedBefore ? items.findIndex(({ key }) => key === PROBERS) : -1;
  if (there < 0) {
    const drops = injectedBefore && !bench.injection.behaviours.probersAppendedOnReinjection;
    if (!drops) items.push(envEntry(STEP, PROBERS, { data, control }));
    return;
  }
  const before = enter({ tree: items[there]!.tree, around: undefined }, "value");
  const value = partsAt(before);
  const merged: Parts = { data: value.data, control: joinAll([value.control, data, control]) };
  items[there] = envEntry(STEP, PROBERS, merged, before.tree);
}
