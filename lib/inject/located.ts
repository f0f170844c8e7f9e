import { toldError, type GoError } from "../source/errors";
import { stringifyJson } from "../go/json";
import type { Json } from "../go/json-value";
import { escapeToken } from "../patch/json-patch";
import { yamlToJson } from "../yaml/to-json";
import type { Place } from "./api";
import { culprit } from "./culprit";
import { errorText } from "./error-text";
import { InputError, type InputText, type PastedObject } from "./inputs";
import type { PastedText } from "./places";
import { placeInTemplate } from "./texts";

/** How often a text is read, and how many characters in all, to find what is wrong in it. */
const TRIES = 200;
const BUDGET = 1_000_000;

/**
 * What `read` makes of a text. `parse` reads other texts as `read` does, and remembers nothing of them.
 * @throws InputError with the place of what is wrong.
 */
export function located<T>(
  stage: string,
  text: InputText,
  read: (text: string) => T,
  parse: (text: string) => unknown,
): T {
  try {
    return read(text.text);
  } catch (error) {
    const failure = toldError(error);
    const at =
      text.pasted && (failure.text ? placeInTemplate(failure, text) : placeOf(failure, text, text.pasted, parse));
    throw new InputError({ stage, message: errorText(failure), at });
  }
}

/**
 * What `read` makes of objects that were pasted.
 * @throws InputError with the place, in the spec of the first object that it does not take, of the part without which it would.
 */
export function locatedObjects<T>(
  stage: string,
  objects: readonly PastedObject[],
  read: (json: readonly Json[]) => T,
): T {
  const errorWith = (json: readonly Json[]) => errorOf(() => read(json));
  const failure = errorWith(objects.map(({ json }) => json));
  if (!failure) return read(objects.map(({ json }) => json));
  const wrong = objects.find(({ json }) => errorWith([json])) ?? objects[0]!;
  const message = errorWith([wrong.json])?.message ?? failure.message;
  const fails = (spec: Json) => errorWith([new Map(wrong.json).set("spec", spec)])?.message === message;
  const path = ["spec", ...culprit(wrong.json.get("spec") ?? null, fails, TRIES)];
  const at = wrong.pasted.place(wrong.pointer + path.map((key) => `/${escapeToken(key)}`).join(""));
  throw new InputError({ stage, message: errorText(failure), at });
}

/** Where in a text an error is; one without a position is where the part stands without which it would not be. */
function placeOf(failure: GoError, text: InputText, pasted: PastedText, parse: (text: string) => unknown): Place {
  if (failure.position) return pasted.placeInside(text.pointer, failure.position);
  const isSame = (error: GoError | undefined) => error?.message === failure.message;
  try {
    const fails = (json: Json) => isSame(errorOf(() => parse(stringifyJson(json))));
    const path = culprit(yamlToJson(text.text), fails, Math.min(TRIES, BUDGET / text.text.length));
    const pointer = path.map((key) => `/${escapeToken(key)}`).join("");
    const { line, column } = text.inner.place(pointer);
    if (pointer !== "") return pasted.placeInside(text.pointer, { line: line!, column: column! });
  } catch (error) {
    toldError(error);
  }
  return pasted.placeInside(text.pointer, undefined);
}

function errorOf(run: () => unknown): GoError | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    return toldError(error);
  }
}
