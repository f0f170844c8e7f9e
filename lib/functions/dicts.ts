/** sprig's functions on dicts. Maps are references: set, unset and merge change the map that they are given. */
import type { GoFunction } from "../gotemplate/function";
import { GoPanic } from "../source/errors";
import { sortStrings } from "../go/strings";
import { ANY, ANY_MAP, ANY_SLICE, BOOL, STRING, STRING_SLICE } from "../go/types";
import { type GoValue, toValue, typeOf } from "../go/value";
import { deepCopy } from "./copies";
import { func, named, variadic } from "./define";
import type { Libraries } from "./libraries";
import { mergeMaps } from "./merging";
import { appended } from "./slices";
import { strval } from "./strval";

type Dict = Map<string, GoValue>;

function dict(...items: GoValue[]): Dict {
  const map: Dict = new Map();
  for (let i = 0; i < items.length; i += 2) map.set(strval(items[i]!), i + 1 < items.length ? items[i + 1]! : "");
  return map;
}

function set(map: Dict | null, key: string, value: GoValue): Dict {
  if (map == null) throw new GoPanic("assignment to entry in nil map");
  return map.set(key, value);
}

function unset(map: Dict | null, key: string): Dict | null {
  map?.delete(key);
  return map;
}

function pick(map: Dict | null, ...keys: string[]): Dict {
  const picked: Dict = new Map();
  for (const key of keys) if (map?.has(key)) picked.set(key, map.get(key)!);
  return picked;
}

/** The type assertion `value.(T)`, whose panic names both types. */
function assertion(value: GoValue, wanted: string): GoPanic {
  const type = typeOf(value);
  return new GoPanic(`interface conversion: interface {} is ${type?.name ?? "nil"}, not ${wanted}`);
}

function asDict(value: GoValue): Dict | null {
  if (value instanceof Map) return value;
  if (typeOf(value) === ANY_MAP) return null;
  throw assertion(value, "map[string]interface {}");
}

/** sprig's dig: the value at a path of keys, or the default. */
function dig(...params: GoValue[]): GoValue {
  if (params.length < 3) throw new GoPanic("dig needs at least three arguments");
  let map = asDict(params.at(-1)!);
  const fallback = params.at(-2)!;
  const keys = params.slice(0, -2).map((key) => {
    if (typeof key !== "string") throw assertion(key, "string");
    return key;
  });
  for (const key of keys.slice(0, -1)) {
    if (!map?.has(key)) return fallback;
    map = asDict(map.get(key)!);
  }
  const last = keys.at(-1)!;
  return map?.has(last) ? map.get(last)! : fallback;
}

function copyOf(value: GoValue): GoValue {
  if (value === null) throw new GoPanic("reflect: call of reflect.Value.Type on zero Value");
  return deepCopy(value);
}

// Go's order of a map's keys is random. Here it is sorted, which is one of the orders that Go may give.
function keysOf(map: Dict | null): string[] {
  return map ? sortStrings(map.keys()) : [];
}

/** The functions on dicts; merging differs by release. */
export function dictFunctions(libraries: Libraries): GoFunction[] {
  const merge = (overwrite: boolean) => (target: Dict | null, sources: (Dict | null)[]) =>
    toValue(ANY_MAP, mergeMaps(target, sources, { overwrite, mergo: libraries.mergo }));
  const [fill, replace] = [merge(false), merge(true)];
  return [
    variadic("dict", [ANY], ANY_MAP, dict),
    func("get", [ANY_MAP, STRING], ANY, (map: Dict | null, key: string) => (map?.has(key) ? map.get(key)! : "")),
    func("set", [ANY_MAP, STRING, ANY], ANY_MAP, set),
    func("unset", [ANY_MAP, STRING], ANY_MAP, unset),
    func("hasKey", [ANY_MAP, STRING], BOOL, (map: Dict | null, key: string) => map?.has(key) ?? false),
    variadic("pluck", [STRING, ANY_MAP], ANY_SLICE, (key: string, ...maps: (Dict | null)[]) =>
      appended(maps.filter((map) => map?.has(key)).map((map) => map!.get(key)!)),
    ),
    variadic("keys", [ANY_MAP], STRING_SLICE, (...maps: (Dict | null)[]) => appended(maps.flatMap(keysOf))),
    variadic("pick", [ANY_MAP, STRING], ANY_MAP, pick),
    ...named(["merge", "mustMerge"], (name) =>
      variadic(name, [ANY_MAP, ANY_MAP], ANY, (target: Dict | null, ...sources: (Dict | null)[]) =>
        fill(target, sources),
      ),
    ),
    ...named(["mergeOverwrite", "mustMergeOverwrite"], (name) =>
      variadic(name, [ANY_MAP, ANY_MAP], ANY, (target: Dict | null, ...sources: (Dict | null)[]) =>
        replace(target, sources),
      ),
    ),
    func("values", [ANY_MAP], ANY_SLICE, (map: Dict | null) => appended(keysOf(map).map((key) => map!.get(key)!))),
    ...named(["deepCopy", "mustDeepCopy"], (name) => func(name, [ANY], ANY, copyOf)),
    variadic("dig", [ANY], ANY, dig),
  ];
}
