import type { Origin, Sentence } from "../inject/api";
import { steps } from "../view/value";
import type { FoundInput } from "./details";
import type { Aspect } from "./situation";

/** What a sentence about a cause is made of. */
export interface CauseStatement {
  readonly by: readonly Aspect[];
  readonly together: boolean;
  readonly needsRelease: boolean;
  readonly a?: Origin;
  readonly b?: Origin;
  /** Whether the template's lines are others on the two sides. */
  readonly otherLines: boolean;
  readonly inputs: readonly FoundInput[];
  /** How many inputs are not told. */
  readonly moreInputs: number;
  /** None of the inputs makes it without the others. */
  readonly inputsTogether: boolean;
  /** Whether those that have no part in it were left away by trying. */
  readonly tried: boolean;
  readonly releases: readonly [a: string, b: string];
}

/** What made a change, in each language. */
export function causeSentence(statement: CauseStatement): Sentence {
  return { en: say(statement, EN), zh: say(statement, ZH) };
}

interface Words {
  readonly aspects: Readonly<Record<Aspect, string>>;
  template(name: string, a: number | undefined, b: number | undefined, otherLines: boolean): string;
  input(input: FoundInput): string;
  more(inputs: number): string;
  release(a: string, b: string): string;
  needs(release: string): string;
  others(aspects: readonly string[]): string;
  together(parts: readonly string[]): string;
  join(parts: readonly string[]): string;
  readonly untried: string;
}

function say(statement: CauseStatement, words: Words): string {
  const { by, a, b, inputs, otherLines, releases, moreInputs, tried, inputsTogether, together, needsRelease } =
    statement;
  const parts: string[] = [];
  const named = new Set<Aspect>();
  const template = b?.template ?? a?.template;
  if (by.includes("templates") && template !== undefined) {
    const line = (origin: Origin | undefined) => (origin?.step === "template" ? origin.at?.line : undefined);
    parts.push(words.template(template, line(a), line(b), otherLines));
    named.add("templates");
  }
  for (const input of inputs) {
    parts.push(words.input(input));
    named.add(aspectOf(input));
  }
  if (moreInputs > 0) parts.push(words.more(moreInputs));
  const rest = by.filter((aspect) => !named.has(aspect) && aspect !== "release");
  if (rest.length > 0) parts.push(words.others(rest.map((aspect) => words.aspects[aspect])));
  if (by.includes("release")) parts.push(needsRelease ? words.needs(releases[1]) : words.release(...releases));
  const jointly = inputsTogether || (together && by.length > (needsRelease ? 2 : 1));
  const sentence = jointly ? words.together(parts) : words.join(parts);
  return tried ? sentence : sentence + words.untried;
}

function aspectOf({ address: { source, pointer } }: FoundInput): Aspect {
  return source === "options" ? (pointer.slice(1) as Aspect) : (source as Aspect);
}

/** `global.proxy.image` of a pointer; keys that are no words in brackets. */
function dotted(pointer: string): string {
  return steps(pointer).reduce(
    (path, step) => (/^[\w-]+$/.test(step) ? `${path}${path === "" ? "" : "."}${step}` : `${path}[${step}]`),
    "",
  );
}

const LONGEST = 60;

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

