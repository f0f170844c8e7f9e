"use client";

import { type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { SideLine } from "../../lib/view/change-filter";
import { holds } from "../../lib/teach/claim";
import { edited } from "../../lib/teach/edit";
import { type LessonStep, stateContent } from "../../lib/teach/lesson";
import { lookedAt } from "../../lib/teach/looked-at";
import { useCommand } from "../commands/use-commands";
import { PageContext } from "../lesson-frame";
import { tabOf } from "../input/input-tab";
import { type Inputs, sameInputs } from "../inputs";
import { useLanguage } from "../language";
import { PAGES } from "../pages";
import { inputsOfLink } from "../share/link-content";
import { isWide } from "../use-wide";
import { setCaret } from "../why/caret";
import { useLearned, useLearning } from "./learned";
import type { LessonOutline, Neighbours } from "./outline";
import { Markdown } from "./markdown";
import { StepLinks } from "./step-links";
import { useLearnTexts } from "./texts";
import { useDocumentTitle } from "./use-document-title";

interface LessonPanelProps {
  readonly lesson: LessonOutline;
  readonly step: LessonStep;
  readonly neighbours: Neighbours;
  /** The line that is looked at first. */
  readonly line: SideLine | undefined;
}

const PARTS = ["read", "look", "task"] as const;
type PartName = (typeof PARTS)[number];

/** What a lesson says beside the explorer: what this is, what to look at, and what to change; it sees when that is done. */
export function LessonPanel({ lesson, step, neighbours, line }: LessonPanelProps) {
  const { language, strings: t } = useLanguage();
  const texts = useLearnTexts();
  const [folded, setFolded] = useState(false);
  const [part, setPart] = useState<PartName>("read");
  const { answer, inputs, replace, onView, onTab, say } = useContext(PageContext)!;
  const [start] = useState(inputs);
  const { look, task } = step;
  const { object } = step.start;

  const isDone = useMemo(
    () => holds(task.done, { texts: answer.inputs, result: answer.result, object }),
    [task, answer, object],
  );
  const name = `${lesson.id}/${step.id}`;
  const before = useLearned().has(name);
  const { learn } = useLearning();
  useEffect(() => {
    if (isDone) learn(name);
  }, [isDone, learn, name]);

  useEffect(() => {
    // On a phone the answer would cover what it is about.
    setCaret(line && { on: line.side, line: line.line, quiet: !isWide() });
  }, [line]);
  const title = `${step.title[language]} · ${lesson.title[language]} · ${t.title}`;
  useDocumentTitle(title);

  const forth = neighbours.next ?? PAGES.learn;
  useCommand("lesson.next", () => location.assign(forth));
  useCommand("lesson.previous", () => location.assign(neighbours.previous!), neighbours.previous !== undefined);

  const put = (next: Inputs, text: string) => {
    const old = inputs;
    replace(next);
    say({ text, action: { label: t.undo, run: () => replace(old) } });
  };
  const solve = () => {
    const [edit] = task.solution;
    onTab(edit && "text" in edit ? tabOf(edit.text) : "more");
    put(inputsOfLink(edited(stateContent(step.start), task.solution), [start.options.release]), texts.wasSolved);
  };
  const showAgain = () => {
    const line = lookedAt(step, answer.result);
    onView({ object, sides: step.start.sides, filter: {}, line });
    if (line) setCaret({ on: line.side, line: line.line });
  };

  const next = neighbours.nextLesson ? texts.nextLesson(neighbours.nextLesson[language]) : texts.next;
  return (
    <section
      data-part=""
      data-testid="lesson"
      data-done={isDone ? "" : undefined}
      aria-label={texts.lesson}
      className="shrink-0 border-b border-line bg-accent-soft/35 max-wide:order-last max-wide:max-h-[50dvh] max-wide:overflow-y-auto max-wide:border-t max-wide:border-b-0 max-wide:bg-panel max-wide:shadow-[0_-6px_16px_rgb(0_0_0/0.14)]"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1 max-wide:sticky max-wide:top-0 max-wide:bg-panel">
        <h2 className="min-w-0 text-[14px] font-semibold">{step.title[language]}</h2>
        {isDone && folded && <span className="text-good">✓ {texts.done}</span>}
        <span className="ml-auto flex items-center gap-1">
          <StepLinks lesson={lesson} current={step.id} />
          {neighbours.previous && (
            <a href={neighbours.previous} className="quiet" aria-label={texts.previous} title={texts.previous}>
              ←
            </a>
          )}
          <a
            href={forth}
            className={`inline-flex h-7 items-center rounded px-2 ${isDone ? "bg-accent font-semibold text-panel" : "text-accent hover:bg-raised"}`}
          >
            {neighbours.next ? next : texts.finished} →
          </a>
          <button
            type="button"
            className="quiet"
            aria-expanded={!folded}
            aria-label={folded ? texts.unfold : texts.fold}
            title={folded ? texts.unfold : texts.fold}
            onClick={() => setFolded(!folded)}
          >
            <span aria-hidden="true">{folded ? "▾" : "▴"}</span>
          </button>
        </span>
      </div>
      {!folded && (
        <div role="group" aria-label={texts.lesson} className="flex gap-1 px-3 wide:hidden">
          {PARTS.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={part === name}
              onClick={() => setPart(name)}
              className={`h-8 flex-1 rounded ${part === name ? "bg-accent-soft font-semibold text-accent" : "text-muted"}`}
            >
              {texts[name]}
              {name === "task" && isDone ? " ✓" : ""}
            </button>
          ))}
        </div>
      )}
      {!folded && (
        <div className="grid gap-x-6 gap-y-2 px-3 pb-2 text-[13.5px] leading-[1.55] wide:max-h-[38dvh] wide:grid-cols-[1.5fr_1fr_1.15fr] wide:overflow-y-auto">
          <Part title={texts.read} shown={part === "read"}>
            <Markdown text={step.text[language]} />
          </Part>
          <Part title={texts.look} shown={part === "look"}>
            <Markdown text={look.text[language]} />
            {look.line && (
              <button type="button" className="text-accent hover:underline" onClick={showAgain}>
                {texts.showAgain}
              </button>
            )}
          </Part>
          <Part title={texts.task} shown={part === "task"}>
            <Markdown text={task.text[language]} />
            <p role="status" className={`mt-1 ${isDone ? "font-semibold text-good" : "text-muted"}`}>
              {isDone ? `✓ ${texts.done}` : before ? "" : texts.notYet}
            </p>
            <div className="mt-1 flex flex-wrap items-start gap-x-2 gap-y-1">
              {!isDone && task.hint && (
                <details className="basis-full">
                  <summary className="w-fit text-accent">{texts.hint}</summary>
                  <Markdown text={task.hint[language]} />
                </details>
              )}
              {!isDone && (
                <button type="button" className="control" onClick={solve}>
                  {texts.solve}
                </button>
              )}
              {!sameInputs(inputs, start) && (
                <button type="button" className="control" onClick={() => put(start, texts.wasReset)}>
                  {texts.reset}
                </button>
              )}
            </div>
          </Part>
        </div>
      )}
    </section>
  );
}

interface PartProps {
  readonly title: string;
  /** Whether it is the one that is shown where there is room for one. */
  readonly shown: boolean;
  readonly children: ReactNode;
}

function Part({ title, shown, children }: PartProps) {
  return (
    <div className={`min-w-0 ${shown ? "" : "max-wide:hidden"}`}>
      <h3 className="text-[11.5px] font-semibold text-muted max-wide:sr-only">{title}</h3>
      {children}
    </div>
  );
}
