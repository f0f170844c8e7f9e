import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { fleetSide, type FleetEntry, type FleetSide, type FleetSource } from "../lib/compare/fleet";
import { fleetBatches, fleetPieces } from "../lib/compare/fleet-pieces";
import {
  fleetCounts,
  fleetCsv,
  fleetGroups,
  fleetMarkdown,
  fleetName,
  type FleetGroup,
} from "../lib/compare/fleet-report";
import { resultText } from "../lib/index";
import { isTar, TarReader } from "../lib/compare/tar";
import { OUTCOMES } from "./compare-command";
import { PathError, readBytes } from "./files";
import { entriesOf } from "./fleet-threads";
import { FlagError, isSet, parseFlags, valueOf, type ParsedFlags } from "./flags";
import { guarded } from "./guarded";
import { EXIT, type Io } from "./io";
import {
  checkChoices,
  filesOf,
  flagLine,
  optionsOf,
  otherSide,
  readSide,
  SITUATION_FLAGS,
  textReader,
  type DocumentedFlag,
  type Getter,
} from "./situation";

const OUTPUTS = ["text", "csv", "markdown", "ndjson"] as const;
type Output = (typeof OUTPUTS)[number];

/** What is the same for all workloads; files come otherwise, and the offline command has no fleet. */
const SIDE_FLAGS = SITUATION_FLAGS.filter(({ name }) => name !== "filename" && name !== "path");

const FLAGS: readonly DocumentedFlag[] = [
  {
    name: "filename",
    short: "f",
    type: "list",
    value: "FILE",
    help: "workloads: a file, a tar (.tar.gz too), a folder with all that is in it, or - (and a pipe without -f) for standard input; again and again",
  },
  ...SIDE_FLAGS,
  ...otherSide(SIDE_FLAGS),
  { name: "output", short: "o", value: "FORMAT", choices: OUTPUTS, help: "text (default), csv, markdown or ndjson" },
];

/** `injection-explorer fleet`: what an upgrade changes on which workload when it restarts; gives the exit code. */
export function runFleet(args: readonly string[], io: Io): number {
  return guarded("fleet", io, () => {
    const parsed = parseFlags(FLAGS, args);
    if (isSet(parsed, "help")) {
      io.out(fleetHelp);
      return EXIT.ok;
    }
    return upgrade(parsed, io);
  });
}

function upgrade(parsed: ParsedFlags, io: Io): number {
  const [extra] = parsed.positional;
  if (extra !== undefined) throw new FlagError(`unexpected argument ${extra}: files are given by flags`);
  checkChoices(FLAGS, parsed.values);
  const get: Getter = (name) => valueOf(parsed, name);
  if (!FLAGS.some(({ name }) => name.startsWith("to-") && get(name) !== undefined))
    throw new FlagError("nothing to compare with: give at least one of the flags --to-…");
  const paths = parsed.values.get("filename") ?? ["-"];
  if (!parsed.values.has("filename") && io.stdinIsTerminal)
    throw new FlagError("-f is missing: the files with the workloads");
  if (paths.includes("-") && FLAGS.some(({ name }) => name !== "filename" && get(name) === "-"))
    throw new FlagError("standard input can only be one of the files");
  const read = textReader(io);
  const a = sideOf(get, read);
  const b = sideOf((name) => get(`to-${name}`) ?? get(name), read);
  const output = (get("output") ?? "text") as Output;

  for (const [name, side] of [
    ["--injector", a],
    ["--to-injector", b],
  ] as const) {
    const { configError } = fleetSide(side);
    if (!configError) continue;
    io.err(`${name}: ${configError.message.trimEnd()}\n`);
    return EXIT.failed;
  }

  const sources = sourcesIn(
    paths.flatMap(filesIn).flatMap((path) => textsIn(path, path === "-" ? io.stdin() : readBytes(path))),
  );
  const items: FleetEntry[] = [];
  for (const entries of entriesOf(fleetBatches(sources), a, b, io.helpers?.program, io.helpers?.count ?? 0)) {
    items.push(...entries);
    // Whoever reads the stream need not wait for its end.
    if (output === "ndjson") io.out(entries.map((entry) => `${resultText(entry)}\n`).join(""));
  }
  const groups = fleetGroups(items);
  if (output === "csv") io.out(fleetCsv(groups));
  else if (output === "markdown") io.out(fleetMarkdown(groups, OUTCOMES));
  else if (output === "text") io.out(groups.map(groupText).join(""));
  const counts = [...fleetCounts(items)].map(([outcome, count]) => `${count} ${OUTCOMES[outcome]}`);
  io.err(
    `${items.length} ${items.length === 1 ? "workload" : "workloads"}${counts.length > 0 ? `: ${counts.join(", ")}` : ""}\n`,
  );
  if (items.some(({ outcome }) => outcome === "starts-to-fail" || outcome === "fails")) return EXIT.failed;
  return items.some(({ outcome }) => outcome !== "same") ? EXIT.differs : EXIT.ok;
}

