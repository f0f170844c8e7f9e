import type { ExportedWorkload, InjectResult, ObjectResult, PatchOperation, Place } from "../index";
import { placesOfNumbers } from "./numbered-places";
import { readJson } from "./read-json";
import type { Value } from "./value";

/** A step of an injection: a rendered text, or a pod. */
export type StageView = { readonly id: string; readonly text: string } | { readonly id: string; readonly pod: Value };

/** An export, its workload as the page holds it. */
export interface ExportView extends Omit<ExportedWorkload, "workload"> {
  readonly workload: Value;
}

/** An object of a result, its pods as the page holds them. */
export interface ObjectView extends Omit<ObjectResult, "input" | "stages" | "patch" | "pod" | "export"> {
  readonly input?: Value;
  readonly stages?: readonly StageView[];
  readonly patch?: readonly (Omit<PatchOperation, "value"> & { readonly value?: Value })[];
  readonly pod?: Value;
  readonly export?: ExportView;
}

/** A result of the API, its pods as the page holds them. */
export interface ResultView extends Omit<InjectResult, "objects"> {
  readonly objects: readonly ObjectView[];
}

/** Keys whose values are pods or parts of pods. They stay Maps; everything around them becomes plain objects. */
const PODS: ReadonlySet<string> = new Set(["input", "pod", "value", "workload", "was", "now"]);

/**
 * Reads the text of a result.
 * @throws SyntaxError for a text that is not JSON.
 */
export function readResult(text: string): ResultView {
  const { places, ...result } = plain(readJson(text)) as ResultView & { readonly places?: readonly Place[] };
  return places ? { ...result, objects: placesOfNumbers(result.objects, places) } : result;
}

/** A value with plain objects for Maps, except below the keys of `kept`. */
export function plain(value: Value, kept = PODS): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item, kept));
  if (!(value instanceof Map)) return value;
  return Object.fromEntries([...value].map(([key, item]) => [key, kept.has(key) ? item : plain(item, kept)]));
}
