import { useEffect, useState, useSyncExternalStore } from "react";
import { useOtherStrings, useStrings } from "../language";
import { read } from "../storage";
import { STORED_SINGLE_KEYS } from "../storage-keys";
import { type CommandGroup, type CommandId, commandRow } from "./catalogue";
import { ariaKeys, isCharacter, keyText, matchesKeys } from "./keys";
import { bindCommands, type Command, commandsNow } from "./store";

/** Says that this component can run a command of the catalogue, as long as it is drawn and `when` holds. */
export function useCommand(id: CommandId, run: () => void, when = true): void {
  const t = useStrings();
  const { group, keys = [], unless } = commandRow(id);
  const title = t.commands.titles[id];
  const also = useOtherStrings()?.commands.titles[id];
  useBound(when ? [{ id, group, title, also, keys, unless, run }] : NONE);
}

/** One of any number of commands of a kind, such as an example; `id` tells it from the others of its family. */
export interface FamilyMember {
  readonly id: string;
  readonly title: string;
  readonly also?: string;
  run(): void;
}

/** Says that this component can run commands that come in any number. They have no keys of their own. */
export function useCommandFamily(family: string, group: CommandGroup, members: readonly FamilyMember[]): void {
  useBound(members.map((member) => ({ ...member, id: `${family}:${member.id}`, group, keys: NONE })));
}

const NONE: readonly never[] = [];

function useBound(commands: readonly Command[]): void {
  const [owner] = useState(() => ({}));
  useEffect(() => bindCommands(owner, commands));
  useEffect(() => () => bindCommands(owner, NONE), [owner]);
}

function noChange(): () => void {
  return () => undefined;
}

/** Whether keys are those of a Mac. The server does not know and says no. */
export function useMac(): boolean {
  return useSyncExternalStore(noChange, isMac, () => false);
}

function isMac(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
}

/** What a command's button says when pointed at, and its keys for those who hear the page. */
export function useTooltip(id: CommandId): { readonly title: string; readonly "aria-keyshortcuts"?: string } {
  const title = useStrings().commands.titles[id];
  const { keys = [] } = commandRow(id);
  const mac = useMac();
  return keys[0] === undefined
    ? { title }
    : { title: `${title} (${keyText(keys[0], mac)})`, "aria-keyshortcuts": ariaKeys(keys, mac) };
}

/** Whether keys of one character count; who dictates or misses keys can turn them off. */
export function singleKeysOn(): boolean {
  return read(STORED_SINGLE_KEYS) !== "off";
}

/** Runs commands by their keys, before editors take them. To be used once. */
export function useCommandKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || document.querySelector("dialog:modal")) return;
      const target = event.target instanceof Element ? event.target : undefined;
      const command = commandsNow().find(({ keys, unless }) =>
        keys.some(
          (key) =>
            matchesKeys(key, event, isMac()) &&
            !(unless && target?.closest(unless)) &&
            !(isCharacter(key) && (!singleKeysOn() || (target && isTyping(target)))),
        ),
      );
      if (!command) return;
      event.preventDefault();
      event.stopPropagation();
      command.run();
    };
    addEventListener("keydown", onKeyDown, true);
    return () => removeEventListener("keydown", onKeyDown, true);
  }, []);
}

/** Whether what is typed goes into something. */
function isTyping(target: Element): boolean {
  const editor = target.closest(".monaco-editor");
  if (editor && !target.closest(".find-widget")) return editor.closest("[data-reading]") === null;
  return target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") !== null;
}
