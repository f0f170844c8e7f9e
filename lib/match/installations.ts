import type { Json } from "../go/json-value";
import type { AdmissionRequest, InjectionMatch } from "./api";
import { explainInjection } from "./explain";

/** The ways in which Istio is usually installed, as far as webhooks go. */
export type InstallationName = "default" | "revisioned" | "tagged" | "default-tag" | "by-default";

/** An installation and the MutatingWebhookConfigurations that it makes. */
export interface Installation {
  readonly name: InstallationName;
  /** The revisions and tags that namespaces and pods can name. */
  readonly revisions: readonly string[];
  readonly configurations: readonly Json[];
}

const REVISION = "istio.io/rev";
const INJECTION = "istio-injection";
const INJECT = "sidecar.istio.io/inject";
const NEVER = ["kube-system", "kube-public", "kube-node-lease", "local-path-storage"];

type Expression = readonly [
  key: string,
  operator: "In" | "NotIn" | "Exists" | "DoesNotExist",
  values?: readonly string[],
];

/** The selectors of a webhook, by the prefix of its name: what Istio's charts and `istioctl tag` give since 1.20. */
interface Row {
  readonly prefix: string;
  readonly namespace: readonly Expression[];
  readonly object: readonly Expression[];
}

const rows = (revision: string): readonly Row[] => [
  {
    prefix: "rev.namespace.",
    namespace: [
      [REVISION, "In", [revision]],
      [INJECTION, "DoesNotExist"],
    ],
    object: [[INJECT, "NotIn", ["false"]]],
  },
  {
    prefix: "rev.object.",
    namespace: [
      [REVISION, "DoesNotExist"],
      [INJECTION, "DoesNotExist"],
    ],
    object: [
      [INJECT, "NotIn", ["false"]],
      [REVISION, "In", [revision]],
    ],
  },
];

const DEFAULT_ROWS: readonly Row[] = [
  { prefix: "namespace.", namespace: [[INJECTION, "In", ["enabled"]]], object: [[INJECT, "NotIn", ["false"]]] },
  {
    prefix: "object.",
    namespace: [
      [INJECTION, "DoesNotExist"],
      [REVISION, "DoesNotExist"],
    ],
    object: [
      [INJECT, "In", ["true"]],
      [REVISION, "DoesNotExist"],
    ],
  },
];

const AUTO_ROW: Row = {
  prefix: "auto.",
  namespace: [
    [INJECTION, "DoesNotExist"],
    [REVISION, "DoesNotExist"],
    ["kubernetes.io/metadata.name", "NotIn", NEVER],
  ],
  object: [
    [INJECT, "DoesNotExist"],
    [REVISION, "DoesNotExist"],
  ],
};

/**
 * What the usual installations look like to the API server; `revision` and `tag` name those of the revisioned and the tagged one. The
 * default tag points at that revision, `by-default` is the default installation with enableNamespacesByDefault.
 */
export function usualInstallations(revision = "canary", tag = "prod"): readonly Installation[] {
  const injector = configuration(`istio-sidecar-injector-${revision}`, rows(revision));
  const byDefault = [...rows("default"), ...DEFAULT_ROWS];
  return [
    { name: "default", revisions: ["default"], configurations: [configuration("istio-sidecar-injector", byDefault)] },
    { name: "revisioned", revisions: [revision], configurations: [injector] },
    {
      name: "tagged",
      revisions: [revision, tag],
      configurations: [injector, configuration(`istio-revision-tag-${tag}`, rows(tag))],
    },
    {
      name: "default-tag",
      revisions: [revision, "default"],
      configurations: [injector, configuration("istio-revision-tag-default", byDefault)],
    },
    {
      name: "by-default",
      revisions: ["default"],
      configurations: [configuration("istio-sidecar-injector", [...byDefault, AUTO_ROW])],
    },
  ];
}

/** What each usual installation would do with a request, where nobody knows which webhooks there are. */
export function matchUsual(
  request: Omit<AdmissionRequest, "configurations">,
  installations: readonly Installation[] = usualInstallations(),
): { readonly installation: Installation; readonly match: InjectionMatch }[] {
  return installations.map((installation) => {
    const { configurations } = installation;
    return { installation, match: explainInjection({ ...request, configurations }) };
  });
}

function configuration(name: string, webhooks: readonly Row[]): Json {
  return json({
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "MutatingWebhookConfiguration",
    metadata: { name },
    webhooks: webhooks.map(({ prefix, namespace, object }) => ({
      name: `${prefix}sidecar-injector.istio.io`,
      clientConfig: { service: { name: "istiod", namespace: "istio-system", path: "/inject" } },
      sideEffects: "None",
      admissionReviewVersions: ["v1"],
      rules: [{ operations: ["CREATE"], apiGroups: [""], apiVersions: ["v1"], resources: ["pods"] }],
      failurePolicy: "Fail",
      namespaceSelector: selector(namespace),
      objectSelector: selector(object),
    })),
  });
}

function selector(expressions: readonly Expression[]): unknown {
  return {
    matchExpressions: expressions.map(([key, operator, values]) => ({ key, operator, ...(values ? { values } : {}) })),
  };
}

function json(value: unknown): Json {
  if (Array.isArray(value)) return value.map(json);
  if (typeof value !== "object" || value === null) return value as Json;
  return new Map(Object.entries(value).map(([key, member]) => [key, json(member)]));
}
