import { cloneNode } from "../go/clone";
import { ptrTo } from "../go/types";
import { Typed } from "../go/value";
import { typesOf } from "../k8s/types";
import { proxyIds } from "../istio/openshift";
import { inboundTrafficPolicyMode } from "../istio/mesh-config";
import { proxyImage, proxyInitImage } from "../istio/proxy-image";
import type { Pod } from "../istio/pod";
import type { Injection } from "./injection";

const DATA = "istio.io/istio/pkg/kube/inject.SidecarTemplateData";

/**
 * What a template sees as its dot: a pointer to SidecarTemplateData of the release, which knows only the fields that release has.
 * Mirrors RunTemplate of pkg/kube/inject/inject.go.
 */
export function templateData(visiblePod: Pod, injection: Injection): Typed {
  const { owner, release, values, proxyConfig } = injection;
  const annotations = visiblePod.metadata?.annotations ?? undefined;
  const ids = proxyIds(injection.namespaceAnnotations);
  const deployment = { name: owner.name, namespace: owner.namespace };
  return new Typed(ptrTo(typesOf(release).get(DATA)), {
    TypeMeta: { kind: owner.kind, apiVersion: owner.apiVersion },
    DeploymentMeta: injection.behaviours.fullDeploymentMeta
      ? { ...owner.metadata, ...deployment }
      : { Name: owner.name, Namespace: owner.namespace },
    ObjectMeta: visiblePod.metadata ?? {},
    Spec: visiblePod.spec ?? {},
    // Templates can sort lists in place; what is remembered between injections must not change.
    ProxyConfig: cloneNode(proxyConfig),
    MeshConfig: cloneNode(injection.mesh),
    Values: values.map,
    Revision: injection.revision,
    ProxyImage: proxyImage(release, values.typed, proxyConfig.image, annotations),
    ProxyInitImage: proxyInitImage(release, values.typed, annotations),
    NativeSidecars: injection.nativeSidecar,
    ProxyUID: ids.uid,
    ProxyGID: ids.gid,
    InboundTrafficPolicyMode: inboundTrafficPolicyMode(injection.mesh),
    CompliancePolicy: injection.compliancePolicy,
  });
}
