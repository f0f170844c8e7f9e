import { useEffect, useState } from "react";
import { useCommand } from "../commands/use-commands";
import { useStrings } from "../language";
import type { ToastMessage } from "../toast";
import { useCaret } from "../why/caret";
import type { Shared } from "./use-share";

type Dialogs = typeof import("./share-dialog");

interface ShareWindowProps extends Omit<Shared, "caret"> {
  say(message: ToastMessage): void;
}

/** The window that makes links, loaded when nothing else is to do, or when it is asked for. */
export function ShareWindow({ say, ...shared }: ShareWindowProps) {
  const t = useStrings();
  const caret = useCaret();
  const [dialogs, setDialogs] = useState<Dialogs>();
  const [open, setOpen] = useState(false);
  useCommand("share", () => {
    setOpen(true);
    if (dialogs) return;
    import("./share-dialog").then(setDialogs, () => {
      setOpen(false);
      say({ text: t.errorTitles.unreachable });
    });
  });

  useEffect(() => {
    const timer = setTimeout(() => void import("./share-dialog").then(setDialogs, () => undefined), PRELOAD);
    return () => clearTimeout(timer);
  }, []);

  return open && dialogs ? <dialogs.ShareDialog shared={{ ...shared, caret }} onClose={() => setOpen(false)} /> : null;
}

/** Milliseconds after which it is loaded: behind all that is needed at once. */
const PRELOAD = 4000;
