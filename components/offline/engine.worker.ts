import type { CompareRequest } from "../../lib/compare/api";
import { compare } from "../../lib/compare/compare";
import { answerText, type InjectRequest, resultText } from "../../lib/index";

/** What the page sends: a request, or two to be compared, with a number to tell the answers apart. */
export type Question = { readonly id: number } & Asked;
export type Asked = { readonly request: InjectRequest } | { readonly compared: CompareRequest };

/** What comes back. `text`: the answer as the server would write it; absent where the engine failed. */
export interface Answer {
  readonly id: number;
  readonly text?: string;
}

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  const { id } = data;
  let answer: Answer;
  try {
    answer = { id, text: "request" in data ? answerText(data.request) : resultText(compare(data.compared)) };
  } catch {
    answer = { id };
  }
  postMessage(answer);
});
