/** Interventions over recordings, counted. */
import { readCases, type Recordings } from "./cases";
import { requestOf } from "./compare";
import { intervene, LAWS, type Break, type Held, type Law, type Tries } from "./interventions";
import type { Given } from "./prepare";
import { Random } from "./random";

export interface Count {
  readonly ran: number;
  /** Of these, how many cannot be compared, because the injection fails afterwards. */
  readonly apart: number;
  /** How many changed a leaf: the others show only that nothing did. */
  readonly moved: number;
  readonly broken: number;
}

/** The outcome of one file of recordings. */
export interface Tally {
  readonly family: string;
  readonly release: string;
  readonly cases: number;
  readonly counts: Readonly<Record<Law, Count>>;
  readonly breaks: readonly Break[];
  /** What is wrong whatever is changed, a line each. */
  readonly flaws: readonly string[];
}

const A_CASE: Tries = { missing: 7, idle: 2, at: 1 };
/** A case is taken that often at most, each time with other numbers. */
const ROUNDS = 40;

export interface Wanted {
  readonly seed: string;
  /** How many interventions, whose results can be compared. */
  readonly count: number;
  /** A part of the cases' ids. */
  readonly id?: string;
  readonly strict?: boolean;
}

/** Changes inputs of the cases of one file, drawn at random, until there are enough. */
export function interventionsOf(recordings: Recordings, file: Recordings["files"][number], wanted: Wanted): Tally {
  const { seed, count, id = "", strict } = wanted;
  const all = [...readCases(recordings, file)].filter((recorded) => recorded.id.includes(id));
  const cases = new Random(`${seed} ${file.family} ${file.release}`).shuffled(all);
  const counts: Record<Law, Count> = { missing: NONE, idle: NONE, at: NONE };
  const breaks: Break[] = [];
  const flaws: string[] = [];
  let compared = 0;
  let used = 0;
  for (let round = 0; round < ROUNDS && compared < count && (round === 0 || compared > 0); round++) {
    for (const recorded of cases) {
      if (compared >= count) break;
      const { id, family, release } = recorded;
      const held = tried({ id, family, release, request: requestOf(recorded) }, `${seed} ${round}`, strict);
      if (!held) continue;
      used++;
      flaws.push(...held.flaws.map((flaw) => `${id} ${release}: ${flaw}`));
      for (const { law, apart, moved, breaks: found } of held.outcomes) {
        counts[law] = added(counts[law], {
          ran: 1,
          apart: Number(apart),
          moved: Number(moved),
          broken: Math.min(1, found.length),
        });
        breaks.push(...found);
        if (!apart) compared++;
      }
    }
  }
  return { ...file, cases: used, counts, breaks, flaws };
}

const NONE: Count = { ran: 0, apart: 0, moved: 0, broken: 0 };

/** What the engine throws is a flaw, and no reason to end the run. */
function tried(given: Given, seed: string, strict?: boolean): Held | undefined {
  try {
    return intervene(given, seed, A_CASE, { strict });
  } catch (error) {
    const stack = error instanceof Error ? error.stack?.split("\n").slice(0, 8).join(" ") : undefined;
    return { outcomes: [], flaws: [`the engine threw: ${stack ?? String(error)}`] };
  }
}

function added(a: Count, b: Count): Count {
  return { ran: a.ran + b.ran, apart: a.apart + b.apart, moved: a.moved + b.moved, broken: a.broken + b.broken };
}

/** The sum of tallies. */
export function total(tallies: readonly Tally[]): Count {
  return tallies.flatMap(({ counts }) => LAWS.map((law) => counts[law])).reduce(added, NONE);
}

/** Prints how many interventions broke a law, changed a leaf, could be compared, and could not as the injection failed, by family; then breaks by what they have in common. */
export function report(tallies: readonly Tally[], show: number): void {
  console.log(`${"".padEnd(18)}${LAWS.map((law) => law.padStart(36)).join("")}`);
  const heads = LAWS.map(() => ["broken", "moved", "compared", "failed"].map((head) => head.padStart(9)).join(""));
  console.log(`${"family".padEnd(10)} ${"cases".padStart(7)}${heads.join("")}`);
  for (const family of new Set(tallies.map((tally) => tally.family))) {
    const own = tallies.filter((tally) => tally.family === family);
    const cells = LAWS.map((law) => {
      const { ran, apart, moved, broken } = own.map(({ counts }) => counts[law]).reduce(added);
      return [broken, moved, ran - apart, apart].map((count) => String(count).padStart(9)).join("");
    });
    console.log(`${family.padEnd(10)} ${String(sum(own, ({ cases }) => cases)).padStart(7)}${cells.join("")}`);
  }
  const flaws = tallies.flatMap((tally) => tally.flaws);
  for (const [what, list] of grouped(flaws, flawPattern, show)) console.log(`\n${list.length} × ${what}\n  ${list[0]}`);
  const breaks = tallies.flatMap((tally) => tally.breaks);
  for (const [what, list] of grouped(breaks, patternOf, show)) {
    console.log(`\n${list.length} × ${what}`);
    for (const each of list.slice(0, 2)) console.log(described(each));
  }
}

/** `what` in groups of one pattern, the largest first. */
function grouped<T>(what: readonly T[], pattern: (one: T) => string, show: number): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const one of what) groups.set(pattern(one), [...(groups.get(pattern(one)) ?? []), one]);
  return [...groups].sort(([, a], [, b]) => b.length - a.length).slice(0, show);
}

function patternOf({ law, leaf, input }: Break): string {
  const general = (pointer: string) => pointer.replace(/\/\d+(?=\/|$)/g, "/*");
  return law === "at" ? `at: ${general(leaf)}` : `${law}: ${general(leaf)}  by  ${general(input)}`;
}

const flawPattern = (flaw: string) =>
  flaw
    .replace(/^\S+ \S+: /, "")
    .replace(/\d+/g, "…")
    .slice(0, 120);

function described({ case: id, release, input, change, leaf, before, after, origin }: Break): string {
  const inputs = (list: readonly { source: string; pointer?: string }[] = []) =>
    list.map(({ source, pointer }) => `${source} ${pointer}`).join(", ");
  const at = origin?.at && `${origin.at.source} ${origin.at.line}:${origin.at.column}`;
  return [
    `  ${id} ${release}: ${input}: ${change}`,
    `    ${leaf}: ${before} → ${after}`,
    `    ${origin ? `${origin.step} ${origin.template ?? ""} at ${at}` : "no origin"}`,
    `    data: ${inputs(origin?.data)}`,
    `    control: ${inputs(origin?.control).slice(0, 2000)}`,
  ].join("\n");
}

function sum<T>(list: readonly T[], of: (one: T) => number): number {
  return list.reduce((all, one) => all + of(one), 0);
}
