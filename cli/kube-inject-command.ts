import {
  NEWEST,
  offlineCommand,
  RELEASES,
  releaseName,
  type FileRead,
  type OfflineEnd,
  type Release,
} from "../lib/index";
import { openFile, PathError, readBytes, type OpenFile } from "./files";
import { FlagError, isSet, parseFlags, valueOf, type Flag, type ParsedFlags } from "./flags";
import type { Io } from "./io";
import { openLog } from "./log";

/** The release whose istioctl this command is, unless `--release` says another: the newest that is out. */
const ISTIOCTL = RELEASES.filter((release) => release < NEWEST).at(-1)!;

/** Exit codes of istioctl. Mirrors GetExitCode of istioctl/cmd, and Go's runtime for a crash. */
const ISTIOCTL_EXIT = { ok: 0, failed: 1, panicked: 2, usage: 64 } as const;

/** The flags of `istioctl kube-inject`, those it inherits too; of the ones that need a cluster only the syntax is looked at. */
const FLAGS: readonly Flag[] = [
  { name: "filename", short: "f" },
  { name: "output", short: "o" },
  { name: "injectConfigFile" },
  { name: "meshConfigFile" },
  { name: "valuesFile" },
  { name: "revision", short: "r" },
  { name: "operatorFileName" },
  { name: "meshConfigMapName" },
  { name: "injectConfigMapName" },
  { name: "webhookConfig" },
  { name: "xds-address" },
  { name: "cert-dir" },
  { name: "xds-label" },
  { name: "xds-port", type: "int" },
  { name: "timeout", type: "duration" },
  { name: "authority" },
  { name: "insecure", type: "bool" },
  { name: "plaintext", type: "bool" },
  { name: "kubeconfig", short: "c" },
  { name: "context" },
  { name: "as" },
  { name: "as-uid" },
  { name: "as-group", type: "list" },
  { name: "namespace", short: "n" },
  { name: "istioNamespace", short: "i" },
  { name: "kubeclient-timeout" },
  { name: "log_target", type: "list" },
  { name: "log_as_json", type: "bool" },
  { name: "log_output_level" },
  { name: "log_stacktrace_level" },
  { name: "log_caller" },
  { name: "vklog", type: "int" },
  { name: "release" },
];

/** What `kube-inject --help` prints. */
export const kubeInjectHelp = `Usage: injection-explorer kube-inject -f FILE --injectConfigFile FILE --meshConfigFile FILE --valuesFile FILE [flags]

Does what istioctl kube-inject does with files, byte for byte, without a cluster: documents of kinds that make pods are printed with their
pods injected, all others as they are, each followed by "---".

Flags:
  -f, --filename FILE          the workload; - is standard input
  -o, --output FILE            where to write (default: standard output)
      --injectConfigFile FILE  data.config of the injector's ConfigMap, or the text of one template
      --meshConfigFile FILE    the MeshConfig (data.mesh of the ConfigMap istio)
      --valuesFile FILE        data.values of the injector's ConfigMap
  -r, --revision NAME          the revision of the control plane (default: "default")
      --release 1.x            whose istioctl to be: ${releaseName(RELEASES[0]!)} … ${releaseName(NEWEST)} (default: ${releaseName(ISTIOCTL)}; the one flag that istioctl does not have)
      --log_output_level LEVEL none, error, warn (default), …
      --log_as_json            log lines as JSON
      --log_target PATH        also log there
  -h, --help                   this text

istioctl's other flags are accepted and have no effect, since there is no cluster; --operatorFileName cannot be used.
The variable ENABLE_NATIVE_SIDECARS counts as it does for istioctl.

Exit codes: 0 done; 1 it failed (what was printed before is whole documents); 2 istioctl would have crashed; 64 unknown or malformed flags.
`;

/**
 * `injection-explorer kube-inject`: the exit code, output and messages of `istioctl kube-inject`.
 * Mirrors InjectCommand of istioctl/pkg/kubeinject, and what cobra prints.
 */
