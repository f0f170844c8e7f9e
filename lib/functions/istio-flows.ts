/** What comes from where in Istio's own functions. */
import { decided, keyOf, lengthOf, memberNode, memberOf, printed, whole } from "../gotemplate/flows";
import type { FlowRule, FlowRun } from "../gotemplate/function";
import type { GoValue, Node } from "../go/value";
import { type Flow, MadeFlow, ScalarFlow, type TextSpan } from "../provenance/flow";
import { type Inputs, join, joinAll } from "../provenance/inputs";
import type { YamlNode } from "../yaml/node";
import { parseYaml } from "../yaml/parse";
import { allInputs, entriesIn, madeList, nodesIn } from "./flow-kinds";
import { omitNil } from "./istio-maps";
import { mergedMaps } from "./merge-flows";

type Struct = Readonly<Record<string, Node>> | null | undefined;

const annotation: FlowRule = ([meta, name, fallback], [value, key, other], _, run) => {
  const annotations = (value as Struct)?.["annotations"];
  const member = memberOf(meta!.member("annotations"), annotations, key as string, run).decidedBy(name!.inputs);
  return entriesIn(annotations).has(key as string) ? member : whole(fallback!, other, run).decidedBy(member.inputs);
};

const valueOrDefault: FlowRule = ([of, fallback], [value]) =>
  value === "" || value === null ? fallback!.decidedBy(of!.inputs) : of!;

/** Where in a printed YAML text each key and each scalar stands, with what it came from. */
function yamlSpans(text: string, flow: Flow, value: Node, run: FlowRun): TextSpan[] {
  const spans: TextSpan[] = [];
  const add = (node: YamlNode, of: Flow, at: Node): void => {
    const { kind, children } = node;
    if (kind === "mapping" && children.length > 0) {
      for (let i = 0; i < children.length; i += 2) {
        const { start, end, value: key } = children[i]!;
        spans.push({ start, end, flow: keyOf(of, key) });
        add(children[i + 1]!, memberOf(of, at, key, run), memberNode(at, key));
      }
    } else if (kind === "sequence" && children.length > 0) {
      children.forEach((child, i) => add(child, memberOf(of, at, String(i), run), memberNode(at, String(i))));
    } else spans.push({ start: node.start, end: node.end, flow: of });
  };
  const { root } = parseYaml(text);
  if (root) add(root, run.held(flow, value), value);
  return spans;
}

const toYaml: FlowRule = ([of], [value], result, run) => {
  const all = whole(of!, value, run);
  return new ScalarFlow(all.data, all.control, yamlSpans(result as string, of!, value, run));
};

/** What is left of a value without what is nil: elements of lists have moved. */
const withoutNil: FlowRule = ([of], [value], result, run) => {
  const flow = run.held(of!, value);
  if (value === result || result === null) return flow.decidedBy(whole(flow, value, run).inputs);
  return Array.isArray(value)
    ? listWithoutNil(flow, value as Node[], result as Node[], run)
    : mapWithoutNil(flow, value, entriesIn(result), run);
};

function listWithoutNil(flow: Flow, value: readonly Node[], result: readonly Node[], run: FlowRun): Flow {
  const kept = [...value.keys()].filter((i) => omitNil(value[i] as GoValue) !== null);
  const elements = kept.map((i, at) =>
    withoutNil([memberOf(flow, value, String(i), run)], [value[i]], result[at], run),
  );
  return madeList(elements, flow.data, join(flow.control, lengthOf(flow, value)));
}

function mapWithoutNil(flow: Flow, value: Node, result: ReadonlyMap<string, Node>, run: FlowRun): Flow {
  const members = new Map<string, Flow>();
  let control = flow.control;
  for (const [key, item] of entriesIn(value)) {
    const member = memberOf(flow, value, key, run);
    if (result.has(key)) members.set(key, withoutNil([member], [item], result.get(key), run));
    else control = join(control, whole(member, item, run).inputs);
  }
  return new MadeFlow(flow.data, control, members, flow);
}

const toJsonMap: FlowRule = (args, values, _, run) => {
  const union = new Map(values.flatMap((map) => [...entriesIn(map)]));
  return whole(mergedMaps(args, values, union, run), union, run);
};

