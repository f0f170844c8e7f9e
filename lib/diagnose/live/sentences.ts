import { parseJson } from "../../go/json";
import type { Json } from "../../go/json-value";
import type { LiveCause, Sentence } from "../../inject/api";
import { at, scalar, text } from "../json";
import type { Difference } from "./compare";

/** A difference in words. */
export function sentenceOf({ cause, path, was, now }: Difference): Sentence {
  const name = path.join("/");
  const revision = path.join("/") === "annotations/sidecar.istio.io/status" && revisions(was?.value, now?.value);
  if (revision) {
    const [then, today] = revision;
    return {
      en: `It was injected by revision ${then}; today it would be ${today}.`,
      zh: `它由修订版本 ${then} 注入；今天会是 ${today}。`,
    };
  }
  const { en, zh } = CAUSES[cause];
  const how = !was ? HOW.missing : !now ? HOW.more : HOW.other;
  const [then, today] = [short(was?.value), short(now?.value)];
  const values = was && now && then !== "" && today !== "" ? ` (${then} → ${today})` : "";
  return { en: `${name} ${how.en}${values}: ${en}`, zh: `${name} ${how.zh}${values}：${zh}` };
}

const HOW = {
  missing: { en: "is missing in the live pod", zh: "在运行中的 Pod 里没有" },
  more: { en: "is only in the live pod", zh: "只在运行中的 Pod 里有" },
  other: { en: "differs", zh: "不同" },
} as const;

const CAUSES: Readonly<Record<LiveCause, Sentence>> = {
  "api-server": {
    en: "the API server, its admission plugins, a controller, the scheduler or the network wrote it.",
    zh: "由 API server、准入插件、控制器、调度器或网络插件写入。",
  },
  "other-mutator": {
    en: "neither the workload nor the injector has it; another webhook, an operator or an older workload put it there.",
    zh: "工作负载和注入器都没有；由其他 webhook、Operator 或更早的工作负载加入。",
  },
  "old-config": {
    en: "the injector's ConfigMap, the mesh or annotations were others when the pod was made.",
    zh: "创建该 Pod 时，注入器的 ConfigMap、网格配置或注解与现在不同。",
  },
  "old-release": {
    en: "the proxy is of another release than the one injected today.",
    zh: "代理的版本与今天注入的不同。",
  },
  "old-workload": {
    en: "the workload was another one when the pod was made, or something changed it on the way.",
    zh: "创建该 Pod 时的工作负载与现在不同，或途中被其他程序修改。",
  },
  "by-hand": {
    en: "kubectl changed it in the live pod; a new pod will not have it.",
    zh: "由 kubectl 在运行中的 Pod 上修改；新的 Pod 不会有。",
  },
  "not-injected": {
    en: "the pod was made without injection, which happens only as a pod is created.",
    zh: "该 Pod 创建时没有注入，而注入只发生在创建 Pod 时。",
  },
};

function revisions(was: Json | undefined, now: Json | undefined): readonly [string, string] | undefined {
  const [then, today] = [revisionOf(was), revisionOf(now)];
  return then !== undefined && today !== undefined && then !== today ? [then, today] : undefined;
}

function revisionOf(status: Json | undefined): string | undefined {
  try {
    return text(at(parseJson(text(status)), "revision")) || undefined;
  } catch {
    return undefined;
  }
}

/** A value that is short enough to be quoted; of an env entry its value. */
function short(value: Json | undefined): string {
  const said = scalar(value) ?? scalar(at(value, "value")) ?? "";
  return said.length <= 80 && !said.includes("\n") ? said : "";
}
