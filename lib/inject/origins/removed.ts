import { stringifyJson } from "../../go/json";
import type { Json } from "../../go/json-value";
import { escapeToken } from "../../patch/json-patch";
import { join, type Inputs } from "../../provenance/inputs";
import type { Origin as ToldOrigin, Origins } from "../api";
import type { Pasted } from "./names";
import { eachLeaf, elementSpots, memberSpot, originAt, type Spot } from "./spot";
import type { OriginSources } from "./result";
import type { Teller } from "./told";
import { InputTree, ListTree, MapTree, type Origin } from "./tree";
import { elementKey } from "./trees";

/** A part of a pod with what is known of where it comes from. */
interface Part {
  readonly json: Json;
  readonly spot: Spot;
}

/** The leaves of the pod as it was submitted that have no counterpart in the final pod, by their pointer in the submitted one. */
export function removedFrom(submitted: Part, final: Part, tell: Teller, sources: OriginSources): Origins {
  const removed: Record<string, ToldOrigin> = {};
  const { pasted, decided } = sources;
  compare(submitted, final, "", { pasted, formAt: (pointer) => sources.formAt(pointer), tell, decided, removed });
  return removed;
}

interface Walk {
  readonly pasted: Pasted;
  readonly tell: Teller;
  formAt(pointer: string): Inputs;
  /** What decided that there is an injection, which writes anew what it leaves alone. */
  readonly decided: Inputs;
  readonly removed: Record<string, ToldOrigin>;
}

function compare(was: Part, is: Part, pointer: string, walk: Walk): void {
  const [before, after] = [was.spot.tree, is.spot.tree];
  if (after instanceof InputTree && before instanceof InputTree && after.input === before.input) return;
  if (was.json instanceof Map) compareMaps(was.json, was.spot, is, pointer, walk);
  else if (Array.isArray(was.json)) compareLists(was.json, was.spot, is, pointer, walk);
}

function compareMaps(before: ReadonlyMap<string, Json>, was: Spot, is: Part, pointer: string, walk: Walk): void {
  const { tree } = is.spot;
  for (const [key, json] of before) {
    const at = `${pointer}/${escapeToken(key)}`;
    const left = is.json instanceof Map ? is.json.get(key) : undefined;
    const part = { json, spot: memberSpot(was, key, walk.pasted) };
    const spot = memberSpot(is.spot, key, walk.pasted);
    if (left !== undefined) compare(part, { json: left, spot }, at, walk);
    else {
      const by = taking(tree instanceof MapTree ? tree.removed.get(key) : undefined, is.spot);
      // What Go does not print (null, for one) is not there for it to take away: a pod patched as it was pasted keeps that.
      const control = isLeaf(json) ? join(spot.control, walk.formAt(at)) : spot.control;
      tellRemoved(part, at, by, { ...spot, control }, walk);
    }
  }
}

function compareLists(before: readonly Json[], was: Spot, is: Part, pointer: string, walk: Walk): void {
  const { tree } = is.spot;
  const after = Array.isArray(is.json) ? is.json : [];
  const [submitted, left] = [elementSpots(was, before, walk.pasted), elementSpots(is.spot, after, walk.pasted)];
  const counterparts = pairs(before, after, was.mergeKey);
  for (const [index, json] of before.entries()) {
    const [at, counterpart] = [`${pointer}/${index}`, counterparts[index]];
    const part = { json, spot: submitted[index]! };
    if (counterpart !== undefined) {
      compare(part, { json: after[counterpart]!, spot: left[counterpart]! }, at, walk);
      continue;
    }
    const key = elementKey(json, was.mergeKey);
    const gone = tree instanceof ListTree ? tree.removed.find((one) => one.key === key)?.origin : undefined;
    tellRemoved(part, at, taking(gone, is.spot), { ...is.spot, control: is.spot.inside }, walk);
  }
}

function isLeaf(json: Json): boolean {
  return json instanceof Map ? json.size === 0 : !Array.isArray(json) || json.length === 0;
}

/** What took something away: where no step remembers it, what took the place of what was around it. */
function taking(gone: Origin | undefined, { tree, near }: Spot): Origin {
  if (gone) return gone;
  const around = tree && "origin" in tree ? tree.origin : near;
  const control = join(around?.control, around?.data);
  return { step: around?.step ?? "api", span: around?.span, place: around?.place, data: undefined, control };
}

/** Tells all leaves of a part that has gone. `is`: where it would be. */
function tellRemoved({ json, spot }: Part, pointer: string, by: Origin, is: Spot, walk: Walk): void {
  eachLeaf(json, pointer, spot, walk.pasted, (at, leaf) => {
    const origin = { ...by, over: originAt(leaf) };
    walk.removed[at] = walk.tell(origin, join(is.control, walk.decided), {
      pointer: at,
      value: undefined,
      removed: true,
      why: is.why,
    });
  });
}

/** The element of `after` that each of `before` has become: by merge key, scalars by value, others by index. */
function pairs(before: readonly Json[], after: readonly Json[], mergeKey: string): (number | undefined)[] {
  const name = (element: Json, index: number): string =>
    elementKey(element, mergeKey) ??
    (element instanceof Map || Array.isArray(element) ? `#${index}` : stringifyJson(element));
  const byName = new Map<string, number[]>();
  for (const [index, element] of after.entries()) {
    const known = name(element, index);
    const same = byName.get(known);
    if (same) same.push(index);
    else byName.set(known, [index]);
  }
  const taken = new Map<string, number>();
  return before.map((element, index) => {
    const known = name(element, index);
    const nth = taken.get(known) ?? 0;
    taken.set(known, nth + 1);
    return byName.get(known)?.[nth];
  });
}
