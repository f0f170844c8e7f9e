import { GoError } from "../source/errors";
import { quote } from "../go/strconv";
import type { GoType } from "../go/types";
import { structPlan } from "../k8s/struct-plan";

/** What a struct's tags say about merging one of its fields. */
export interface PatchMeta {
  /** The field's type, of a list that of its elements. */
  readonly type: GoType;
  /** `merge`, `replace` or "". */
  readonly strategy: string;
  readonly mergeKey: string;
}

const structs = new WeakMap<GoType, Map<string, PatchMeta>>();
const lists = new WeakMap<GoType, Map<string, PatchMeta>>();

/**
 * Looks a field up by its JSON name (regardless of case). Throws GoError where the type is no struct or has no such field.
 * Mirrors LookupPatchMetadataForStruct (k8s.io/apimachinery/third_party/forked/golang/json).
 */
export function structMeta(parent: GoType, key: string): PatchMeta {
  return cached(structs, parent, key, lookUp);
}

/** The same for a field that is a list. Mirrors PatchMetaFromStruct.LookupPatchMetadataForSlice. */
export function listMeta(parent: GoType, key: string): PatchMeta {
  return cached(lists, parent, key, (type, name) => {
    const meta = structMeta(type, name);
    const { kind } = meta.type;
    const isPointer = kind === "ptr";
    if (!isPointer && kind !== "slice" && kind !== "array") {
      throw new GoError(`expected slice or array type, but got: ${type.kind}`);
    }
    let element = meta.type.elem!;
    const isList = element.kind === "slice" || element.kind === "array";
    if (isList && !isPointer) throw new GoError("unexpected slice of slice");
    if (isList) element = element.elem!;
    return { ...meta, type: element };
  });
}

function cached(
  cache: WeakMap<GoType, Map<string, PatchMeta>>,
  parent: GoType,
  key: string,
  make: (type: GoType, key: string) => PatchMeta,
): PatchMeta {
  let byKey = cache.get(parent);
  if (!byKey) cache.set(parent, (byKey = new Map()));
  let meta = byKey.get(key);
  if (!meta) byKey.set(key, (meta = make(parent, key)));
  return meta;
}

function lookUp(parent: GoType, key: string): PatchMeta {
  const type = parent.kind === "ptr" ? parent.elem! : parent;
  if (type.kind !== "struct") {
    throw new GoError(`merging an object in json but data type is not struct, instead is: ${type.kind}`);
  }
  const plan = structPlan(type);
  const field = plan.byName.get(key) ?? plan.byFolded(key);
  if (!field) {
    const name = type.name.slice(type.name.lastIndexOf(".") + 1);
    throw new GoError(`unable to find api field in struct ${name} for the json field ${quote(key)}`);
  }
  return { type: field.type, strategy: strategyOf(field.patchStrategy), mergeKey: field.patchMergeKey };
}

/** The strategy besides retainKeys. Mirrors extractRetainKeysPatchStrategy. */
function strategyOf(strategies: readonly string[]): string {
  const others = strategies.filter((strategy) => strategy !== "retainKeys");
  if (strategies.length > 2 || others.length > 1) {
    throw new GoError(`unexpected patch strategy: [${strategies.join(" ")}]`);
  }
  return others[0] ?? "";
}
