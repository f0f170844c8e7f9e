/** Milliseconds of one call of each of several things. */
export type Times<T extends string> = Record<T, number>;

// The compiler needs some thousand injections before it has settled.
const WARM_UP_MS = 3000;
const BATCH_MS = 20;

/**
 * Measures things against each other: after warming up they take turns in batches of about 20 ms, so that whatever else the machine does
 * falls on all of them alike; of each the least disturbed batch counts.
 */
export function measure<T extends string>(runs: Record<T, () => unknown>, rounds = 30): Times<T> {
  const names = Object.keys(runs) as T[];
  const sizes = {} as Record<T, number>;
  for (const name of names) {
    const started = performance.now();
    let calls = 0;
    do runs[name]();
    while (++calls < 3 || performance.now() - started < WARM_UP_MS);
    sizes[name] = Math.max(1, Math.round(BATCH_MS / batch(runs[name], Math.min(calls, 10))));
  }
  const times = {} as Times<T>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) times[name] = Math.min(times[name] ?? Infinity, batch(runs[name], sizes[name]));
  }
  return times;
}

/** Milliseconds of one call, of `size` calls. */
function batch(run: () => unknown, size: number): number {
  const started = performance.now();
  for (let i = 0; i < size; i++) run();
  return (performance.now() - started) / size;
}

/** One line of a table: what, how long, and how that compares with something else of the same run. */
export function row(what: string, value: string, ratio?: { of: string; is: number; limit?: number }): void {
  const limit =
    ratio?.limit === undefined
      ? ""
      : ratio.is <= ratio.limit
        ? ` (limit ${ratio.limit})`
        : ` (OVER the limit ${ratio.limit})`;
  const compared = ratio ? `  ${ratio.is.toFixed(2)} × ${ratio.of}${limit}` : "";
  console.log(`${what.padEnd(52)} ${value.padStart(14)}${compared}`);
}
