import { escapeToken } from "../patch/json-patch";
import type { GoError } from "../source/errors";
import type { Place } from "./api";
import type { InputText } from "./inputs";

/** The texts that the injector was set up with. */
export interface Texts {
  readonly config: InputText;
  readonly values: InputText;
  readonly mesh: InputText;
}

/** Where an object has its pod: JSON pointers inside what was pasted. */
export interface PodPointers {
  readonly metadata: string;
  readonly spec: string;
}

/** A pointer inside the pod as one inside the object that was pasted. */
export function inObject(pointer: string, at: PodPointers): string {
  if (pointer.startsWith("/metadata")) return at.metadata + pointer.slice("/metadata".length);
  return pointer.startsWith("/spec") ? at.spec + pointer.slice("/spec".length) : pointer;
}

/** A place inside data.config, as a place in the pasted ConfigMap. */
export function configPlace(pointer: string, config: InputText): Place {
  const inner = config.inner.place(pointer);
  if (!config.pasted || config.pointer === "") return inner;
  return {
    ...config.pasted.placeInside(config.pointer, { line: inner.line ?? 1, column: inner.column ?? 1 }),
    pointer: config.pointer,
  };
}

/** The place of an error in a template's own text: `text` of the error is `template <name>`. */
export function placeInTemplate(error: GoError, config: InputText): Place | undefined {
  const name = /^(?:template|rendered) (.*)$/s.exec(error.text ?? "")?.[1];
  if (name === undefined || !config.pasted) return undefined;
  const pointer = `/templates/${escapeToken(name)}`;
  const place = config.inner.placeInside(pointer, error.text!.startsWith("template ") ? error.position : undefined);
  return config.pasted.placeInside(config.pointer, place && { line: place.line ?? 1, column: place.column ?? 1 });
}
