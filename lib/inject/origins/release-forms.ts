import type { Json, JsonMap } from "../../go/json-value";
import type { GoType } from "../../go/types";
import { NEWEST, RELEASES, type Release } from "../../k8s/release";
import { structPlan, type FieldPlan } from "../../k8s/struct-plan";
import { typesOf } from "../../k8s/types";
import type { Bench } from "./bench";
import { listIn, mapIn } from "./found";
import { elementTyping, memberTyping, type Typing } from "./shape-tree";
import { MapTree, type Origin } from "./tree";
import { asMap, elementKey, positionOf } from "./trees";

const UNKNOWN: Origin = { step: "api", data: undefined, control: undefined };

/**
 * What not all releases know is there because of the release; neither do all print the same empty fields. `printed`: the pod as Go printed
 * it when it was received. O(size of the pod).
 */
export function releaseForms(bench: Bench, printed: Json): void {
  const root: Typing = { type: bench.injection.podType, mergeKey: "" };
  if (printed instanceof Map) inMap(bench, printed, root, () => bench.root);
}

function inMap(bench: Bench, json: JsonMap, { type }: Typing, tree: () => MapTree): void {
  const varying = type && varyingFields(type);
  for (const [key, member] of json) {
    if (varying?.has(key)) tree().addAbsent(key, bench.sources.release);
    const typing = memberTyping(type, key);
    if (member instanceof Map) inMap(bench, member, typing, () => mapIn(tree(), key, UNKNOWN));
    else if (Array.isArray(member)) inList(bench, member, typing, key, tree);
  }
}

function inList(bench: Bench, list: readonly Json[], typing: Typing, key: string, tree: () => MapTree): void {
  const { mergeKey } = typing;
  for (const [index, element] of list.entries()) {
    if (!(element instanceof Map)) continue;
    inMap(bench, element, elementTyping(typing), () => {
      const keys = list.map((other) => elementKey(other, mergeKey));
      const { items } = listIn(tree(), key, keys, mergeKey, UNKNOWN);
      const at = positionOf(items, list, index, mergeKey);
      const item = items[at];
      const map = item ? asMap(item.tree) : new MapTree(UNKNOWN);
      if (item) items[at] = { key: item.key, tree: map };
      return map;
    });
  }
}

const varying = new Map<string, ReadonlySet<string>>();

/** The fields of a struct that the oldest and the newest release do not both know, or print differently. */
function varyingFields(type: GoType): ReadonlySet<string> | undefined {
  const { path } = type.kind === "ptr" ? type.elem! : type;
  if (path === "") return undefined;
  let names = varying.get(path);
  if (!names) varying.set(path, (names = difference(fieldsOf(RELEASES[0]!, path), fieldsOf(NEWEST, path))));
  return names;
}

function fieldsOf(release: Release, path: string): readonly FieldPlan[] {
  const type = typesOf(release).find(path);
  return type?.kind === "struct" ? structPlan(type).fields : [];
}

function difference(a: readonly FieldPlan[], b: readonly FieldPlan[]): ReadonlySet<string> {
  const signature = ({ name, omitempty, omitzero }: FieldPlan) => `${name} ${omitempty} ${omitzero}`;
  const [older, newer] = [new Set(a.map(signature)), new Set(b.map(signature))];
  const differs = (field: FieldPlan) => !older.has(signature(field)) || !newer.has(signature(field));
  return new Set([...a, ...b].filter(differs).map(({ name }) => name));
}
