/**
 * The String methods that gogo/protobuf generates for the types of k8s.io/api and apimachinery:
 * `&SeccompProfile{Type:RuntimeDefault,LocalhostProfile:nil,}`.
 */
import { methodByName, readField } from "./reflect";
import { sortStrings } from "./strings";
import { ptrTo, type GoField, type GoType } from "./types";
import type { Node } from "./value";

/** Prints a value as %v does. */
export type PrintValue = (type: GoType, node: Node) => string;

const CORE = "k8s.io/api/core/v1";
const META = "k8s.io/apimachinery/pkg/apis/meta/v1";

// Fields stand in the order of their protobuf numbers. These types declare them in another order in Go.
const FIELD_ORDER = new Map<string, readonly string[]>(
  `
${CORE}.ISCSIVolumeSource TargetPortal IQN Lun ISCSIInterface FSType ReadOnly Portals DiscoveryCHAPAuth SecretRef
  SessionCHAPAuth InitiatorName
${CORE}.ClusterTrustBundleProjection Name SignerName LabelSelector Path Optional
${META}.OwnerReference Kind Name UID APIVersion Controller BlockOwnerDeletion
${CORE}.PersistentVolumeClaimSpec AccessModes Resources VolumeName Selector StorageClassName VolumeMode DataSource
  DataSourceRef VolumeAttributesClassName
${CORE}.VolumeSource HostPath EmptyDir GCEPersistentDisk AWSElasticBlockStore GitRepo Secret NFS ISCSI Glusterfs
  PersistentVolumeClaim RBD FlexVolume Cinder CephFS Flocker DownwardAPI FC AzureFile ConfigMap VsphereVolume Quobyte
  AzureDisk PhotonPersistentDisk PortworxVolume ScaleIO Projected StorageOS CSI Ephemeral Image
${CORE}.VolumeMount Name ReadOnly MountPath SubPath MountPropagation SubPathExpr RecursiveReadOnly
${CORE}.SecurityContext Capabilities Privileged SELinuxOptions RunAsUser RunAsNonRoot ReadOnlyRootFilesystem
  AllowPrivilegeEscalation RunAsGroup ProcMount WindowsOptions SeccompProfile AppArmorProfile
${CORE}.Container Name Image Command Args WorkingDir Ports Env Resources VolumeMounts LivenessProbe ReadinessProbe Lifecycle
  TerminationMessagePath ImagePullPolicy SecurityContext Stdin StdinOnce TTY EnvFrom TerminationMessagePolicy VolumeDevices
  StartupProbe ResizePolicy RestartPolicy RestartPolicyRules
${CORE}.EphemeralContainerCommon Name Image Command Args WorkingDir Ports Env Resources VolumeMounts LivenessProbe
  ReadinessProbe Lifecycle TerminationMessagePath ImagePullPolicy SecurityContext Stdin StdinOnce TTY EnvFrom
  TerminationMessagePolicy VolumeDevices StartupProbe ResizePolicy RestartPolicy RestartPolicyRules
${CORE}.PodSecurityContext SELinuxOptions RunAsUser RunAsNonRoot SupplementalGroups FSGroup RunAsGroup Sysctls WindowsOptions
  FSGroupChangePolicy SeccompProfile AppArmorProfile SupplementalGroupsPolicy SELinuxChangePolicy
${CORE}.PodSpec Volumes Containers RestartPolicy TerminationGracePeriodSeconds ActiveDeadlineSeconds DNSPolicy NodeSelector
  ServiceAccountName DeprecatedServiceAccount NodeName HostNetwork HostPID HostIPC SecurityContext ImagePullSecrets Hostname
  Subdomain Affinity SchedulerName InitContainers AutomountServiceAccountToken Tolerations HostAliases PriorityClassName
  Priority DNSConfig ShareProcessNamespace ReadinessGates RuntimeClassName EnableServiceLinks PreemptionPolicy Overhead
  TopologySpreadConstraints EphemeralContainers SetHostnameAsFQDN OS HostUsers SchedulingGates ResourceClaims Resources
  HostnameOverride WorkloadRef SchedulingGroup
${CORE}.PodCondition Type Status LastProbeTime LastTransitionTime Reason Message ObservedGeneration
${CORE}.PodStatus Phase Conditions Message Reason HostIP PodIP StartTime ContainerStatuses QOSClass InitContainerStatuses
  NominatedNodeName PodIPs EphemeralContainerStatuses Resize ResourceClaimStatuses HostIPs ObservedGeneration
  ExtendedResourceClaimStatus AllocatedResources Resources NodeAllocatableResourceClaimStatuses
`
    .trim()
    .split(/\n(?! )/)
    .map((line) => {
      const [path, ...names] = line.split(/\s+/);
      return [path!, names];
    }),
);

