import { compareStrings } from "../go/strings";
import type { AnalyzerMessage, Level } from "./api";
import type { Resource } from "./resources";

/** A message before it is printed. */
export interface Report {
  readonly code: Code;
  readonly resource: Resource;
  readonly message: string;
  /** Where not the object's own line is told. */
  readonly line?: number;
}

/** The levels of the codes. */
const LEVELS = {
  IST0102: "Info",
  IST0103: "Warning",
  IST0107: "Warning",
  IST0108: "Warning",
  IST0116: "Warning",
  IST0118: "Info",
  IST0123: "Warning",
  IST0125: "Warning",
  IST0135: "Info",
  IST0139: "Error",
  IST0144: "Warning",
  IST0146: "Warning",
  IST0147: "Error",
  IST0148: "Info",
  IST0158: "Warning",
  IST0163: "Warning",
  IST0164: "Info",
} satisfies Record<string, Level>;

export type Code = keyof typeof LEVELS;

const ORDER: readonly Level[] = ["Error", "Warning", "Info"];

/** Reports in the order in which istioctl prints them, each once. Mirrors Messages.SortedDedupedCopy of pkg/config/analysis/diag. */
export function printed(reports: readonly Report[]): AnalyzerMessage[] {
  const keyed = reports.map((report) => ({ key: sortKey(report), message: messageOf(report) }));
  keyed.sort((a, b) => compareKeys(a.key, b.key));
  return keyed
    .filter(({ key }, i) => i === 0 || compareKeys(key, keyed[i - 1]!.key) !== 0)
    .map(({ message }) => message);
}

function messageOf({ code, resource, message, line }: Report): AnalyzerMessage {
  const { kind, name, namespace } = resource;
  return {
    code,
    level: LEVELS[code],
    message,
    origin: originOf(resource),
    reference: referenceOf(resource, line),
    documentationUrl: `https://istio.io/v1.30/docs/reference/config/analysis/${code.toLowerCase()}/?ref=istioctl-analyze`,
    object: { kind, name, namespace },
  };
}

/** `Pod shop/web`, `Namespace shop`. */
export function originOf({ kind, name, namespace }: Resource): string {
  return `${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;
}

function referenceOf({ file, line: own }: Resource, line = own): string {
  return file.endsWith(".json") ? file : `${file}:${line}`;
}

function sortKey(report: Report): readonly (string | number)[] {
  const { resource, code, message } = report;
  const { kind, name, namespace } = resource;
  const level = LEVELS[code];
  const whole = `${level} [${code}] (${originOf(resource)} ${referenceOf(resource, report.line)}) ${message}`;
  return [ORDER.indexOf(level), code, `${kind}/${name}/${namespace}`, whole];
}

function compareKeys(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [i, part] of a.entries()) {
    const other = b[i]!;
    if (part !== other)
      return typeof part === "string" ? compareStrings(part, other as string) : part - (other as number);
  }
  return 0;
}
