import { read, remove, write } from "../storage";
import { STORED_RECENT } from "../storage-keys";

/** How many commands are remembered as recently used. */
const MOST = 6;

/** Ids of the commands used last, the newest first. */
export function recentCommands(): readonly string[] {
  const text = read(STORED_RECENT) ?? "";
  return text === "" ? [] : text.split("\n").slice(0, MOST);
}

/** Remembers, in this browser, that a command was used. */
export function commandUsed(id: string): void {
  const ids = [id, ...recentCommands().filter((other) => other !== id)];
  write(STORED_RECENT, ids.slice(0, MOST).join("\n"));
}

/** Forgets what was used: ids can name templates and containers of one's own. */
export function forgetCommands(): void {
  remove(STORED_RECENT);
}
