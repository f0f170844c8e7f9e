import type { Name } from "./names";
import {
  isLeftOut,
  topicOf,
  type FailureStatement,
  type Reason,
  type Replaced,
  type Statement,
  type Topic,
} from "./statement";

/** A statement in Chinese. */
export function zh(statement: Statement): string {
  const { over, removed } = statement;
  const why = becauseOf(statement);
  const instead = over ? (removed ? had(over) : `，取代了${replaced(over)}`) : "";
  return `${tidy(`${removed ? taken(statement) : told(statement)}${why}${instead}`)}。`;
}

/** A failure in Chinese. */
export function zhFailure(failure: FailureStatement): string {
  const { template, kind, more, line } = failure;
  const who = template === undefined ? "注入器" : `模板 ${template} `;
  const inputs = failure.read.map(({ name, state }) => `${noun(name, kind)}（${holds(state)}）`);
  const all = more > 0 ? `等 ${inputs.length + more} 项` : "";
  const read = inputs.length > 0 ? `，此前读取了 ${inputs.join("、")}${all}` : "";
  return `${tidy(`${who}${line === undefined ? "失败" : `在第 ${line} 行失败`}${read}${becauseOf(failure)}`)}。`;
}

function holds(state: Reason["state"]): string {
  switch (state.is) {
    case "absent":
      return "未设置";
    case "set":
      return "已设置";
    case "empty":
      return "空";
    case "value":
      return state.text;
  }
}

function becauseOf({ because, kind }: Pick<Statement, "because" | "kind">): string {
  return because.length > 0 ? `，因为${because.map((one) => reason(one, kind)).join("，并且")}` : "";
}

/** What is said of a leaf, by what it is about. */
const TOLD: Readonly<Record<Topic, (statement: Statement) => string>> = {
  template: (s) => `来自模板 ${s.template}${line(s)}：${value(s) ?? "模板里就是这样写的"}`,
  written: (s) => `来自你的 ${s.kind}${line(s)}：${noun(s.made[0]!.name, s.kind)}，保持你写的样子`,
  controller: (s) => `由你的 ${s.kind} 的控制器写入${made(s)}`,
  overrides: (s) => `由注入器写入，用来记住它从你自己的容器中恢复了哪些内容${made(s)}`,
  putBack: (s) => `来自你的 ${s.kind}${line(s)}：${followed(value(s))}由注入器放回（你自己的容器优先于模板）`,
  cluster: (s) => `由注入器在所有模板之后写入，让代理知道自己所在的集群和网络${made(s)}`,
  scrape: (s) => `由注入器写入，让 Prometheus 通过 istio-agent 一并抓取你的应用的指标${made(s)}`,
  scraped: (s) => `由注入器写入，让 istio-agent 知道你的应用在哪里提供指标${made(s)}`,
  probe: (s) => `由注入器改写，让探针访问 istio-agent，再由它访问你的应用${made(s)}`,
  probers: (s) => `由注入器写入，让 istio-agent 知道你的探针原本指向哪里${made(s)}`,
  status: (s) => `由注入器写入，用来记住它添加了什么${made({ ...s, same: false })}`,
  network: (s) => `由注入器写入，作为 Pod 所在网络的标签${made(s)}`,
  injected: (s) => `来自注入器配置${line(s)}：${value(s) ?? "injectedAnnotations 中的一项"}`,
  api: () => "没有人设置它：Kubernetes 对空着的字段就是这样写的",
};

function told(statement: Statement): string {
  return TOLD[topicOf(statement)](statement);
}

const TAKEN: Readonly<Record<Statement["step"], (statement: Statement) => string>> = {
  template: (s) => `被模板 ${s.template}${line(s)}去掉`,
  workload: () => "被去掉",
  reapplied: () => "在放回你自己的容器时被去掉",
  clusterInfo: () => "被注入器去掉：集群和网络由它自己写入",
  prometheusMerge: () => "被注入器去掉：Prometheus 改为访问 istio-agent",
  rewriteProbes: () => "被注入器去掉：探针改为访问 istio-agent",
  metadata: () => "被注入器去掉",
  api: () => "被去掉",
};

