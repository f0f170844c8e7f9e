import type { Finding } from "../index";
import type { Comparison } from "./comparison";
import { type Entry, entryKey } from "./entries";
import type { ObjectView } from "./result";
import { child, steps, type Value } from "./value";

/**
 * What was found about changes, by the changes' keys, the worst first. A change and a finding are about the same where one names what the
 * other is in; a finding about a container as a whole is about that container being added or removed, not about each of its fields.
 * Items of lists are told by their names, as steps of the injection put them in other places. O(entries × findings).
 */
export function foundEntries(
  entries: readonly Entry[],
  findings: readonly Finding[],
  object: ObjectView,
  { left, right }: Comparison,
): ReadonlyMap<string, readonly Finding[]> {
  const template = templateOf(object);
  const said = findings.flatMap((finding) => {
    const paths = finding.places.flatMap(({ source, pointer }) =>
      source === "workload" && pointer?.startsWith(`${template}/`)
        ? [namedPath(object.input, pointer.slice(template.length))]
        : [],
    );
    const about = (finding.about ?? []).map((pointer) => namedPath(object.pod, pointer));
    return paths.length + about.length > 0 ? [{ finding, paths: [...paths, ...about] }] : [];
  });
  const marked = new Map<string, readonly Finding[]>();
  if (said.length === 0) return marked;
  for (const entry of entries) {
    const own = [
      ...(entry.left === undefined ? [] : [namedPath(left?.pod, entry.left)]),
      ...(entry.right === undefined ? [] : [namedPath(right.pod, entry.right)]),
    ];
    const about = said.filter(({ paths }) => own.some((path) => paths.some((other) => meet(path, other))));
    if (about.length > 0)
      marked.set(
        entryKey(entry),
        about.map(({ finding }) => finding),
      );
  }
  return marked;
}

/** Where in what was pasted the object's pod begins. */
function templateOf({ kind, index }: ObjectView): string {
  const item = typeof index === "number" ? "" : `/items/${index[1]}`;
  if (kind === "Pod") return item;
  return `${item}${kind === "CronJob" ? "/spec/jobTemplate" : ""}/spec/template`;
}

/** A pointer with the names of list items in place of their numbers; of what has none, the number. */
function namedPath(pod: Value | undefined, pointer: string): string {
  let value = pod;
  let path = "";
  for (const step of steps(pointer)) {
    const item: Value | undefined = Array.isArray(value) ? value[Number(step)] : undefined;
    const name = item instanceof Map ? (item.get("name") ?? item.get("mountPath")) : undefined;
    path = child(path, typeof name === "string" ? name : step);
    value = value instanceof Map ? value.get(step) : item;
  }
  return path;
}

/** Depth of a container: `/spec/containers/istio-proxy`. */
const WHOLE = 3;

function meet(change: string, found: string): boolean {
  if (change === found) return true;
  if (found.startsWith(`${change}/`)) return true;
  return change.startsWith(`${found}/`) && steps(found).length > WHOLE;
}
