import type { ObjectView } from "../../lib/view/result";
import type { Value } from "../../lib/view/value";
import { writeJson } from "../../lib/view/write-json";

/** A patch as people read JSON. */
export function patchJson(patch: NonNullable<ObjectView["patch"]>): string {
  return writeJson(patch.map((operation): Value => new Map(Object.entries(operation) as [string, Value][])));
}
