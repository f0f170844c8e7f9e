import type { Json, JsonMap } from "../go/json-value";
import { stringifyJson } from "../go/json";
import { escapeToken } from "../patch/json-patch";
import { at, maps, text } from "./json";
import { containersOf, type PlacedContainer, type Subject } from "./subject";

/** A container of the final pod, with what was submitted of it. */
export interface FinalContainer extends PlacedContainer {
  /** Inside the pod: `/spec/containers/0`. */
  readonly at: string;
  readonly own: JsonMap | undefined;
  /** Whether a template has it. */
  readonly ofTemplate: boolean;
}

/** The final pod beside the submitted one. Pointers are inside the final pod. */
export interface PodSides {
  readonly input: Json;
  readonly final: Json;
  readonly containers: readonly FinalContainer[];
}

/** Both sides of an injected object. */
export function sidesOf({ object, input, final = null }: Pick<Subject, "object" | "input" | "final">): PodSides {
  const ofTemplate = new Set(
    (object.containers ?? []).flatMap((found) => (found.case === "own" ? [] : [`${found.list} ${found.name}`])),
  );
  // A proxy that runs natively was moved from one list to the other.
  const own = new Map(containersOf(at(input, "spec")).map(({ name, json }) => [name, json]));
  const containers = containersOf(at(final, "spec")).map((container) => ({
    ...container,
    at: `/spec${container.pointer}`,
    own: own.get(container.name),
    ofTemplate: ofTemplate.has(`${container.list} ${container.name}`),
  }));
  return { input, final, containers };
}

/** Pointers of env entries that injection added or changed and whose names match. */
export function envPointers({ containers }: PodSides, name: RegExp, value = /^/): string[] {
  return containers.flatMap((container) => {
    const own = jsonSet(container.own?.get("env"));
    return maps(container.json.get("env")).flatMap((entry, i) =>
      name.test(text(entry.get("name"))) && value.test(text(entry.get("value"))) && !own.has(stringifyJson(entry))
        ? [`${container.at}/env/${i}`]
        : [],
    );
  });
}

/** Pointers of one field of the containers that a template has, where injection set or changed it. */
export function fieldPointers({ containers }: PodSides, field: string): string[] {
  return containers
    .filter(({ json, own, ofTemplate }) => ofTemplate && json.has(field) && !sameJson(json.get(field), own?.get(field)))
    .map(({ at: pointer }) => `${pointer}/${field}`);
}

/** Pointers of the volumes that injection added or changed and of which something holds. */
export function volumePointers({ input, final }: PodSides, holds: (volume: JsonMap) => boolean): string[] {
  const own = jsonSet(at(input, "spec", "volumes"));
  return maps(at(final, "spec", "volumes")).flatMap((volume, i) =>
    !own.has(stringifyJson(volume)) && holds(volume) ? [`/spec/volumes/${i}`] : [],
  );
}

/** Pointers of the pod's labels or annotations whose names match. */
export function metadataPointers({ final }: PodSides, kind: "labels" | "annotations", name: RegExp): string[] {
  const all = at(final, "metadata", kind);
  return all instanceof Map
    ? [...all.keys()].filter((key) => name.test(key)).map((key) => `/metadata/${kind}/${escapeToken(key)}`)
    : [];
}

/** Whether two values are the same JSON, whatever the order of keys. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && stringifyJson(a) === stringifyJson(b));
}

/** The maps of a list as texts that are the same for equal ones, so that one is found in many at once. */
export function jsonSet(list: Json | undefined): ReadonlySet<string> {
  return new Set(maps(list).map(stringifyJson));
}
