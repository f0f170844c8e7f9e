import { describe, expect, test } from "vitest";
import { inject, type InjectOptions, resultText } from "../index";
import type { LinkContent } from "../links/content";
import { type ResultView, readResult } from "../view/result";
import { stepsOf } from "../view/steps";
import { sidesFor } from "../view/comparison";
import { type Claim, holds } from "./claim";
import { edited } from "./edit";
import { stateContent } from "./lesson";
import { LESSONS } from "./lessons";
import { lookedAt } from "./looked-at";

const steps = LESSONS.flatMap((lesson) => lesson.steps.map((step) => ({ name: `${lesson.id}/${step.id}`, step })));

/** The result of a state, with all that claims can be about. */
function resultOf({ texts, options }: LinkContent): ResultView {
  const { nativeSidecars, ...others } = options;
  const given = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ""));
  return readResult(
    resultText(
      inject({
        workload: "",
        injector: "",
        ...given,
        options: {
          ...(others as InjectOptions),
          nativeSidecars: nativeSidecars === undefined ? "auto" : nativeSidecars === "true",
          include: ["stages", "patch", "findings"],
        },
      }),
    ),
  );
}

const claimsIn = (claim: Claim): readonly Claim[] =>
  "every" in claim ? claim.every.flatMap(claimsIn) : "not" in claim ? claimsIn(claim.not) : [claim];

describe("every step of every lesson", () => {
  test("stands at an address of its own", () => {
    expect(new Set(LESSONS.map(({ id }) => id)).size).toBe(LESSONS.length);
    expect(new Set(steps.map(({ name }) => name)).size).toBe(steps.length);
    expect(steps.map(({ name }) => name).filter((name) => !/^[a-z-]+\/[a-z-]+$/.test(name))).toEqual([]);
  });

  test("is what is expected of the course: eleven lessons, three puzzles", () => {
    expect(LESSONS.length).toBe(11);
    expect(LESSONS.at(-1)!.steps.length).toBe(3);
  });

  test.each(steps)("$name: what is said of it is true, and the change does what the text says", ({ step }) => {
    const before = stateContent(step.start);
    const object = step.start.object;
    const first = { texts: before.texts, result: resultOf(before), object };
    const untrue = (claim: Claim, of: typeof first) => claimsIn(claim).filter((one) => !holds(one, of));
    expect(holds(step.look.holds, first) ? [] : untrue(step.look.holds, first)).toEqual([]);
    expect(holds(step.task.done, first)).toBe(false);
    const next = edited(before, step.task.solution);
    const then = { texts: next.texts, result: resultOf(next), object };
    expect(holds(step.task.done, then) ? [] : untrue(step.task.done, then)).toEqual([]);
  });

  test.each(steps)("$name: the steps and the line that it shows are there", ({ step }) => {
    const { object = 0, sides } = step.start;
    const result = resultOf(stateContent(step.start));
    if (sides) expect(sidesFor(stepsOf(result.objects[object]), sides)).toEqual(sides);
    if (step.look.line) expect(lookedAt(step, result)).toMatchObject({ side: step.look.line.side });
  });

  test.each(steps)("$name: while one types, only what the page knows decides whether it is done", ({ step }) => {
    expect(claimsIn(step.task.done).filter((claim) => "finding" in claim)).toEqual([]);
  });
});
