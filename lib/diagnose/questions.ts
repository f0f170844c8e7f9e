import type { Finding } from "../inject/api";
import type { Surroundings } from "./surroundings";

interface Question {
  readonly code: string;
  readonly rule: string;
  readonly ask: string;
  readonly en: string;
  readonly zh: string;
  readonly references: readonly string[];
  readonly likelihood: number;
  /** Whether there is reason to ask. */
  readonly when: (shared: Surroundings) => boolean;
}

const wanted = ({ result }: Surroundings) =>
  result.objects.some(({ makesPods, decision, webhook }) => makesPods && decision?.inject && webhook?.called !== false);

/** What no YAML tells, with the command that does. */
export const QUESTIONS: readonly Question[] = [
  {
    code: "IX201",
    rule: "ask-events",
    ask: "kubectl get events --field-selector reason=FailedCreate -A",
    en: "If no pod appears at all: does its ReplicaSet say that the webhook failed or refused it?",
    zh: "如果根本没有 Pod 出现:它的 ReplicaSet 是否说 webhook 失败或被拒绝?",
    references: ["#29912", "#26380", "#35271"],
    likelihood: 12,
    when: wanted,
  },
  {
    code: "IX202",
    rule: "ask-endpoints",
    ask: "kubectl -n istio-system get endpoints istiod",
    en: "Has the service of istiod an endpoint that is ready?",
    zh: "istiod 的 Service 是否有就绪的端点?",
    references: ["#16481", "#58447", "#26380"],
    likelihood: 11,
    when: wanted,
  },
  {
    code: "IX203",
    rule: "ask-describe",
    ask: "kubectl describe pod NAME",
    en: "If the pod is there and not ready: what do its events and container states say?",
    zh: "如果 Pod 存在但未就绪:它的事件和容器状态说了什么?",
    references: ["#43824", "#22463", "#21266", "#58750"],
    likelihood: 10,
    when: wanted,
  },
  {
    code: "IX204",
    rule: "ask-root-certificate",
    ask: "kubectl get configmap istio-ca-root-cert -A",
    en: "Is the ConfigMap istio-ca-root-cert in the namespace? istiod writes it into each; without it the proxy's volume cannot be mounted.",
    zh: "命名空间里有 ConfigMap istio-ca-root-cert 吗?istiod 会写入每个命名空间;没有它,代理的卷无法挂载。",
    references: ["#43824", "#22463"],
    likelihood: 9,
    when: wanted,
  },
];

/** The questions that are still open: one that pasted output answers is not asked again. */
export function questions(shared: Surroundings, observed: readonly Finding[]): Finding[] {
  if (observed.length > 0 || shared.request.observed?.trim()) return [];
  return QUESTIONS.filter(({ when }) => when(shared)).map(({ en, zh, code, rule, likelihood, references, ask }) => ({
    code,
    rule,
    likelihood,
    references,
    ask,
    severity: "info",
    places: [],
    sentence: { en, zh },
  }));
}
