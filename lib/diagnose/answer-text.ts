import type { InjectRequest, InjectResult } from "../inject/api";
import { numberPlaces } from "../inject/numbered-places";
import { resultPieces, resultText } from "../inject/result-text";
import { inject } from "./diagnose";

/** The answer to a request as the API prints it. @throws what `inject` throws. */
export function answerText(request: InjectRequest): string {
  return resultText(answer(request));
}

/** The same, passed on piece by piece: see resultPieces. @throws what `inject` throws. */
export function answerPieces(request: InjectRequest, pass: (piece: string) => void): void {
  resultPieces(answer(request), pass);
}

function answer(request: InjectRequest): object {
  const result: InjectResult = inject(request);
  return request.options?.include?.includes("numberedPlaces") ? numberPlaces(result) : result;
}
