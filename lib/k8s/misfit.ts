import { GoError } from "../source/errors";
import type { Json } from "../go/json-value";
import type { GoType } from "../go/types";
import { decode } from "./decode";
import { leafOf } from "./leaves";
import { structPlan } from "./struct-plan";

/**
 * Where in JSON the value is that `decode` tells not to fit its type: the keys and indexes that lead to it, none for the whole. Only
 * for showing an error: O(size × depth).
 */
export function misfit(type: GoType, json: Json): string[] {
  const failure = failureOf(type, json);
  if (failure === undefined) return [];
  const failing = partsOf(type, json).flatMap(({ key, type, json }) => {
    const message = failureOf(type, json);
    return message === undefined ? [] : [{ key, type, json, message }];
  });
  // Types with a text of their own end the decoding, and their error comes before that of an earlier value.
  const told = failing.find(({ message }) => message === failure) ?? failing[0];
  return told ? [told.key, ...misfit(told.type, told.json)] : [];
}

interface Part {
  readonly key: string;
  readonly type: GoType;
  readonly json: Json;
}

function partsOf(type: GoType, json: Json): Part[] {
  const outer = type.kind === "ptr" ? type.elem! : type;
  if (leafOf(outer)) return [];
  if (Array.isArray(json)) {
    const { elem } = outer;
    return elem ? json.map((element, index) => ({ key: String(index), type: elem, json: element })) : [];
  }
  if (!(json instanceof Map)) return [];
  return [...json].flatMap(([key, member]) => {
    const inner = outer.kind === "struct" ? fieldType(outer, key) : outer.elem;
    return inner ? [{ key, type: inner, json: member }] : [];
  });
}

function fieldType(struct: GoType, key: string): GoType | undefined {
  const plan = structPlan(struct);
  return (plan.byName.get(key) ?? plan.byFolded(key))?.type;
}

function failureOf(type: GoType, json: Json): string | undefined {
  try {
    decode(type, json);
    return undefined;
  } catch (error) {
    if (error instanceof GoError) return error.message;
    throw error;
  }
}
