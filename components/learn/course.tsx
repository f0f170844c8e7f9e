"use client";

import type { ReactNode } from "react";
import { useLanguage } from "../language";
import { PAGES } from "../pages";
import { useLearned, useLearning } from "./learned";
import type { CourseLesson } from "./outline";
import { Markdown } from "./markdown";
import { PageHeader } from "./page-header";
import { StepLinks } from "./step-links";
import { useLearnTexts } from "./texts";
import { useDocumentTitle } from "./use-document-title";

/** The lessons, what of them is done in this browser, and where to go on. */
export function Course({ lessons }: { readonly lessons: readonly CourseLesson[] }) {
  const { language, strings: t } = useLanguage();
  const texts = useLearnTexts();
  const learned = useLearned();
  const { forget } = useLearning();
  const all = lessons.flatMap((lesson) => lesson.steps.map((step) => `${lesson.id}/${step.id}`));
  const done = all.filter((name) => learned.has(name)).length;
  const next = all.find((name) => !learned.has(name)) ?? all[0]!;
  useDocumentTitle(`${texts.course} · ${t.title}`);

  return (
    <>
      <PageHeader here="course" />
      <main className="mx-auto max-w-4xl px-4 py-6">
        <h1 className="text-[20px] font-semibold">{texts.course}</h1>
        <p className="mt-1 max-w-2xl text-[14px] text-muted">{texts.intro}</p>
        <div className="mt-4 flex flex-wrap items-center gap-3">
          <a
            href={`/learn/${next}`}
            className="inline-flex h-8 items-center rounded bg-accent px-4 font-semibold text-panel hover:opacity-90"
          >
            {done === 0 ? texts.begin : done === all.length ? texts.again : texts.goOn}
          </a>
          <progress
            value={done}
            max={all.length}
            aria-label={texts.progress(done, all.length)}
            className="h-1.5 w-40 overflow-hidden rounded-full [&::-moz-progress-bar]:bg-good [&::-webkit-progress-bar]:bg-raised [&::-webkit-progress-value]:bg-good"
          />
          <span className="text-muted">{texts.progress(done, all.length)}</span>
          {done > 0 && (
            <button type="button" className="quiet" onClick={forget}>
              {texts.forget}
            </button>
          )}
        </div>
        <ol className="mt-5 divide-y divide-line border-y border-line">
          {lessons.map((lesson) => (
            <li key={lesson.id} className="grid items-baseline gap-x-4 py-2.5 wide:grid-cols-[1.75rem_1fr_auto]">
              <span aria-hidden="true" className="font-mono text-muted max-wide:hidden">
                {lesson.number}
              </span>
              <div className="min-w-0">
                <h2 className="text-[14px] font-semibold">
                  <a href={`/learn/${lesson.id}`} className="hover:underline">
                    {lesson.title[language]}
                  </a>
                </h2>
                <div className="text-muted">
                  <Markdown text={lesson.about[language]} />
                </div>
              </div>
              <StepLinks lesson={lesson} />
            </li>
          ))}
        </ol>
        <Section title={texts.own}>
          <p className="max-w-2xl text-muted">
            {texts.ownHow}{" "}
            <a href={PAGES.explorer} className="text-accent underline">
              {texts.ownGo}
            </a>
          </p>
        </Section>
      </main>
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mt-6">
      <h2 className="text-[14px] font-semibold">{title}</h2>
      {children}
    </section>
  );
}