const orders = new WeakMap<GoType, readonly GoField[]>();

function orderedFields(type: GoType): readonly GoField[] {
  let fields = orders.get(type);
  if (!fields) {
    const names = FIELD_ORDER.get(type.path);
    fields = type.fields ?? [];
    if (names) fields = [...fields].sort((a, b) => names.indexOf(a.go) - names.indexOf(b.go));
    orders.set(type, fields);
  }
  return fields;
}

function packageOf(type: GoType): string {
  return type.path.slice(0, type.path.lastIndexOf("."));
}

function localName(type: GoType): string {
  return type.path.slice(type.path.lastIndexOf(".") + 1);
}

/** Whether the type's String is of that generated kind: then nothing but the type is needed to know what it returns. */
function isGenerated(type: GoType): boolean {
  if (type.kind !== "struct" || !(type.path.startsWith("k8s.io/api/") || type.path.startsWith(META))) return false;
  const found = methodByName(ptrTo(type), "String");
  return found !== undefined && found.owner === type && found.method.pointerReceiver && !found.method.call;
}

const generated = new WeakMap<GoType, boolean>();

function hasGenerated(type: GoType): boolean {
  let known = generated.get(type);
  if (known === undefined) generated.set(type, (known = isGenerated(type)));
  return known;
}

/**
 * What the generated String method of a pointer to `type` returns (a null node is a nil pointer: `nil`); undefined where
 * the type has no such method. `print` prints fields that do not print themselves.
 */
export function generatedString(type: GoType, node: Node, print: PrintValue): string | undefined {
  if (!hasGenerated(type)) return undefined;
  if (node === null) return "nil";
  let out = `&${localName(type)}{`;
  for (const field of orderedFields(type)) {
    out += `${field.go}:${fieldString(type, field.type, readField(field, node), print)},`;
  }
  return out + "}";
}

/** A struct in place: its package in front of its name where that is another one, and without the ampersand. */
function inPlace(owner: GoType, type: GoType, node: Node, print: PrintValue): string {
  if (packageOf(owner) === packageOf(type)) {
    const own = generatedString(type, node, print);
    if (own !== undefined) return own.replace("&", "");
  }
  return qualified(owner, type, print(type, node)).replace("&", "");
}

function qualified(owner: GoType, type: GoType, text: string): string {
  if (packageOf(owner) === packageOf(type)) return text;
  return text.replace(localName(type), () => type.name);
}

function fieldString(owner: GoType, type: GoType, node: Node, print: PrintValue): string {
  switch (type.kind) {
    case "ptr":
      return pointerString(owner, type, node, print);
    case "struct":
      return inPlace(owner, type, node, print);
    case "map":
      return mapString(type, node, print);
    case "slice":
      if (type.elem!.kind === "struct") {
        const items = ((node ?? []) as Node[]).map((item) => inPlace(owner, type.elem!, item, print) + ",");
        return `[]${localName(type.elem!)}{${items.join("")}}`;
      }
      if (type.elem!.kind === "uint8") return node == null ? "nil" : `*${print(type, node)}`;
      return print(type, node);
    default:
      return print(type, node);
  }
}

function pointerString(owner: GoType, type: GoType, node: Node, print: PrintValue): string {
  const elem = type.elem!;
  if (elem.kind !== "struct") return node === null ? "nil" : `*${print(elem, node)}`;
  if (packageOf(owner) === packageOf(elem)) {
    const own = generatedString(elem, node, print);
    if (own !== undefined) return own;
  }
  return qualified(owner, elem, print(type, node));
}

function mapString(type: GoType, node: Node, print: PrintValue): string {
  const map = (node ?? new Map()) as Map<string, Node>;
  const entries = sortStrings(map.keys()).map((key) => `${key}: ${print(type.elem!, map.get(key))},`);
  return `${type.path === "" ? type.name : localName(type)}{${entries.join("")}}`;
}
