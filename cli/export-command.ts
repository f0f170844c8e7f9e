import { inject, resultText, type InjectRequest, type Note } from "../lib/index";
import { exportedText, linesOf } from "../lib/view/exported-text";
import type { PodText } from "../lib/view/pod-text";
import { readResult, type ExportView, type ObjectView, type ResultView } from "../lib/view/result";
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

const OUTPUTS = ["yaml", "json"] as const;

const FLAGS: readonly DocumentedFlag[] = [
  ...SITUATION_FLAGS,
  { name: "webhooks", value: "FILE", help: "MutatingWebhookConfigurations: whether the injector would be called" },
  { name: "output", short: "o", value: "FORMAT", choices: OUTPUTS, help: "yaml (default) or json" },
];

/** `injection-explorer export`: workloads that need no injector any more; gives the exit code. */
export function runExport(args: readonly string[], io: Io): number {
  return guarded("export", io, () => {
    const parsed = parseFlags(FLAGS, args);
    if (isSet(parsed, "help")) {
      io.out(exportHelp);
      return EXIT.ok;
    }
    return exportFiles(parsed, io);
  });
}

function exportFiles(parsed: ParsedFlags, io: Io): number {
  const [extra] = parsed.positional;
  if (extra !== undefined) throw new FlagError(`unexpected argument ${extra}: files are given by flags`);
  checkChoices(FLAGS, parsed.values);
  const get: Getter = (name) => valueOf(parsed, name);
  if (get("filename") === undefined && io.stdinIsTerminal)
    throw new FlagError("-f is missing: the file with the workload");
  const files = filesOf(get);
  checkStandardInput([files]);
  const request: InjectRequest = {
    ...readFiles(files, textReader(io)),
    options: { ...optionsOf(get), include: ["export"] },
  };
  const injected = inject(request);
  const exports = injected.objects.flatMap(({ export: own }) => (own ? [own] : []));
  if (get("output") === "json") io.out(`${resultText({ exports })}\n`);
  return tell(readResult(resultText(injected)), get("output") !== "json", io);
}

/** Prints the workloads, and on standard error what to know about each line; the line is that of standard output. */
function tell({ objects, configError, error }: ResultView, asYaml: boolean, io: Io): number {
  let failed = false;
  for (const failure of [configError, error]) {
    if (!failure) continue;
    io.err(`${failure.message.trimEnd()}\n`);
    failed = true;
  }
  let printed = 0;
  for (const object of objects) {
    const { makesPods, error: failure, decision, export: own } = object;
    if (failure) {
      io.err(`${nameOf(object)}: ${failure.message.trimEnd()}\n`);
      failed = true;
    } else if (own) {
      const text = exportedText(own);
      if (asYaml) io.out(`${printed > 0 ? "---\n" : ""}${text.text}`);
      const before = printed + (printed > 0 ? 1 : 0);
      io.err(notesText(nameOf(object), own, text, asYaml ? before : undefined));
      printed = before + text.text.split("\n").length - 1;
    } else if (makesPods) {
      io.err(`${nameOf(object)}: left out, as it is not injected${decision ? ` (${decision.reason})` : ""}\n`);
    }
  }
  if (!failed && !objects.some(({ makesPods }) => makesPods)) io.err("no object makes pods\n");
  return failed ? EXIT.failed : EXIT.ok;
}

function notesText(name: string, own: ExportView, text: PodText, before: number | undefined): string {
  const list = (title: string, notes: readonly Note[]) => {
    const lines = notes.map(({ sentence, pointers }) => {
      const numbers = before === undefined ? [] : linesOf(text, pointers).map((line) => line + before);
      return `  - ${sentence.en}${numbers.length === 0 ? "" : ` (line ${numbers.join(", ")})`}\n`;
    });
    return notes.length === 0 ? "" : `${name}: ${title}\n${lines.join("")}`;
  };
  return (
    list("what is not as in the injected pod", own.changed) +
    list("to be kept up by hand from now on", own.byHand) +
    list("what it needs from the cluster", own.fromCluster)
  );
}

function nameOf({ kind, namespace, name }: ObjectView): string {
  return `${kind || "object"}${name === "" ? "" : ` ${namespace === "" ? "" : `${namespace}/`}${name}`}`;
}

/** What `export --help` prints. */
export const exportHelp = `Usage: injection-explorer export -f FILE --injector FILE [flags]

Prints every workload of a file with what the injector would add in its template, so that it needs no injector any more. Injecting it changes
nothing: the label sidecar.istio.io/inject is "false" where the injector would take the pods again.

Flags:
${FLAGS.map(flagLine).join("\n")}
  -h, --help                     this text

Output:
  yaml  the workloads as YAML documents, with keys in the order in which people write them; what is not injected is left out
  json  {"exports": [...]}: each workload with its notes, as the API gives them

What has to be kept up by hand and what comes from the cluster goes to standard error, with lines of standard output.

Exit codes:
  0   done
  1   an injection failed, or a file cannot be read or used
  2   wrong usage
`;
