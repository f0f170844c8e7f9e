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

/** A statement in English. */
export function en(statement: Statement): string {
  const { over, removed } = statement;
  const why = becauseOf(statement);
  const instead = over ? (removed ? had(over) : `, in place of ${replaced(over)}`) : "";
  return `${removed ? taken(statement) : told(statement)}${why}${instead}.`;
}

/** A failure in English. */
export function enFailure(failure: FailureStatement): string {
  const { template, kind, more } = failure;
  const who = template === undefined ? "The injector" : `Template ${template}`;
  const inputs = failure.read.map(({ name, state }) => `${noun(name, kind)} (${holds(state)})`);
  const read = inputs.length > 0 ? `, having read ${listed(more > 0 ? [...inputs, `${more} more`] : inputs)}` : "";
  return `${who} fails${failure.line === undefined ? "" : ` on line ${failure.line}`}${read}${becauseOf(failure)}.`;
}

function holds(state: Reason["state"]): string {
  if (state.is === "value") return state.text;
  return state.is === "absent" ? "not set" : state.is;
}

function becauseOf({ because, kind }: Pick<Statement, "because" | "kind">): string {
  return because.length > 0 ? `, because ${because.map((one) => reason(one, kind)).join(" and ")}` : "";
}

/** What is said of a leaf, by what it is about. */
const TOLD: Readonly<Record<Topic, (statement: Statement) => string>> = {
  template: (s) => `From template ${s.template}${line(s)}: ${value(s) ?? "written there as it is"}`,
  written: (s) => `From your ${s.kind}${line(s)}: ${noun(s.made[0]!.name, s.kind)}, as you wrote it`,
  controller: (s) => `As the controller of your ${s.kind} writes it${made(s)}`,
  overrides: (s) => `Written by the injector to remember what it put back of your own containers${made(s)}`,
  putBack: (s) =>
    `From your ${s.kind}${line(s)}: ${followed(value(s))}put back (your own container wins over the template's)`,
  cluster: (s) =>
    `Written by the injector after all templates, for the proxy to know its cluster and network${made(s)}`,
  scrape: (s) =>
    `Written by the injector, so that Prometheus asks the agent for your application's metrics too${made(s)}`,
  scraped: (s) => `Written by the injector, for the agent to know where your application has its metrics${made(s)}`,
  probe: (s) => `Rewritten by the injector, so that the probe asks the agent, which asks your application${made(s)}`,
  probers: (s) => `Written by the injector, for the agent to know where your probes lead${made(s)}`,
  status: (s) => `Written by the injector to remember what it added${made({ ...s, same: false })}`,
  network: (s) => `Written by the injector, as the label of the pod's network${made(s)}`,
  injected: (s) => `From the injector's config${line(s)}: ${value(s) ?? "one of its injectedAnnotations"}`,
  api: () => "Nobody set it: Kubernetes writes it so where nothing is",
};

function told(statement: Statement): string {
  return TOLD[topicOf(statement)](statement);
}

const TAKEN: Readonly<Record<Statement["step"], (statement: Statement) => string>> = {
  template: (s) => `Taken away by template ${s.template}${line(s)}`,
  workload: () => "Taken away",
  reapplied: () => "Taken away when your own container was put back",
  clusterInfo: () => "Taken away by the injector, which writes cluster and network itself",
  prometheusMerge: () => "Taken away by the injector, which lets Prometheus ask the agent instead",
  rewriteProbes: () => "Taken away by the injector, which lets the probe ask the agent instead",
  metadata: () => "Taken away by the injector",
  api: () => "Taken away",
};

function taken(statement: Statement): string {
  return TAKEN[statement.step](statement);
}

function line({ line }: { readonly line: number | undefined }): string {
  return line === undefined ? "" : `, line ${line}`;
}

/** What the value was made of; undefined for nothing. */
function value({ made, more, same, kind }: Statement): string | undefined {
  if (made.length === 0) return undefined;
  const names = made.map(({ name }) => noun(name, kind));
  if (same) return `the value of ${names[0]}${isLeftOut(made[0]!) ? ", which is not given" : ""}`;
  return `made of ${listed(more > 0 ? [...names, `${more} more`] : names)}`;
}

function followed(text: string | undefined): string {
  return text === undefined ? "" : `${text}, `;
}

function made(statement: Statement): string {
  const text = value(statement);
  return text === undefined ? "" : `: ${text}`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

function noun(name: Name, kind: string): string {
  switch (name.is) {
    case "annotation":
    case "label":
      return name.of === "pod"
        ? `your pod's ${name.is} ${name.key}`
        : `the ${name.is} ${name.key} of your ${owner(name.of, kind)}`;
    case "container":
      return `${name.field === "" ? "" : `${name.field} of `}your container ${name.container}`;
    case "field":
      return `field ${name.path} of your ${kind}`;
    case "values":
      return name.path === "" ? "the values" : name.path;
    case "options":
      return `the option ${name.path}`;
    case "default":
      return `the release's default ${name.path}`;
  }
  return name.path === "" ? TEXTS[name.is] : `${name.path} of ${TEXTS[name.is]}`;
}

const TEXTS = {
  mesh: "the mesh config",
  proxyConfigs: "your ProxyConfig",
  injector: "the injector's config",
  namespaces: "your namespace",
  webhooks: "the webhook's configuration",
};

function owner(of: "object" | "namespace", kind: string): string {
  return of === "object" ? kind : "namespace";
}

function reason({ name, state }: Reason, kind: string): string {
  if (name.is === "annotation" || name.is === "label") {
    const [whose, has] = [name.of === "pod" ? "pod" : owner(name.of, kind), `${name.key} ${name.is}`];
    if (state.is === "absent") return `your ${whose} has no ${has}`;
    return state.is === "value" ? `your ${whose}'s ${has} is ${state.text}` : `your ${whose} has the ${has}`;
  }
  if (name.is === "container" && name.field === "name") return `your pod has a container ${name.container}`;
  const what = noun(name, kind);
  if (state.is === "absent") return name.is === "options" ? `${what} is not given` : `${what} is not set`;
  return `${what} is ${state.is === "value" ? state.text : state.is}`;
}

function replaced(over: Replaced): string {
  if (over.text !== undefined) return `${over.text}, which your pod had`;
  if (over.step === "template") return `what template ${over.template}${line(over)}, has`;
  return over.step === "workload" ? `what your pod had${line(over)}` : "what an earlier step had written";
}

function had(over: Replaced): string {
  return `; your pod had ${over.text ?? "it"}${over.line === undefined ? "" : ` on line ${over.line}`}`;
}
