import type { Finding } from "../../inject/api";
import { SIGNS } from "./signs";

/**
 * What kubectl's output says: `describe`, `get events`, `get endpoints`, `get pods`, logs, in any mixture. Each sign once, with the line
 * where it was seen first. O(lines × signs).
 */
export function observedFindings(text: string): Finding[] {
  const found = new Map<string, Finding>();
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    // A sign may be on a line of hundreds of characters, but not of hundreds of thousands.
    const seen = (
      WRAPPED.test(line)
        ? lines
            .slice(index, index + WRAPS)
            .map((part) => part.trim())
            .join(" ")
        : line
    ).slice(0, LONGEST);
    const sign = SIGNS.find(({ pattern }) => pattern.test(seen));
    if (!sign || found.has(sign.code)) continue;
    const { pattern, en, zh, ...row } = sign;
    const said = pattern.exec(seen)![0].trim();
    const quote = said.length > 200 ? `${said.slice(0, 200)}…` : said;
    const place = { source: "observed" as const, line: index + 1 };
    found.set(sign.code, {
      ...row,
      places: [place],
      sentence: { en: `${en} Seen: ${quote}`, zh: `${zh}看到:${quote}` },
    });
  }
  for (const table of [emptyEndpoints(lines), failedValidation(lines)])
    if (table && !found.has(table.code)) found.set(table.code, table);
  return [...found.values()];
}

const LONGEST = 2000;

/** Messages that `-o yaml` breaks into lines, of which each but the first may hold what tells them apart. */
const WRAPPED = /failed calling webhook|denied the request|violates PodSecurity/;
const WRAPS = 5;

/** The table of `kubectl get endpoints`: a service of istiod without addresses. */
function emptyEndpoints(lines: readonly string[]): Finding | undefined {
  const header = lines.findIndex((line) => /^(?:NAMESPACE\s+)?NAME\s+ENDPOINTS\s+AGE/.test(line));
  const row = lines.findIndex((line, i) => i > header && /^(?:\S+\s+)?istiod\S*\s+<none>/.test(line));
  return header < 0 || row < 0 ? undefined : findingOf("IX304", lines, row);
}

/** The part of `kubectl describe pod` about the container istio-validation, where it has failed. */
function failedValidation(lines: readonly string[]): Finding | undefined {
  const start = lines.findIndex((line) => /^ +istio-validation:$/.test(line));
  if (start < 0) return undefined;
  const indent = lines[start]!.search(/\S/);
  const length = lines.slice(start + 1).findIndex((line) => line.trim() !== "" && line.search(/\S/) <= indent);
  const block = lines.slice(start, length < 0 ? undefined : start + 1 + length);
  const row = block.findIndex((line) => /^ +(?:Reason: +(?:Error|CrashLoopBackOff)|Exit Code: +[1-9]\d*)$/.test(line));
  return row < 0 ? undefined : findingOf("IX311", lines, start + row);
}

/** A sign that was seen on that line. */
function findingOf(code: string, lines: readonly string[], row: number): Finding {
  const { en, zh, rule, severity, likelihood, references } = SIGNS.find((sign) => sign.code === code)!;
  const said = lines[row]!.trim();
  return {
    code,
    rule,
    severity,
    likelihood,
    references,
    places: [{ source: "observed", line: row + 1 }],
    sentence: { en: `${en} Seen: ${said}`, zh: `${zh}看到:${said}` },
  };
}
