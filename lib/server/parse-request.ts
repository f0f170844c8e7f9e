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
  const value = parsedJson(body);
  const found = violation(schemas.InjectRequest, value, schemas);
  if (found) {
    const name = found.field === "" ? "The request body" : found.field;
    throw new ProblemError({ ...badRequest, detail: `${name} ${found.message}.`, field: found.field });
  }
  const request = value as InjectRequest;
  checkTexts(request);
  return request;
}

/** Refuses a request with a text over the limit; `pointer` is where the request stands in its body. @throws ProblemError 413. */
export function checkTexts(request: InjectRequest, pointer = ""): void {
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

const badRequest = { status: 400, title: "Not an injection request" } as const;

/** Every text of a request, with its JSON pointer. */
function texts(request: InjectRequest): [pointer: string, text: string][] {
  const { workload, injector, mesh, proxyConfigs, namespaces, webhooks, observed, live } = request;
  const injectorTexts: Record<string, string> =
    typeof injector === "string"
      ? { "/injector": injector }
      : { "/injector/config": injector.config, "/injector/values": injector.values };
  const all = { "/workload": workload, ...injectorTexts, "/mesh": mesh, "/proxyConfigs": proxyConfigs };
  return Object.entries({
    ...all,
    "/namespaces": namespaces,
    "/webhooks": webhooks,
    "/observed": observed,
    "/live": live,
  }).filter((entry): entry is [string, string] => entry[1] !== undefined);
}

/** Bytes of UTF-8, without making them when the text is short enough whatever it holds. */
function byteLength(text: string): number {
  return text.length * 3 <= MAX_TEXT_BYTES ? text.length : new TextEncoder().encode(text).length;
}
