import { compare } from "../compare/compare";
import type { CompareRequest } from "../compare/api";
import { resultText } from "../index";
import { checkedBody, checkTexts } from "./parse-request";

/**
 * The answer to the body of `POST /api/v1/compare`, as JSON.
 * @throws ProblemError 400 for a body that is not UTF-8, not JSON or not of the form, 413 for a text over the limit.
 */
export function compareAnswer(body: Uint8Array): string {
  return resultText(compare(parseCompare(body)));
}

function parseCompare(body: Uint8Array): CompareRequest {
  const request = checkedBody<CompareRequest>(body, "CompareRequest", "Not a comparison");
  for (const side of ["a", "b"] as const) checkTexts(request[side], `/${side}`);
  return request;
}
