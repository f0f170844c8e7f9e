import { expect, test } from "vitest";
import { zh } from "../strings/zh";
import { COMMANDS, commandRow, type CommandId } from "./catalogue";
import { ariaKeys, isCharacter, keyText, type KeyPress, matchesKeys } from "./keys";

const press = (key: string, code = "", modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...modifiers,
});

test("Mod is Command on a Mac and Control elsewhere, and no other modifier may be held", () => {
  expect(matchesKeys("Mod+K", press("k", "KeyK", { ctrlKey: true }), false)).toBe(true);
  expect(matchesKeys("Mod+K", press("k", "KeyK", { ctrlKey: true }), true)).toBe(false);
  expect(matchesKeys("Mod+K", press("k", "KeyK", { metaKey: true }), true)).toBe(true);
  expect(matchesKeys("Mod+K", press("K", "KeyK", { ctrlKey: true, shiftKey: true }), false)).toBe(false);
  expect(matchesKeys("Mod+K", press("k", "KeyK", { ctrlKey: true, altKey: true }), false)).toBe(false);
  expect(matchesKeys("Mod+K", press("k", "KeyK"), false)).toBe(false);
  expect(matchesKeys("Shift+F6", press("F6", "F6"), false)).toBe(false);
  expect(matchesKeys("F6", press("F6", "F6", { shiftKey: true }), false)).toBe(false);
});

test("letters count by what they type, by their place where they type no letter of this alphabet", () => {
  expect(matchesKeys("Mod+K", press("k", "KeyV", { ctrlKey: true }), false)).toBe(true);
  expect(matchesKeys("Mod+K", press("t", "KeyK", { ctrlKey: true }), false)).toBe(false);
  expect(matchesKeys("Mod+K", press("л", "KeyK", { ctrlKey: true }), false)).toBe(true);
  expect(matchesKeys("Alt+Z", press("Ω", "KeyZ", { altKey: true }), true)).toBe(true);
});

test("a character is what is typed, with Shift or without", () => {
  expect(matchesKeys("?", press("?", "Slash", { shiftKey: true }), false)).toBe(true);
  expect(matchesKeys("?", press("?", "Minus"), false)).toBe(true);
  expect(matchesKeys("?", press("/", "Slash"), false)).toBe(false);
  expect(matchesKeys("?", press("?", "Slash", { ctrlKey: true }), false)).toBe(false);
});

test("keys are written as they stand on the keyboard", () => {
  expect([keyText("Mod+K", false), keyText("Mod+K", true), keyText("Alt+ArrowDown", false)]).toEqual([
    "Ctrl K",
    "⌘K",
    "Alt ↓",
  ]);
  expect(ariaKeys(["Mod+K", "F6"], true)).toBe("Meta+K F6");
});

test("no two commands have the same key, none takes a letter that is typed or the browser's own", () => {
  const ids = Object.keys(COMMANDS) as CommandId[];
  const all = ids.flatMap((id) => commandRow(id).keys ?? []);
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((keys) => isCharacter(keys) && /[\p{L}\p{N}]/u.test(keys))).toEqual([]);
  const taken = /^(?:Mod\+[A-JL-Z]|Alt\+(?:\d|D|E|F|Arrow(?:Left|Right))|F(?:1|3|5|11|12))$/;
  expect(all.filter((keys) => taken.test(keys))).toEqual([]);
  expect(Object.keys(zh.commands.titles).sort()).toEqual([...ids].sort());
});
