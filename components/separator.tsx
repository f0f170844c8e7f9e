import { type KeyboardEvent, type PointerEvent } from "react";

interface SeparatorProps {
  readonly label: string;
  readonly orientation: "vertical" | "horizontal";
  /** The share of the room that the pane has, 0 to 1. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Whether the pane that is sized is behind the separator. */
  readonly trailing?: boolean;
  onValue(value: number): void;
}

/** The line between two panes: drag it, or move it with the arrow keys. */
export function Separator({ label, orientation, value, min, max, trailing = false, onValue }: SeparatorProps) {
  const vertical = orientation === "vertical";
  const set = (next: number) => onValue(Math.min(max, Math.max(min, next)));

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = event.currentTarget.parentElement!.getBoundingClientRect();
    const share = vertical ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height;
    set(trailing ? 1 - share : share);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -0.02, ArrowUp: -0.02, ArrowRight: 0.02, ArrowDown: 0.02 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(value + (trailing ? -step : step));
  };

  return (
    <div
      role="separator"
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={Math.round(value * 100)}
      aria-valuemin={Math.round(min * 100)}
      aria-valuemax={Math.round(max * 100)}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      className={`group relative z-20 touch-none bg-line max-wide:hidden ${vertical ? "cursor-col-resize" : "h-px shrink-0 cursor-row-resize"}`}
    >
      <span
        className={`absolute group-hover:bg-accent/40 ${vertical ? "-inset-x-1 inset-y-0" : "inset-x-0 -inset-y-1"}`}
      />
    </div>
  );
}
