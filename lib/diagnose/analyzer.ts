import { analyze, type AnalyzerMessage } from "../analyze";
import type { EditedText, Finding, Severity } from "../inject/api";
import { GoError } from "../source/errors";
import type { Surroundings } from "./surroundings";

/** Codes that rules of our own tell with more: the place, the mend, the other language. */
const OWN: ReadonlySet<string> = new Set(["IST0123", "IST0146", "IST0147"]);

/** What each code says, for those who read Chinese; istioctl's own words follow. */
const CHINESE: Readonly<Record<string, string>> = {
  IST0102: "命名空间没有启用注入",
  IST0103: "Pod 缺少代理",
  IST0107: "注解放在了不适用的对象上",
  IST0108: "未知的注解",
  IST0116: "工作负载的端口被多个服务使用",
  IST0118: "服务端口的名称没有说明协议",
  IST0125: "注解的值无效",
  IST0135: "注解已弃用",
  IST0139: "注入 webhook 有问题",
  IST0144: "应用使用了代理的用户 1337",
  IST0148: "默认启用注入",
  IST0158: "代理镜像与控制面不一致",
  IST0163: "外部控制面的地址无效",
  IST0164: "外部控制面的地址是 IP",
};

const LIKELIHOOD: Readonly<Record<AnalyzerMessage["level"], number>> = { Error: 65, Warning: 42, Info: 15 };

/**
 * What `istioctl analyze` says of the texts, as findings in its own words. An Error of the analyzers is a warning here: they do not know
 * whether this pod fails. A missing control plane service is told only where Services were pasted.
 */
export function analyzerFindings({ request }: Surroundings): Finding[] {
  const texts: Readonly<Record<string, string | undefined>> = {
    workload: request.workload,
    namespaces: request.namespaces,
    webhooks: request.webhooks,
  };
  const files = Object.entries(texts).flatMap(([name, text]) => (text?.trim() ? [{ name, text }] : []));
  const hasServices = files.some(({ text }) => /^\s*kind:\s*Service\s*$/m.test(text));
  try {
    const { messages } = analyze(files, { namespace: request.options?.namespace ?? "" });
    return messages
      .filter(
        ({ code, message }) => !OWN.has(code) && (hasServices || !message.includes("service that does not exist")),
      )
      .map(findingOf);
  } catch (error) {
    if (error instanceof GoError) return [];
    throw error;
  }
}

function findingOf({ code, level, message, origin, reference }: AnalyzerMessage): Finding {
  const [source, line] = reference.split(":");
  const severity: Severity = level === "Info" ? "info" : "warning";
  return {
    code,
    rule: "istioctl-analyze",
    severity,
    likelihood: LIKELIHOOD[level],
    places: [{ source: source as EditedText, ...(line === undefined ? {} : { line: Number(line) }) }],
    sentence: { en: `${origin}: ${message}`, zh: `${CHINESE[code] ?? "istioctl analyze"}:${origin}: ${message}` },
    references: ["istioctl analyze"],
  };
}
