import { escapeToken } from "../patch/json-patch";
import type { GoError } from "../source/errors";
import type { ResultError } from "./api";
import { errorText } from "./error-text";
import type { History } from "./history";
import type { PastedText } from "./places";
import { configPlace, inObject, placeInTemplate, type PodPointers, type Texts } from "./texts";

/** A failed injection, in the injector's words, with the place that a person would look at. */
export function failureOf(
  failure: GoError,
  history: History,
  at: PodPointers,
  pasted: PastedText,
  texts: Texts,
): ResultError {
  const stage = history.stages.at(-1)?.id ?? (history.names.length > 0 ? "selected" : "input");
  const message = errorText(failure);
  const inTemplate = placeInTemplate(failure, texts.config);
  if (inTemplate) return { stage, message, at: inTemplate };
  const read = /^annotation (.*)$/s.exec(failure.text ?? "") ?? /for annotation '([^']+)'/.exec(failure.message);
  if (read) {
    const pointer = inObject(`/metadata/annotations/${escapeToken(read[1]!)}`, at);
    return {
      stage,
      message,
      at: pasted.placeInside(pointer, failure.text === undefined ? undefined : failure.position),
    };
  }
  if (/requested template ".*" not found/s.test(failure.message)) {
    const pointer = inObject("/metadata/annotations/inject.istio.io~1templates", at);
    return {
      stage,
      message,
      at: pasted.has(pointer)
        ? pasted.place(pointer)
        : configPlace(history.offline ? "/templates" : "/defaultTemplates", texts.config),
    };
  }
  return { stage, message, at: pasted.place(at.spec) };
}
