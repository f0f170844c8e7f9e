import { useEffect, useRef } from "react";
import type { ComparedChange } from "../../lib/compare/api";
import type { Place } from "../../lib/index";
import { entryKey } from "../../lib/view/entries";
import { shortText } from "../../lib/view/short-text";
import type { Value } from "../../lib/view/value";
import { useLanguage } from "../language";
import { Terms } from "../learn/terms";
import { COMPARE_TEXTS } from "./texts";
import type { SideName } from "./use-sides";

interface CausesTableProps {
  readonly changes: readonly ComparedChange[];
  /** Key of the change at the caret. */
  readonly current: string | undefined;
  onShow(change: ComparedChange): void;
  onGo(side: SideName, place: Place): void;
}

/** Changes that are drawn; a pod of hundreds of containers has more than a person reads. */
const MOST = 500;

/** Every change from A to B with what made it, and the way to the lines that wrote both. */
export function CausesTable({ changes, current, onShow, onGo }: CausesTableProps) {
  const { strings: t, language } = useLanguage();
  const texts = COMPARE_TEXTS[language];
  const table = useRef<HTMLTableElement>(null);
  useEffect(() => {
    const row = table.current?.querySelector("[aria-current]");
    if (current !== undefined) row?.scrollIntoView({ block: "nearest" });
  }, [current]);
  return (
    <table
      ref={table}
      aria-label={texts.table}
      className="w-full table-fixed border-separate border-spacing-0 text-left text-[12.5px]"
    >
      <thead className="sticky top-0 z-10 bg-panel text-muted">
        <tr className="[&>th]:border-b [&>th]:border-line [&>th]:px-3 [&>th]:py-1 [&>th]:font-medium">
          <th scope="col" className="w-[15%] max-wide:hidden">
            {texts.columns.where}
          </th>
          <th scope="col" className="w-[20%] max-wide:w-[38%]">
            {texts.columns.what}
          </th>
          <th scope="col" className="w-[25%] max-wide:hidden">
            {texts.columns.values}
          </th>
          <th scope="col">{texts.columns.cause}</th>
        </tr>
      </thead>
      <tbody className="[&>tr>td]:border-b [&>tr>td]:border-line/60 [&>tr>td]:px-3 [&>tr>td]:py-1 [&>tr>td]:align-top">
        {changes.slice(0, MOST).map((change) => {
          const key = entryKey(change);
          const { cause } = change;
          return (
            <tr
              key={key}
              aria-current={key === current ? "true" : undefined}
              className="hover:bg-raised aria-[current]:bg-accent-soft"
            >
              <td className="text-muted max-wide:hidden">
                <span className="font-mono text-[12px]">{change.container ?? t.pod}</span> {t.topics[change.topic]}
              </td>
              <td>
                <button
                  type="button"
                  className="rounded text-left font-mono text-[12px] wrap-anywhere hover:underline"
                  title={t.showLine(change.label)}
                  onClick={() => onShow(change)}
                >
                  {change.label}
                </button>
                <span className="block text-muted">{t.kinds[change.kind]}</span>
              </td>
              <td className="max-wide:hidden">{change.kind !== "moved" && <Values change={change} />}</td>
              <td>
                <span className="wide:hidden">{change.kind !== "moved" && <Values change={change} />}</span>
                <Terms text={cause.sentence[language]} />{" "}
                <span className="flex flex-wrap gap-x-2 gap-y-0.5">
                  {(["a", "b"] as const).map((side) => {
                    const at = cause[side];
                    if (at?.line === undefined) return null;
                    const where = texts.lineOf(side, t.line(t.sources[at.source], at.line));
                    return (
                      <button
                        key={side}
                        type="button"
                        className="place"
                        title={t.goTo(where)}
                        onClick={() => onGo(side, at)}
                      >
                        {where}
                      </button>
                    );
                  })}
                  {cause.inputs.map(({ place, side }) => {
                    if (place.line === undefined) return null;
                    const where = texts.lineOf(side, t.line(t.sources[place.source], place.line));
                    return (
                      <button
                        key={`${place.source} ${place.line} ${place.pointer ?? ""}`}
                        type="button"
                        className="place"
                        title={t.goTo(where)}
                        onClick={() => onGo(side, place)}
                      >
                        {where}
                      </button>
                    );
                  })}
                </span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The value of both sides in at most two lines each. */
function Values({ change: { before, after } }: { readonly change: ComparedChange }) {
  const cell = (value: Value | undefined, look: string) => {
    if (value === undefined) return null;
    const text = shortText(value, 2000);
    return (
      <span
        title={text.length > 60 ? text : undefined}
        className={`line-clamp-2 font-mono text-[12px] wrap-anywhere ${look}`}
      >
        {text}
      </span>
    );
  };
  return (
    <>
      {cell(before, after === undefined ? "text-bad line-through" : "text-muted line-through")}
      {cell(after, "text-good")}
    </>
  );
}
