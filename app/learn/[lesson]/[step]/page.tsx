import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Explorer } from "../../../../components/explorer";
import { tabOf } from "../../../../components/input/input-tab";
import { requestOf } from "../../../../components/inputs";
import { LessonMenu } from "../../../../components/learn/lesson-menu";
import { LessonPanel } from "../../../../components/learn/lesson-panel";
import { inputsOfLink, viewOfLink } from "../../../../components/share/link-content";
import { RELEASE_NAMES } from "../../../release-names";
import { lessonResult } from "../../../../lib/server/lesson-result";
import { stateContent } from "../../../../lib/teach/lesson";
import { LESSONS } from "../../../../lib/teach/lessons";
import { lookedAt } from "../../../../lib/teach/looked-at";
import { readResult } from "../../../../lib/view/result";
import { requestLanguage, requestStrings } from "../../../request-language";
import { OUTLINE } from "../../outline";

interface Context {
  readonly params: Promise<{ readonly lesson: string; readonly step: string }>;
}

/** Every step in the order of the course, with its lesson's place in it. */
const STEPS = LESSONS.flatMap((lesson, number) => lesson.steps.map((step) => ({ number, id: lesson.id, step })));

async function placeOf({ params }: Context): Promise<number> {
  const { lesson, step } = await params;
  const at = STEPS.findIndex((known) => known.id === lesson && known.step.id === step);
  return at < 0 ? notFound() : at;
}

/** Called as the step and its lesson are. */
export async function generateMetadata(context: Context): Promise<Metadata> {
  const { number, step } = STEPS[await placeOf(context)]!;
  const language = await requestLanguage();
  const t = await requestStrings();
  return { title: `${step.title[language]} · ${LESSONS[number]!.title[language]} · ${t.title}` };
}

/** A step of a lesson: the explorer in its state, already injected. */
export default async function StepPage(context: Context) {
  const at = await placeOf(context);
  const { number, id, step } = STEPS[at]!;
  const content = stateContent(step.start);
  const inputs = inputsOfLink(content, RELEASE_NAMES);
  const result = await lessonResult(`${id}/${step.id}`, requestOf(inputs));
  const path = (other: (typeof STEPS)[number] | undefined) => other && `/learn/${other.id}/${other.step.id}`;
  const next = STEPS[at + 1];
  const lesson = OUTLINE[number]!;
  const neighbours = {
    previous: path(STEPS[at - 1]),
    next: path(next),
    ...(next && next.number !== number ? { nextLesson: LESSONS[next.number]!.title } : {}),
  };
  const line = lookedAt(step, readResult(result));
  const [edit] = step.task.solution;
  return (
    <Explorer
      exampleResult={result}
      releases={RELEASE_NAMES}
      lesson={{
        inputs,
        view: { ...viewOfLink(content.view), line },
        tab: edit && "text" in edit ? tabOf(edit.text) : "more",
        menu: <LessonMenu lesson={lesson} />,
        panel: <LessonPanel lesson={lesson} step={step} neighbours={neighbours} line={line} />,
      }}
    />
  );
}
