import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** A few words more, or a time. */
  readonly about?: string;
  /** For items of which one is chosen. */
  readonly checked?: boolean;
  run(): void;
}

export interface MenuGroup {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

interface MenuProps {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** Where it opens: below its button, or above it, towards the middle of the page. */
  readonly opens?: "below" | "above";
  readonly children: ReactNode;
}

/** Milliseconds in which letters typed one after the other count as one beginning. */
const TYPING = 700;

/**
 * A button that opens a menu: arrows, Home and End go through it, letters go to the item that begins with them, Escape leads back to
 * the button.
 */
export function Menu({ label, groups, opens = "below", children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const typed = useRef<Typed>({ text: "", at: 0 });
  const labels = groups.flatMap(({ items }) => items.map((item) => item.label.toLowerCase()));

  const items = () => [...(root.current?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [])];
  const focus = (index: number) => {
    const all = items();
    all[(index + all.length) % all.length]?.focus();
  };
  const close = () => {
    setOpen(false);
    root.current?.querySelector("button")?.focus();
  };

  useEffect(() => {
    if (!open) return;
    typed.current = { text: "", at: 0 };
    const all = items();
    (all.find((item) => item.getAttribute("aria-checked") === "true") ?? all[0])?.focus();
    const onPointerDown = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener("pointerdown", onPointerDown);
    return () => removeEventListener("pointerdown", onPointerDown);
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (!open) {
      if (event.key !== "ArrowDown") return;
      event.preventDefault();
      setOpen(true);
      return;
    }
    if (event.key === "Tab") {
      setOpen(false);
      return;
    }
    const at = items().findIndex((item) => item === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[event.key];
    const beginning = typedOn(typed.current, event);
    if (to !== undefined) focus(to);
    else if (event.key === "Escape") close();
    else if (beginning) {
      typed.current = beginning;
      const found = indexOfBeginning(labels, beginning.text, at);
      if (found !== undefined) focus(found);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={root} className="relative" onKeyDown={onKeyDown}>
      <button
        type="button"
        className="quiet"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {children}
        <span aria-hidden="true">▾</span>
      </button>
      {open && (
        <div
          id={id}
          role="menu"
          aria-label={label}
          className={`absolute ${opens === "below" ? "top-full left-0 mt-1" : "right-0 bottom-full mb-1"} z-40 max-h-[calc(100dvh-5rem)] w-104 overflow-y-auto rounded-lg border border-line bg-panel py-1 shadow-lg max-wide:fixed max-wide:inset-x-2 max-wide:w-auto ${opens === "below" ? "max-wide:top-auto" : "max-wide:bottom-2"}`}
        >
          {groups.map((group) => (
            <div
              key={group.label}
              role="group"
              aria-label={group.label}
              className="border-line not-last:mb-1 not-last:border-b not-last:pb-1"
            >
              <div aria-hidden="true" className="px-3 py-1 text-[11.5px] font-semibold text-muted">
                {group.label}
              </div>
              {group.items.map((item) => (
                <button
                  key={item.id}
                  type="button"
                  role={item.checked === undefined ? "menuitem" : "menuitemradio"}
                  aria-checked={item.checked}
                  onClick={() => {
                    close();
                    item.run();
                  }}
                  className="flex w-full gap-2 px-3 py-1 text-left max-wide:py-2 hover:bg-raised focus-visible:bg-raised"
                >
                  <span aria-hidden="true" className="w-3 shrink-0 text-accent">
                    {item.checked && "✓"}
                  </span>
                  <span className="min-w-0">
                    <span className={item.checked ? "font-semibold" : ""}>{item.label}</span>
                    {item.about !== undefined && (
                      <span className="block text-[12px] leading-4 text-muted">{item.about}</span>
                    )}
                  </span>
                </button>
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** Letters typed one after the other, and when the last was. */
interface Typed {
  readonly text: string;
  readonly at: number;
}

/** What is typed with one more key; undefined for a key that is no letter, and for a space that begins nothing: it chooses. */
function typedOn(typed: Typed, { key, timeStamp }: KeyboardEvent): Typed | undefined {
  const before = timeStamp - typed.at < TYPING ? typed.text : "";
  if (key.length !== 1 || (key === " " && before === "")) return undefined;
  return { text: before + key.toLowerCase(), at: timeStamp };
}

/** The item that begins so: the same letter again goes on to the next one, a longer beginning may still be the item itself. */
function indexOfBeginning(labels: readonly string[], text: string, at: number): number | undefined {
  const [letter = ""] = text;
  const again = [...text].every((other) => other === letter);
  const from = again ? at + 1 : Math.max(at, 0);
  const order = labels.map((_, i) => (i + from) % labels.length);
  return order.find((i) => labels[i]!.startsWith(again ? letter : text));
}
