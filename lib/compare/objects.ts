import { JsonNumber, type Json } from "../go/json-value";
import type { ObjectResult } from "../inject/api";
import { tidyPod } from "../view/tidy";
import type { Value } from "../view/value";

/** An object that both sides have, or one of them. */
export interface ObjectPair {
  readonly a?: ObjectResult;
  readonly b?: ObjectResult;
}

/**
 * Pairs the objects of two results that make pods or could not be read: by what they are called, then those of one kind in their order.
 * O(objects).
 */
export function pairObjects(a: readonly ObjectResult[], b: readonly ObjectResult[]): ObjectPair[] {
  const left = relevant(a);
  const right = relevant(b);
  const partners = new Map<ObjectResult, ObjectResult>();
  for (const name of [fullName, kindOnly]) {
    const open = new Map<string, ObjectResult[]>();
    const taken = new Set(partners.values());
    for (const object of right)
      if (!taken.has(object)) open.set(name(object), [...(open.get(name(object)) ?? []), object]);
    for (const object of left) {
      const partner = partners.has(object) ? undefined : open.get(name(object))?.shift();
      if (partner) partners.set(object, partner);
    }
  }
  const paired = new Set(partners.values());
  return [
    ...left.map((object) => ({ a: object, b: partners.get(object) })),
    ...right.filter((object) => !paired.has(object)).map((object) => ({ b: object })),
  ];
}

function relevant(objects: readonly ObjectResult[]): readonly ObjectResult[] {
  return objects.filter((object) => object.makesPods || object.error !== undefined);
}

function fullName({ kind, namespace, name }: ObjectResult): string {
  return `${kind}/${namespace}/${name}`;
}

function kindOnly({ kind }: ObjectResult): string {
  return kind;
}

/** The pod of a step of an injection: `submitted`, the id of a stage, or `final`; undefined where the object has none. */
export function podAt(object: ObjectResult | undefined, step: string): Value | undefined {
  if (!object || object.error) return undefined;
  const json = step === "submitted" ? object.input : step === "final" ? object.pod : stagePod(object, step);
  return json === undefined ? undefined : tidyPod(valueOf(json));
}

function stagePod({ stages = [] }: ObjectResult, step: string): Json | undefined {
  const stage = stages.find(({ id }) => id === step);
  return stage && "pod" in stage ? stage.pod : undefined;
}

/** The engine's JSON as the page holds it; what needs no change is not copied. O(size). */
export function valueOf(json: Json): Value {
  if (json instanceof JsonNumber) {
    const read = Number(json.text);
    return /^-?\d+$/.test(json.text) && !Number.isSafeInteger(read) ? BigInt(json.text) : read;
  }
  if (Array.isArray(json)) {
    let changed: Value[] | undefined;
    for (let i = 0; i < json.length; i++) {
      const item = valueOf(json[i]!);
      if (item !== json[i]) (changed ??= [...(json as Value[])])[i] = item;
    }
    return changed ?? (json as Value[]);
  }
  if (!(json instanceof Map)) return json;
  let changed: Map<string, Value> | undefined;
  for (const [key, member] of json) {
    const item = valueOf(member);
    if (item !== member) (changed ??= new Map(json as Map<string, Value>)).set(key, item);
  }
  return changed ?? (json as Map<string, Value>);
}
