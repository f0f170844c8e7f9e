import { NEWEST, RELEASES, releaseName, type InjectRequest } from "../lib/index";
import { readBytes } from "./files";
import { FlagError, type Flag } from "./flags";
import type { Io } from "./io";

/** A flag with what --help says about it. */
export interface DocumentedFlag extends Flag {
  /** What stands for its value in help; absent where it takes none. */
  readonly value?: string;
  readonly help: string;
  /** The values that it can have. */
  readonly choices?: readonly string[];
}

const RELEASE_NAMES = RELEASES.map(releaseName);

/** The flags that say what is injected, and with what. */
export const SITUATION_FLAGS: readonly DocumentedFlag[] = [
  {
    name: "filename",
    short: "f",
    value: "FILE",
    help: "the workload: YAML or JSON, any documents; - (and a pipe without -f) is standard input",
  },
  { name: "injector", value: "FILE", help: "the istio-sidecar-injector ConfigMap, as kubectl get -o yaml prints it" },
  {
    name: "values",
    value: "FILE",
    help: "the values, in place of the ConfigMap's own; --injector may be its config alone then",
  },
  { name: "mesh", value: "FILE", help: "the MeshConfig, or the ConfigMap istio (default: the release's own)" },
  { name: "proxy-configs", value: "FILE", help: "ProxyConfig resources" },
  { name: "namespaces", value: "FILE", help: "Namespace objects (labels for --webhooks, annotations for OpenShift)" },
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
];

/** The files that a request is read from, by the part of the request that they become; `-` is standard input. */
export interface RequestFiles {
  readonly workload: string;
  readonly injector: string;
  /** Apart from the injector's ConfigMap. */
  readonly values?: string;
  readonly mesh?: string;
  readonly proxyConfigs?: string;
  readonly namespaces?: string;
  readonly webhooks?: string;
}

/** The same flags for side B of a comparison: what is not given is as in A. */
export function otherSide(flags: readonly DocumentedFlag[]): DocumentedFlag[] {
  return flags.map((flag) => ({ ...flag, short: undefined, name: `to-${flag.name}` }));
}

/** What a flag is set to; undefined where it is not given. */
export type Getter = (name: string) => string | undefined;

/** The files that the flags name. @throws FlagError where none of the injector is named. */
export function filesOf(get: Getter): RequestFiles {
  const injector = get("injector") ?? "";
  if (injector === "") throw new FlagError("--injector is missing: the file with the istio-sidecar-injector ConfigMap");
  return {
    workload: get("filename") ?? "-",
    injector,
    values: get("values"),
    mesh: get("mesh"),
    proxyConfigs: get("proxy-configs"),
    namespaces: get("namespaces"),
    webhooks: get("webhooks"),
  };
}

/** @throws FlagError where standard input would have to be two different files. */
export function checkStandardInput(sides: readonly RequestFiles[]): void {
  const names = sides.flatMap((files) => Object.entries(files).flatMap(([name, path]) => (path === "-" ? [name] : [])));
  if (new Set(names).size > 1) throw new FlagError("standard input can only be one of the files");
}

/** The options that the flags set. */
export function optionsOf(get: Getter): NonNullable<InjectRequest["options"]> {
  const native = get("native-sidecars") ?? "auto";
  return {
    path: get("path") as "webhook" | "kube-inject" | undefined,
    release: get("release"),
    namespace: get("namespace"),
    revision: get("revision"),
    nativeSidecars: native === "auto" ? ("auto" as const) : native === "true",
    platform: get("platform"),
    compliancePolicy: get("compliance-policy"),
    injectPath: get("inject-path"),
  };
}

/** @throws FlagError for a flag that is given twice, or has a value that it cannot have. */
export function checkChoices(flags: readonly DocumentedFlag[], given: ReadonlyMap<string, readonly string[]>): void {
  for (const { name, choices, type } of flags) {
    const values = given.get(name) ?? [];
    if (values.length > 1 && type !== "list") throw new FlagError(`--${name} is given ${values.length} times`);
    if (values[0] === undefined || !choices || choices.includes(values[0])) continue;
    throw new FlagError(`--${name} ${values[0]}: expected ${choices.filter((choice) => choice !== "").join(", ")}`);
  }
}

/** Reads files as text, each once: standard input cannot be read again. */
export function textReader(io: Io): (path: string) => string {
  const known = new Map<string, string>();
  return (path) => {
    const text = known.get(path) ?? new TextDecoder().decode(path === "-" ? io.stdin() : readBytes(path));
    known.set(path, text);
    return text;
  };
}

/** Reads the files of a request. @throws PathError */
export function readFiles(files: RequestFiles, read: (path: string) => string): Omit<InjectRequest, "options"> {
  return { workload: read(files.workload), ...readSide(files, read) };
}

/** Reads what workloads are injected with. @throws PathError */
export function readSide(
  files: Omit<RequestFiles, "workload">,
  read: (path: string) => string,
): Omit<InjectRequest, "options" | "workload"> {
  const readIf = (path: string | undefined) => (path === undefined ? undefined : read(path));
  const injector = read(files.injector);
  return {
    injector: files.values === undefined ? injector : { config: injector, values: read(files.values) },
    mesh: readIf(files.mesh),
    proxyConfigs: readIf(files.proxyConfigs),
    namespaces: readIf(files.namespaces),
    webhooks: readIf(files.webhooks),
  };
}

/** The file that holds a source of the engine; undefined where none does. */
export function fileOf(source: string, files: RequestFiles): string | undefined {
  if (source === "values") return files.values ?? files.injector;
  return Object.hasOwn(files, source) ? files[source as keyof RequestFiles] : undefined;
}

/** A flag's line in help. */
export function flagLine({ short, name, value, help }: DocumentedFlag): string {
  const flag = `${short ? `-${short}, ` : "    "}--${name}${value === undefined ? "" : ` ${value}`}`;
  return `  ${flag.padEnd(30)} ${help}`;
}
