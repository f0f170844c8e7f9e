import { memo, useEffect, useRef } from "react";
import type { ContainerCase } from "../../lib/index";
import { type Entry, entryKey } from "../../lib/view/entries";
import { shortText } from "../../lib/view/short-text";
import type { Value } from "../../lib/view/value";
import type { MarkOf } from "../findings/use-entry-marks";
import { useStrings } from "../language";
import { useWide } from "../use-wide";
import { type Column, COLUMNS, type DrawnGroup, drawnGroups, nextSort, ROWS, type TableView } from "./table-rows";

interface ChangesTableProps {
  /** Those that the filter lets through. */
  readonly entries: readonly Entry[];
  readonly containers: readonly ContainerCase[];
  /** Key of the entry at the caret. */
  readonly current: string | undefined;
  /** What stands before an entry's name, by its key. */
  readonly markOf: MarkOf | undefined;
  readonly view: TableView;
  onView(view: TableView): void;
  onShow(entry: Entry): void;
}

const COLOURS = {
  added: "text-good",
  removed: "text-bad",
  changed: "text-warn",
  moved: "text-muted",
  kept: "text-[var(--m-kept)]",
} as const;

const WIDTHS: Readonly<Record<Column, string>> = {
  where: "w-[16%] max-wide:hidden",
  what: "w-[31%] max-wide:w-[42%]",
  change: "w-22 max-wide:w-19",
  before: "w-[16%] max-wide:hidden",
  after: "",
};

/** Every change in a row, by container: the whole meaning of the difference, without the picture. */
export const ChangesTable = memo(function ChangesTable(props: ChangesTableProps) {
  const { entries, view, current, onView } = props;
  const t = useStrings();
  const table = useRef<HTMLTableElement>(null);
  const groups = drawnGroups(entries, view, t);
  const wanted = groups.reduce((sum, group) => sum + (group.open ? group.entries.length : 0), 0);
  const left = wanted - groups.reduce((sum, group) => sum + group.rows.length, 0);

  useEffect(() => {
    if (current !== undefined) showRow(table.current);
  }, [current]);

  return (
    <>
      <table
        ref={table}
        aria-label={t.changes}
        className="w-full table-fixed border-separate border-spacing-0 text-left text-[12.5px]"
      >
        <thead className="sticky top-0 z-10 bg-panel text-muted">
          <tr className="[&>th]:border-b [&>th]:border-line [&>th]:px-2 [&>th]:py-0.5 [&>th]:font-medium">
            {COLUMNS.map((column) => {
              const sort = view.sort?.column === column ? view.sort : undefined;
              return (
                <th
                  key={column}
                  scope="col"
                  aria-sort={sort ? (sort.down ? "descending" : "ascending") : undefined}
                  className={WIDTHS[column]}
                >
                  <button
                    type="button"
                    className="rounded px-1 hover:bg-raised hover:text-text"
                    title={t.sortBy(t.columns[column])}
                    onClick={() => onView({ ...view, sort: nextSort(view.sort, column) })}
                  >
                    {t.columns[column]}
                    <span aria-hidden="true">{sort ? (sort.down ? " ↓" : " ↑") : ""}</span>
                  </button>
                </th>
              );
            })}
          </tr>
        </thead>
        {groups.map((group) => (
          <Group key={group.container ?? ""} {...props} group={group} />
        ))}
      </table>
      {left > 0 && (
        <p className="flex flex-wrap items-center gap-2 px-3 py-1.5 text-muted">
          {t.moreChanges(left)}
          <button type="button" className="quiet underline" onClick={() => onView({ ...view, most: view.most + ROWS })}>
            {t.showMore(Math.min(ROWS, left))}
          </button>
          <button type="button" className="quiet underline" onClick={() => onView({ ...view, most: Infinity })}>
            {t.showAll}
          </button>
        </p>
      )}
    </>
  );
});

