import { fleetCounts, fleetGroups } from "../../compare/fleet-report";
import type { FleetMark } from "../fleet-job";
import type { FleetPlace } from "../fleet-reader";
import { ProblemError } from "../problem";
import type { FleetReading } from "./fleet-reading";
import type { LineStream } from "./line-stream";

/** Objects that may be stopped before all of the fleet is: each of them costs a worker. */
const MOST_STOPPED = 10;

/** One fleet on its way. */
export class FleetRun {
  over = false;
  private readonly marks: FleetMark[] = [];
  private done = 0;
  private stopped = 0;
  private asked: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly reading: FleetReading,
    private readonly run: (sources: Uint8Array) => Promise<Uint8Array>,
    private readonly lines: LineStream,
    private readonly count: number,
    private readonly signal: AbortSignal,
  ) {}

  /** Takes batch after batch, until there are no more. */
  async work(): Promise<void> {
    while (!this.over && !this.signal.aborted) {
      const batch = await this.next();
      if (!batch) return;
      await this.batch(batch.sources, batch.places);
      this.done += batch.places.length;
      await this.lines.tell({ type: "progress", done: this.done, of: this.count });
    }
  }

  /** The reader is asked one thing at a time. */
  private next(): ReturnType<FleetReading["next"]> {
    const next = this.asked.then(() => this.reading.next());
    this.asked = next.catch(() => undefined);
    return next;
  }

  private async batch(sources: Uint8Array, places: readonly FleetPlace[]): Promise<void> {
    // What is sent to a worker is gone; it is needed again if that is stopped.
    const again = places.length > 1 ? new Uint8Array(sources) : undefined;
    let answer: Uint8Array;
    try {
      answer = await this.run(sources);
    } catch (error) {
      if (this.signal.aborted || !(error instanceof ProblemError)) throw error;
      if (error.problem.status !== 503) throw error;
      if (!again) return await this.stop(places[0]!, error);
      const apart = JSON.parse(new TextDecoder().decode(again)) as readonly unknown[];
      for (const [i, source] of apart.entries()) {
        if (this.over) return;
        await this.batch(new TextEncoder().encode(JSON.stringify([source])), [places[i]!]);
      }
      return;
    }
    const first = answer.indexOf(0x0a);
    this.marks.push(...(JSON.parse(new TextDecoder().decode(answer.subarray(0, first))) as FleetMark[]));
    await this.lines.write(answer.subarray(first + 1));
  }

  private async stop({ number, line }: FleetPlace, { problem: { title, detail } }: ProblemError): Promise<void> {
    await this.lines.tell({ type: "stopped", number, line, title, detail });
    if (++this.stopped < MOST_STOPPED) return;
    const why = `${MOST_STOPPED} objects were stopped: the rest is not tried.`;
    throw new ProblemError({ status: 503, title, detail: why });
  }

  /** What there is to say of all. */
  end(): { readonly type: "end"; readonly [field: string]: unknown } {
    this.marks.sort((x, y) => x.number - y.number);
    const groups = fleetGroups(this.marks).map(({ outcome, example, items }) => {
      return { group: example.group, outcome, workloads: items.length, example: example.number };
    });
    const counts = Object.fromEntries(fleetCounts(this.marks));
    return { type: "end", workloads: this.marks.length, stopped: this.stopped, counts, groups };
  }
}
