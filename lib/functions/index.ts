/** All functions that templates of the injector can call: sprig's TxtFuncMap, with Istio's own on top. */
import type { FunctionTable, GoFunction } from "../gotemplate/function";
import { typesOf } from "../k8s/types";
import type { FunctionContext } from "./context";
import { cryptoFunctions } from "./crypto";
import { dateFunctions } from "./dates";
import { defaultFunctions } from "./defaults";
import { dictFunctions } from "./dicts";
import { encodingFunctions } from "./encodings";
import { environmentFunctions } from "./environment";
import { FLOWS } from "./flows";
import { istioMapFunctions } from "./istio-maps";
import { istioProtoFunctions } from "./istio-proto";
import { istioStringFunctions } from "./istio-strings";
import { jsonFunctions } from "./jsons";
import { librariesOf } from "./libraries";
import { listFunctions } from "./lists";
import { numberFunctions } from "./numbers";
import { pathFunctions } from "./paths";
import { regexpFunctions } from "./regexps";
import { stringListFunctions } from "./string-lists";
import { stringFunctions } from "./strings";
import "./time-methods";
import { urlFunctions } from "./urls";
import { versionFunctions } from "./versions";

export type { FunctionContext } from "./context";

/** What builds, takes apart or asks lists and maps, and leaves alone what they hold. */
const SHALLOW: ReadonlySet<string> = new Set(
  `append push prepend mustAppend mustPush mustPrepend first last rest initial mustFirst mustLast mustRest mustInitial reverse mustReverse
   slice mustSlice concat list tuple dict get set unset hasKey pluck keys values pick omit dig default empty coalesce ternary
   kindOf kindIs typeOf typeIs typeIsLike`.split(/\s+/),
);

/** What changes what it is given. */
const CHANGES: ReadonlyMap<string, GoFunction["changes"]> = new Map([
  ...["set", "unset"].map((name) => [name, "entry"] as const),
  ...["merge", "mustMerge", "mergeOverwrite", "mustMergeOverwrite", "sortAlpha"].map(
    (name) => [name, "whole"] as const,
  ),
]);

/** The functions by name, as the release's injector has them; where both have one, Istio's replaces sprig's. */
export function functionTable(context: FunctionContext): FunctionTable {
  const libraries = librariesOf(context.release);
  const functions: GoFunction[] = [
    ...stringFunctions(libraries),
    ...stringListFunctions,
    ...numberFunctions(libraries),
    ...listFunctions(libraries),
    ...dictFunctions(libraries),
    ...defaultFunctions,
    ...jsonFunctions,
    ...encodingFunctions(libraries),
    ...regexpFunctions,
    ...versionFunctions(libraries),
    ...dateFunctions(typesOf(context.release).get("time.Time")),
    ...urlFunctions(libraries),
    ...pathFunctions,
    ...cryptoFunctions,
    ...environmentFunctions(context),
    ...istioStringFunctions(context),
    ...istioMapFunctions(context),
    ...istioProtoFunctions(context),
  ];
  return new Map(
    functions.map((entry) => {
      const { name } = entry;
      return [name, { ...entry, shallow: SHALLOW.has(name), changes: CHANGES.get(name), flow: FLOWS.get(name) }];
    }),
  );
}
