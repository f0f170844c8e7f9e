import { inject, type InjectResult } from "../lib/index";
import { FlagError, isSet, parseFlags, valueOf, type ParsedFlags } from "./flags";
import { guarded } from "./guarded";
import { EXIT, type Io } from "./io";
import { sarif, type ToldFinding } from "./sarif";
import {
  checkChoices,
  checkStandardInput,
  fileOf,
  filesOf,
  flagLine,
  optionsOf,
  readFiles,
  SITUATION_FLAGS,
  textReader,
  type DocumentedFlag,
  type Getter,
  type RequestFiles,
} from "./situation";

const OUTPUTS = ["text", "json", "sarif"] as const;
const SEVERITIES = ["error", "warning", "info"] as const;

const FLAGS: readonly DocumentedFlag[] = [
  ...SITUATION_FLAGS,
  { name: "webhooks", value: "FILE", help: "MutatingWebhookConfiguration objects" },
  { name: "observed", value: "FILE", help: "what kubectl describe, get events, get endpoints or logs printed" },
  {
    name: "fail-on",
    value: "SEVERITY",
    choices: SEVERITIES,
    help: "error (default), warning or info: see the exit codes",
  },
  { name: "output", short: "o", value: "FORMAT", choices: OUTPUTS, help: "text (default), json or sarif" },
].filter(({ name }, i, all) => all.findIndex((other) => other.name === name) === i);

/** `injection-explorer diagnose`: what is wrong with workloads and how we know; gives the exit code. */
export function runDiagnose(args: readonly string[], io: Io): number {
  return guarded("diagnose", io, () => {
    const parsed = parseFlags(FLAGS, args);
    if (isSet(parsed, "help")) {
      io.out(diagnoseHelp);
      return EXIT.ok;
    }
    return diagnoseFiles(parsed, io);
  });
}

function diagnoseFiles(parsed: ParsedFlags, io: Io): number {
  const [extra] = parsed.positional;
  if (extra !== undefined) throw new FlagError(`unexpected argument ${extra}: files are given by flags`);
  checkChoices(FLAGS, parsed.values);
  const get: Getter = (name) => valueOf(parsed, name);
  if (get("filename") === undefined && io.stdinIsTerminal)
    throw new FlagError("-f is missing: the file with the workload");
  const observedFile = get("observed");
  const files = { ...filesOf(get), ...(observedFile === undefined ? {} : { observed: observedFile }) };
  checkStandardInput([files]);
  const read = textReader(io);
  const result = inject({
    ...readFiles(files, read),
    ...(observedFile === undefined ? {} : { observed: read(observedFile) }),
    options: { ...optionsOf(get), include: ["findings"] },
  });
  const told = toldOf(result);
  const output = get("output") ?? "text";
  if (output === "json") io.out(`${JSON.stringify({ findings: told.map(flat) }, null, 2)}\n`);
  else if (output === "sarif")
    io.out(
      `${JSON.stringify(
        sarif(told, (source) => fileOf(source, files)),
        null,
        2,
      )}\n`,
    );
  else io.out(told.map((one) => textOf(one, files)).join("") || "nothing found\n");

  const failures = [result.configError, result.error].filter((failure) => failure !== undefined);
  for (const { message } of failures) io.err(`${message.trimEnd()}\n`);
  if (failures.length > 0) return EXIT.failed;
  const worst = SEVERITIES.indexOf((get("fail-on") ?? "error") as (typeof SEVERITIES)[number]);
  return told.some(({ finding }) => !isQuestion(finding) && SEVERITIES.indexOf(finding.severity) <= worst)
    ? EXIT.differs
    : EXIT.ok;
}

/** Whether a finding only asks for what no YAML tells. */
function isQuestion({ rule }: ToldFinding["finding"]): boolean {
  return rule.startsWith("ask-");
}

function toldOf({ objects, findings = [] }: InjectResult): ToldFinding[] {
  const ofObjects = objects.flatMap(({ kind, namespace, name, findings: own = [] }) => {
    const object = `${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;
    return own.map((finding) => ({ finding, object }));
  });
  return [...ofObjects, ...findings.map((finding) => ({ finding }))];
}

function flat({ finding, object }: ToldFinding): unknown {
  return object === undefined ? finding : { object, ...finding };
}

function textOf({ finding, object }: ToldFinding, files: RequestFiles): string {
  const { code, severity, sentence, places, references, fix, ask } = finding;
  const seen = places.flatMap(({ source, line, column }) => {
    const path = fileOf(source, files);
    const name = path === "-" ? "standard input" : path;
    return name === undefined ? [] : [[name, line, column].filter((part) => part !== undefined).join(":")];
  });
  const lines = [
    `${severity} ${code}${object === undefined ? "" : ` ${object}`}: ${sentence.en}`,
    ...(seen.length > 0 ? [`  seen: ${[...new Set(seen)].join(", ")}`] : []),
    ...(references.length > 0 ? [`  reference: ${references.join(", ")}`] : []),
    ...(fix ? [`  fix: ${fix.title.en}`] : []),
    ...(ask === undefined ? [] : [`  ask: ${ask}`]),
  ];
  return `${lines.join("\n")}\n`;
}

/** What `diagnose --help` prints. */
export const diagnoseHelp = `Usage: injection-explorer diagnose -f FILE --injector FILE [--webhooks FILE] [--namespaces FILE] [flags]

Says what is wrong with the workloads of a file, worst first: what was seen and where, where it was reported, and what mends it. What no
YAML tells is asked, with the kubectl command whose output --observed reads.

Flags:
${FLAGS.map(flagLine).join("\n")}
  -h, --help                     this text

Output:
  text   each finding with its places, references and the name of its fix
  json   the findings as the API gives them, the edits of fixes included
  sarif  SARIF 2.1.0, for code hosts

Exit codes:
  0   nothing found that is as bad as --fail-on; questions never count
  1   a file cannot be read, or the injector's configuration cannot be used
  2   wrong usage
  3   something found that is as bad as --fail-on, or worse
`;
