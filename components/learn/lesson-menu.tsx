"use client";

import { useLanguage } from "../language";
import { PAGES } from "../pages";
import type { LessonOutline } from "./outline";
import { useLearnTexts } from "./texts";

/** Which lesson this is, and the way to the others. */
export function LessonMenu({ lesson }: { readonly lesson: Pick<LessonOutline, "number" | "title"> }) {
  const { language } = useLanguage();
  const texts = useLearnTexts();
  return (
    <nav aria-label={texts.course} className="flex min-w-0">
      <a href={PAGES.learn} className="quiet" title={texts.finished}>
        <span className="wide:hidden">{texts.course}</span>
        <span className="truncate font-medium text-text max-wide:sr-only">
          {lesson.number}. {lesson.title[language]}
        </span>
      </a>
    </nav>
  );
}
