import { expect, test } from "vitest";
import { LimitError } from "../source/errors";
import { answerBytes } from "./answer-bytes";

const writing = (pieces: readonly string[]) => (pass: (piece: string) => void) => pieces.forEach(pass);

test("the pieces of an answer are its bytes, as far as it may be large", () => {
  for (const pieces of [["aé"], ["a", "é", "", "b"]]) {
    const size = Buffer.byteLength(pieces.join(""));
    const bytes = answerBytes(writing(pieces), size);
    expect(Buffer.from(bytes).toString()).toBe(pieces.join(""));
    expect(bytes.buffer.byteLength).toBe(size);
    expect(() => answerBytes(writing(pieces), size - 1)).toThrow(LimitError);
  }
});
