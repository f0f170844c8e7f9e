import { memo, type MouseEvent, type RefObject, useEffect, useMemo, useRef } from "react";
import type { Dimmed } from "../../lib/view/change-filter";
import { type Hunk, lineDiff, linesOf } from "../../lib/view/line-diff";
import type { Mark } from "../../lib/view/marks";
import type { Lit } from "../../lib/view/why";
import type { DiffHandle, DiffPlace } from "../editor/diff-view";
import { useStrings } from "../language";
import { isWide } from "../use-wide";

interface PlainDiffProps {
  readonly left: string;
  readonly right: string;
  readonly marks: readonly Mark[];
  readonly label: string;
  readonly reveal?: DiffPlace;
  readonly lit: Lit;
  /** Lines of both sides that step back. */
  readonly dimmed: Dimmed;
  /** A line was tapped. */
  onCaret(place: DiffPlace): void;
  note(mark: Mark): string;
  readonly handleRef: RefObject<DiffHandle | null>;
}

/** Unchanged lines that stay visible around a change. */
const CONTEXT = 3;

/**
 * A difference without an editor, drawn by the server already: side by side where there is room, one under the other on a phone.
 * Long unchanged parts are folded, with their count.
 */
export const PlainDiff = memo(function PlainDiff({
  left,
  right,
  marks,
  label,
  reveal,
  lit,
  dimmed,
  onCaret,
  note,
  handleRef,
}: PlainDiffProps) {
  const t = useStrings();
  const box = useRef<HTMLDivElement>(null);
  const hunks = useMemo(() => lineDiff(left, right), [left, right]);
  const byLine = useMemo(() => {
    const map = new Map<number, Mark>();
    for (const mark of marks) if (!map.has(mark.lines[0])) map.set(mark.lines[0], mark);
    return map;
  }, [marks]);

  useEffect(() => {
    const element = box.current;
    if (!element || !reveal) return;
    const row = element.querySelector<HTMLElement>(`[data-${reveal.side}="${reveal.line}"]`);
    for (let outer = row?.parentElement; outer && outer !== element; outer = outer.parentElement) {
      if (outer instanceof HTMLDetailsElement) outer.open = true;
    }
    row?.scrollIntoView({ block: "center" });
  }, [reveal]);

  useEffect(() => {
    const handle: DiffHandle = { go: (direction) => goToHunk(box.current, direction) };
    handleRef.current = handle;
    return () => {
      if (handleRef.current === handle) handleRef.current = null;
    };
  }, [handleRef]);

  const litLines = useMemo(() => ({ left: new Set(lit.left), right: new Set(lit.right) }), [lit]);
  const dimmedLines = useMemo(() => ({ left: linesIn(dimmed.left), right: linesIn(dimmed.right) }), [dimmed]);
  const onClick = ({ target }: MouseEvent) => {
    const row = target instanceof Element ? target.closest<HTMLElement>("[data-left], [data-right]") : null;
    if (!row) return;
    const { left: onLeft, right: onRight } = row.dataset;
    if (onRight !== undefined) onCaret({ side: "right", line: Number(onRight) });
    else if (onLeft !== undefined) onCaret({ side: "left", line: Number(onLeft) });
    keepAboveAnswer(row, box.current);
  };

  const side = (which: "left" | "right", lines: readonly string[], start: number, changed: boolean) =>
    lines.map((line, i) => {
      const mark = which === "right" ? byLine.get(start + i) : undefined;
      return (
        <div
          key={i}
          data-left={which === "left" ? start + i : undefined}
          data-right={which === "right" ? start + i : undefined}
          className={`diff-row ${litLines[which].has(start + i) ? "lit-line" : ""} ${dimmedLines[which].has(start + i) ? "dimmed" : changed ? (which === "left" ? "bg-removed" : "bg-added") : ""}`}
        >
          <span className="pt-[2.5px] pl-[3px]">
            {mark && <span className={`mark mark-${mark.kind}`} title={note(mark)} />}
          </span>
          <span aria-hidden="true" className="text-right text-faint select-none">
            {start + i}
          </span>
          <Line text={line} />
        </div>
      );
    });

  const rows = (hunk: Hunk, from: number, to: number) => (
    <div className="hunk" data-kind={hunk.kind}>
      <div>{side("left", hunk.left.slice(from, to), hunk.leftStart + from, hunk.kind === "changed")}</div>
      <div>{side("right", hunk.right.slice(from, to), hunk.rightStart + from, hunk.kind === "changed")}</div>
    </div>
  );

  return (
    <div
      ref={box}
      role="region"
      aria-label={label}
      tabIndex={0}
      onClick={onClick}
      className="code h-full overflow-auto bg-panel py-1.5"
      data-testid="plain-diff"
    >
      {hunks.map((hunk, at) => {
        if (hunk.kind === "changed") return <div key={at}>{rows(hunk, 0, Infinity)}</div>;
        const length = hunk.left.length;
        const head = at === 0 ? 0 : CONTEXT;
        const tail = at === hunks.length - 1 ? 0 : CONTEXT;
        if (length <= head + tail + 3 || hunks.length === 1) return <div key={at}>{rows(hunk, 0, length)}</div>;
        return (
          <div key={at}>
            {head > 0 && rows(hunk, 0, head)}
            <details className="bg-bg">
              <summary className="px-3 text-muted">⋯ {t.unchangedLines(length - head - tail)}</summary>
              {rows(hunk, head, length - tail)}
            </details>
            {tail > 0 && rows(hunk, length - tail, length)}
          </div>
        );
      })}
    </div>
  );
});

