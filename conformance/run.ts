/**
 * Holds the engine against the recordings and prints a score by family and release.
 *   npm run conformance -- [--family F] [--release R] [--id TEXT] [--show N]
 * Recordings: those in CONFORMANCE_DIR where that is set, otherwise the project's own. Every core takes a share of the files.
 */
import { fork } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findRecordings, readCases, type Recordings } from "./cases";
import { differences } from "./compare";
import { findMore, moreCases, MORE } from "./more";

const { values: args } = parseArgs({
  options: {
    family: { type: "string" },
    release: { type: "string" },
    id: { type: "string" },
    show: { type: "string" },
    share: { type: "string" },
  },
});

/** The outcome of one file of recordings. */
interface Score {
  readonly family: string;
  readonly release: string;
  readonly total: number;
  /** Names of the cases that differ, with what differs first. */
  readonly differing: readonly (readonly [name: string, what: string])[];
}

const root = join(import.meta.dirname, "..");
const own = join(root, "conformance/fixtures");
const given = process.env.CONFORMANCE_DIR;
const recordings = findRecordings(given && existsSync(given) ? given : own);
const files = [...recordings.files, ...findMore(recordings.folder)].filter(
  ({ family, release }) => (args.family ?? family) === family && (args.release ?? release) === release,
);

if (args.share) {
  const [share, of] = args.share.split("/").map(Number) as [number, number];
  for (const [index, file] of files.entries()) if (index % of === share) process.send!(score(file));
} else {
  const started = performance.now();
  report(await inShares(), started);
}

function score(file: Recordings["files"][number]): Score {
  let total = 0;
  const differing: [string, string][] = [];
  for (const { id, found } of file.release === MORE ? moreCases(file, recordings.folder) : ownCases(file)) {
    if (args.id && !id.includes(args.id)) continue;
    total++;
    const what = found();
    if (what.length > 0) differing.push([`${id} ${file.release}`, what.slice(0, 3).join("\n")]);
  }
  return { family: file.family, release: file.release, total, differing };
}

function* ownCases(file: Recordings["files"][number]): Generator<{ id: string; found: () => string[] }> {
  for (const recorded of readCases(recordings, file)) yield { id: recorded.id, found: () => differences(recorded) };
}

/** The scores of all files, computed by a process for each core. */
async function inShares(): Promise<Score[]> {
  const cores = Math.min(availableParallelism(), files.length);
  const scores: Score[] = [];
  await Promise.all(
    Array.from({ length: cores }, async (_, share) => {
      const child = fork(import.meta.filename, [...process.argv.slice(2), "--share", `${share}/${cores}`]);
      child.on("message", (message) => void scores.push(message as Score));
      const code = await new Promise((resolve) => child.on("exit", resolve));
      if (code !== 0) throw new Error(`a share of the recordings ended with ${String(code)}`);
    }),
  );
  return scores;
}

function report(scores: readonly Score[], started: number): void {
  const releases = [...new Set(files.map(({ release }) => release))];
  const families = [...new Set(files.map(({ family }) => family))];
  console.log(["family".padEnd(10), ...releases.map((release) => release.padStart(9))].join(" "));
  for (const family of families) {
    const cells = releases.map((release) => {
      const of = scores.find((s) => s.family === family && s.release === release);
      return (of ? `${of.total - of.differing.length}/${of.total}` : "").padStart(9);
    });
    console.log([family.padEnd(10), ...cells].join(" "));
  }
  if (!given) {
    console.log(
      "not found: CONFORMANCE_DIR is not set, so the recordings of pods, golden, corpus, match and analyze did not run",
    );
  }
  const differing = new Map(scores.flatMap((s) => s.differing));
  for (const [name, what] of [...differing].slice(0, Number(args.show ?? 0))) console.log(`\n${name}: ${what}`);

  const known = knownDifferences();
  const ran = new Set(scores.flatMap((s) => s.family + s.release));
  const unlisted = [...differing.keys()].filter((name) => !known.has(name));
  // A listed case of a file that did not run says nothing.
  const stale = args.id ? [] : [...known].filter((name) => !differing.has(name) && ran.has(fileOf(name)));
  for (const name of unlisted.slice(0, 40)) console.log(`differs, but is not listed: ${name}`);
  for (const name of stale) console.log(`passes, but is listed as a known difference: ${name}`);
  const total = scores.reduce((sum, s) => sum + s.total, 0);
  const failed = unlisted.length + stale.length;
  console.log(
    `${total} recordings in ${((performance.now() - started) / 1000).toFixed(1)} s, ${known.size} known differences`,
  );
  console.log(`conformance: ${total - differing.size} passed, ${failed} failed`);
  process.exitCode = failed > 0 || total === 0 ? 1 : 0;
}

/** The cases that still differ, a line each: its id and its release. */
function knownDifferences(): Set<string> {
  const text = readFileSync(join(root, "lib/inject/known-differences"), "utf8");
  return new Set(text.split("\n").filter((line) => line !== "" && !line.startsWith("#")));
}

function fileOf(name: string): string {
  const [id = "", release = ""] = name.split(" ");
  return id.split("/")[0]! + release;
}
