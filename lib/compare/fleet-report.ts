import type { ChangeTopic } from "../view/changes";
import { codeSpan, csvText } from "../view/table-text";
import type { Outcome } from "./api";
import type { FleetEntry } from "./fleet";

/** Workloads with the same change. */
export interface FleetGroup<E = FleetEntry> {
  readonly outcome: Outcome;
  /** The first of them, for all. */
  readonly example: E;
  readonly items: readonly E[];
}

/** Which items of a fleet are looked at; absent: all. */
export interface FleetFilter {
  readonly namespace?: string;
  readonly topic?: ChangeTopic;
  readonly outcome?: Outcome;
}

/** The items in groups of the same change: those that would start to fail first, what stays the same last, the biggest first. O(items). */
export function fleetGroups<E extends Pick<FleetEntry, "group" | "outcome">>(items: Iterable<E>): FleetGroup<E>[] {
  const groups = new Map<string, E[]>();
  for (const item of items) {
    const known = groups.get(item.group);
    if (known) known.push(item);
    else groups.set(item.group, [item]);
  }
  return [...groups.values()]
    .map((of) => ({ outcome: of[0]!.outcome, example: of[0]!, items: of }))
    .sort((a, b) => urgency(a.outcome) - urgency(b.outcome) || b.items.length - a.items.length);
}

function urgency(outcome: Outcome): number {
  return outcome === "starts-to-fail" ? 0 : outcome === "same" ? 2 : 1;
}

/** Whether a filter lets an item pass. */
export function passes({ namespace, outcome, changes }: FleetEntry, filter: FleetFilter): boolean {
  if (filter.namespace !== undefined && namespace !== filter.namespace) return false;
  if (filter.outcome !== undefined && outcome !== filter.outcome) return false;
  return filter.topic === undefined || changes.some(({ topic }) => topic === filter.topic);
}

/** How many workloads there are of each outcome. */
export function fleetCounts(items: Iterable<Pick<FleetEntry, "outcome">>): ReadonlyMap<Outcome, number> {
  const counts = new Map<Outcome, number>();
  for (const { outcome } of items) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return counts;
}

/** What a workload is called: `shop/Deployment/orders`; what has no name, by where it stands: `apps.yaml:12`. */
export function fleetName({ kind, namespace, name, file, line }: FleetEntry): string {
  if (name === "") return `${file ?? "workloads"}:${line}`;
  return [namespace, kind || "object", name].filter((part) => part !== "").join("/");
}

/** The fleet as CSV (RFC 4180): a row a change, a row for a workload without one. */
export function fleetCsv(groups: readonly FleetGroup[]): string {
  const rows: (readonly string[])[] = [
    [
      "group",
      "outcome",
      "namespace",
      "kind",
      "name",
      "change",
      "topic",
      "container",
      "label",
      "before",
      "after",
      "error",
    ],
  ];
  for (const [i, { items }] of groups.entries()) {
    for (const item of items) {
      const about = [String(i + 1), item.outcome, item.namespace, item.kind, item.name];
      const error = item.error?.message.trimEnd() ?? "";
      if (item.changes.length === 0) rows.push([...about, "", "", "", "", "", "", error]);
      for (const change of item.changes) {
        const { kind, topic, container = "", label, before = "", after = "" } = change;
        rows.push([...about, kind, topic, container, label, before, after, error]);
      }
    }
  }
  return csvText(rows);
}

/** The fleet as Markdown for a ticket: a section a group, its changes as a table, its workloads as a list. */
export function fleetMarkdown(groups: readonly FleetGroup[], titles: Readonly<Record<Outcome, string>>): string {
  return groups
    .map(({ outcome, example, items }) => {
      const lines = [`### ${titles[outcome]}: ${items.length} × ${code(fleetName(example))}`, ""];
      if (example.error) lines.push("```", example.error.message.trimEnd(), "```", "");
      if (example.changes.length > 0) {
        lines.push("| | | | |", "|---|---|---|---|");
        for (const { kind, container, label, before, after } of example.changes) {
          lines.push(
            `| ${kind} | ${[container, label]
              .filter(Boolean)
              .map((part) => code(part!))
              .join(" ")} | ${code(before)} | ${code(after)} |`,
          );
        }
        lines.push("");
      }
      lines.push(...items.map((item) => `- ${code(fleetName(item))}`), "");
      return lines.join("\n");
    })
    .join("\n");
}

/** A value in a table's cell; nothing for none. */
function code(text: string | undefined): string {
  return text === undefined || text === "" ? "" : codeSpan(text);
}