/** Brings the current row into sight within its own scrolling box: on a phone the page itself must stay where it is. */
function showRow(table: HTMLElement | null): void {
  const row = table?.querySelector("[aria-current]");
  const box = table?.closest("[role=tabpanel]");
  if (!row || !box || box.scrollHeight <= box.clientHeight) return;
  const head = table?.querySelector("thead")?.clientHeight ?? 0;
  const [inner, outer] = [row.getBoundingClientRect(), box.getBoundingClientRect()];
  if (inner.top < outer.top + head) box.scrollTop += inner.top - outer.top - head;
  else if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom;
}

function Group({
  group,
  containers,
  current,
  markOf,
  view,
  onView,
  onShow,
}: ChangesTableProps & { readonly group: DrawnGroup }) {
  const t = useStrings();
  const { container, open } = group;
  // Those that a phone shows are fewer; more than there are would make room for another.
  const columns = useWide() ? COLUMNS.length : 3;
  const known = containers.find(({ name }) => name === container);
  const toggle = () => {
    const closed = new Set(view.closed);
    if (!closed.delete(container)) closed.add(container);
    onView({ ...view, closed });
  };
  return (
    <tbody className="[&>tr>td]:border-b [&>tr>td]:border-line/60 [&>tr>td]:px-3 [&>tr>td]:py-0.5 [&>tr>td]:align-top">
      {view.grouped && (
        <tr>
          <th colSpan={columns} scope="rowgroup" className="border-b border-line/60 bg-bg px-2 py-0.5 font-normal">
            <button
              type="button"
              aria-expanded={open}
              className="flex flex-wrap items-center gap-x-1.5 rounded pr-1 text-left hover:underline"
              onClick={toggle}
            >
              <span aria-hidden="true" className="w-3 text-muted">
                {open ? "▾" : "▸"}
              </span>
              <span className={container === undefined ? "font-semibold" : "font-mono text-[12px] font-semibold"}>
                {container ?? t.pod}
              </span>
              <span className="rounded bg-raised px-1 font-mono text-[11px] text-muted">{group.entries.length}</span>
              {known && <span className="text-muted">{t.containerCases[known.case]}</span>}
            </button>
          </th>
        </tr>
      )}
      {group.rows.map((entry) => {
        const key = entryKey(entry);
        return (
          <tr
            key={key}
            aria-current={key === current ? "true" : undefined}
            className="hover:bg-raised aria-[current]:bg-accent-soft"
          >
            <td className="max-wide:hidden">
              <span className={view.grouped ? "sr-only" : "text-muted"}>{entry.container ?? t.pod} </span>
              {t.topics[entry.topic]}
            </td>
            <td>
              {markOf?.(key)}
              <button
                type="button"
                className="rounded text-left font-mono text-[12px] wrap-anywhere hover:underline"
                title={t.showLine(entry.label)}
                onClick={() => onShow(entry)}
              >
                {entry.label}
              </button>
              <span className="block text-muted wide:hidden">
                {!view.grouped && `${entry.container ?? t.pod} `}
                {t.topics[entry.topic]}
              </span>
            </td>
            <td className={COLOURS[entry.kind]}>{t.kinds[entry.kind]}</td>
            <td className="max-wide:hidden">
              <Cell value={entry.kind === "moved" ? undefined : entry.before} quiet />
            </td>
            <td>
              <span className="wide:hidden">
                <Cell value={entry.kind === "moved" ? undefined : entry.before} quiet gone />
              </span>
              <Cell value={entry.kind === "moved" ? undefined : entry.after} />
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}

/** A value in at most two lines; the whole of it when pointed at. */
function Cell({
  value,
  quiet = false,
  gone = false,
}: {
  readonly value: Value | undefined;
  readonly quiet?: boolean;
  /** Struck through, where it stands above what took its place. */
  readonly gone?: boolean;
}) {
  if (value === undefined) return null;
  const text = shortText(value, 2000);
  return (
    <span
      title={text.length > 60 ? text : undefined}
      className={`line-clamp-2 font-mono text-[12px] wrap-anywhere ${quiet ? "text-muted" : ""} ${gone ? "line-through" : ""}`}
    >
      {text}
    </span>
  );
}
