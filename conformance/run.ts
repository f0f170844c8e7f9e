/**
 * Holds the engine against the recordings and prints a score by family and release.
 *   tsx conformance/run.ts [--family F] [--release R] [--show N] [--id TEXT]
 * Recordings: the project's own fixtures, and those in CONFORMANCE_DIR where that is set.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findRecordings, readCases, type Recordings } from "./cases";
import { differences } from "./compare";

const { values: args } = parseArgs({
  options: {
    family: { type: "string" },
    release: { type: "string" },
    id: { type: "string" },
    show: { type: "string" },
    list: { type: "boolean" },
  },
});
const root = join(import.meta.dirname, "..");
const listFile = join(root, "lib/inject/known-differences");
const known = new Set(
  existsSync(listFile)
    ? readFileSync(listFile, "utf8")
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("#"))
    : [],
);

const folders = [process.env.CONFORMANCE_DIR, join(root, "conformance/fixtures")].filter(
  (folder) => folder !== undefined,
);
const recordings = folders.map(findRecordings).find(({ files }) => files.length > 0);
if (!recordings) {
  console.log("no recordings found");
  process.exit(1);
}
if (!process.env.CONFORMANCE_DIR) {
  console.log(
    "CONFORMANCE_DIR is not set: only the project's own recordings (policy, template, merge, yaml) run; pods, golden and corpus do not.",
  );
}

interface Score {
  passed: number;
  total: number;
}
const scores = new Map<string, Score>();
const unlisted: string[] = [];
const stale: string[] = [];
const differing: string[] = [];
let shown = 0;
const started = performance.now();
run(recordings);
report(recordings);

function run(all: Recordings): void {
  for (const file of all.files) {
    if (args.family && file.family !== args.family) continue;
    if (args.release && file.release !== args.release) continue;
    const score: Score = { passed: 0, total: 0 };
    scores.set(`${file.family} ${file.release}`, score);
    for (const recorded of readCases(all, file)) {
      if (args.id && !recorded.id.includes(args.id)) continue;
      score.total++;
      const name = `${recorded.id} ${recorded.release}`;
      const found = differences(recorded);
      if (found.length === 0) {
        score.passed++;
        if (known.has(name)) stale.push(name);
      } else {
        differing.push(name);
        if (!known.has(name)) unlisted.push(name);
        if (shown++ < Number(args.show ?? 0)) console.log(`${name}: ${found.slice(0, 3).join("\n")}\n`);
      }
    }
  }
}

function report(all: Recordings): void {
  const releases = [...new Set(all.files.map(({ release }) => release))];
  const families = [...new Set(all.files.map(({ family }) => family))];
  console.log(["family".padEnd(10), ...releases.map((release) => release.padStart(9))].join(" "));
  for (const family of families) {
    const cells = releases.map((release) => {
      const score = scores.get(`${family} ${release}`);
      return (score?.total ? `${score.passed}/${score.total}` : "").padStart(9);
    });
    console.log([family.padEnd(10), ...cells].join(" "));
  }
  const total = [...scores.values()].reduce((sum, score) => ({
    passed: sum.passed + score.passed,
    total: sum.total + score.total,
  }));
  if (args.list) for (const name of differing) console.log(name);
  console.log(
    `${((performance.now() - started) / 1000).toFixed(1)} s, ${differing.length} differ, ${known.size} known`,
  );
  for (const name of unlisted.slice(0, 40)) console.log(`differs, but is not listed: ${name}`);
  for (const name of stale.slice(0, 40)) console.log(`passes, but is listed as a known difference: ${name}`);
  const failed = unlisted.length + stale.length;
  console.log(`conformance: ${total.total - unlisted.length - stale.length} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