/** The part of the window above the answer, which stands at the bottom of a narrow one; see `.details[data-docked]`. */
const ABOVE_ANSWER = 0.58;

/** Scrolls a tapped line out from under its answer: first the page, then the difference itself where the page ends. */
function keepAboveAnswer(row: HTMLElement, box: HTMLElement | null): void {
  if (isWide()) return;
  const below = () => row.getBoundingClientRect().bottom - window.innerHeight * ABOVE_ANSWER;
  for (const scroller of [row.closest("[data-pane]"), box]) if (below() > 0) scroller?.scrollBy({ top: below() });
}

function linesIn(ranges: Dimmed["left"]): ReadonlySet<number> {
  const lines = new Set<number>();
  for (const [first, last] of ranges) for (let line = first; line <= last; line++) lines.add(line);
  return lines;
}

/** A text without an editor. */
export function PlainText({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="code h-full overflow-auto bg-panel py-1.5"
      data-testid="plain-text"
    >
      {linesOf(text).map((line, i) => (
        <div key={i} className="diff-row">
          <span />
          <span aria-hidden="true" className="text-right text-faint select-none">
            {i + 1}
          </span>
          <Line text={line} />
        </div>
      ))}
    </div>
  );
}

/** A line of YAML, its key in another colour. */
function Line({ text }: { readonly text: string }) {
  const key = /^(\s*(?:- )*)([\w./$-]+)(:)(?= |$)/.exec(text);
  if (!key) return <span>{text}</span>;
  return (
    <span>
      {key[1]}
      <span className="key">{key[2]}</span>
      {text.slice(key[0].length - 1)}
    </span>
  );
}

function goToHunk(box: HTMLElement | null, direction: "next" | "previous"): void {
  if (!box) return;
  const middle = box.getBoundingClientRect().top + box.clientHeight / 3;
  const hunks = [...box.querySelectorAll<HTMLElement>('[data-kind="changed"]')];
  const after = hunks.filter((hunk) => hunk.getBoundingClientRect().top > middle + 4);
  const before = hunks.filter((hunk) => hunk.getBoundingClientRect().top < middle - 4);
  const hunk = direction === "next" ? after[0] : before.at(-1);
  if (hunk) box.scrollTop += hunk.getBoundingClientRect().top - middle;
}