function sideOf(get: Getter, read: (path: string) => string): FleetSide {
  return { ...readSide(filesOf(get), read), options: optionsOf(get) };
}

interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** The text of a file, or those of the manifests of a tar, either of them packed by gzip or not. */
function textsIn(file: string, bytes: Uint8Array): NamedText[] {
  const textOf = (of: Uint8Array) => new TextDecoder().decode(of);
  try {
    const plain = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
    if (!isTar(plain)) return [{ file, text: textOf(plain) }];
    const tar = new TarReader((name) => MANIFEST.test(name));
    const texts = [...tar.read(plain)].map(({ name, bytes: of }) => ({ file: `${file}/${name}`, text: textOf(of) }));
    tar.end();
    return texts;
  } catch (error) {
    // What zlib calls a code is none of the system's.
    throw new PathError("read", file, new Error(error instanceof Error ? error.message : String(error)));
  }
}

function* sourcesIn(texts: readonly NamedText[]): Generator<FleetSource> {
  let number = 0;
  for (const { file, text } of texts) for (const piece of fleetPieces(text)) yield { ...piece, number: number++, file };
}

const MANIFEST = /\.(?:ya?ml|json)$/i;

/** A file, or all manifests in a folder and its folders, sorted. */
function filesIn(path: string): string[] {
  if (path === "-") return [path];
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((x, y) => (x.name < y.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = join(path, entry.name);
      if (entry.isDirectory()) return filesIn(inner);
      return MANIFEST.test(entry.name) ? [inner] : [];
    });
}

/** Names told of a group. */
const NAMED = 5;

function groupText({ outcome, example, items }: FleetGroup): string {
  const names = items.slice(0, NAMED).map(fleetName).join(", ");
  const lines = [
    `${items.length} ${items.length === 1 ? "workload" : "workloads"}: ${OUTCOMES[outcome]}: ${names}${items.length > NAMED ? ", …" : ""}`,
  ];
  if (example.error) lines.push(`  ${example.error.message.trimEnd()}`);
  for (const { kind, container, label, before, after } of example.changes) {
    const values = kind === "moved" ? [] : [before, after].filter((value) => value !== undefined);
    lines.push(
      `  ${kind} ${[container, label].filter((part) => part !== undefined).join(" ")}${values.length > 0 ? `: ${values.join(" → ")}` : ""}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** What `fleet --help` prints. */
export const fleetHelp = `Usage: injection-explorer fleet -f FILE… --injector FILE --to-injector FILE [flags]

What would change on which workload when it restarts, from one situation to another: today's injector ConfigMap and the next release's,
say. Reads folders, tars, files of documents, and kubectl get deploy,sts,ds,cj -A -o yaml. One document that cannot be read stops no other.

Flags:
${FLAGS.map(flagLine).join("\n")}
  -h, --help                     this text

Output:
  text      groups of workloads with the same change: those that start to fail first, then the biggest; one example of the change each
  csv       a row a change
  markdown  a section a group, for a ticket
  ndjson    a line of JSON a workload, as they come

Exit codes:
  0   nothing changes
  1   a workload fails in B, or a file cannot be read
  2   wrong usage
  3   something changes
`;