function taken(statement: Statement): string {
  return TAKEN[statement.step](statement);
}

function line({ line }: { readonly line: number | undefined }): string {
  return line === undefined ? "" : ` 第 ${line} 行`;
}

/** What the value was made of; undefined for nothing. */
function value({ made, more, same, kind }: Statement): string | undefined {
  if (made.length === 0) return undefined;
  const names = made.map(({ name }) => noun(name, kind));
  if (same) return `${names[0]} 的值${isLeftOut(made[0]!) ? "（未给出）" : ""}`;
  return more > 0 ? `由 ${names.join("、")} 等 ${names.length + more} 项得出` : `由 ${names.join("、")} 得出`;
}

function followed(text: string | undefined): string {
  return text === undefined ? "" : `${text}，`;
}

function made(statement: Statement): string {
  const text = value(statement);
  return text === undefined ? "" : `：${text}`;
}

const WORDS = { annotation: "注解", label: "标签" };

function noun(name: Name, kind: string): string {
  switch (name.is) {
    case "annotation":
    case "label":
      return `${owner(name.of, kind)} 的${WORDS[name.is]} ${name.key}`;
    case "container":
      return `你的容器 ${name.container}${name.field === "" ? "" : ` 的 ${name.field}`}`;
    case "field":
      return `你的 ${kind} 的字段 ${name.path}`;
    case "values":
      return name.path === "" ? "values" : name.path;
    case "options":
      return `选项 ${name.path}`;
    case "default":
      return `该版本默认的 ${name.path}`;
  }
  return name.path === "" ? TEXTS[name.is] : `${TEXTS[name.is]}中的 ${name.path}`;
}

const TEXTS = {
  mesh: "网格配置",
  proxyConfigs: "你的 ProxyConfig ",
  injector: "注入器配置",
  namespaces: "你的命名空间",
  webhooks: "Webhook 配置",
};

function owner(of: "pod" | "object" | "namespace", kind: string): string {
  return of === "pod" ? "你的 Pod" : of === "object" ? `你的 ${kind}` : "你的命名空间";
}

function reason({ name, state }: Reason, kind: string): string {
  if (name.is === "annotation" || name.is === "label") {
    const [whose, has] = [owner(name.of, kind), `${WORDS[name.is]} ${name.key}`];
    if (state.is === "absent") return `${whose} 没有${has}`;
    return state.is === "value" ? `${whose} 的${has} 是 ${state.text}` : `${whose} 有${has}`;
  }
  if (name.is === "container" && name.field === "name") return `你的 Pod 有容器 ${name.container}`;
  const what = noun(name, kind);
  switch (state.is) {
    case "absent":
      return `没有设置 ${what}`;
    case "set":
      return `设置了 ${what}`;
    case "empty":
      return ` ${what} 是空的`;
    case "value":
      return ` ${what} 是 ${state.text}`;
  }
}

function replaced(over: Replaced): string {
  if (over.text !== undefined) return `你的 Pod 原有的 ${over.text}`;
  if (over.step === "template") return `模板 ${over.template}${line(over)}的内容`;
  return over.step === "workload" ? `你的 Pod${line(over)}原有的内容` : "前面步骤写入的内容";
}

function had(over: Replaced): string {
  const where = over.line === undefined ? "" : `（第 ${over.line} 行）`;
  return over.text === undefined ? `；它原来在你的 Pod 中${where}` : `；你的 Pod 原来有 ${over.text}${where}`;
}

/** Chinese words stand together, and only Latin ones apart. */
function tidy(text: string): string {
  let tidied = "";
  let from = 0;
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) {
    if (!isChinese(text.charCodeAt(at - 1)) || !isChinese(text.charCodeAt(at + 1))) continue;
    tidied += text.slice(from, at);
    from = at + 1;
  }
  return from === 0 ? text : tidied + text.slice(from);
}

/** Whether a UTF-16 unit is a Chinese character or its punctuation. */
function isChinese(unit: number): boolean {
  return (unit >= 0x3000 && unit <= 0x9fff) || (unit >= 0xff00 && unit <= 0xffef);
}
