import { version } from "../package.json";
import type { Finding } from "../lib/index";

/** A finding of an object, or of what all share. */
export interface ToldFinding {
  readonly finding: Finding;
  /** `Deployment shop/web`; absent for what all share. */
  readonly object?: string;
}

const LEVELS = { error: "error", warning: "warning", info: "note" } as const;

/**
 * Findings as SARIF 2.1.0, which code hosts read. `fileOf` gives the path of a finding's text; places in no file are left out. Rules are
 * listed once each, and results point to them by index, as the specification asks (3.27.6).
 */
export function sarif(told: readonly ToldFinding[], fileOf: (source: string) => string | undefined): unknown {
  const rules = [...new Map(told.map(({ finding }) => [finding.code, finding])).values()];
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "injection-explorer",
            version,
            rules: rules.map(({ code, rule, severity }) => ({
              id: code,
              name: rule,
              defaultConfiguration: { level: LEVELS[severity] },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: told.map(({ finding, object }) => ({
          ruleId: finding.code,
          ruleIndex: rules.findIndex(({ code }) => code === finding.code),
          level: LEVELS[finding.severity],
          message: { text: object === undefined ? finding.sentence.en : `${object}: ${finding.sentence.en}` },
          locations: locationsOf(finding, fileOf),
        })),
      },
    ],
  };
}

function locationsOf({ places }: Finding, fileOf: (source: string) => string | undefined): unknown[] {
  return places.flatMap(({ source, line, column }) => {
    const path = fileOf(source);
    if (path === undefined || path === "-") return [];
    const region =
      line === undefined ? {} : { region: { startLine: line, ...(column ? { startColumn: column } : {}) } };
    return [{ physicalLocation: { artifactLocation: { uri: encodeURI(path) }, ...region } }];
  });
}
