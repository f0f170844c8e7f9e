import { inject, resultText, type LiveCause, type LiveDifference, type LivePod } from "../lib/index";
import { grouped } from "../lib/view/grouped";
import { FlagError, isSet, parseFlags, valueOf, type ParsedFlags } from "./flags";
import { guarded } from "./guarded";
import { EXIT, type Io } from "./io";
import {
  checkChoices,
  checkStandardInput,
  filesOf,
  flagLine,
  optionsOf,
  readFiles,
  SITUATION_FLAGS,
  textReader,
  type DocumentedFlag,
  type Getter,
} from "./situation";

const OUTPUTS = ["text", "json"] as const;

const FLAGS: readonly DocumentedFlag[] = [
  ...SITUATION_FLAGS,
  { name: "webhooks", value: "FILE", help: "MutatingWebhookConfigurations: whether the injector would be called" },
  { name: "live", value: "FILE", help: "the live pods, as kubectl get pods -o yaml prints them; also found among -f" },
  { name: "all", type: "bool", help: "also what the API server and the cluster write into every pod" },
  { name: "output", short: "o", value: "FORMAT", choices: OUTPUTS, help: "text (default) or json" },
];

/** `injection-explorer drift`: how live pods differ from what they would be today; gives the exit code. */
export function runDrift(args: readonly string[], io: Io): number {
  return guarded("drift", io, () => {
    const parsed = parseFlags(FLAGS, args);
    if (isSet(parsed, "help")) {
      io.out(driftHelp);
      return EXIT.ok;
    }
    return compareFiles(parsed, io);
  });
}

function compareFiles(parsed: ParsedFlags, io: Io): number {
  const [extra] = parsed.positional;
  if (extra !== undefined) throw new FlagError(`unexpected argument ${extra}: files are given by flags`);
  checkChoices(FLAGS, parsed.values);
  const get: Getter = (name) => valueOf(parsed, name);
  if (get("filename") === undefined && io.stdinIsTerminal)
    throw new FlagError("-f is missing: the file with the workload");
  const live = get("live");
  const files = { ...filesOf(get), ...(live === undefined ? {} : { live }) };
  checkStandardInput([files]);
  const read = textReader(io);
  const result = inject({
    ...readFiles(files, read),
    ...(live === undefined ? {} : { live: read(live) }),
    options: { ...optionsOf(get), include: ["live"] },
  });
  const pods = result.live ?? [];
  const names = { live: live ?? "", workload: files.workload };
  if (get("output") === "json") io.out(`${resultText({ live: pods })}\n`);
  else for (const pod of pods) io.out(podText(pod, names[pod.source], isSet(parsed, "all")));
  if (pods.length === 0) io.err("no live pod is among the files\n");
  const failures = [result.configError, result.error].filter((failure) => failure !== undefined);
  for (const { message } of failures) io.err(`${message.trimEnd()}\n`);
  if (failures.length > 0) return EXIT.failed;
  return pods.some(({ wouldChange, restart }) => wouldChange || restart.must) ? EXIT.differs : EXIT.ok;
}

const CAUSES: Readonly<Record<LiveCause, string>> = {
  "not-injected": "made without injection",
  "old-release": "of an older release",
  "old-config": "of another configuration",
  "old-workload": "of another workload",
  "by-hand": "changed by hand",
  "other-mutator": "of other mutators",
  "api-server": "of the API server and the cluster",
};

function podText({ name, namespace, restart, differences }: LivePod, file: string, all: boolean): string {
  const path = file === "-" ? "standard input" : file;
  const groups = grouped(differences, ({ cause }) => cause);
  const lists = (Object.keys(CAUSES) as LiveCause[]).flatMap((cause) => {
    const own = groups.get(cause) ?? [];
    if (own.length === 0) return [];
    const title = `  ${CAUSES[cause]}: ${own.length}\n`;
    return cause === "api-server" && !all ? [title] : [title, ...own.map((one) => differenceText(one, path))];
  });
  return `Pod ${namespace === "" ? "" : `${namespace}/`}${name}: restart? ${restart.sentence.en}\n${lists.join("")}`;
}

function differenceText({ sentence, line }: LiveDifference, path: string): string {
  return `    ${sentence.en}${line === undefined ? "" : ` (${path}:${line})`}\n`;
}

/** What `drift --help` prints. */
export const driftHelp = `Usage: injection-explorer drift -f FILE --live FILE --injector FILE [flags]

Compares live pods with what their workloads would get today, and says of each difference what made it: the API server, other mutators, an
older release or configuration of the injector, another workload, kubectl. And whether the pod has to be restarted.

Flags:
${FLAGS.map(flagLine).join("\n")}
  -h, --help                     this text

Exit codes:
  0   injecting today would change no pod
  1   a file cannot be read or used
  2   wrong usage
  3   it would change one, or one has to be restarted
`;
