import { expect, test } from "vitest";
import { exampleRequest } from "../example";
import { inject, type InjectRequest, resultText } from "../index";
import { compareSteps, type Sides, wholeInjection } from "./comparison";
import { entriesOf, entryKey } from "./entries";
import { foundEntries } from "./found-entries";
import { readResult } from "./result";
import { stepsOf } from "./steps";

const pinned = exampleRequest.workload.replace("image: auto", "image: example.com/proxy:1");

/** Codes by the labels of the changes that they are about. */
function marked(
  workload: string,
  sides?: Sides,
  more: InjectRequest["options"] = {},
): Readonly<Record<string, readonly string[]>> {
  const request: InjectRequest = {
    ...exampleRequest,
    workload,
    options: { ...more, include: ["stages", "patch", "findings"] },
  };
  const object = readResult(resultText(inject(request))).objects.find(({ makesPods }) => makesPods)!;
  const texts = stepsOf(object);
  const comparison = compareSteps(texts, sides ?? wholeInjection(texts)!, object.containers!);
  const entries = entriesOf(comparison)!;
  const found = foundEntries(entries, object.findings!, object, comparison);
  return Object.fromEntries(
    entries.flatMap((entry) => {
      const own = found.get(entryKey(entry));
      return own ? [[`${entry.container} ${entry.label}`, own.map(({ code }) => code)]] : [];
    }),
  );
}

test("a finding stands at the change that it is about, in a workload and in a List", () => {
  expect(marked(exampleRequest.workload)).not.toHaveProperty("istio-proxy image");
  expect(marked(pinned)).toHaveProperty("istio-proxy image", ["IX142"]);
  const list = `apiVersion: v1\nkind: List\nitems:\n- ${pinned.trim().replaceAll("\n", "\n  ")}\n`;
  expect(marked(list)).toHaveProperty("istio-proxy image", ["IX142"]);
});

test("a finding whose place is elsewhere stands at what it is about in the pod", () => {
  const job = `apiVersion: batch/v1
kind: Job
metadata: {name: once}
spec:
  template:
    metadata: {labels: {app: once}}
    spec: {restartPolicy: Never, containers: [{name: app, image: app}]}
`;
  const about = Object.entries(marked(job, undefined, { nativeSidecars: false })).filter(([, codes]) =>
    codes.includes("IX146"),
  );
  expect(about.map(([label]) => label)).toEqual(["istio-proxy containers"]);
});

test("a step that puts containers in other places has the same findings at the same changes", () => {
  expect(marked(pinned, { left: "mergedPod:gateway", right: "reapplied" })).toHaveProperty("istio-proxy image", [
    "IX142",
  ]);
});
