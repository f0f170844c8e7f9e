import { expect, test } from "vitest";
import { exampleRequest } from "../example/index";
import { inject, resultText } from "../index";
import { readResult } from "./result";
import { stepsOf } from "./steps";
import { knownOf, type Sides, whySide } from "./why";
import { answerTo, quote } from "./why-answer";

const request = { ...exampleRequest, options: { include: ["stages", "origins"] as const } };
const object = readResult(resultText(inject(request))).objects[0]!;
const texts = stepsOf(object);
const known = knownOf(object.origins!, object.removed);
const side = (id: string) =>
  whySide(texts.text(id), texts.steps.find((step) => step.id === id)!.pod!, object.pod!, object.input);
const sides = { left: side("submitted"), right: side("final") } satisfies Sides;
const lineOf = (text: string, part: string) => text.split("\n").findIndex((line) => line.includes(part)) + 1;
const at = (on: "left" | "right", part: string) =>
  answerTo({ on, line: lineOf(sides[on].text.text, part) }, known, sides);

test("a line of a value has its origin, one of a map what is in it, one of nothing nothing", () => {
  expect(at("right", "istio.io/rev:")).toMatchObject({ kind: "leaf", pointer: "/metadata/annotations/istio.io~1rev" });
  expect(at("left", "image: auto")).toMatchObject({ kind: "leaf", origin: { over: { step: "workload" } } });
  expect(at("right", "annotations:")).toMatchObject({ kind: "group", pointer: "/metadata/annotations" });
  expect(answerTo({ on: "right", line: 100_000 }, known, sides).kind).toBe("nothing");
  expect(answerTo({ on: "left", line: 1 }, known, { right: sides.right }).kind).toBe("nothing");
});

test("the line that names a container sums up what all of it comes from", () => {
  const answer = at("right", "- name: istio-proxy");
  expect(answer).toMatchObject({ kind: "leaf", container: { name: "istio-proxy", list: "containers" } });
  const shares = answer.kind === "leaf" ? answer.container!.shares : [];
  expect(shares.map(({ step }) => step)).toEqual(expect.arrayContaining(["template", "workload"]));
  expect(at("right", "istio.io/rev:")).not.toHaveProperty("container");
});

test("a value lights up all that its line of the template made, itself included", () => {
  const line = lineOf(sides.right.text.text, "istio.io/rev:");
  expect(at("right", "istio.io/rev:").lit.right).toContain(line);
});

test("a place in an input lights up what comes from it", () => {
  const text = exampleRequest.workload.split("\n");
  const line = lineOf(exampleRequest.workload, "topology.istio.io/network");
  const { lit } = answerTo(
    { on: "input", sources: ["workload"], line, column: 20, text: text[line - 1]! },
    known,
    sides,
  );
  expect(lit.right.map((each) => sides.right.text.text.split("\n")[each - 1]!.trim())).toContain(
    "topology.istio.io/network: network1",
  );
});

test("a quotation has a line before and after, moved to the left together", () => {
  const text = "a:\n    b:\n      c: d\n    e: f\ng: h\n";
  expect(quote(text, { line: 3 })).toEqual([
    { line: 2, text: "b:", meant: false },
    { line: 3, text: "  c: d", meant: true },
    { line: 4, text: "e: f", meant: false },
  ]);
  expect(quote("one", { line: 1 })).toEqual([{ line: 1, text: "one", meant: true }]);
});

test("of many lines and of long ones a part is quoted, around the column", () => {
  const text = `${"x\n".repeat(20)}`;
  expect(quote(text, { line: 2, endLine: 15 }).filter(({ meant }) => meant)).toHaveLength(5);
  const long = `${"a".repeat(500)}HERE${"b".repeat(500)}`;
  const [only] = quote(long, { line: 1, column: 501 });
  expect(only!.text).toMatch(/^…a{40}HEREb+…$/);
});
