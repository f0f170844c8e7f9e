import { expect, test } from "vitest";
import { findTerms } from "./find-terms";
import { GLOSSARY } from "./glossary";
import { LESSONS } from "./lessons";
import { TERM_NAMES, type TermId } from "./term-names";

const terms = Object.entries(GLOSSARY);
const steps = LESSONS.flatMap((lesson) => lesson.steps.map((step) => ({ path: `${lesson.id}/${step.id}`, step })));
const linked = (text: string) => [...text.matchAll(/\]\((\/[^)]*)\)/g)].map((match) => match[1]!);

test("every link to a term, in lessons and in the glossary, leads to one, in both languages alike", () => {
  const texts = [
    ...terms.map(([, { text }]) => text),
    ...LESSONS.map(({ about }) => about),
    ...steps.flatMap(({ step: { text, look, task } }) => [
      text,
      look.text,
      task.text,
      ...(task.hint ? [task.hint] : []),
    ]),
  ];
  for (const { en, zh } of texts) {
    for (const link of linked(en)) expect(Object.keys(GLOSSARY)).toContain(link.replace("/glossary#", ""));
    expect(linked(zh).sort()).toEqual(linked(en).sort());
  }
});

test("a term's lesson is there", () => {
  const paths = steps.map(({ path }) => path);
  for (const [, { lesson }] of terms) if (lesson !== undefined) expect(paths).toContain(lesson);
});

test("every term has names in both languages, and no two have the same", () => {
  for (const language of ["en", "zh"] as const) {
    const names = (Object.keys(GLOSSARY) as TermId[]).flatMap((id) => [...TERM_NAMES[id][language]]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  }
});

test("every step of an injection is the place of some term", () => {
  const known = new Set(terms.flatMap(([, { steps: own = [] }]) => own));
  for (const step of [
    "submitted",
    "selected",
    "rendered",
    "templatePod",
    "mergedPod",
    "reapplied",
    "clusterInfo",
  ] as const)
    expect(known).toContain(step);
  for (const step of ["prometheusMerge", "rewriteProbes", "metadata", "final", "output"] as const)
    expect(known).toContain(step);
});

test("terms are found in sentences: the longest name, each once, and no part of a key or a path", () => {
  const found = (text: string, language: "en" | "zh" = "en") =>
    findTerms(text, language).flatMap(({ text: piece, term }) => (term === undefined ? [] : [[piece, term]]));
  expect(found("A native sidecar is led by istio-init; the native sidecars too.")).toEqual([
    ["native sidecar", "native-sidecar"],
    ["istio-init", "istio-init"],
  ]);
  expect(found("label sidecar.istio.io/inject says so, example.com/webhook does not")).toEqual([
    ["sidecar.istio.io/inject", "inject-label"],
  ]);
  expect(found("由 webhook 用 strategic merge 合并", "zh")).toEqual([
    ["webhook", "webhook"],
    ["strategic merge", "strategic-merge"],
  ]);
});

test("no letter of a text is lost to its terms", () => {
  for (const { step } of steps)
    for (const language of ["en", "zh"] as const)
      expect(
        findTerms(step.text[language], language)
          .map(({ text }) => text)
          .join(""),
      ).toBe(step.text[language]);
});
