import type { Finding } from "../../inject/api";
import { SIGNS } from "./signs";

/**
 * What kubectl's output says: `describe`, `get events`, `get endpoints`, `get pods`, logs, in any mixture. Each sign once, with the line
 * where it was seen first. O(lines × signs).
 */
export function observedFindings(text: string): Finding[] {
  const found = new Map<string, Finding>();
  for (const [index, line] of text.split("\n").entries()) {
    // A sign may be on a line of hundreds of characters, but not of hundreds of thousands.
    const seen = line.slice(0, LONGEST);
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
  const endpoints = emptyEndpoints(text);
  if (endpoints && !found.has(endpoints.code)) found.set(endpoints.code, endpoints);
  return [...found.values()];
}

const LONGEST = 2000;

/** The table of `kubectl get endpoints`: a service of istiod without addresses. */
function emptyEndpoints(text: string): Finding | undefined {
  const lines = text.split("\n");
  const header = lines.findIndex((line) => /^(?:NAMESPACE\s+)?NAME\s+ENDPOINTS\s+AGE/.test(line));
  const row = lines.findIndex((line, i) => i > header && /^(?:\S+\s+)?istiod\S*\s+<none>/.test(line));
  if (header < 0 || row < 0) return undefined;
  const sign = SIGNS.find(({ code }) => code === "IX304")!;
  const { en, zh, code, rule, severity, likelihood, references } = sign;
  const place = { source: "observed" as const, line: row + 1 };
  return {
    code,
    rule,
    severity,
    likelihood,
    references,
    places: [place],
    sentence: { en: `${en} Seen: ${lines[row]!.trim()}`, zh: `${zh}看到:${lines[row]!.trim()}` },
  };
}
