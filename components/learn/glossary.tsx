"use client";

import { useState } from "react";
import { GLOSSARY, PLACES, type TermPlace } from "../../lib/teach/glossary";
import { TERM_NAMES, type TermId } from "../../lib/teach/term-names";
import type { StepKind } from "../../lib/view/steps";
import { useLanguage } from "../language";
import { HTML_LANG } from "../strings/language";
import { Markdown } from "./markdown";
import { PageHeader } from "./page-header";
import { useLearnTexts } from "./texts";
import { useDocumentTitle } from "./use-document-title";

const IDS = Object.keys(GLOSSARY) as TermId[];

/** The term that a step of the page is explained by: the first that names it. */
const OF_STEP = new Map<StepKind, TermId>(
  [...IDS].reverse().flatMap((id) => (GLOSSARY[id].steps ?? []).map((step) => [step, id] as const)),
);

/** The field's terms, each with its place on a pod's way. `#<term>` and `#step-<step>` are addresses in it. */
export function Glossary() {
  const { language, strings: t } = useLanguage();
  const texts = useLearnTexts();
  const [sought, seek] = useState("");
  const [only, setOnly] = useState<TermPlace>();
  useDocumentTitle(`${texts.glossary} · ${t.title}`);
  const word = sought.trim().toLowerCase();
  const shown = IDS.filter((id) => {
    const { place, text } = GLOSSARY[id];
    const own = [...TERM_NAMES[id].en, ...TERM_NAMES[id].zh, text[language]].join("\n").toLowerCase();
    return own.includes(word) && (only === undefined || place === only);
  });
  shown.sort((a, b) => TERM_NAMES[a][language][0].localeCompare(TERM_NAMES[b][language][0], HTML_LANG[language]));

  return (
    <>
      <PageHeader here="glossary" />
      <main className="mx-auto max-w-4xl px-4 py-6">
        <h1 className="text-[20px] font-semibold">{texts.glossary}</h1>
        <p className="mt-1 max-w-2xl text-[14px] text-muted">{texts.terms}</p>
        <div role="group" aria-label={texts.place} className="mt-4 flex flex-wrap items-center gap-y-1">
          {PLACES.map((place, i) => (
            <span key={place} className="flex items-center">
              {i > 0 && (
                <span aria-hidden="true" className="px-1 text-faint">
                  ›
                </span>
              )}
              <button
                type="button"
                aria-pressed={only === place}
                onClick={() => setOnly(only === place ? undefined : place)}
                className={`h-7 rounded border px-2 ${only === place ? "border-accent bg-accent-soft font-semibold text-accent" : "border-line bg-panel text-muted hover:bg-raised hover:text-text"}`}
              >
                {texts.places[place]}
              </button>
            </span>
          ))}
        </div>
        <input
          type="search"
          value={sought}
          aria-label={texts.search}
          placeholder={texts.search}
          onChange={({ target }) => seek(target.value)}
          className="control mt-3 h-8 w-full max-w-xs"
        />
        {shown.length === 0 && (
          <p role="status" className="mt-4 text-muted">
            {texts.noTerm}
          </p>
        )}
        <dl className="mt-4 divide-y divide-line border-y border-line">
          {shown.map((id) => (
            <TermRow key={id} id={id} />
          ))}
        </dl>
      </main>
    </>
  );
}

function TermRow({ id }: { readonly id: TermId }) {
  const { language, strings: t } = useLanguage();
  const texts = useLearnTexts();
  const { place, text, steps = [], lesson } = GLOSSARY[id];
  const [name, ...others] = TERM_NAMES[id][language] as readonly string[];
  const [other] = TERM_NAMES[id][language === "en" ? "zh" : "en"];
  return (
    <div
      id={id}
      className="grid scroll-mt-3 gap-x-6 gap-y-1 px-2 py-2.5 target:bg-accent-soft wide:grid-cols-[15rem_1fr]"
    >
      <dt className="min-w-0 wrap-anywhere">
        {steps.map(
          (step) => OF_STEP.get(step) === id && <span key={step} id={`step-${step}`} className="scroll-mt-3" />,
        )}
        <a href={`#${id}`} className="text-[14px] font-semibold hover:underline">
          {name}
        </a>
        {other !== name && (
          <span lang={HTML_LANG[language === "en" ? "zh" : "en"]} className="ml-2 text-muted">
            {other}
          </span>
        )}
        {others.length > 0 && <div className="font-mono text-[11.5px] text-muted">{others.join(" · ")}</div>}
      </dt>
      <dd className="min-w-0 text-[13.5px]">
        <Markdown text={text[language]} />
        <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-[12px] text-muted">
          <Pipeline place={place} />
          {steps.length > 0 && (
            <span>
              {texts.alsoCalled}
              {t.punctuation.colon}
              {steps.map((step) => t.steps[step]).join(t.punctuation.list)}
            </span>
          )}
          {lesson !== undefined && (
            <a href={`/learn/${lesson}`} className="text-accent hover:underline">
              {texts.toLesson}
            </a>
          )}
        </div>
      </dd>
    </div>
  );
}

/** A pod's way, with one place lit. */
function Pipeline({ place }: { readonly place: TermPlace }) {
  const texts = useLearnTexts();
  const at = PLACES.indexOf(place);
  return (
    <span className="flex items-center gap-1.5">
      <svg aria-hidden="true" width="96" height="12" viewBox="0 0 96 12" className="shrink-0">
        <path d="M6 6H90" stroke="var(--line)" strokeWidth="2" />
        {PLACES.map((name, i) => (
          <circle
            key={name}
            cx={6 + i * 12}
            cy="6"
            r={i === at ? 5 : 3}
            fill={i === at ? "var(--accent)" : "var(--panel)"}
            stroke={i === at ? "var(--accent)" : "var(--faint)"}
          />
        ))}
      </svg>
      <span className="sr-only">{texts.place}: </span>
      {texts.places[place]}
    </span>
  );
}
