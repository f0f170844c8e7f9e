import type { Place, ResultError } from "../lib/index";
import { TEXT_FIELDS, type TextField } from "./inputs";
import type { Failure } from "./result/error-card";
import type { Strings } from "./strings/en";
import type { Injection } from "./use-injection";

/** A failure of all, or of one object. */
export interface Failed extends Failure {
  readonly object?: number;
}

/** Why there is no good result of the newest inputs, wherever there is none: the server's refusal, or errors of the injector. */
export function failuresOf({ answer, refusal }: Injection, t: Strings): readonly Failed[] {
  if (refusal) {
    if (refusal.title === "") return [{ title: t.errorTitles.unreachable, message: t.unreachable, transient: true }];
    const source = sourceOf(refusal.field);
    return [
      {
        title: `${t.errorTitles.refused}${t.punctuation.colon}${refusal.title}`,
        message: refusal.detail,
        transient: true,
        ...(source ? { at: { source } } : {}),
      },
    ];
  }
  const { configError, error, objects } = answer.result;
  if (configError) return [failure(t.errorTitles.config, configError)];
  if (error) return [failure(t.errorTitles.read, error)];
  return objects.flatMap((object, i) =>
    object.error ? [{ ...failure(t.errorTitles.object(object.name), object.error), object: i }] : [],
  );
}

/** The failure that concerns an object. */
export function failureOf(failures: readonly Failed[], selected: number): Failed | undefined {
  return failures.find(({ object }) => object === undefined || object === selected);
}

function failure(title: string, { message, stage, at }: ResultError): Failure {
  return { title, message, stage, ...(at ? { at } : {}) };
}

function sourceOf(pointer: string | undefined): TextField | undefined {
  return TEXT_FIELDS.find((field) => pointer === `/${field}` || pointer?.startsWith(`/${field}/`));
}

/** The text that a place lies in, if it is one that the page shows. */
export function fieldOf(place: Place): TextField | undefined {
  return TEXT_FIELDS.find((field) => field === place.source) ?? (place.source === "values" ? "injector" : undefined);
}
