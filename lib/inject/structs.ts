import { INT32, STRING, STRING_SLICE, type GoField, type GoType } from "../go/types";
import { typesOf } from "../k8s/types";
import type { Release } from "../k8s/release";

/** The injector's own structs that go through JSON, which the tables of API types do not hold. */
export interface InjectorStructs {
  /** What annotation proxy.istio.io/overrides holds, as reinsertOverrides declares it. */
  readonly podOverrides: GoType;
  /** The same, as reapplyOverwrittenContainers declares it. */
  readonly parsedContainers: GoType;
  /** The status annotation. */
  readonly injectionStatus: GoType;
  /** What the agent must know of one probe. */
  readonly prober: GoType;
}

const structs = new Map<Release, InjectorStructs>();

/** Those structs over the Kubernetes types of a release. Mirrors their declarations in pkg/kube/inject. */
export function structsOf(release: Release): InjectorStructs {
  let found = structs.get(release);
  if (found) return found;
  const type = (expression: string) => typesOf(release).parse(expression);
  const containers = type("[]k8s.io/api/core/v1.Container");
  const overrides = [
    field("Containers", "containers", containers),
    field("InitContainers", "initContainers", containers),
  ];
  found = {
    podOverrides: struct("podOverrides", overrides),
    parsedContainers: struct("ParsedContainers", overrides),
    injectionStatus: struct("SidecarInjectionStatus", [
      ...["InitContainers", "Containers", "Volumes", "ImagePullSecrets"].map((go) =>
        field(go, go[0]!.toLowerCase() + go.slice(1), STRING_SLICE, false),
      ),
      field("Revision", "revision", STRING, false),
    ]),
    prober: struct("Prober", [
      field("HTTPGet", "httpGet", type("*k8s.io/api/core/v1.HTTPGetAction")),
      field("TCPSocket", "tcpSocket", type("*k8s.io/api/core/v1.TCPSocketAction")),
      field("GRPC", "grpc", type("*k8s.io/api/core/v1.GRPCAction")),
      field("TimeoutSeconds", "timeoutSeconds", INT32),
    ]),
  };
  structs.set(release, found);
  return found;
}

function struct(name: string, fields: readonly GoField[]): GoType {
  return { kind: "struct", name: `inject.${name}`, path: `istio.io/istio/pkg/kube/inject.${name}`, fields };
}

function field(go: string, json: string, type: GoType, omitempty = true): GoField {
  return {
    go,
    json,
    key: json,
    type,
    omitempty,
    omitzero: false,
    inline: false,
    embedded: false,
    patchStrategy: [],
    patchMergeKey: "",
  };
}
