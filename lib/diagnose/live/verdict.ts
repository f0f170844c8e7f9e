import type { LivePod, Sentence } from "../../inject/api";
import type { Subject } from "../subject";
import type { Difference } from "./compare";

/** Whether injecting today would make another pod, and whether the live one has to be restarted. */
export function verdictOf(
  differences: readonly Difference[],
  subject: Subject,
): Pick<LivePod, "wouldChange" | "restart"> {
  const causes = new Set(differences.map(({ cause }) => cause));
  const wouldChange = causes.has("old-config") || causes.has("old-release") || causes.has("not-injected");
  const { object } = subject;
  if (object.error) return { wouldChange, restart: no(FAILS) };
  // A namespace that was not given is taken to have no labels, which proves nothing.
  const isLeftOut = object.webhook?.called === false && object.webhook.namespace.given;
  if (isLeftOut) return { wouldChange: false, restart: no(causes.has("not-injected") ? LEFT_OUT : NOT_CALLED) };
  if (object.decision?.inject === false) return { wouldChange, restart: no(wouldChange ? LOSES : LEFT_ALONE) };
  if (causes.has("not-injected")) return { wouldChange, restart: yes(NOT_INJECTED) };
  if (causes.has("old-release")) return { wouldChange, restart: yes(OLD_RELEASE) };
  if (causes.has("old-config")) return { wouldChange, restart: yes(OLD_CONFIG) };
  return { wouldChange, restart: no(causes.has("old-workload") ? OLD_WORKLOAD : SAME) };
}

const yes = (sentence: Sentence) => ({ must: true, sentence });
const no = (sentence: Sentence) => ({ must: false, sentence });

const FAILS: Sentence = {
  en: "Do not restart it: injecting the workload fails today, so no new pod would come.",
  zh: "不要重启：今天注入该工作负载会失败，不会出现新的 Pod。",
};
const NOT_CALLED: Sentence = {
  en: "Do not restart it: by the webhooks that were given the injector is not called any more, and the new pod would have no proxy.",
  zh: "不要重启：按给出的 webhook 配置，注入器已不会被调用，新的 Pod 将没有代理。",
};
const LEFT_OUT: Sentence = {
  en: "It would not help: by the webhooks that were given the injector is not called for it. See the findings.",
  zh: "重启没有用：按给出的 webhook 配置，注入器不会为它被调用。请看诊断。",
};
const LOSES: Sentence = {
  en: "Do not restart it unless that is wanted: the injector leaves the workload alone today, so the new pod would be without what it has.",
  zh: "除非有意如此，不要重启：注入器今天不会处理该工作负载，新的 Pod 会失去现有的注入内容。",
};
const LEFT_ALONE: Sentence = {
  en: "No: the injector leaves the workload alone, and a new pod would be the same.",
  zh: "不需要：注入器不处理该工作负载，新的 Pod 也一样。",
};
const NOT_INJECTED: Sentence = {
  en: "Yes: it was made without injection and never gets it any more; a new pod would be injected.",
  zh: "需要：它创建时没有注入，之后也不会再注入；新的 Pod 会被注入。",
};
const OLD_RELEASE: Sentence = {
  en: "Yes, to bring its proxy to the release that is injected today: a running pod keeps its own.",
  zh: "需要，才能让代理升级到今天注入的版本：运行中的 Pod 会一直保持原样。",
};
const OLD_CONFIG: Sentence = {
  en: "Yes, for what the injector's configuration has changed since: a running pod keeps what it was given.",
  zh: "需要，才能得到注入器配置之后的改动：运行中的 Pod 会一直保持原样。",
};
const OLD_WORKLOAD: Sentence = {
  en: "Not for the injector's sake: it would give the same today. The workload itself has changed since, and its own rollout replaces the pod.",
  zh: "就注入而言不需要：今天的注入结果相同。但工作负载本身已改变，它自己的滚动更新会替换该 Pod。",
};
const SAME: Sentence = {
  en: "No: injecting today would give the same pod.",
  zh: "不需要：今天注入会得到同样的 Pod。",
};
