/** Milliseconds of one call: the median of several batches of about 50 ms, after a second of warming up (the compiler needs that). */
export function measure(run: () => unknown, batches = 15): number {
  const warm = performance.now() + 1000;
  do run();
  while (performance.now() < warm);
  let size = 1;
  for (;;) {
    const took = batch(run, size);
    if (took > 25 || size > 1e6) break;
    size = Math.max(size + 1, Math.ceil((size * 50) / Math.max(took, 0.05)));
  }
  const times = Array.from({ length: batches }, () => batch(run, size) / size).sort((a, b) => a - b);
  return times[Math.floor(batches / 2)]!;
}

function batch(run: () => unknown, size: number): number {
  const started = performance.now();
  for (let i = 0; i < size; i++) run();
  return performance.now() - started;
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
