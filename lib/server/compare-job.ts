import { compare } from "../compare/compare";
import type { CompareRequest } from "../compare/api";
import { resultText } from "../index";
import { parsedJson } from "./json-body";
import { schemas } from "./openapi-schemas";
import { checkTexts } from "./parse-request";
import { ProblemError } from "./problem";
import { violation } from "./schema";

/**
 * The answer to the body of `POST /api/v1/compare`, as JSON.
 * @throws ProblemError 400 for a body that is not UTF-8, not JSON or not of the form, 413 for a text over the limit.
 */
export function compareAnswer(body: Uint8Array): string {
  return resultText(compare(parseCompare(body)));
}

function parseCompare(body: Uint8Array): CompareRequest {
  const value = parsedJson(body);
  const found = violation(schemas.CompareRequest, value, schemas);
  if (found) {
    const detail = `${found.field === "" ? "The request body" : found.field} ${found.message}.`;
    throw new ProblemError({ status: 400, title: "Not a comparison", detail, field: found.field });
  }
  const request = value as CompareRequest;
  for (const side of ["a", "b"] as const) checkTexts(request[side], `/${side}`);
  return request;
}
