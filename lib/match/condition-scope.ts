import type { Scope } from "./cel";
import { BOOL, DYN, INT, list, map, object, opaque, STRING } from "./cel/types";

/** The variables of matchConditions. Mirrors BuildRequestType and BuildNamespaceType of k8s.io/apiserver/pkg/admission/plugin/cel. */
const KIND = object("kubernetes.GroupVersionKind", { group: STRING, version: STRING, kind: STRING });
const RESOURCE = object("kubernetes.GroupVersionResource", { group: STRING, version: STRING, resource: STRING });
const TIME = { kind: "timestamp" } as const;

const USER = object("kubernetes.UserInfo", {
  username: STRING,
  uid: STRING,
  groups: list(STRING),
  extra: map(STRING, list(STRING)),
});

const REQUEST = object("kubernetes.AdmissionRequest", {
  kind: KIND,
  resource: RESOURCE,
  subResource: STRING,
  requestKind: KIND,
  requestResource: RESOURCE,
  requestSubResource: STRING,
  name: STRING,
  namespace: STRING,
  operation: STRING,
  userInfo: USER,
  dryRun: BOOL,
  options: DYN,
});

const NAMESPACE = object("kubernetes.Namespace", {
  metadata: object("kubernetes.NamespaceMetadata", {
    name: STRING,
    generateName: STRING,
    namespace: STRING,
    labels: map(STRING, STRING),
    annotations: map(STRING, STRING),
    UID: STRING,
    creationTimestamp: TIME,
    deletionGracePeriodSeconds: INT,
    deletionTimestamp: TIME,
    generation: INT,
    resourceVersion: STRING,
    finalizers: list(STRING),
  }),
  spec: object("kubernetes.NamespaceSpec", { finalizers: list(STRING) }),
  status: object("kubernetes.NamespaceStatus", {
    conditions: list(
      object("kubernetes.NamespaceCondition", {
        status: STRING,
        type: STRING,
        lastTransitionTime: TIME,
        message: STRING,
        reason: STRING,
      }),
    ),
    phase: STRING,
  }),
});

export const CONDITION_SCOPE: Scope = {
  object: DYN,
  oldObject: DYN,
  namespaceObject: NAMESPACE,
  request: REQUEST,
  authorizer: opaque("kubernetes.authorization.Authorizer"),
};
