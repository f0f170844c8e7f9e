import { describe, expect, test } from "vitest";
import { JsonNumber } from "../go/json-value";
import { resultPieces, resultText } from "./result-text";

const place = { source: "workload", line: 1, column: 2 };
const shared = ["a", new Map<string, unknown>([["b", new JsonNumber("1e400")]])];

/** A result with something of each kind, at each depth. */
const RESULT = {
  number: 1,
  none: undefined,
  nothing: null,
  empty: { list: [], map: new Map(), object: {} },
  objects: [
    {
      pod: new Map<string, unknown>([
        ["é\ud800", new Map([["list", shared]])],
        ["big", 12345678901234567890n],
      ]),
      patch: [{ op: "add", path: '/"', value: shared }],
      because: [place, place],
      lazy: { toJSON: () => ({ place, kept: true, left: undefined }) },
    },
  ],
};
const TEXT =
  '{"number":1,"nothing":null,"empty":{"list":[],"map":{},"object":{}},"objects":[{"pod":{"é\ufffd":{"list":["a",{"b":1e400}]},' +
  '"big":12345678901234567890},"patch":[{"op":"add","path":"/\\"","value":["a",{"b":1e400}]}],' +
  '"because":[{"source":"workload","line":1,"column":2},{"source":"workload","line":1,"column":2}],' +
  '"lazy":{"place":{"source":"workload","line":1,"column":2},"kept":true}}]}';

describe("the text of a result", () => {
  test("has numbers as they are, no absent members, and what is shared each time", () => {
    expect(resultText(RESULT)).toBe(TEXT);
  });

  test("comes in one piece or in many, none of them large", () => {
    for (const count of [1, 10_000]) {
      const many = { results: Array.from({ length: count }, () => RESULT) };
      const pieces: string[] = [];
      resultPieces(many, (piece) => pieces.push(piece));
      expect(pieces.join("") === `{"results":[${Array.from({ length: count }, () => TEXT).join()}]}`).toBe(true);
      expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(2 ** 17);
    }
  });
});
