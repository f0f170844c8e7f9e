import { useLanguage } from "../language";
import { useLearned } from "./learned";
import type { LessonOutline } from "./outline";
import { useLearnTexts } from "./texts";

/** The steps of a lesson by their numbers, those that are done with a sign. */
export function StepLinks({ lesson, current }: { readonly lesson: LessonOutline; readonly current?: string }) {
  const { language, strings: t } = useLanguage();
  const texts = useLearnTexts();
  const learned = useLearned();
  return (
    <nav aria-label={texts.stepsOf(lesson.title[language])}>
      <ol className="flex items-center gap-0.5">
        {lesson.steps.map(({ id, title }, i) => {
          const isDone = learned.has(`${lesson.id}/${id}`);
          const { colon, comma } = t.punctuation;
          const name = `${texts.step(i + 1, lesson.steps.length)}${colon}${title[language]}`;
          const here = id === current;
          return (
            <li key={id}>
              <a
                href={`/learn/${lesson.id}/${id}`}
                aria-current={here ? "step" : undefined}
                aria-label={isDone ? `${name}${comma}${texts.isDone}` : name}
                title={title[language]}
                className={`grid h-6 min-w-6 place-items-center rounded px-1 text-[12px] ${
                  here
                    ? "bg-accent-soft font-semibold text-accent"
                    : isDone
                      ? "text-good hover:bg-raised"
                      : "text-muted hover:bg-raised"
                }`}
              >
                {isDone && !here ? "✓" : i + 1}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
