import { createTwoFilesPatch } from "diff";
import { podText } from "../lib/view/pod-text";
import { readJson } from "../lib/view/read-json";
import type { ObjectView, ResultView } from "../lib/view/result";
import type { Value } from "../lib/view/value";
import type { OutputFormat } from "./arguments";

/** What `inject` prints of a result. Objects that failed or make no pods are not in it. */
export function outputText(
  result: ResultView,
  format: Exclude<OutputFormat, "json">,
  offline: boolean,
  colour: boolean,
): string {
  if (format === "yaml" && offline) return result.output ?? "";
  const done = result.objects.filter((object) => object.makesPods && !object.error && object.pod !== undefined);
  if (format === "yaml") return done.map(({ pod }) => podText(asObject(pod!)).text).join("---\n");
  if (format === "patch") return done.map(({ patch = [] }) => patchText(patch)).join("");
  return done.map((object) => diffText(object, colour)).join("");
}

/** The pod as an object that says what it is: a pod that was made of a template does not yet. */
function asObject(pod: Value): Value {
  return pod instanceof Map && !pod.has("kind")
    ? new Map<string, Value>([["apiVersion", "v1"], ["kind", "Pod"], ...pod])
    : pod;
}

/** A patch as a JSON array with an operation a line. */
function patchText(patch: NonNullable<ObjectView["patch"]>): string {
  if (patch.length === 0) return "[]\n";
  return `[\n${patch.map((operation) => `  ${json(new Map(Object.entries(operation)) as Value)}`).join(",\n")}\n]\n`;
}

function diffText({ kind, namespace, name, input, pod }: ObjectView, colour: boolean): string {
  const [before, after] = [podText(input!).text, podText(pod!).text];
  if (before === after) return "";
  const title = [kind, namespace, name].filter((part) => part !== "").join("/");
  return unifiedDiff([`${title} (submitted)`, before], [`${title} (injected)`, after], colour);
}

/** A unified diff of two texts with their names; in the colours of a terminal, where wanted. */
export function unifiedDiff(
  [beforeName, before]: readonly [name: string, text: string],
  [afterName, after]: readonly [name: string, text: string],
  colour: boolean,
): string {
  const patch = createTwoFilesPatch(beforeName, afterName, before, after, "", "", { headerOptions: HEADERS });
  return colour ? patch.split("\n").map(coloured).join("\n") : patch;
}

/** The two lines with the names, and not the underline that the package puts above them. */
const HEADERS = { includeIndex: false, includeUnderline: false, includeFileHeaders: true };

const COLOURS: readonly (readonly [start: string, code: number])[] = [
  ["+++", 1],
  ["---", 1],
  ["@@", 36],
  ["+", 32],
  ["-", 31],
];

function coloured(line: string): string {
  const code = COLOURS.find(([start]) => line.startsWith(start))?.[1];
  return code === undefined ? line : `\x1b[${code}m${line}\x1b[0m`;
}

/** JSON text, indented; numbers keep all their digits. */
export function pretty(text: string): string {
  return `${json(readJson(text), "  ")}\n`;
}

function json(value: Value, step = "", indent = ""): string {
  if (typeof value === "bigint") return String(value);
  const isMap = value instanceof Map;
  if (!isMap && !Array.isArray(value)) return JSON.stringify(value);
  const inner = indent + step;
  const parts = isMap
    ? [...value].map(([key, item]) => `${JSON.stringify(key)}: ${json(item, step, inner)}`)
    : value.map((item) => json(item, step, inner));
  const [open, close] = isMap ? "{}" : "[]";
  if (parts.length === 0) return `${open}${close}`;
  if (step === "") return `${open}${parts.join(", ")}${close}`;
  return `${open}\n${parts.map((part) => inner + part).join(",\n")}\n${indent}${close}`;
}