/** The ports that a list of containers has, by name without those of the proxy. */
function ports(withoutProxy: boolean): FlowRule {
  return ([of], [containers], _, run) => {
    let data: Inputs;
    let control = of!.inputs;
    nodesIn(containers).forEach((container, i) => {
      const from = memberOf(of!, containers, String(i), run);
      if (withoutProxy) control = join(control, from.member("name").inputs);
      if (withoutProxy && field(container, "name") === "istio-proxy") return;
      const list = from.member("ports");
      control = join(control, list.inputs);
      nodesIn(field(container, "ports")).forEach((port, j) => {
        const { inputs } = list.member(String(j)).member("protocol");
        control = join(control, inputs);
        const shown = field(port, "protocol") !== "UDP" && field(port, "protocol") !== "SCTP";
        if (shown) data = join(data, list.member(String(j)).member("containerPort").inputs);
      });
    });
    return new ScalarFlow(data, control);
  };
}

function field(struct: Node, key: string): Node {
  return (struct as Struct)?.[key];
}

/** The second text with the first one in it, unless it is there. */
const excludeInboundPort: FlowRule = (args, values, result, run) => {
  const [port, excluded] = args as [Flow, Flow];
  return result === values[1] ? excluded.decidedBy(port.inputs) : printed(args, values, run);
};

const appendMultusNetwork: FlowRule = (args, values, result, run) => {
  const [existing, network] = args as [Flow, Flow];
  if (values[0] === "") return network.decidedBy(existing.inputs);
  return result === values[0] ? existing.decidedBy(network.inputs) : printed(args, values, run);
};

/** The first of several texts that is not empty, which hangs on those before it. */
function firstText(candidates: readonly (readonly [Flow, Node])[]): Flow {
  let control: Inputs;
  for (const [flow, text] of candidates) {
    if (text !== undefined && text !== "") return flow.decidedBy(control);
    control = join(control, flow.inputs);
  }
  return decided(control);
}

const otelResourceAttributes: FlowRule = (args, values, result, run) => {
  const [mesh, annotations, labels, namespace, containers] = args as [Flow, Flow, Flow, Flow, Flow];
  const [, notes, marks, name, list] = values;
  const providers = whole(mesh.member("extensionProviders"), field(values[0], "extensionProviders"), run);
  if (result === "") return decided(join(providers.inputs, allInputs(args.slice(1), values.slice(1), run)));
  const text = (map: Flow, entries: Node, key: string) =>
    [map.member(key), entriesIn(entries).get(key)] as const satisfies readonly [Flow, Node];
  const note = (key: string) => text(annotations, notes, `resource.opentelemetry.io/${key}`);
  const first = nodesIn(list)[0];
  const image: [Flow, Node][] =
    nodesIn(list).length === 1 ? [[containers.member("0").member("image"), field(first, "image")]] : [];
  const parts = [
    firstText([note("service.namespace"), [namespace, name]]),
    firstText([note("service.version"), text(labels, marks, "app.kubernetes.io/version"), ...image]),
    firstText([
      note("service.instance.id"),
      [printed([namespace, containers.member("0").member("name")], [name, ""], run), first && "x"],
    ]),
  ];
  const data = joinAll(parts.map((part) => part.data));
  return new ScalarFlow(
    data,
    join(joinAll(parts.map((part) => part.control)), join(providers.inputs, lengthOf(containers, list))),
  );
};

/** A variable of the environment, or what stands for it where it is not set. */
const env: FlowRule = ([key, fallback], [name, text], result, run) => {
  const variable = run.environment?.member(name as string) ?? decided(undefined);
  const flow = result === text ? fallback!.decidedBy(variable.inputs) : variable;
  return flow.decidedBy(key!.inputs);
};

const expandenv: FlowRule = ([of], [text], _, run) => {
  const names = (text as string).match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? [];
  const variables = names.map((name) => run.environment?.member(name).inputs);
  return new ScalarFlow(of!.data, join(of!.control, joinAll(variables)));
};

export const ISTIO_FLOWS: readonly (readonly [string, FlowRule])[] = [
  ["annotation", annotation],
  ["valueOrDefault", valueOrDefault],
  ["toYaml", toYaml],
  ["omitNil", withoutNil],
  ["toJsonMap", toJsonMap],
  ["includeInboundPorts", ports(false)],
  ["applicationPorts", ports(true)],
  ["excludeInboundPort", excludeInboundPort],
  ["appendMultusNetwork", appendMultusNetwork],
  ["otelResourceAttributes", otelResourceAttributes],
  ["env", env],
  ["expandenv", expandenv],
  ["kubevirtInterfaces excludeInterfaces", ([of]) => of!],
  // A duration is a text where people write it.
  ["formatDuration", ([of]) => new ScalarFlow(of!.data, of!.control)],
];
