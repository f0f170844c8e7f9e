import { beforeAll, describe, expect, test } from "vitest";
import { exampleRequest } from "../example";
import { inject, resultText } from "../index";
import { changesByStep, compareSteps, oneStep, sidesFor, wholeInjection } from "./comparison";
import { lineDiff } from "./line-diff";
import { markCounts } from "./marks";
import { type ObjectView, readResult, type ResultView } from "./result";
import { stepsOf } from "./steps";

const resultOf = (change: Partial<typeof exampleRequest>): ResultView =>
  readResult(resultText(inject({ ...exampleRequest, ...change })));

describe("the bundled example", () => {
  let object: ObjectView;
  beforeAll(() => {
    [object] = resultOf({}).objects as [ObjectView];
  });

  test("is injected with the gateway template", () => {
    expect(object.error).toBeUndefined();
    expect(object.decision?.inject).toBe(true);
    expect(object.templates?.map(({ name }) => name)).toEqual(["gateway"]);
  });

  test("goes through all steps, submitted and final at the ends", () => {
    expect(stepsOf(object).steps.map(({ id }) => id)).toEqual([
      "submitted",
      "selected",
      "rendered:gateway",
      "templatePod:gateway",
      "mergedPod:gateway",
      "reapplied",
      "clusterInfo",
      "prometheusMerge",
      "rewriteProbes",
      "metadata",
      "final",
    ]);
  });

  test("has its marks counted and on the right lines", () => {
    const texts = stepsOf(object);
    const { marks, rightText } = compareSteps(texts, wholeInjection(texts)!, object.containers!);
    expect(Object.fromEntries(markCounts(marks))).toEqual({
      args: 10,
      env: 22,
      volume: 6,
      mount: 6,
      image: 1,
      kept: 2,
    });
    const lines = rightText.text.split("\n");
    const line = (label: string) => lines[marks.find((mark) => mark.label === label)!.lines[0] - 1]!.trim();
    expect(line("router")).toBe("- router");
    expect(line("POD_NAME")).toBe("- name: POD_NAME");
    expect(line("image")).toBe("image: docker.io/istio/proxyv2:1.30.3");
    expect(line("resources.requests.cpu")).toBe("cpu: 500m");
    expect(marks.find((mark) => mark.label === "resources.requests.cpu")!.instead).toBe("100m");
  });

  test("shows what a step does when the step is chosen", () => {
    const texts = stepsOf(object);
    const metadata = texts.steps.find((step) => step.kind === "metadata")!;
    expect(oneStep(metadata)).toEqual({ left: "rewriteProbes", right: "metadata" });
    expect(changesByStep(texts).get("metadata")).toBe(2);
    expect(sidesFor(texts, { left: "gone", right: "metadata" })).toEqual({ left: "submitted", right: "final" });
  });
});

test("arguments of one's own take the place of all of the template's, and count once", () => {
  const workload = exampleRequest.workload.replace("image: auto ", "args: [mine]\n        image: auto ");
  const [object] = resultOf({ workload }).objects as [ObjectView];
  const texts = stepsOf(object);
  const { marks } = compareSteps(texts, wholeInjection(texts)!, object.containers!);
  expect(marks.filter((mark) => mark.kind === "args")).toEqual([]);
  expect(marks.filter((mark) => mark.label === "args")).toMatchObject([{ kind: "kept", container: "istio-proxy" }]);
});

test("an object that is not injected has one step, shown alone", () => {
  const workload = exampleRequest.workload.replace(
    'sidecar.istio.io/inject: "true"',
    'sidecar.istio.io/inject: "false"',
  );
  const texts = stepsOf(resultOf({ workload }).objects[0]);
  expect(wholeInjection(texts)).toEqual({ left: null, right: "submitted" });
});

test("the offline path adds the two texts as steps", () => {
  const { objects, output } = resultOf({ options: { path: "kube-inject", include: ["stages", "output"] } });
  const texts = stepsOf(objects[0], { workload: exampleRequest.workload, output: output! });
  expect(texts.steps.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["workload", "submitted", "final", "output"]),
  );
  expect(texts.text("output").text).toContain("kind: Deployment");
  expect(oneStep(texts.steps.at(-1)!)).toEqual({ left: "workload", right: "output" });
});

test("lineDiff numbers the lines of both sides", () => {
  expect(lineDiff("a\nb\nc\n", "a\nx\ny\nc\n")).toEqual([
    { kind: "same", left: ["a"], right: ["a"], leftStart: 1, rightStart: 1 },
    { kind: "changed", left: ["b"], right: ["x", "y"], leftStart: 2, rightStart: 2 },
    { kind: "same", left: ["c"], right: ["c"], leftStart: 3, rightStart: 4 },
  ]);
});