export function runKubeInject(args: readonly string[], io: Io): number {
  let flags: ParsedFlags;
  try {
    flags = parseFlags(FLAGS, args);
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    io.err(`Error: ${error.message}\n`);
    return ISTIOCTL_EXIT.usage;
  }
  if (isSet(flags, "help")) {
    io.out(kubeInjectHelp);
    return ISTIOCTL_EXIT.ok;
  }
  try {
    const { warnings, error, panicked } = execute(flags, io);
    // One empty line before all of them; each ends with a line end of its own.
    if (warnings.length > 0) io.err(`\n${warnings.map((warning) => `${warning}\n`).join("")}`);
    if (error === undefined) return ISTIOCTL_EXIT.ok;
    io.err(panicked ? `panic: ${error}\n` : `Error: ${error}\n`);
    return panicked ? ISTIOCTL_EXIT.panicked : ISTIOCTL_EXIT.failed;
  } catch (error) {
    if (!(error instanceof PathError || error instanceof Refused)) throw error;
    io.err(`Error: ${error.message}\n`);
    return ISTIOCTL_EXIT.failed;
  }
}

/** Something is asked for that cannot be had. */
class Refused extends Error {}

function execute(flags: ParsedFlags, io: Io): OfflineEnd {
  const log = logOf(flags, io);
  const path = valueOf(flags, "filename") ?? "";
  checkFlags(flags, path);
  const release = releaseOf(flags);
  const input = path === "-" ? undefined : openFile(path, "r");
  let output: OpenFile | undefined;
  try {
    const outputPath = valueOf(flags, "output") ?? "";
    output = outputPath === "" ? undefined : openFile(outputPath, "w");
    if (valueOf(flags, "operatorFileName"))
      throw new Refused("--operatorFileName is not supported: give --meshConfigFile and --valuesFile");
    const files = {
      mesh: () => contents(flags, "meshConfigFile"),
      config: () => contents(flags, "injectConfigFile"),
      values: () => contents(flags, "valuesFile"),
      workload: () => readOrError(() => (input ? input.read() : io.stdin())),
    };
    const revision = valueOf(flags, "revision") || "default";
    return offlineCommand(
      { release, revision, nativeSidecars: io.env.ENABLE_NATIVE_SIDECARS, ...files },
      { write: output?.write ?? io.out, log },
    );
  } finally {
    input?.close();
    output?.close();
  }
}

function logOf(flags: ParsedFlags, io: Io): ReturnType<typeof openLog> {
  const options = {
    levels: valueOf(flags, "log_output_level") ?? "",
    json: isSet(flags, "log_as_json"),
    // The command itself sets the flag once more.
    targets: [...(flags.values.get("log_target") ?? []), "stderr"],
  };
  try {
    return openLog(options, io);
  } catch (error) {
    throw new Refused((error as Error).message);
  }
}

/** Mirrors validateFlags. */
function checkFlags(flags: ParsedFlags, path: string): void {
  const missing: string[] = [];
  if (path === "") missing.push("filename not specified (see --filename or -f)");
  const sources = ["meshConfigFile", "operatorFileName"].some((name) => valueOf(flags, name));
  if (!sources && valueOf(flags, "meshConfigMapName") === "") {
    missing.push("--meshConfigFile or --meshConfigMapName or --operatorFileName must be set");
  }
  if (missing.length === 0) return;
  const count = missing.length === 1 ? "1 error" : `${missing.length} errors`;
  throw new Refused(`${count} occurred:\n${missing.map((text) => `\t* ${text}\n`).join("")}\n`);
}

function releaseOf(flags: ParsedFlags): Release {
  const wanted = valueOf(flags, "release") ?? releaseName(ISTIOCTL);
  const release = RELEASES.find((known) => releaseName(known) === wanted);
  if (release === undefined) throw new Refused(`unknown release ${wanted}`);
  return release;
}

function contents(flags: ParsedFlags, name: string): FileRead {
  const path = valueOf(flags, name);
  if (!path) return { error: `no --${name} given, and there is no cluster to ask` };
  return readOrError(() => readBytes(path));
}

function readOrError(read: () => Uint8Array): FileRead {
  try {
    return read();
  } catch (error) {
    if (error instanceof PathError) return { error: error.message };
    throw error;
  }
}
