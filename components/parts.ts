/**
 * The parts of the page that F6 goes round, as in desktop programs: elements with `data-part`, in the order of the page. A part
 * takes the focus where it last had it, or else in its editor, its chosen tab, or the first thing that can have it.
 */
const lastIn = new WeakMap<Element, HTMLElement>();

/** Remembers what has the focus, for the part that it is in. To be called with every focusin. */
export function rememberFocus(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return;
  const part = target.closest("[data-part]");
  if (part) lastIn.set(part, target);
}

/** Moves the focus to the next part that can be seen, or to the one before. */
export function goToPart(direction: 1 | -1): void {
  const parts = [...document.querySelectorAll<HTMLElement>("[data-part]")].filter(isSeen);
  const { activeElement } = document;
  const here = parts.findIndex((part) => part.contains(activeElement));
  // Between two parts the next one is the one behind, the previous one that before.
  const behind = parts.findIndex((part) => activeElement && isBefore(activeElement, part));
  const gap = behind < 0 ? parts.length : behind;
  const from = here >= 0 ? here : direction > 0 ? gap - 1 : gap;
  for (let n = 1; n <= parts.length; n++) {
    const part = parts[(from + direction * n + parts.length * 2) % parts.length];
    if (part && focusPart(part)) return;
  }
}

/** Moves the focus into a part. @returns whether anything in there could have it. */
export function focusPart(part: HTMLElement): boolean {
  const last = lastIn.get(part);
  const candidates = [
    ...(last && part.contains(last) ? [last] : []),
    ...[...part.querySelectorAll<HTMLElement>(EDITOR)].reverse(),
    ...part.querySelectorAll<HTMLElement>('[role="tab"][aria-selected="true"]'),
    ...part.querySelectorAll<HTMLElement>(FOCUSABLE),
    part,
  ];
  for (const candidate of candidates) {
    if (!isSeen(candidate)) continue;
    candidate.focus();
    if (document.activeElement === candidate) return true;
  }
  return false;
}

/** What takes the keys in an editor, by the browser's abilities; of a difference the right side comes last. */
const EDITOR = ".native-edit-context, textarea.inputarea, textarea:not(.monaco-editor *)";
const FOCUSABLE = 'a[href], button:not(:disabled), select, input, [tabindex="0"]';

function isBefore(a: Element, b: Element): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !a.contains(b);
}

function isSeen(element: HTMLElement): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
