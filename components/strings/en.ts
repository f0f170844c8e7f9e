import type { ExampleId } from "../../lib/example/catalogue";
import type { DecisionReason, Source } from "../../lib/index";
import type { ChangeKind, ChangeTopic } from "../../lib/view/changes";
import type { MarkKind } from "../../lib/view/marks";
import type { StepKind } from "../../lib/view/steps";

const plural = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;

/** Every text of the page, in English. */
export const en = {
  title: "Injection Explorer",
  description: "See what Istio's sidecar injector does with a workload, and why.",

  // Header
  skip: "Skip to the result",
  release: "Release",
  releaseAuto: (found: string) => (found === "" ? "auto" : `auto: ${found}`),
  releaseFrom: (from: string) => `told from ${from}`,
  language: "Language",
  theme: "Theme",
  themes: { system: "System theme", light: "Light theme", dark: "Dark theme" },
  undo: "Undo",
  dismiss: "Dismiss",
  openFiles: "Open files…",
  openFilesHint:
    "Open files: workloads, the injector ConfigMap and the mesh are told apart by what they hold. Dropping or pasting them anywhere does the same.",
  apiLink: "API",
  panes: "Inputs or result",
  showInputs: "Inputs",
  showResult: "Result",
  resize: "Width of the inputs",
  resizeDetails: "Height of the details",

  notFound: "There is nothing at this address.",
  broken: "This page broke. What you typed is kept in this browser.",
  reload: "Load it again",
  toExplorer: "To the explorer",

  // Inputs
  inputs: "Inputs",
  tabs: { workload: "Workload", injector: "Injector", mesh: "Mesh", more: "More" },
  fields: {
    workload: "Workload, YAML",
    injector: "istio-sidecar-injector ConfigMap, YAML",
    mesh: "istio ConfigMap or MeshConfig, YAML",
    proxyConfigs: "ProxyConfig resources, YAML",
    namespaces: "Namespace objects, YAML",
    webhooks: "MutatingWebhookConfigurations, YAML",
  },
  hints: {
    workload: "kubectl get deploy NAME -o yaml",
    injector: "kubectl -n istio-system get cm istio-sidecar-injector -o yaml",
    mesh: "kubectl -n istio-system get cm istio -o yaml",
    proxyConfigs: "kubectl get proxyconfigs -A -o yaml",
    namespaces: "kubectl get ns NAME -o yaml",
    webhooks: "kubectl get mutatingwebhookconfigurations -o yaml",
  },
  paste: (command: string) => `Paste or drop here, for example from\n${command}`,
  copyCommand: "Copy the command",
  copied: "Copied",
  errorIn: "has an error",
  options: {
    title: "Options",
    path: "Way in",
    paths: { webhook: "Webhook", "kube-inject": "kube-inject" },
    pathHint: "What the admission webhook of istiod does, or what istioctl kube-inject prints.",
    namespace: "Namespace",
    namespaceHint: "Of objects that name none.",
    revision: "Revision",
    nativeSidecars: "Native sidecars",
    native: { auto: "auto", true: "on", false: "off" },
    nativeHint: "auto: as the release decides on nodes that are all new enough.",
    platform: "Platform",
    platforms: { "": "none", openshift: "OpenShift" },
    compliancePolicy: "Compliance policy",
    injectPath: "Webhook path",
    injectPathHint: "The path of the webhook's URL sets cluster and network.",
  },
  dropHere: "Drop workloads, ConfigMaps, Namespaces, webhooks and ProxyConfigs: each goes where it belongs",
  sorted: (parts: readonly string[]) => `Recognised ${parts.join(", ")}.`,
  sortedPart: (what: string, tab: string) => `${what} → ${tab}`,
  leftOut: (kinds: readonly string[]) => `Left out, as of no use here: ${kinds.join(", ")}.`,
  helmValues: "Helm values are no input: what counts is the istio-sidecar-injector ConfigMap that Helm makes of them.",
  sortedNothing: "Nothing in there is a Kubernetes object.",
  unreadable: (name: string) => `${name} is not text.`,
  tooLarge: (name: string) => `${name} is larger than 6 MiB.`,

  // Examples
  examples: {
    title: "Examples",
    yours: "Your texts",
    back: "Back to mine",
    untitled: "No workload",
    forget: "Forget my texts",
    forgetHint: "What you typed is kept in this browser only.",
    forgotten: "Your texts are forgotten.",
    opened: (name: string, kept: boolean) => `Example: ${name}.${kept ? " Your own text is kept." : ""}`,
    groups: { injected: "What injection does", broken: "What goes wrong" },
    names: {
      gateway: "Gateway",
      sidecar: "Plain sidecar",
      "overwritten-proxy": "Overwritten istio-proxy",
      "custom-templates": "Custom templates with aliases",
      reinjected: "Re-injected pod",
      "native-sidecar": "Native sidecar",
      "not-injected": "Not injected",
      "broken-template": "Template that does not parse",
      "broken-template-run": "Template that fails while it runs",
      "broken-rendering": "Rendered text that is no YAML",
      "broken-annotation": "Wrong annotation",
      "broken-template-name": "Unknown template name",
      "broken-values": "Values that do not parse",
      "broken-workload": "Workload that does not parse",
      "broken-mesh": "Mesh that does not parse",
    } satisfies Record<ExampleId, string>,
    about: {
      gateway: "A stub of a container that the injector completes",
      sidecar: "Beside an application; probes and metrics go through its agent",
      "overwritten-proxy": "The workload's own fields win over the template's",
      "custom-templates": "One alias selects three, each merged over those before it",
      reinjected: "It was injected before: only the proxy's release changes",
      "native-sidecar": "As an init container that restarts, it lets a Job end",
      "not-injected": "Network, namespace, label, selector, policy: each reason",
      "broken-template": "A brace is missing",
      "broken-template-run": "It counts on a port that the workload has not",
      "broken-rendering": "A value without quotes has a colon in it",
      "broken-annotation": "No network has 33 bits",
      "broken-template-name": "The injector has no template of that name",
      "broken-values": "A comma is missing",
      "broken-workload": "One space too many",
      "broken-mesh": "The space behind a colon is missing",
    } satisfies Record<ExampleId, string>,
  },

  // Summary
  injected: "Injected",
  notInjected: "Not injected",
  passesThrough: "Passes through",
  rejected: "Rejected",
  withTemplates: (n: number): string => (n === 1 ? ", with template " : ", with templates "),
  templateFrom: {
    annotation: ", named by the annotation inject.istio.io/templates",
    default: ", the default",
    alias: ", by an alias",
  },
  reasons: {
    "host-network": "it uses the host's network",
    "ignored-namespace": "its namespace is never injected",
    label: "the label sidecar.istio.io/inject says so",
    annotation: "the annotation sidecar.istio.io/inject says so",
    "never-inject-selector": "a neverInjectSelector matches its labels",
    "always-inject-selector": "an alwaysInjectSelector matches its labels",
    "policy-enabled": "the policy is enabled and nothing speaks against it",
    "policy-disabled": "the policy is disabled and nothing asks for it",
    "policy-unknown": "the policy is neither enabled nor disabled",
    "not-a-workload": "it makes no pods",
  } satisfies Record<DecisionReason, string>,
  because: " because ",
  /** Marks between the parts of a sentence, with the spaces that belong to them. */
  punctuation: { comma: ", ", list: ", ", lastInList: " and ", colon: ": ", stop: ".", space: " " },
  containerYours: (kept: number) => (kept === 0 ? "is yours" : `is yours: ${plural(kept, "field")} kept`),
  adds: "Adds ",
  containerReinjected: "was injected before",
  imageReplaced: "image auto replaced",
  sources: {
    workload: "workload",
    injector: "injector",
    values: "values",
    mesh: "mesh",
    proxyConfigs: "ProxyConfigs",
    namespaces: "namespaces",
    webhooks: "webhooks",
    options: "options",
    default: "default",
  } satisfies Record<Source, string>,
  line: (source: string, line: number) => `${source} line ${line}`,
  goTo: (where: string) => `Go to ${where}`,
  warnings: (n: number) => plural(n, "warning"),
  objects: "Objects",
  noObjects: "The workload text holds no objects yet. Paste a Deployment, or anything else that makes pods.",
  unchanged: "The pod stays as it was submitted.",
  offlineTitle: "kube-inject output",
  moreObjects: (n: number) => `+ ${plural(n, "object")} without pods`,

  // Errors
  errorTitles: {
    config: "The injector's configuration cannot be used",
    read: "The workload text cannot be read",
    object: (name: string) => (name === "" ? "The injection fails" : `The injection of ${name} fails`),
    refused: "The server refuses this",
    unreachable: "The server does not answer",
  },
  unreachable: "Your text is safe: it is kept in this browser.",
  tryAgain: "Try again",
  stage: (stage: string) => `at ${stage}`,
  lastGood: "Below is the last result that worked.",
  showFailed: "Show the steps before the error",
  showGood: "Show the last result that worked",

  // Steps
  steps: {
    submitted: "Submitted",
    rendered: "Rendered",
    templatePod: "Template pod",
    mergedPod: "Merged",
    reapplied: "Re-applied",
    clusterInfo: "Cluster",
    prometheusMerge: "Prometheus",
    securePrometheus: "Reserved port",
    rewriteProbes: "Probes",
    metadata: "Metadata",
    final: "Final",
    workload: "Workload text",
    output: "Output",
    other: "Step",
  } satisfies Record<StepKind, string>,
  stepHints: {
    submitted: "The pod as the webhook receives it: what the workload's controller makes of the template.",
    rendered: "The text that the template gives for this pod.",
    templatePod: "The rendered text merged over an empty pod: all that the templates ask for.",
    mergedPod: "The rendered text merged over the submitted pod.",
    reapplied: "Containers that you define yourself are put back over what the template says of them.",
    clusterInfo: "Cluster and network of the webhook's URL and of labels are written into the proxy's env.",
    prometheusMerge: "Prometheus annotations are moved to the agent, which merges the metrics.",
    securePrometheus: "The annotation of the secured metrics port is set.",
    rewriteProbes: "HTTP, TCP and gRPC probes of the application are led through the agent.",
    metadata: "Labels and annotations of the injection, and the status annotation, are set.",
    final: "Containers are put in order: this is the pod that the cluster runs.",
    workload: "The text as you gave it.",
    output: "What istioctl kube-inject prints.",
    other: "",
  } satisfies Record<StepKind, string>,
  stepper: "Steps of the injection",
  stepChanges: (n: number) => (n === 0 ? "changes nothing" : plural(n, "change")),
  wholeInjection: "Everything",
  compare: "Compare",
  alone: "(alone)",
  compareLeft: "Left side",
  compareRight: "Right side",
  previousChange: "Previous change (Alt ↑)",
  nextChange: "Next change (Alt ↓)",
  inline: "Inline",
  sideBySide: "Side by side",
  marks: {
    args: "args",
    env: "env",
    volume: "volumes",
    mount: "mounts",
    image: "image auto",
    kept: "yours",
    probe: "probes",
    moved: "moved",
  } satisfies Record<MarkKind, string>,
  markCount: (kind: MarkKind, n: number): string => {
    if (kind === "args") return `${plural(n, "added argument")}`;
    if (kind === "env") return `${plural(n, "added environment variable")}`;
    if (kind === "volume") return `${plural(n, "added volume")}`;
    if (kind === "mount") return `${plural(n, "added volume mount")}`;
    if (kind === "image") return `${plural(n, "image")} auto replaced`;
    if (kind === "kept") return `${plural(n, "overwritten field")}: yours, put back over the template's`;
    if (kind === "probe") return `${plural(n, "rewritten probe field")}`;
    return `${plural(n, "item")} moved`;
  },
  markNote: (kind: MarkKind, label: string, instead: string): string => {
    if (kind === "args") return `Argument added by injection: ${label}`;
    if (kind === "env") return `Environment variable added by injection: ${label}`;
    if (kind === "volume") return `Volume added by injection: ${label}`;
    if (kind === "mount") return `Volume mount added by injection: ${label}`;
    if (kind === "image") return `Image filled in: it was ${instead}`;
    if (kind === "kept")
      return instead === ""
        ? `${label} is yours; the template has none`
        : `${label} is yours; the template has ${instead}`;
    if (kind === "probe") return `Probe rewritten: ${label} was ${instead}`;
    return `${label} moved`;
  },
  nextMark: "next",
  diffLabel: (left: string, right: string) => `Difference from ${left} to ${right}`,
  same: "Both are the same.",
  unchangedLines: (n: number) => plural(n, "unchanged line"),
  leftPane: "before",
  rightPane: "after",

  // Details
  details: "Details",
  changes: "Changes",
  patch: "Patch",
  output: "Output",
  hideDetails: "Hide",
  showDetails: "Show",
  changesAlone: "One step alone: choose another one to compare it with.",
  changesOfTexts:
    "Texts are compared by line, in the difference above. Choose two pods to see their changes one by one.",
  moreChanges: (n: number) => `and ${n} more`,
  noChanges: "No changes: the two pods are the same.",
  columns: { where: "Where", what: "What", change: "Change", before: "Before", after: "After" },
  kinds: { added: "added", removed: "removed", changed: "changed", moved: "moved" } satisfies Record<
    ChangeKind,
    string
  >,
  topics: {
    container: "container",
    image: "image",
    args: "arg",
    env: "env",
    mount: "mount",
    volume: "volume",
    port: "port",
    probe: "probe",
    lifecycle: "lifecycle",
    security: "security",
    resources: "resources",
    label: "label",
    annotation: "annotation",
    field: "field",
  } satisfies Record<ChangeTopic, string>,
  pod: "pod",
  showLine: (label: string) => `Show ${label} in the difference`,
  noPatch: "No patch: nothing changes.",
  patchHint: "The JSON patch (RFC 6902) from the submitted pod to the final one.",
  copy: "Copy",
};

/** The texts of the page. Every language has all of them. */
export type Strings = typeof en;
