import type { Container, Pod } from "../../istio/pod";
import type { Flow } from "../../provenance/flow";
import { join, joinAll, type Inputs } from "../../provenance/inputs";
import { annotationInputs, containersAt, type Bench } from "./bench";
import { elementIn, listIn, mapIn, sidecarOf } from "./found";
import { LeafTree, type MapTree, type Origin } from "./tree";
import { decide, originOf, type Parts } from "./trees";

const UNKNOWN: Origin = { step: "api", data: undefined, control: undefined };

/** What is known when the init container that sets up traffic is told of the proxy's user. */
export interface UserTold {
  /** What the pod's own istio-proxy says. */
  readonly user: number | bigint | null | undefined;
  readonly group: number | bigint | null | undefined;
  readonly init: Container | undefined;
  readonly tproxy: boolean;
}

/**
 * The user of the pod's own istio-proxy in the init container and, with TPROXY, the proxy's own: before adjustInitContainerUser changes
 * the pod. `mode`: the proxy's interception mode.
 */
export function initUser(bench: Bench, pod: Pod, told: UserTold, mode: Flow): void {
  const own = ownUser(bench);
  const { init, tproxy } = told;
  const map = init && elementIn(containersAt(bench, pod, "initContainers"), init.name ?? "");
  if (!own || !map) return;
  const { user, group } = own;
  const conditions = joinAll([
    mode.inputs,
    annotationInputs(bench, pod, "sidecar.istio.io/interceptionMode"),
    user.control,
    group.control,
  ]);
  const decided = joinAll([conditions, user.data, group.data]);
  sidecarUser(bench, pod, decided, tproxy && told.user != null);
  if (init.name === "istio-validation") {
    const context = mapIn(map, "securityContext", UNKNOWN);
    set(context, "runAsUser", user, conditions, decided, !tproxy && told.user != null);
    set(context, "runAsGroup", group, conditions, decided, !tproxy && told.group != null);
  }
  // With TPROXY it ends where the merged pod has no proxy that could run as root.
  const proxyGone = tproxy && told.user != null && !sidecarOf(pod);
  argument(map, init, user, conditions, join(decided, goneBy(bench, pod)), Boolean(told.user) && !proxyGone);
}

/** What took the proxy away from the merged pod. */
function goneBy(bench: Bench, pod: Pod): Inputs {
  const { removed } = containersAt(bench, pod, "containers");
  return joinAll(
    removed.filter(({ key }) => key === "istio-proxy").map(({ origin }) => join(origin.data, origin.control)),
  );
}

/** What the pod's own istio-proxy says of its user; undefined where the pod has none. */
function ownUser({ sources, injection }: Bench): { readonly user: Parts; readonly group: Parts } | undefined {
  const own = sidecarOf(injection.pod);
  if (!own) return undefined;
  const index = injection.pod.spec![own.list]!.indexOf(own.container);
  const context = sources.pod.member("spec").member(own.list).member(String(index)).member("securityContext");
  const ofKey = (key: string) => context.member(key).decidedBy(sources.userReset);
  return { user: ofKey("runAsUser"), group: ofKey("runAsGroup") };
}

/** With TPROXY the proxy runs as root. */
function sidecarUser(bench: Bench, pod: Pod, decided: Inputs, writes: boolean): void {
  const sidecar = sidecarOf(pod);
  const map = sidecar && elementIn(containersAt(bench, pod, sidecar.list), "istio-proxy");
  if (!map) return;
  const context = mapIn(map, "securityContext", UNKNOWN);
  set(context, "runAsUser", { data: undefined, control: undefined }, decided, decided, writes);
}

function set(map: MapTree, key: string, made: Parts, conditions: Inputs, decided: Inputs, writes: boolean): void {
  if (!writes) {
    map.addAbsent(key, decided);
    return;
  }
  const before = map.member(key);
  const control = join(made.control, conditions);
  map.members.set(key, new LeafTree({ step: "reapplied", data: made.data, control, over: before && originOf(before) }));
}

/** The argument behind `-u`. */
function argument(
  map: MapTree,
  init: Container,
  user: Parts,
  conditions: Inputs,
  decided: Inputs,
  writes: boolean,
): void {
  const args = init.args ?? [];
  const index = args.indexOf("-u") + 1;
  if (index === 0) return;
  const list = listIn(
    map,
    "args",
    args.map(() => undefined),
    "",
    UNKNOWN,
  );
  const item = list.items[index];
  if (!item) return;
  const origin: Origin = {
    step: "reapplied",
    data: user.data,
    control: join(user.control, conditions),
    over: originOf(item.tree),
  };
  list.items[index] = { key: undefined, tree: writes ? new LeafTree(origin) : decide(item.tree, decided) };
}
