/**
 * Keys as the catalogue writes them: `Mod+K`, `Alt+ArrowDown`, `Shift+F6`, `?`. Mod is ⌘ on a Mac and Ctrl elsewhere. Letters are
 * capital; a character that is no letter means what is typed, whatever it takes to type it.
 */
interface Chord {
  readonly key: string;
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** What is looked at of a keyboard event. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">;

function chordOf(keys: string): Chord {
  const parts = keys.split("+");
  const key = parts.pop()!;
  return { key, mod: parts.includes("Mod"), alt: parts.includes("Alt"), shift: parts.includes("Shift") };
}

/** Whether a key press is the one that is written so. */
export function matchesKeys(keys: string, press: KeyPress, mac: boolean): boolean {
  const chord = chordOf(keys);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (mod !== chord.mod || other || press.altKey !== chord.alt) return false;
  if (isCharacter(keys)) return press.key === chord.key;
  return press.shiftKey === chord.shift && isKey(chord.key, press);
}

function isKey(key: string, press: KeyPress): boolean {
  if (!/^[A-Z]$/.test(key)) return press.key === key;
  if (press.key.toUpperCase() === key) return true;
  // With Alt, and on keyboards of other scripts, the key types something else: then its place counts.
  return !/^[a-z]$/i.test(press.key) && press.code === `Key${key}`;
}

/** Whether keys are a character alone, which one may want to type. */
export function isCharacter(keys: string): boolean {
  return keys.length === 1;
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowDown: "↓",
  ArrowUp: "↑",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
};
const MAC: Readonly<Record<string, string>> = { Mod: "⌘", Alt: "⌥", Shift: "⇧" };

/** The keycaps of keys, as they stand on the keyboard. */
export function keyCaps(keys: string, mac: boolean): readonly string[] {
  return keys.split("+").map((part) => (mac ? MAC[part] : part === "Mod" ? "Ctrl" : undefined) ?? NAMES[part] ?? part);
}

/** Keys in one line: `Ctrl K`, `⌘K`. */
export function keyText(keys: string, mac: boolean): string {
  return keyCaps(keys, mac).join(mac ? "" : " ");
}

/** Keys as `aria-keyshortcuts` wants them. */
export function ariaKeys(keys: readonly string[], mac: boolean): string {
  return keys.map((key) => key.replace("Mod", mac ? "Meta" : "Control")).join(" ");
}
