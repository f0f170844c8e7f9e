import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useStrings } from "../language";
import { loadChinese } from "../strings/chinese";
import type { ToastMessage } from "../toast";
import { useCommand, useCommandKeys } from "./use-commands";

type Windows = typeof import("./windows");

/** The windows, and the other language, which commands are found by as well; without that they open all the same. */
async function loadWindows(): Promise<Windows> {
  const [windows] = await Promise.all([import("./windows"), loadChinese().catch(() => undefined)]);
  return windows;
}

/** The palette and the list of keys, and the keys of all commands. Both windows are loaded when nothing else is to do. */
export function CommandWindows({ say }: { say(message: ToastMessage): void }) {
  const t = useStrings();
  const [windows, setWindows] = useState<Windows>();
  const [open, setOpen] = useState<keyof Windows>();
  const [typed, setTyped] = useState("");
  useCommandKeys();

  const show = (name: keyof Windows) => {
    setOpen(name);
    setTyped("");
    if (windows) return;
    const early = catchLetters();
    loadWindows().then(
      (loaded) => {
        // At once, so that no letter falls between this and the window.
        flushSync(() => {
          setTyped(early());
          setWindows(loaded);
        });
      },
      () => {
        early();
        setOpen(undefined);
        say({ text: t.errorTitles.unreachable });
      },
    );
  };
  useCommand("palette", () => show("Palette"));
  useCommand("keys", () => show("KeyList"));

  useEffect(() => {
    const timer = setTimeout(() => {
      // If it fails, it is tried again when asked for.
      loadWindows().then(setWindows, () => undefined);
    }, PRELOAD);
    return () => clearTimeout(timer);
  }, []);

  const Window = open && windows?.[open];
  return Window ? <Window typed={typed} onClose={() => setOpen(undefined)} /> : null;
}

/** Takes what is typed before there is a window to type into. @returns what ends it, and gives the text. */
function catchLetters(): () => string {
  let text = "";
  const take = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Backspace") text = text.slice(0, -1);
    else if (event.key.length === 1) text += event.key;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener("keydown", take, true);
  return () => {
    removeEventListener("keydown", take, true);
    return text;
  };
}

/** Milliseconds after which the windows are loaded: behind all that is needed at once. */
const PRELOAD = 3000;
