import { answerText, type InjectRequest } from "../../lib/index";

/** What the page sends: a request with a number, to tell the answers apart. */
export interface Question {
  readonly id: number;
  readonly request: InjectRequest;
}

/** What comes back. `text`: the answer as the server would write it; absent where the engine failed. */
export interface Answer {
  readonly id: number;
  readonly text?: string;
}

addEventListener("message", ({ data: { id, request } }: MessageEvent<Question>) => {
  let answer: Answer;
  try {
    answer = { id, text: answerText(request) };
  } catch {
    answer = { id };
  }
  postMessage(answer);
});
