import type { Include, InjectRequest } from "../lib/index";
import { FlagError, isSet, parseFlags, valueOf } from "./flags";
import {
  checkChoices,
  checkStandardInput,
  filesOf,
  flagLine,
  optionsOf,
  SITUATION_FLAGS,
  type DocumentedFlag,
  type RequestFiles,
} from "./situation";

const OUTPUTS = ["yaml", "json", "patch", "diff"] as const;
const FLAGS: readonly DocumentedFlag[] = [
  ...SITUATION_FLAGS,
  {
    name: "webhooks",
    value: "FILE",
    help: "MutatingWebhookConfigurations: says whether the injector is called at all",
  },
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
  checkChoices(FLAGS, parsed.values);
  const get = (name: string): string | undefined => valueOf(parsed, name);
  const files = filesOf(get);
  if (get("filename") === undefined && stdinIsTerminal)
    throw new FlagError("-f is missing: the file with the workload");
  checkStandardInput([files]);

  const output = (get("output") ?? "yaml") as OutputFormat;
  const origins = isSet(parsed, "origins");
  if (origins && output !== "json") throw new FlagError("--origins needs -o json");
  const options = { ...optionsOf(get), include: included(output, origins) };
  return { files, options, output };
}

function included(output: OutputFormat, origins: boolean): readonly Include[] {
  if (output !== "json") return ["patch", "output"];
  return origins ? ["stages", "patch", "origins"] : ["stages", "patch"];
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
