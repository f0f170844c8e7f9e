import { inject, resultText, type InjectRequest, type ResultError, type WebhookResult } from "../lib/index";
import { readResult, type ObjectView, type ResultView } from "../lib/view/result";
import { injectArguments, injectHelp, type InjectArguments } from "./arguments";
import { guarded } from "./guarded";
import { EXIT, type Io } from "./io";
import { outputText, pretty } from "./output";
import { fileOf, readFiles, textReader, type RequestFiles } from "./situation";

/** `injection-explorer inject`: reads files, injects, prints; gives the exit code. */
export function runInject(args: readonly string[], io: Io): number {
  return guarded("inject", io, () => {
    const wanted = injectArguments(args, io.stdinIsTerminal);
    if (wanted === "help") {
      io.out(injectHelp);
      return EXIT.ok;
    }
    return injectFiles(wanted, io);
  });
}

function injectFiles({ files, options, output }: InjectArguments, io: Io): number {
  const request: InjectRequest = { ...readFiles(files, textReader(io)), options };
  const text = resultText(inject(request));
  const result = readResult(text);
  const colour = io.stdoutIsTerminal && !io.env.NO_COLOR;
  io.out(output === "json" ? pretty(text) : outputText(result, output, options.path === "kube-inject", colour));
  const failed = tell(result, files, io);
  return failed ? EXIT.failed : EXIT.ok;
}

/** Says on standard error what failed, was skipped or warned of; whether something failed. */
function tell(result: ResultView, files: RequestFiles, io: Io): boolean {
  const { configError, error, objects } = result;
  for (const failure of [configError, error])
    if (failure) io.err(`${placed(failure, files)}${failure.message.trimEnd()}\n`);
  let failed = configError !== undefined || error !== undefined;
  for (const object of objects) {
    if (object.webhook) io.err(`${nameOf(object)}: ${calledText(object.webhook, files)}\n`);
    if (object.error) {
      io.err(`${placed(object.error, files)}${nameOf(object)}: ${object.error.message.trimEnd()}\n`);
      failed = true;
    } else if (object.warnings?.length) for (const warning of object.warnings) io.err(`${warning.trimEnd()}\n`);
    else if (object.makesPods && object.decision?.inject === false) {
      io.err(`${nameOf(object)}: not injected (${object.decision.reason})\n`);
    }
  }
  if (!failed && !objects.some((object) => object.makesPods)) io.err("no object makes pods\n");
  return failed;
}

/** Whether the API server calls the injector, and why, in a line. */
function calledText({ called, by, because, labels, namespace, error }: WebhookResult, files: RequestFiles): string {
  if (error) return `${placed(error, files)}${error.message}`;
  const reasons = because.map(({ predicate, at, label }) => {
    const found = label && `${label.of} label ${label.key}${label.found === undefined ? " absent" : `=${label.found}`}`;
    const asked = label && `, ${label.operator}${label.values.length > 0 ? ` [${label.values.join(" ")}]` : ""}`;
    return `${placed({ at }, files)}${found === undefined ? predicate : `${found}${asked}`}`;
  });
  const [first] = labels;
  const change = first && `${first.of} ${first.key}${first.value === undefined ? "-" : `=${first.value}`}`;
  const assumed = namespace.given ? "" : `; namespace ${namespace.name} was not given: taken to have no labels`;
  if (called) return `called by ${by!} (${reasons.join("; ")})${assumed}`;
  const mend = change === undefined ? "" : `; one label would change that: ${change}`;
  return `the API server does not call the injector (${reasons.join("; ")})${mend}${assumed}`;
}

function nameOf({ kind, namespace, name }: ObjectView): string {
  return `${kind || "object"}${name === "" ? "" : ` ${namespace === "" ? "" : `${namespace}/`}${name}`}`;
}

/** `file:line:column: ` of an error, as far as that is known. */
function placed({ at }: Pick<ResultError, "at">, files: RequestFiles): string {
  if (!at) return "";
  const { source, line, column } = at;
  const path = fileOf(source, files);
  if (path === undefined) return "";
  const place = [path === "-" ? "standard input" : path, line, column].filter((part) => part !== undefined);
  return `${place.join(":")}: `;
}
