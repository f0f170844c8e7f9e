import { useEffect, useId, useRef } from "react";
import type { Finding, Fix } from "../../lib/index";
import { useTooltip } from "../commands/use-commands";
import { useLanguage } from "../language";
import { Terms } from "../learn/terms";
import { CopyButton } from "../result/copy-button";
import type { GoTo } from "../result/place-link";
import { FindingPlaces } from "./finding-places";
import { FixPreview } from "./fix-preview";
import { SEVERITY_COLOURS } from "./severity";
import type { Found } from "./use-findings";

export interface FindingsPanelProps {
  readonly found: Found | undefined;
  /** The one that was asked for last: it gets the focus. A new object each time. */
  readonly wanted?: { readonly finding: Finding };
  /** What kubectl printed. */
  readonly observed: string;
  onObserved(text: string): void;
  readonly onGo: GoTo;
  /** Absent where texts are only read. */
  readonly onFix: ((fix: Fix) => void) | undefined;
}

/** All that is wrong, worst first, each with how we know and what mends it; then what no YAML tells, and a place for kubectl's answers. */
export function FindingsPanel({ found, wanted, observed, onObserved, onGo, onFix }: FindingsPanelProps) {
  const { strings: t } = useLanguage();
  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  const fixed = useRef(false);
  useEffect(() => {
    // What had the focus went with its finding.
    if (fixed.current && found) list.current?.focus();
    if (found) fixed.current = false;
  }, [found]);
  const shown = useRef<typeof wanted>(undefined);
  useEffect(() => {
    if (!wanted || !found || shown.current === wanted) return;
    shown.current = wanted;
    const item = list.current?.querySelector<HTMLElement>(`[data-nth="${wrongOf(found).indexOf(wanted.finding)}"]`);
    item?.scrollIntoView({ block: "nearest" });
    item?.focus({ preventScroll: true });
  }, [wanted, found]);
  if (!found) return <p className="p-3 text-muted">{t.findings.looking}</p>;

  const wrong = wrongOf(found);
  const questions = found.all.filter(({ rule }) => rule.startsWith("ask-"));
  const firstFix = wrong.find(({ fix }) => fix);
  return (
    <div data-testid="findings-panel">
      <ul ref={list} tabIndex={-1} aria-label={t.findings.title} className="divide-y divide-line">
        {wrong.length === 0 && <li className="px-3 py-2 text-muted">{t.findings.none}</li>}
        {wrong.map((finding, i) => (
          <FindingItem
            key={`${finding.code} ${i}`}
            nth={i}
            finding={finding}
            found={found}
            first={finding === firstFix}
            onGo={onGo}
            onFix={
              onFix &&
              ((fix) => {
                fixed.current = true;
                onFix(fix);
              })
            }
          />
        ))}
      </ul>
      <section aria-labelledby={`${id}-questions`} className="border-t border-line px-3 py-2">
        <h2 id={`${id}-questions`} className="font-semibold">
          {t.findings.questions}
        </h2>
        <ul className="divide-y divide-line">
          {questions.map((finding, i) => (
            <FindingItem
              key={`${finding.code} ${i}`}
              finding={finding}
              found={found}
              first={false}
              onGo={onGo}
              onFix={onFix}
            />
          ))}
        </ul>
        <label htmlFor={`${id}-observed`} className="mt-2 block text-muted">
          {t.findings.observed}
        </label>
        <textarea
          id={`${id}-observed`}
          value={observed}
          rows={4}
          spellCheck={false}
          className="code mt-1 w-full rounded border border-line bg-panel p-2"
          onChange={(event) => onObserved(event.target.value)}
        />
      </section>
    </div>
  );
}

function wrongOf({ all }: Found): readonly Finding[] {
  return all.filter(({ rule }) => !rule.startsWith("ask-"));
}

interface FindingItemProps {
  /** Its number among those that can be asked for. */
  readonly nth?: number;
  readonly finding: Finding;
  readonly found: Found;
  /** Whether its fix is the one that the key applies. */
  readonly first: boolean;
  readonly onGo: GoTo;
  /** Absent where texts are only read. */
  readonly onFix: ((fix: Fix) => void) | undefined;
}

function FindingItem({ nth, finding, found, first, onGo, onFix }: FindingItemProps) {
  const { strings: t, language } = useLanguage();
  const tooltip = useTooltip("findings.fix");
  const { code, severity, sentence, places, references, fix, ask } = finding;
  return (
    <li data-code={code} data-nth={nth} tabIndex={nth === undefined ? undefined : -1} className="px-3 py-2 leading-6">
      <p>
        <code className="mr-2 font-mono text-[12px] text-muted">{code}</code>
        <strong className={`mr-2 font-semibold ${SEVERITY_COLOURS[severity]}`}>{t.findings.severity[severity]}</strong>
        <Terms text={sentence[language]} />
        <FindingPlaces places={places} onGo={onGo} />
        <span className="ml-2 font-mono text-[12px] text-muted">
          {references.map((name) => (name === "source" ? t.findings.fromSource : name)).join(" ")}
        </span>
      </p>
      {ask !== undefined && (
        <p className="flex flex-wrap items-center gap-2">
          <code className="code wrap-anywhere">{ask}</code>
          <CopyButton text={ask} label={t.copyCommand} />
        </p>
      )}
      {fix && (
        <div className="mt-1">
          <FixPreview fix={fix} inputs={found.inputs} />
          {onFix && (
            <button
              type="button"
              data-fix=""
              {...(first ? tooltip : {})}
              className="mt-1 rounded border border-line px-2 py-0.5 font-medium hover:bg-raised"
              onClick={() => onFix(fix)}
            >
              {t.findings.apply(fix.title[language])}
            </button>
          )}
        </div>
      )}
    </li>
  );
}
