import { type Flow, ScalarFlow } from "../../provenance/flow";
import { InputSet, join, joinAll, type Inputs } from "../../provenance/inputs";
import type { Injection } from "../injection";
import type { PastedInputs } from "./pasted-inputs";
import type { PodInputs } from "./sources-pod";

const UID_RANGE = "openshift.io/sa.scc.uid-range";
const GROUPS = "openshift.io/sa.scc.supplemental-groups";

/** The ids that the proxy runs as: `.ProxyUID`, `.ProxyGID`. */
export interface IdFlows {
  readonly uid: Flow;
  readonly gid: Flow;
}

/** Of the namespace's ranges on OpenShift, else the built-in ones. `cluster`: the pod's; only one's namespaces are known. */
export function idFlows(inputs: PastedInputs, pod: PodInputs, cluster: () => Flow, injection: Injection): IdFlows {
  const platform = InputSet.of(inputs.options.member("platform"));
  const fixed = (name: string, control: Inputs) => new ScalarFlow(InputSet.of(inputs.defaults.member(name)), control);
  if (inputs.about.options.platform !== "openshift") {
    return { uid: fixed("proxyUID", platform), gid: fixed("proxyGID", platform) };
  }
  const objects = inputs.objects("namespaces");
  const names = objects.map(({ input }) => InputSet.of(input.at("/metadata/name")));
  const found = joinAll([platform, cluster().inputs, pod.namespace.inputs, InputSet.of(inputs.namespaces), ...names]);
  const name = injection.pod.metadata?.namespace ?? "";
  const own = objects.findLast(({ input }) => inputs.text(input.at("/metadata/name")) === name);
  if (!own || !injection.namespaceAnnotations) return { uid: fixed("proxyUID", found), gid: fixed("proxyGID", found) };

  const annotation = (key: string) => own.input.at("/metadata/annotations").member(key);
  const [uids, groups] = [InputSet.of(annotation(UID_RANGE)), InputSet.of(annotation(GROUPS))];
  const uid = injection.namespaceAnnotations.get(UID_RANGE)
    ? new ScalarFlow(uids, found)
    : fixed("proxyUID", join(uids, found));
  const grouped = injection.namespaceAnnotations.get(GROUPS);
  if (grouped === undefined) return { uid, gid: uid.decidedBy(groups) };
  return { uid, gid: grouped ? new ScalarFlow(groups, found) : fixed("proxyGID", join(groups, found)) };
}
