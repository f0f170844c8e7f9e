import { compare } from "../compare/compare";
import type { CompareRequest } from "../compare/api";
import { resultPieces } from "../index";
import { answerBytes } from "./answer-bytes";
import { MAX_ANSWER_BYTES } from "./limits";
import { checkedBody, checkTexts } from "./parse-request";

/**
 * The answer to the body of `POST /api/v1/compare`, as JSON.
 * @throws ProblemError 400 for a body that is not UTF-8, not JSON or not of the form, 413 for a text over the limit; LimitError for an
 * answer over its own.
 */
export function compareAnswer(body: Uint8Array): Uint8Array<ArrayBuffer> {
  const result = compare(parseCompare(body));
  return answerBytes((pass) => resultPieces(result, pass), MAX_ANSWER_BYTES);
}

function parseCompare(body: Uint8Array): CompareRequest {
  const request = checkedBody<CompareRequest>(body, "CompareRequest", "Not a comparison");
  for (const side of ["a", "b"] as const) checkTexts(request[side], `/${side}`);
  return request;
}
