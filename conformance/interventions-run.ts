/**
 * Changes inputs of recorded cases and holds the laws of origins against what happens; prints what breaks, the most frequent first.
 *   node scripts/run.mjs conformance/interventions-run.ts [--family F] [--release R] [--id TEXT] [--count N] [--seed S] [--show K] [--strict] [--jobs J]
 * Recordings: those in CONFORMANCE_DIR where that is set, otherwise the project's own.
 */
import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findRecordings } from "./cases";
import { interventionsOf, report, total, type Tally } from "./intervention-runs";

const { values: args } = parseArgs({
  options: {
    family: { type: "string" },
    release: { type: "string" },
    id: { type: "string" },
    count: { type: "string" },
    seed: { type: "string" },
    show: { type: "string" },
    strict: { type: "boolean" },
    jobs: { type: "string" },
    share: { type: "string" },
  },
});

const given = process.env.CONFORMANCE_DIR;
const own = join(import.meta.dirname, "../conformance/fixtures");
const recordings = findRecordings(given && existsSync(given) ? given : own);
const files = recordings.files.filter(
  ({ family, release }) => (args.family ?? family) === family && (args.release ?? release) === release,
);
const count = Number(args.count ?? 2000);
const seed = args.seed ?? "1";

if (args.share) {
  const [share, of] = args.share.split("/").map(Number) as [number, number];
  for (const [index, file] of files.entries()) {
    if (index % of !== share) continue;
    process.send!(
      interventionsOf(recordings, file, {
        seed,
        count: Math.ceil(count / files.length),
        id: args.id,
        strict: args.strict,
      }),
    );
  }
} else {
  const started = performance.now();
  const tallies = await inShares();
  report(tallies, Number(args.show ?? 10));
  const { ran, apart, broken } = total(tallies);
  const flaws = tallies.flatMap((tally) => tally.flaws).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`\n${ran} interventions in ${seconds} s, ${apart} not comparable, ${broken} broke a law, ${flaws} flaws`);
  process.exitCode = broken > 0 || flaws > 0 || ran - apart < count ? 1 : 0;
}

/** The tallies of all files, made by a process for each core. */
async function inShares(): Promise<Tally[]> {
  const jobs = Math.min(Number(args.jobs ?? availableParallelism()), files.length);
  const tallies: Tally[] = [];
  await Promise.all(
    Array.from({ length: jobs }, async (_, share) => {
      const child = fork(import.meta.filename, [...process.argv.slice(2), "--share", `${share}/${jobs}`]);
      child.on("message", (message) => void tallies.push(message as Tally));
      const code = await new Promise((resolve) => child.on("exit", resolve));
      if (code !== 0) throw new Error(`a share of the recordings ended with ${String(code)}`);
    }),
  );
  return tallies;
}
