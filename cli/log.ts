import { appendFileSync } from "node:fs";
import type { LogLine } from "../lib/index";
import type { Io } from "./io";

/** How istioctl's log is set up. */
export interface LogOptions {
  /** `debug`, or by scope: `default:debug,other:none`. */
  readonly levels: string;
  readonly json: boolean;
  /** `stdout`, `stderr` or paths. */
  readonly targets: readonly string[];
}

const LEVELS: Readonly<Record<string, number>> = { none: 0, fatal: 1, error: 2, warn: 3, info: 4, debug: 5 };
/** What istioctl shows where nothing else is asked for. */
const DEFAULT_LEVEL = LEVELS.warn!;

/**
 * Where log lines go, as istioctl writes them: `<time>\t<level>\t<message>`.
 * @throws Error with its text for levels that do not exist.
 * Mirrors Configure, processLevels and formatDate of pkg/log.
 */
export function openLog({ levels, json, targets }: LogOptions, io: Io): (line: LogLine) => void {
  const most = levels === "" ? DEFAULT_LEVEL : defaultScopeLevel(levels);
  return (line) => {
    if (LEVELS[line.level]! > most) return;
    const text = `${json ? jsonLine(line, io.now()) : plainLine(line, io.now())}\n`;
    for (const target of targets) {
      if (target === "stderr") io.err(text);
      else if (target === "stdout") io.out(text);
      else appendFileSync(target, text);
    }
  };
}

function defaultScopeLevel(levels: string): number {
  let found = DEFAULT_LEVEL;
  for (const entry of levels.split(",")) {
    const parts = entry.split(":");
    if (parts.length > 2) throw new Error(`invalid output level format '${entry}'`);
    const name = parts.at(-1)!;
    if (!Object.hasOwn(LEVELS, name)) throw new Error(`invalid output level '${name}'`);
    const scope = parts.length === 1 ? "default" : parts[0]!;
    if (scope === "default" || scope === "all") found = LEVELS[name]!;
  }
  return found;
}

function plainLine({ level, message, pod }: LogLine, now: Date): string {
  return `${timeText(now)}\t${level}\t${message}${pod === undefined ? "" : `\tpod=${pod}`}`;
}

function jsonLine({ level, message, pod }: LogLine, now: Date): string {
  return JSON.stringify({ level, time: timeText(now), msg: message, pod });
}

/** RFC 3339 in UTC with six decimals; a Date knows three of them. */
function timeText(now: Date): string {
  return now.toISOString().replace("Z", "000Z");
}
