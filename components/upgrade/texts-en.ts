import type { Outcome } from "../../lib/compare/api";
import type { PlacedFile } from "./sorted-files";

const plural = (n: number, one: string, many = `${one}s`) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

const sideNames = { a: "Today", b: "Next", both: "both" };
const fieldNames = { injector: "Injector", mesh: "Mesh", namespaces: "Namespaces", proxyConfigs: "ProxyConfigs" };

/** Every text of the page of upgrades, in English. */
export const en = {
  title: "Upgrade",
  lead: "What changes on which workload when it restarts with the next injector.",
  inputs: "Workloads and injectors",
  results: "What would change",
  tabs: { workloads: "Workloads", a: sideNames.a, b: sideNames.b },
  panes: { inputs: "Inputs", results: "Result" },
  files: "Files…",
  folder: "Folder…",
  example: "Back to the example",
  dropWorkloads: "Drop a folder, a tar or files, or paste the output of",
  dropSide: "Drop or paste the ConfigMap of this side, as printed by",
  dropHere:
    "Drop workloads (files, a folder, a tar), or what the sides take: the ConfigMaps of injectors and meshes, Namespaces, ProxyConfigs",
  private: "Nothing leaves this browser.",
  workloadsText: "Workloads, YAML",
  textOf: (field: string, side: string) => `${side}: ${field}`,
  moreOf: (side: string) => `More inputs of ${side}`,
  below: { ...fieldNames, options: "Options" },
  given: "given",
  release: (name: string, from: string) => `Release ${name}, told from ${from}`,
  read: (files: number, objects: number) => `${plural(files, "file")}, ${plural(objects, "object")}`,
  problems: { unreadable: "cannot be read as text", "no-tar": "is no tar, or ends too early" },
  moreFiles: (n: number) => `and ${n} more`,
  placed: (files: readonly PlacedFile[]) =>
    `Taken: ${files.map(({ path, side, fields }) => `${path} → ${sideNames[side]}: ${fields.map((field) => fieldNames[field]).join(" and ")}`).join(", ")}.`,
  undo: "Undo",

  reading: "Reading …",
  progress: (done: number, of: number) => `${done.toLocaleString("en")} of ${plural(of, "object")}`,
  done: (workloads: number, seconds: string) => `${plural(workloads, "workload")} in ${seconds} s`,
  doneExample: (workloads: number) => `${plural(workloads, "workload")}: an example`,
  cancelled: (done: number, of: number) => `Stopped at ${done.toLocaleString("en")} of ${plural(of, "object")}`,
  failed: "The engine failed in this browser.",
  cancel: "Stop",
  again: "Go on from the beginning",
  noWorkloads: "There is nothing in there that makes pods.",
  nothingPasses: "No workload passes the filter.",
  configError: (side: string) => `The injector of ${side} cannot be used`,

  outcomes: {
    "starts-to-fail": "starts to fail",
    fails: "fails as before",
    changed: "changes",
    "stops-failing": "stops failing",
    same: "stays the same",
    "only-a": "only today",
    "only-b": "only next",
  } satisfies Record<Outcome, string>,
  outcomeFilter: "What becomes of them",
  allOutcomes: "All",
  namespace: "Namespace",
  allNamespaces: "All namespaces",
  noNamespace: "no namespace",
  topic: "Kind of change",
  allTopics: "All changes",
  counted: (name: string, n: number) => `${name} (${n.toLocaleString("en")})`,
  csv: "CSV",
  markdown: "Markdown",
  csvTitle: "Save what is shown as CSV: a row for each change",
  markdownTitle: "Save what is shown as Markdown, for a ticket",

  groups: "Groups of the same change",
  group: (outcome: string, n: number) => `${plural(n, "workload")}: ${outcome}`,
  notInjected: { before: "not injected today", after: "not injected any more", both: "not injected" },
  difference: (name: string) => `${name}, today and next`,
  ownText: (place: string) => `As it was read: ${place}`,
  workloads: (n: number) => `Workloads ${n.toLocaleString("en")}`,
  changes: (n: number) => `Changes ${n.toLocaleString("en")}`,
  showMore: (n: number) => `Show ${n.toLocaleString("en")} more`,
  kind: "Change",
  container: "Container",
  what: "What",
  before: "Today",
  after: "Next",
  example1: "For example",
  line: (where: string, line: number) => `${where}, line ${line}`,
  goTo: (where: string) => `Go to ${where}`,
  notShown: "The example could not be worked out.",
  commands: {
    files: "Open workloads",
    folder: "Open a folder of workloads",
    example: "Show the example of an upgrade",
    cancel: "Stop comparing",
    csv: "Save the fleet as CSV",
    markdown: "Save the fleet as Markdown",
    today: "Edit the injector of today",
    next: "Edit the next injector",
  },
};

export type UpgradeTexts = typeof en;
