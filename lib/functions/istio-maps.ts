/** Istio's functions on labels and annotations, and on values of any type. Mirrors template.go of pkg/kube/inject. */
import type { GoFunction } from "../gotemplate/function";
import { sprint } from "../go/fmt";
import { stringifyJson } from "../go/json";
import { ANY, BOOL, type GoType, STRING, STRING_MAP } from "../go/types";
import type { GoValue } from "../go/value";
import { GoError } from "../source/errors";
import { printYaml } from "../yaml/print";
import { encodeValue } from "../k8s/encode";
import { typesOf, type TypeTable } from "../k8s/types";
import { func, variadic } from "./define";
import { jsonText, readJson } from "./json-text";
import type { FunctionContext } from "./context";
import { librariesOf } from "./libraries";

type Strings = Map<string, string> | null;

function mapJson(map: Strings): string {
  return map ? stringifyJson(map) : "null";
}

/** The union, later maps first; nil without any map. */
function mergeMaps(...maps: Strings[]): Strings {
  if (maps.length === 0) return null;
  const merged = new Map<string, string>();
  for (const map of maps) for (const [key, value] of map ?? []) merged.set(key, value);
  return merged;
}

function omit(map: Strings, ...keys: string[]): Strings {
  return new Map([...(map ?? [])].filter(([key]) => !keys.includes(key)));
}

function strdict(...items: string[]): Strings {
  const map = new Map<string, string>();
  for (let i = 0; i < items.length; i += 2) map.set(items[i]!, items[i + 1] ?? "");
  return map;
}

/** The text, or `fallback` where printing fails. */
function orElse(print: () => string, fallback: string): string {
  try {
    return print();
  } catch (error) {
    if (error instanceof GoError) return fallback;
    throw error;
  }
}

/** Istio's omitNil: without nil entries, and without the maps and lists that this empties. */
export function omitNil(value: GoValue): GoValue {
  if (Array.isArray(value)) {
    const kept = value.map(omitNil).filter((item) => item !== null);
    if (kept.length === value.length && kept.every((item, i) => item === value[i])) return value;
    return kept.length === 0 ? null : kept;
  }
  if (!(value instanceof Map)) return value;
  const kept = new Map<string, GoValue>();
  let changed = false;
  for (const [key, item] of value) {
    const without = omitNil(item);
    if (without !== item || without === null) changed = true;
    if (without !== null) kept.set(key, without);
  }
  if (!changed) return value;
  return kept.size === 0 ? null : kept;
}

interface Meta {
  readonly annotations?: Strings;
}

function annotation(meta: Meta | undefined, name: string, fallback: GoValue): string {
  return meta?.annotations?.get(name) ?? sprint([fallback]);
}

function objectMeta(types: TypeTable): GoType {
  return types.get("k8s.io/apimachinery/pkg/apis/meta/v1.ObjectMeta");
}

/** The functions on maps and values that the release has. */
export function istioMapFunctions({ release }: FunctionContext): GoFunction[] {
  const functions = [
    func("isset", [STRING_MAP, STRING], BOOL, (map: Strings, key: string) => map?.has(key) ?? false),
    func("annotation", [objectMeta(typesOf(release)), STRING, ANY], STRING, annotation),
    func("valueOrDefault", [ANY, ANY], ANY, (value: GoValue, fallback: GoValue) =>
      value === "" || value === null ? fallback : value,
    ),
    func("toJSON", [STRING_MAP], STRING, (map: Strings) => (map ? mapJson(map) : "{}")),
    func("fromJSON", [STRING], ANY, (text: string) => {
      const { value, error } = readJson(text);
      return error ? "{}" : value;
    }),
    func("structToJSON", [ANY], STRING, (value: GoValue) =>
      value === null ? "{}" : orElse(() => jsonText(value), "{}"),
    ),
    func("toYaml", [ANY], STRING, (value: GoValue) => orElse(() => printYaml(encodeValue(value)), "")),
    variadic("omit", [STRING_MAP, STRING], STRING_MAP, omit),
    variadic("strdict", [STRING], STRING_MAP, strdict),
    variadic("toJsonMap", [STRING_MAP], STRING, (...maps: Strings[]) => mapJson(mergeMaps(...maps))),
  ];
  const libraries = librariesOf(release);
  if (libraries.mergeMaps) functions.push(variadic("mergeMaps", [STRING_MAP], STRING_MAP, mergeMaps));
  if (libraries.omitNil) functions.push(func("omitNil", [ANY], ANY, omitNil));
  return functions;
}
