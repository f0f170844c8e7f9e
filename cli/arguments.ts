import { NEWEST, RELEASES, releaseName, type Include, type InjectRequest } from "../lib/index";
import { FlagError, isSet, parseFlags, valueOf, type Flag } from "./flags";

/** A flag of `inject` with what --help says about it. */
interface DocumentedFlag extends Flag {
  /** What stands for its value in help; absent where it takes none. */
  readonly value?: string;
  readonly help: string;
  /** The values that it can have. */
  readonly choices?: readonly string[];
}

const OUTPUTS = ["yaml", "json", "patch", "diff"] as const;
const RELEASE_NAMES = RELEASES.map(releaseName);

const FLAGS: readonly DocumentedFlag[] = [
  {
    name: "filename",
    short: "f",
    value: "FILE",
    help: "the workload: YAML or JSON, any documents; - (and a pipe without -f) is standard input",
  },
  { name: "injector", value: "FILE", help: "the istio-sidecar-injector ConfigMap, as kubectl get -o yaml prints it" },
  { name: "mesh", value: "FILE", help: "the MeshConfig, or the ConfigMap istio (default: the release's own)" },
  { name: "proxy-configs", value: "FILE", help: "ProxyConfig resources" },
  { name: "namespaces", value: "FILE", help: "Namespace objects (annotations for OpenShift)" },
  {
    name: "release",
    value: "1.x",
    choices: ["auto", ...RELEASE_NAMES],
    help: `${RELEASE_NAMES[0]} … ${releaseName(NEWEST)}, or auto (default): told from the ConfigMap`,
  },
  {
    name: "path",
    value: "PATH",
    choices: ["webhook", "kube-inject"],
    help: "webhook (default) or kube-inject, the offline command",
  },
  { name: "namespace", short: "n", value: "NAME", help: "where an object names none (default: default)" },
  { name: "revision", short: "r", value: "NAME", help: "istio.io/rev of the control plane" },
  {
    name: "native-sidecars",
    value: "WHEN",
    choices: ["true", "false", "auto"],
    help: "true, false, or auto (default): as the release decides",
  },
  { name: "platform", value: "NAME", choices: ["", "openshift"], help: "openshift" },
  { name: "compliance-policy", value: "NAME", help: "COMPLIANCE_POLICY of istiod, for example fips-140-2" },
  { name: "inject-path", value: "PATH", help: "the webhook's URL path, for example /inject/cluster/c1/net/n1" },
  {
    name: "output",
    short: "o",
    value: "FORMAT",
    choices: OUTPUTS,
    help: "yaml (default), json, patch or diff: see below",
  },
  { name: "origins", type: "bool", help: "with -o json: where each line of the pods comes from" },
];

/** What `-o` can be. */
export type OutputFormat = (typeof OUTPUTS)[number];

/** The files that a request is read from, by the part of the request that they become; `-` is standard input. */
export interface RequestFiles {
  readonly workload: string;
  readonly injector: string;
  readonly mesh?: string;
  readonly proxyConfigs?: string;
  readonly namespaces?: string;
}

/** What `inject` is asked to do. */
export interface InjectArguments {
  readonly files: RequestFiles;
  readonly options: NonNullable<InjectRequest["options"]>;
  readonly output: OutputFormat;
}

/** What `inject` is asked to do, or that help is wanted. @throws FlagError for a command line that cannot be understood. */
export function injectArguments(args: readonly string[], stdinIsTerminal: boolean): InjectArguments | "help" {
  const parsed = parseFlags(FLAGS, args);
  if (isSet(parsed, "help")) return "help";
  const [extra] = parsed.positional;
  if (extra !== undefined) throw new FlagError(`unexpected argument ${extra}: files are given by flags`);
  for (const { name, choices } of FLAGS) {
    const values = parsed.values.get(name) ?? [];
    if (values.length > 1) throw new FlagError(`--${name} is given ${values.length} times`);
    if (values[0] === undefined || !choices || choices.includes(values[0])) continue;
    throw new FlagError(`--${name} ${values[0]}: expected ${choices.filter((choice) => choice !== "").join(", ")}`);
  }
  const get = (name: string): string | undefined => valueOf(parsed, name);
  const files = {
    workload: get("filename") ?? "-",
    injector: get("injector") ?? "",
    mesh: get("mesh"),
    proxyConfigs: get("proxy-configs"),
    namespaces: get("namespaces"),
  };
  if (files.injector === "")
    throw new FlagError("--injector is missing: the file with the istio-sidecar-injector ConfigMap");
  if (get("filename") === undefined && stdinIsTerminal)
    throw new FlagError("-f is missing: the file with the workload");
  const fromStdin = Object.values(files).filter((path) => path === "-").length;
  if (fromStdin > 1) throw new FlagError("standard input can only be one of the files");

  const output = (get("output") ?? "yaml") as OutputFormat;
  const origins = isSet(parsed, "origins");
  if (origins && output !== "json") throw new FlagError("--origins needs -o json");
  const native = get("native-sidecars") ?? "auto";
  const options = {
    path: get("path") as "webhook" | "kube-inject" | undefined,
    release: get("release"),
    namespace: get("namespace"),
    revision: get("revision"),
    nativeSidecars: native === "auto" ? ("auto" as const) : native === "true",
    platform: get("platform"),
    compliancePolicy: get("compliance-policy"),
    injectPath: get("inject-path"),
    include: included(output, origins),
  };
  return { files, options, output };
}

function included(output: OutputFormat, origins: boolean): readonly Include[] {
  if (output !== "json") return ["patch", "output"];
  return origins ? ["stages", "patch", "origins"] : ["stages", "patch"];
}

function flagLine({ short, name, value, help }: DocumentedFlag): string {
  const flag = `${short ? `-${short}, ` : "    "}--${name}${value === undefined ? "" : ` ${value}`}`;
  return `  ${flag.padEnd(30)} ${help}`;
}

/** What `inject --help` prints. */
export const injectHelp = `Usage: injection-explorer inject -f FILE --injector FILE [flags]

Injects every workload of a file as Istio's sidecar injector would, and prints the pods.

Flags:
${FLAGS.map(flagLine).join("\n")}
  -h, --help                     this text

Output:
  yaml   the pod that each workload makes, after injection (or as it was submitted, where it is not injected), as YAML documents with keys in
         the order in which people write pods; objects that make no pods are left out. With --path kube-inject: the whole output of the
         offline command, byte for byte
  json   the result as POST /api/v1/inject answers it: decision, templates, every stage, patch and final pod of each object;
         with --origins also of each of its values the step, the template's lines and the inputs that it comes from, and the same in words
  patch  the JSON patch (RFC 6902) of each pod, from submitted to final, one JSON array after another
  diff   what injection changes in each pod, as a unified diff; in colour on a terminal, unless NO_COLOR is set

What was not injected and why, warnings and errors go to standard error; errors as file:line:column: object: message, where the place is known.

Exit codes:
  0   every pod went through (also where a pod is not injected because it should not be)
  1   an injection failed, or a file cannot be read or used; the output has the pods that did not fail
  2   wrong usage
`;
