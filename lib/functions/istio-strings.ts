/** Istio's functions on strings and containers. Mirrors template.go of pkg/kube/inject. */
import type { GoFunction } from "../gotemplate/function";
import { sprint, sprintf } from "../go/fmt";
import { ANY, BOOL, INT, sliceOf, STRING } from "../go/types";
import type { GoValue, Int } from "../go/value";
import { typesOf } from "../k8s/types";
import type { FunctionContext } from "./context";
import { func } from "./define";
import { checkLength } from "./longest";
import { readJson } from "./json-text";
import { contains, lower, trimSpace } from "./strings";
import { librariesOf } from "./libraries";

/** The port added to a list of ports, unless it is there already. Only an exact match counts as being there. */
function excludeInboundPort(port: GoValue, excluded: string): string {
  const wanted = trimSpace(sprint([port]));
  if (wanted === "" || wanted === "0") return excluded;
  const ports = excluded.split(",");
  if (ports.includes(wanted)) return excluded;
  return [...ports.map(trimSpace).filter((p) => p !== ""), wanted].join(",");
}

interface Container {
  readonly name?: string;
  readonly image?: string;
  readonly ports?: readonly { containerPort?: Int; protocol?: string }[] | null;
}

type Containers = readonly Container[] | null;

function portsOf(containers: Containers): string {
  return (containers ?? [])
    .flatMap((container) => container.ports ?? [])
    .filter(({ protocol }) => protocol !== "UDP" && protocol !== "SCTP")
    .map(({ containerPort }) => String(containerPort ?? 0))
    .join(",");
}

const WIDEST = 1000000;

/** Istio's indent: every line but the first gets spaces before it, also empty ones. */
function indent(spaces: Int, text: string): string {
  const lines = text.split("\n");
  const width = Math.abs(Number(spaces));
  checkLength(lines.length * Math.min(width, WIDEST));
  const pad = (line: string) => (width > WIDEST ? sprintf(`% ${spaces}s%s`, ["", line]) : " ".repeat(width) + line);
  return lines.map((line, i) => (i === 0 ? line : pad(line))).join("\n");
}

/** `ns/name` taken apart; without a slash the namespace is empty. */
function splitQualified(network: string): [namespace: string, name: string] {
  const parts = network.split("/");
  return parts.length < 2 ? ["", network] : [parts[0]!, parts[1]!];
}

/** A list of maps, as json.Unmarshal into []map[string]any takes it; undefined for anything else. */
function readNetworks(text: string): Map<string, GoValue>[] | undefined {
  const { value, error } = readJson(text);
  if (error || (value !== null && !Array.isArray(value))) return undefined;
  const networks: Map<string, GoValue>[] = [];
  for (const item of value ?? []) {
    if (item !== null && !(item instanceof Map)) return undefined;
    networks.push(item ?? new Map<string, GoValue>());
  }
  return networks;
}

/** Adds Istio's network to the value of Multus' annotation: a JSON list, or names with commas between. */
function appendMultusNetwork(existing: string, network: string, qualified: boolean): string {
  if (existing === "") return network;
  const end = existing.lastIndexOf("]");
  if (end >= 0) {
    const networks = readNetworks(existing);
    if (!networks) return existing;
    const [namespace, name] = qualified ? splitQualified(network) : ["", network];
    const isThere = networks.some(
      (other) => other.get("name") === name && (!qualified || (other.get("namespace") ?? "") === namespace),
    );
    if (isThere) return existing;
    const added = namespace === "" ? `, {"name": "${name}"}` : `, {"name": "${name}", "namespace": "${namespace}"}`;
    return existing.slice(0, end) + added + existing.slice(end);
  }
  const names = existing.split(",").map(trimSpace);
  return names.includes(network) ? existing : `${existing}, ${network}`;
}

/** The functions on strings and containers. */
export function istioStringFunctions({ release, env }: FunctionContext): GoFunction[] {
  const containers = sliceOf(typesOf(release).get("k8s.io/api/core/v1.Container"));
  const qualified = librariesOf(release).qualifiedNetworks;
  return [
    func("excludeInboundPort", [ANY, STRING], STRING, excludeInboundPort),
    func("includeInboundPorts", [containers], STRING, portsOf),
    func("applicationPorts", [containers], STRING, (list: Containers) =>
      portsOf((list ?? []).filter(({ name }) => name !== "istio-proxy")),
    ),
    func("kubevirtInterfaces", [STRING], STRING, (interfaces: string) => interfaces),
    func("excludeInterfaces", [STRING], STRING, (interfaces: string) => interfaces),
    func("indent", [INT, STRING], STRING, indent),
    func("directory", [STRING], STRING, (path: string) => path.slice(0, path.lastIndexOf("/") + 1)),
    func("contains", [STRING, STRING], BOOL, (part: string, text: string) => contains(text, part)),
    func("toLower", [STRING], STRING, lower),
    func("appendMultusNetwork", [STRING, STRING], STRING, (existing: string, network: string) =>
      appendMultusNetwork(existing, network, qualified),
    ),
    func("env", [STRING, STRING], STRING, (key: string, fallback: string) => env.get(key) || fallback),
  ];
}
