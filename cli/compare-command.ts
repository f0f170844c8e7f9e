import { compare } from "../lib/compare/compare";
import type { ComparedChange, CompareResult, ObjectComparison, Outcome } from "../lib/compare/api";
import { resultText, type InjectRequest } from "../lib/index";
import { podText } from "../lib/view/pod-text";
import { shortText } from "../lib/view/short-text";
import type { Value } from "../lib/view/value";
import { FlagError, isSet, parseFlags, valueOf, type ParsedFlags } from "./flags";
import { guarded } from "./guarded";
import { EXIT, type Io } from "./io";
import { pretty, unifiedDiff } from "./output";
import {
  checkChoices,
  checkStandardInput,
  filesOf,
  flagLine,
  optionsOf,
  otherSide,
  readFiles,
  SITUATION_FLAGS,
  textReader,
  type DocumentedFlag,
  type Getter,
} from "./situation";

const OUTPUTS = ["text", "diff", "json"] as const;

const SIDE_FLAGS: readonly DocumentedFlag[] = [
  ...SITUATION_FLAGS,
  { name: "step", value: "STEP", help: "submitted, the id of a stage (mergedPod:sidecar), or final (default)" },
];
const OTHER_FLAGS = otherSide(SIDE_FLAGS);

const FLAGS: readonly DocumentedFlag[] = [
  ...SIDE_FLAGS,
  ...OTHER_FLAGS,
  { name: "output", short: "o", value: "FORMAT", choices: OUTPUTS, help: "text (default), diff or json" },
];

/** `injection-explorer compare`: what changes from one situation to another, and what makes it; gives the exit code. */
export function runCompare(args: readonly string[], io: Io): number {
  return guarded("compare", io, () => {
    const parsed = parseFlags(FLAGS, args);
    if (isSet(parsed, "help")) {
      io.out(compareHelp);
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
  const other: Getter = (name) => get(`to-${name}`) ?? get(name);
  if (get("filename") === undefined && io.stdinIsTerminal)
    throw new FlagError("-f is missing: the file with the workload");
  if (!OTHER_FLAGS.some(({ name }) => get(name) !== undefined))
    throw new FlagError("nothing to compare with: give at least one of the flags --to-…");
  const result = compare({ ...sidesOf(get, other, io), step: get("step"), stepB: other("step") });
  const output = get("output") ?? "text";
  const colour = io.stdoutIsTerminal && !io.env.NO_COLOR;
  if (output === "json") io.out(pretty(resultText(result)));
  else io.out(result.objects.map(output === "diff" ? (object) => diffText(object, colour) : objectText).join(""));
  return told(result, io);
}

function sidesOf(get: Getter, other: Getter, io: Io): { a: InjectRequest; b: InjectRequest } {
  const [files, otherFiles] = [filesOf(get), filesOf(other)];
  checkStandardInput([files, otherFiles]);
  const read = textReader(io);
  return {
    a: { ...readFiles(files, read), options: optionsOf(get) },
    b: { ...readFiles(otherFiles, read), options: optionsOf(other) },
  };
}

/** Errors go to standard error. The exit code: something fails in B, something changes, or nothing does. */
function told({ a, b, objects }: CompareResult, io: Io): number {
  for (const [side, { configError, error }] of [["A", a] as const, ["B", b] as const]) {
    for (const failure of [configError, error]) if (failure) io.err(`${side}: ${failure.message.trimEnd()}\n`);
  }
  if (a.configError || b.configError || a.error || b.error || objects.some((object) => object.b?.error))
    return EXIT.failed;
  return objects.some(({ outcome }) => outcome !== "same") ? EXIT.differs : EXIT.ok;
}

/** What became of a pod, in words. */
export const OUTCOMES: Readonly<Record<Outcome, string>> = {
  same: "stays the same",
  changed: "changes",
  "starts-to-fail": "starts to fail",
  "stops-failing": "stops failing",
  fails: "fails as before",
  "only-a": "only in A",
  "only-b": "only in B",
};

function titleOf({ a, b }: ObjectComparison): string {
  const { kind, namespace, name } = (b ?? a)!;
  return [kind || "object", namespace, name].filter((part) => part !== "").join("/");
}

function objectText(object: ObjectComparison): string {
  const { outcome, changes, a, b } = object;
  const error = b?.error ?? a?.error;
  const lines = [`${titleOf(object)}: ${OUTCOMES[outcome]}`, ...changes.flatMap(changeLines)];
  if (error) lines.push(`  ${error.message.trimEnd()}`);
  return `${lines.join("\n")}\n`;
}

function changeLines({ kind, container, topic, label, before, after, cause }: ComparedChange): string[] {
  const text = (value: Value | undefined) => (value === undefined ? undefined : shortText(value, 100));
  const values = kind === "moved" ? [] : [text(before), text(after)].filter((value) => value !== undefined);
  const what = [container, topic === label ? undefined : topic, label].filter((part) => part !== undefined);
  return [
    `  ${kind} ${what.join(" ")}${values.length > 0 ? `: ${values.join(" → ")}` : ""}`,
    `      ${cause.sentence.en}`,
  ];
}

function diffText(object: ObjectComparison, colour: boolean): string {
  const [before, after] = [object.podA, object.podB].map((pod) => (pod === undefined ? "" : podText(pod).text)) as [
    string,
    string,
  ];
  if (before === after) return "";
  return unifiedDiff([`${titleOf(object)} (A)`, before], [`${titleOf(object)} (B)`, after], colour);
}

/** What `compare --help` prints. */
export const compareHelp = `Usage: injection-explorer compare -f FILE --injector FILE --to-injector FILE [flags]

Injects the workloads of a file in two situations, A and B, and prints what changes and what makes it. B is as A but for what the flags
--to-… name: another ConfigMap, release, mesh, workload or option.

Flags:
${FLAGS.map(flagLine).join("\n")}
  -h, --help                     this text

Output:
  text   each workload, each change of its pod, and what makes it: the template's line, the value, or the injector of that release
  diff   the pods of B against those of A, as a unified diff
  json   the same as data, with both pods and the places that made each change

Exit codes:
  0   nothing changes
  1   an injection fails in B, or a file cannot be read or used
  2   wrong usage
  3   something changes
`;
