import type { Analysis, AnalyzedFile, AnalyzeOptions, AnalyzerMessage } from "./api";
import { analyzeAnnotations } from "./annotations";
import { analyzeImageAuto } from "./image-auto";
import { analyzeImages } from "./image";
import { analyzeInjection } from "./injection";
import { originOf, printed, type Report } from "./messages";
import { Resources, severalErrors } from "./resources";
import { analyzeExternal, analyzeWebhooks } from "./webhooks";
import { analyzeAssociations, analyzePortNames, analyzeUsers } from "./workloads";

/**
 * What `istioctl analyze` (1.30.3) says of files about injection: the codes in messages.ts, in its words and its order, namespaces, pods
 * and services read from the files too. Nothing that was pasted makes it throw but a mesh that does not read. O(size of the files).
 */
export function analyze(files: readonly AnalyzedFile[], options: AnalyzeOptions = {}): Analysis {
  const { namespace = "", meshConfig = "", suppress = [] } = options;
  const resources = new Resources(files, namespace);
  const reports: Report[] = [
    ...analyzeAnnotations(resources),
    ...analyzeAssociations(resources),
    ...analyzeUsers(resources),
    ...analyzeExternal(resources),
    ...analyzeInjection(resources),
    ...analyzeImages(resources, meshConfig),
    ...analyzeImageAuto(resources),
    ...analyzePortNames(resources),
    ...analyzeWebhooks(resources),
  ];
  const told = reports.filter((report) => isWanted(report, namespace) && !isSuppressed(report, suppress));
  const messages: AnalyzerMessage[] = printed(told);
  return { messages, ...(resources.errors.length > 0 ? { parseError: severalErrors(resources.errors) } : {}) };
}

function isWanted({ resource }: Report, namespace: string): boolean {
  const own = resource.kind === "Namespace" ? resource.name : resource.namespace;
  return namespace === "" || own === "" || own === namespace;
}

function isSuppressed({ code, resource }: Report, suppress: readonly string[]): boolean {
  const codes = resource.annotations.get("galley.istio.io/analyze-suppress")?.split(",") ?? [];
  if (codes.includes("*") || codes.includes(code)) return true;
  return suppress.some((rule) => {
    const equals = rule.indexOf("=");
    return rule.slice(0, equals) === code && fits(rule.slice(equals + 1), originOf(resource));
  });
}

/** Whether a text fits a pattern in which `*` stands for any text. Mirrors ryanuber/go-glob. */
function fits(pattern: string, text: string): boolean {
  const parts = pattern.split("*");
  if (parts.length === 1) return pattern === text;
  const [first, last] = [parts[0]!, parts.at(-1)!];
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > text.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}
