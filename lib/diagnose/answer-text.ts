import type { InjectRequest } from "../inject/api";
import { numberPlaces } from "../inject/numbered-places";
import { resultText } from "../inject/result-text";
import { inject } from "./diagnose";

/** The answer to a request as the API prints it. @throws what `inject` throws. */
export function answerText(request: InjectRequest): string {
  const result = inject(request);
  return resultText(request.options?.include?.includes("numberedPlaces") ? numberPlaces(result) : result);
}
