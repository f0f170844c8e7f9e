import type { InjectRequest, InjectResult } from "../inject/api";
import { numberPlaces } from "../inject/numbered-places";
import { resultBytes, resultText } from "../inject/result-text";
import { inject } from "./diagnose";

/** The answer to a request as the API prints it. @throws what `inject` throws. */
export function answerText(request: InjectRequest): string {
  return resultText(answer(request));
}

/** The same as bytes of UTF-8. @throws what `inject` throws, and LimitError for more than `most` bytes. */
export function answerBytes(request: InjectRequest, most: number): Uint8Array<ArrayBuffer> {
  return resultBytes(answer(request), most);
}

function answer(request: InjectRequest): object {
  const result: InjectResult = inject(request);
  return request.options?.include?.includes("numberedPlaces") ? numberPlaces(result) : result;
}
