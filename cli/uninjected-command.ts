import { inject, resultText, type ObjectResult, type Place } from "../lib/index";
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
  { name: "output", short: "o", value: "FORMAT", choices: OUTPUTS, help: "text (default) or json" },
];

/** `injection-explorer uninjected`: what workloads would be like without injection; gives the exit code. */
export function runUninjected(args: readonly string[], io: Io): number {
  return guarded("uninjected", io, () => {
    const parsed = parseFlags(FLAGS, args);
    if (isSet(parsed, "help")) {
      io.out(uninjectedHelp);
      return EXIT.ok;
    }
    return tellFiles(parsed, io);
  });
}

function tellFiles(parsed: ParsedFlags, io: Io): number {
  const [extra] = parsed.positional;
  if (extra !== undefined) throw new FlagError(`unexpected argument ${extra}: files are given by flags`);
  checkChoices(FLAGS, parsed.values);
  const get: Getter = (name) => valueOf(parsed, name);
  if (get("filename") === undefined && io.stdinIsTerminal)
    throw new FlagError("-f is missing: the file with the workload");
  const files = filesOf(get);
  checkStandardInput([files]);
  const result = inject({
    ...readFiles(files, textReader(io)),
    options: { ...optionsOf(get), include: ["uninjected"] },
  });
  const told = result.objects.filter(({ uninjected }) => uninjected);
  const path = files.workload === "-" ? "standard input" : files.workload;
  if (get("output") === "json") {
    const objects = told.map(({ kind, namespace, name, uninjected }) => ({ kind, namespace, name, ...uninjected }));
    io.out(`${resultText({ objects })}\n`);
  } else for (const object of told) io.out(objectText(object, path));
  const failures = [result.configError, result.error].filter((failure) => failure !== undefined);
  for (const { message } of failures) io.err(`${message.trimEnd()}\n`);
  if (failures.length > 0) return EXIT.failed;
  return told.some(({ uninjected }) => uninjected!.lacks.length + uninjected!.failures.length > 0)
    ? EXIT.differs
    : EXIT.ok;
}

function objectText({ kind, namespace, name, uninjected }: ObjectResult, path: string): string {
  const { failures, lacks } = uninjected!;
  const title = `${kind} ${namespace === "" ? "" : `${namespace}/`}${name}`;
  if (failures.length + lacks.length === 0) return `${title}: lacks nothing without injection\n`;
  const steps = failures.map(({ sentence, places }, i) => `  ${i + 1}. ${sentence.en}${placeText(places, path)}\n`);
  const groups = grouped(lacks, ({ container }) => container || "pod");
  const lists = [...groups].map(
    ([of, all]) =>
      `  ${of} lacks${placeText(all[0]!.places, path)}\n${all.map(({ what, name: lacking }) => `    ${what} ${lacking}\n`).join("")}`,
  );
  return `${title}: without injection\n${steps.join("")}${lists.join("")}`;
}

function placeText([place]: readonly Place[], path: string): string {
  return place?.line === undefined ? "" : ` (${path}:${place.line})`;
}

/** What `uninjected --help` prints. */
export const uninjectedHelp = `Usage: injection-explorer uninjected -f FILE --injector FILE [flags]

Says what each workload of a file would be like if its pod were created without injection: what fails, in the order in which it does, and
which images, arguments, environment and volumes it would lack.

Flags:
${FLAGS.map(flagLine).join("\n")}
  -h, --help                     this text

Exit codes:
  0   nothing would be lacking
  1   a file cannot be read or used
  2   wrong usage
  3   something would
`;
