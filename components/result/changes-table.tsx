import { memo } from "react";
import type { Change } from "../../lib/view/changes";
import { shortText } from "../../lib/view/short-text";
import type { Value } from "../../lib/view/value";
import { useStrings } from "../language";

interface ChangesTableProps {
  readonly changes: readonly Change[] | undefined;
  /** Whether one step is shown alone. */
  readonly alone: boolean;
  onShow(change: Change): void;
}

const COLOURS = { added: "text-good", removed: "text-bad", changed: "text-warn", moved: "text-muted" } as const;

/** Rows that are drawn; a pod of hundreds of containers has more than a person reads. */
const SHOWN = 2000;

/** Every change in a row: the whole meaning of the difference, without the picture. */
export const ChangesTable = memo(function ChangesTable({ changes, alone, onShow }: ChangesTableProps) {
  const t = useStrings();
  if (!changes) return <p className="p-3 text-muted">{alone ? t.changesAlone : t.changesOfTexts}</p>;
  if (changes.length === 0) return <p className="p-3 text-muted">{t.noChanges}</p>;
  return (
    <>
      <table className="w-full table-fixed border-separate border-spacing-0 text-left text-[12.5px]">
        <thead className="sticky top-0 z-10 bg-panel text-muted">
          <tr className="[&>th]:border-b [&>th]:border-line [&>th]:px-3 [&>th]:py-1 [&>th]:font-medium">
            <th scope="col" className="w-[20%] max-wide:w-[26%]">
              {t.columns.where}
            </th>
            <th scope="col" className="w-[29%]">
              {t.columns.what}
            </th>
            <th scope="col" className="w-20">
              {t.columns.change}
            </th>
            <th scope="col" className="w-[16%] max-wide:hidden">
              {t.columns.before}
            </th>
            <th scope="col">{t.columns.after}</th>
          </tr>
        </thead>
        <tbody className="[&>tr>td]:border-b [&>tr>td]:border-line/60 [&>tr>td]:px-3 [&>tr>td]:py-0.5 [&>tr>td]:align-top">
          {changes.slice(0, SHOWN).map((change, i) => (
            <tr key={i} className="hover:bg-raised">
              <td className="wrap-anywhere">
                <span className="text-muted">{change.container ?? t.pod}</span> {t.topics[change.topic]}
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
              </td>
              <td className={COLOURS[change.kind]}>{t.kinds[change.kind]}</td>
              <td className="max-wide:hidden">
                <Cell value={change.kind === "moved" ? undefined : change.before} quiet />
              </td>
              <td>
                <Cell value={change.kind === "moved" ? undefined : change.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {changes.length > SHOWN && <p className="p-3 text-muted">{t.moreChanges(changes.length - SHOWN)}</p>}
    </>
  );
});

/** A value in at most two lines; the whole of it when pointed at. */
function Cell({ value, quiet = false }: { readonly value: Value | undefined; readonly quiet?: boolean }) {
  if (value === undefined) return null;
  const text = shortText(value, 2000);
  return (
    <span
      title={text.length > 60 ? text : undefined}
      className={`line-clamp-2 font-mono text-[12px] wrap-anywhere ${quiet ? "text-muted" : ""}`}
    >
      {text}
    </span>
  );
}
