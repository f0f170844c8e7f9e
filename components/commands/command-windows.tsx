import { useEffect, useState } from "react";
import { useStrings } from "../language";
import type { ToastMessage } from "../toast";
import { useCommand, useCommandKeys } from "./use-commands";

type Windows = typeof import("./windows");

/** The palette and the list of keys, and the keys of all commands. Both windows are loaded when nothing else is to do. */
export function CommandWindows({ say }: { say(message: ToastMessage): void }) {
  const t = useStrings();
  const [windows, setWindows] = useState<Windows>();
  const [open, setOpen] = useState<keyof Windows>();
  useCommandKeys();

  const show = (name: keyof Windows) => {
    setOpen(name);
    if (windows) return;
    import("./windows").then(setWindows, () => {
      setOpen(undefined);
      say({ text: t.errorTitles.unreachable });
    });
  };
  useCommand("palette", () => show("Palette"));
  useCommand("keys", () => show("KeyList"));

  useEffect(() => {
    const timer = setTimeout(() => {
      // If it fails, it is tried again when asked for.
      import("./windows").then(setWindows, () => undefined);
    }, PRELOAD);
    return () => clearTimeout(timer);
  }, []);

  const Window = open && windows?.[open];
  return Window ? <Window onClose={() => setOpen(undefined)} /> : null;
}

/** Milliseconds after which the windows are loaded: behind all that is needed at once. */
const PRELOAD = 3000;