const EN: Words = {
  aspects: {
    workload: "the workloads",
    templates: "the injector's templates",
    values: "the values",
    mesh: "the mesh configs",
    proxyConfigs: "the ProxyConfigs",
    namespaces: "the namespaces",
    release: "the releases",
    path: "the ways in",
    namespace: "the namespaces of the request",
    revision: "the revisions",
    nativeSidecars: "the settings of native sidecars",
    platform: "the platforms",
    compliancePolicy: "the compliance policies",
    injectPath: "the paths of the webhook",
    step: "the steps",
  },
  template: (name, a, b, otherLines) => {
    if (a === undefined && b === undefined) return `template ${name} is another`;
    if (a === undefined) return `template ${name} of B writes it on line ${b}, that of A does not`;
    if (b === undefined) return `template ${name} of A writes it on line ${a}, that of B does not`;
    return otherLines
      ? `template ${name} has other lines: ${a} of A, ${b} of B`
      : `template ${name} is another around line ${a} of A, ${b} of B`;
  },
  input: ({ address: { source, pointer }, told: { a, b } }) => {
    const held = (value: string | undefined) => (value === undefined ? "not set" : short(value));
    return `${name(source, dotted(pointer), "en")} is ${held(a)} in A and ${held(b)} in B`;
  },
  more: (inputs) => `${inputs} more ${inputs === 1 ? "input differs" : "inputs differ"}`,
  release: (a, b) => (a === b ? "the release" : `the injector of ${b} does this otherwise than that of ${a}`),
  needs: (release) => `the templates of B need the injector of ${release}`,
  others: (aspects) => `${listed(aspects, ", ", " and ")} differ`,
  together: (parts) => `${capital(listed(parts, "; ", "; and "))}: only together.`,
  join: (parts) => `${capital(listed(parts, "; ", "; "))}.`,
  untried: " Not all of these could be tried one by one: some may have no part in it.",
};

const ZH: Words = {
  aspects: {
    workload: "工作负载",
    templates: "注入器的模板",
    values: "values",
    mesh: "网格配置",
    proxyConfigs: "ProxyConfig",
    namespaces: "命名空间",
    release: "版本",
    path: "注入方式",
    namespace: "请求的命名空间",
    revision: "修订版本",
    nativeSidecars: "原生 sidecar",
    platform: "平台",
    compliancePolicy: "合规策略",
    injectPath: "webhook 路径",
    step: "步骤",
  },
  template: (name, a, b, otherLines) => {
    if (a === undefined && b === undefined) return `模板 ${name} 不同`;
    if (a === undefined) return `B 的模板 ${name} 在第 ${b} 行写入，A 的没有`;
    if (b === undefined) return `A 的模板 ${name} 在第 ${a} 行写入，B 的没有`;
    return otherLines
      ? `模板 ${name} 的行不同：A 第 ${a} 行，B 第 ${b} 行`
      : `模板 ${name} 在 A 第 ${a} 行、B 第 ${b} 行附近不同`;
  },
  input: ({ address: { source, pointer }, told: { a, b } }) => {
    const held = (value: string | undefined) => (value === undefined ? "未设置" : `为 ${short(value)}`);
    return `${name(source, dotted(pointer), "zh")}在 A 中${held(a)}，在 B 中${held(b)}`;
  },
  more: (inputs) => `另有 ${inputs} 项输入不同`,
  release: (a, b) => (a === b ? "版本" : `${b} 的注入器在这里的行为与 ${a} 不同`),
  needs: (release) => `B 的模板需要 ${release} 的注入器`,
  others: (aspects) => `${aspects.join("、")}不同`,
  together: (parts) => `${parts.join("；")}：须同时具备。`,
  join: (parts) => `${parts.join("；")}。`,
  untried: "其中有些未能逐一尝试，可能与此无关。",
};

function name(source: string, path: string, language: "en" | "zh"): string {
  const of = (en: string, zh: string) => (language === "en" ? `${path} of ${en}` : `${zh}的 ${path} `);
  if (source === "values") return language === "en" ? path : `${path} `;
  if (source === "options") return language === "en" ? `the option ${path}` : `选项 ${path} `;
  if (source === "workload") return of("your workload", "工作负载");
  if (source === "mesh") return of("the mesh config", "网格配置");
  if (source === "namespaces") return of("your namespace", "命名空间");
  return of("your ProxyConfig", "ProxyConfig ");
}

function listed(parts: readonly string[], comma: string, last: string): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(comma)}${last}${parts.at(-1)}`;
}

/** Names of fields stay as they are. */
function capital(text: string): string {
  return /^(?:template|the|native) /.test(text) ? text.slice(0, 1).toUpperCase() + text.slice(1) : text;
}
