import type { InjectRequest } from "../index";
import { parsedJson } from "./json-body";
import { MAX_TEXT_BYTES } from "./limits";
import { schemas } from "./openapi-schemas";
import { ProblemError } from "./problem";
import { violation } from "./schema";

/**
 * The request that a body holds.
 * @throws ProblemError 400 for a body that is not UTF-8, not JSON or not of the form, 413 for a text over the limit.
 */
export function parseRequest(body: Uint8Array): InjectRequest {
  const request = checkedBody<InjectRequest>(body, "InjectRequest", "Not an injection request");
  checkTexts(request);
  return request;
}

/**
 * What a body holds, which has one of the forms that the API describes.
 * @param title what is wrong with one that has not.
 * @throws ProblemError 400 for a body that is not UTF-8, not JSON or not of the form.
 */
export function checkedBody<T>(body: Uint8Array, form: keyof typeof schemas, title: string): T {
  const value = parsedJson(body);
  const found = violation(schemas[form], value, schemas);
  if (!found) return value as T;
  const { field, message } = found;
  const detail = `${field === "" ? "The request body" : field} ${message}.`;
  throw new ProblemError({ status: 400, title, detail, field });
}

/** Some of the texts of a request. */
type SomeTexts = Omit<InjectRequest, "workload"> & Partial<Pick<InjectRequest, "workload">>;

/** Refuses a request with a text over the limit; `pointer` is where it stands in its body. @throws ProblemError 413. */
export function checkTexts(request: SomeTexts, pointer = ""): void {
  const large = texts(request).find(([, text]) => byteLength(text) > MAX_TEXT_BYTES);
  if (!large) return;
  const field = pointer + large[0];
  throw new ProblemError({
    status: 413,
    title: "Too large",
    detail: `${field} is larger than ${MAX_TEXT_BYTES} bytes.`,
    field,
  });
}

/** Every text of a request, with its JSON pointer. */
function texts(request: SomeTexts): [pointer: string, text: string][] {
  const { injector } = request;
  const injectorTexts: [string, string][] =
    typeof injector === "string"
      ? [["/injector", injector]]
      : [
          ["/injector/config", injector.config],
          ["/injector/values", injector.values],
        ];
  const texts: [pointer: string, text: string | undefined][] = [
    ["/workload", request.workload],
    ...injectorTexts,
    ["/mesh", request.mesh],
    ["/proxyConfigs", request.proxyConfigs],
    ["/namespaces", request.namespaces],
    ["/webhooks", request.webhooks],
    ["/observed", request.observed],
    ["/live", request.live],
  ];
  return texts.filter((entry): entry is [string, string] => entry[1] !== undefined);
}

/** Bytes of UTF-8, without making them when the text is short enough whatever it holds. */
function byteLength(text: string): number {
  return text.length * 3 <= MAX_TEXT_BYTES ? text.length : new TextEncoder().encode(text).length;
}
