import { describe, expect, test } from "vitest";
import { exampleRequest } from "../example/index";
import { inject, resultText } from "../index";
import {
  litAfter,
  litByCaret,
  litBySpan,
  type LitPlace,
  knownOf,
  originAt,
  sharesOf,
  type Sides,
  whySide,
} from "./why";
import { readResult } from "./result";
import { stepsOf } from "./steps";

const request = { ...exampleRequest, options: { include: ["stages", "origins"] as const } };
const object = readResult(resultText(inject(request))).objects[0]!;
const texts = stepsOf(object);
const known = knownOf(object.origins!, object.removed);
const pod = (id: string) => texts.steps.find((step) => step.id === id)!.pod!;
const side = (id: string) => whySide(texts.text(id), pod(id), object.pod!, object.input);
const sides = { left: side("submitted"), right: side("final") } satisfies Sides;
const lineOf = (text: string, part: string) => text.split("\n").findIndex((line) => line.includes(part)) + 1;

describe("a line of the pod", () => {
  test("has the origin of its value, on either side", () => {
    for (const [at, part] of [
      [sides.right, "image: "],
      [sides.left, "image: auto"],
    ] as const) {
      const pointer = at.byLine.get(lineOf(at.text.text, part))!;
      expect(pointer).toBe("/spec/containers/0/image");
      expect(originAt(known, at, pointer)).toMatchObject({ step: "template", template: "gateway" });
    }
  });

  test("that holds others is summed up, every line once", () => {
    const line = lineOf(sides.right.text.text, "containers:");
    expect(sides.right.byLine.get(line)).toBe("/spec/containers");
    const shares = sharesOf(known, sides.right, "/spec/containers");
    expect(shares.map(({ step }) => step)).toEqual(expect.arrayContaining(["template", "workload"]));
  });

  test("lights up what the same template line made", () => {
    const origin = originAt(known, sides.right, "/spec/containers/0/env/3/name")!;
    const lit = litBySpan(known, sides, origin.at!);
    expect(lit.right.length).toBeGreaterThan(1);
    expect(lit.left).toEqual([]);
  });
});

test("an input lights up what comes from it, by its column where several stand on a line", () => {
  const lines = exampleRequest.workload.split("\n");
  const line = lineOf(exampleRequest.workload, "{cpu: 500m");
  const text = lines[line - 1]!;
  const at = (part: string) =>
    litByCaret(known, sides, ["workload"], { line, column: text.indexOf(part) + 2 }, text).right.map((lit) =>
      sides.right.text.text.split("\n")[lit - 1]!.trim(),
    );
  expect(at("cpu: 500m")).toContain("cpu: 500m");
  expect(at("cpu: 500m")).not.toContain("memory: 512Mi");
  expect(at("memory")).toContain("memory: 512Mi");
});

test("a line that both sides have is read once, one that only the left side has after them", () => {
  const origin = originAt(known, sides.right, "/spec/containers/0/image")!;
  const both = litBySpan(known, sides, origin.at!);
  expect(both.left).toHaveLength(1);
  expect(both.places).toEqual(both.right.map((line) => ({ side: "right", line })));
  const alone = litBySpan(known, { left: sides.left }, origin.at!);
  expect(alone.places).toEqual(both.left.map((line) => ({ side: "left", line })));
});

test("lit lines are gone through from where one is, round in a circle", () => {
  const places: LitPlace[] = [
    { side: "right", line: 4 },
    { side: "right", line: 9 },
    { side: "left", line: 2 },
  ];
  const after = (from: LitPlace | undefined, direction: "next" | "previous") =>
    places.indexOf(litAfter(places, from, direction)!);
  expect(after(undefined, "next")).toBe(0);
  expect(after(undefined, "previous")).toBe(2);
  expect(after({ side: "right", line: 4 }, "next")).toBe(1);
  expect(after({ side: "right", line: 6 }, "next")).toBe(1);
  expect(after({ side: "right", line: 6 }, "previous")).toBe(0);
  expect(after({ side: "right", line: 9 }, "next")).toBe(2);
  expect(after({ side: "left", line: 2 }, "next")).toBe(0);
  expect(after({ side: "right", line: 4 }, "previous")).toBe(2);
  expect(litAfter([], undefined, "next")).toBeUndefined();
});
