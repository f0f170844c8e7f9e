import type { FleetEntry, FleetPods, FleetSide, FleetSideState, FleetSource } from "../../lib/compare/fleet";
import { AskedWorker } from "./asked";
import type { EngineAnswer, EngineQuestion } from "./engine.worker";
import type { UpgradeFile } from "./file-texts";
import type { FileProblem, ReaderAnswer, ReaderQuestion } from "./reader.worker";

/** Workers that inject at one time: more take more memory than they save time. */
const MOST_ENGINES = 4;

/** Both injectors, and what goes with them. */
export interface Sides {
  readonly a: FleetSide;
  readonly b: FleetSide;
}

/** What a run tells, as it comes. */
export interface RunEvents {
  onRead(read: { readonly count: number; readonly files: number; readonly problems: readonly FileProblem[] }): void;
  onSides(state: { readonly a: FleetSideState; readonly b: FleetSideState }): void;
  onEntries(entries: readonly FleetEntry[], done: number): void;
  onEnd(): void;
  onFailure(): void;
}

/** A group's example: the object's own text and its pods. */
export interface FleetExample extends FleetPods {
  readonly text: string;
  /** The line of its file on which the text begins. */
  readonly line: number;
}

type Read = Parameters<RunEvents["onRead"]>[0];
type SidesState = Parameters<RunEvents["onSides"]>[0];
type Reader = AskedWorker<ReaderQuestion, ReaderAnswer>;
type Engine = AskedWorker<EngineQuestion, EngineAnswer>;

/** Engines beyond this number are not kept for a next run. */
const MOST_IDLE = 2;

/** Engines that have nothing to do. Warm ones work out a change of an injector in a fraction of the time of new ones. */
export class EnginePool {
  private readonly idle: Engine[] = [];

  take(): Engine {
    const url = new URL("./engine.worker.ts", import.meta.url);
    return this.idle.pop() ?? new AskedWorker(new Worker(url, { type: "module" }));
  }

  /** Takes an engine back; what it still works on is for nobody. */
  giveBack(engine: Engine): void {
    if (engine.idle && this.idle.length < MOST_IDLE) this.idle.push(engine);
    else engine.end();
  }

  end(): void {
    for (const engine of this.idle.splice(0)) engine.end();
  }
}

/** One fleet between two injectors, worked out by workers of this browser. `end` lets all of it go. */
export class FleetRun {
  private readonly reader: Reader;
  /** The first of the engines: it answers for examples, too, between the others' work and after it. */
  private readonly first: Engine;
  private readonly helpers = new Set<Engine>();
  private over = false;
  private done = 0;

  constructor(
    private readonly files: readonly UpgradeFile[],
    private readonly sides: Sides,
    private readonly pool: EnginePool,
    private readonly events: RunEvents,
  ) {
    this.reader = new AskedWorker(new Worker(new URL("./reader.worker.ts", import.meta.url), { type: "module" }));
    this.first = pool.take();
    void this.run().then(
      () => this.over || this.events.onEnd(),
      () => this.over || this.events.onFailure(),
    );
  }

  /** Stops the work; examples of what there is can still be asked for. */
  cancel(): void {
    this.over = true;
    for (const engine of this.helpers) this.letGo(engine);
  }

  end(): void {
    this.cancel();
    this.reader.end();
    this.pool.giveBack(this.first);
  }

  /** The example of a group. @throws Error where it cannot be worked out. */
  async example(number: number): Promise<FleetExample> {
    const { source } = await this.reader.ask<{ readonly source: FleetSource | undefined }>({ number });
    if (!source) throw new Error("there is no such object");
    const { pods } = await this.first.ask<{ readonly pods: FleetPods }>({ pods: source });
    return { ...pods, text: source.text, line: source.line };
  }

  private async run(): Promise<void> {
    const { events, reader, first, sides, files } = this;
    const [read, state] = await Promise.all([reader.ask<Read>({ read: files }), first.ask<SidesState>(sides)]);
    if (this.over) return;
    events.onRead(read);
    events.onSides(state);
    if (state.a.configError ?? state.b.configError) return;
    const count = Math.min(MOST_ENGINES, navigator.hardwareConcurrency || 1, Math.ceil(read.count / 100));
    await Promise.all(Array.from({ length: count }, (_, i) => (i === 0 ? this.work(first) : this.help())));
  }

  private async help(): Promise<void> {
    const engine = this.pool.take();
    this.helpers.add(engine);
    // It answers in the order of the questions: whatever it says of the sides has been said already.
    engine.ask(this.sides).catch(() => undefined);
    await this.work(engine);
    this.letGo(engine);
  }

  private letGo(engine: Engine): void {
    if (this.helpers.delete(engine)) this.pool.giveBack(engine);
  }

  private async work(engine: Engine): Promise<void> {
    // The next objects are on their way while these are worked on.
    let next = this.next();
    for (;;) {
      const { sources } = await next;
      if (sources.length === 0 || this.over) return;
      next = this.next();
      const { entries } = await engine.ask<{ readonly entries: readonly FleetEntry[] }>({ sources });
      if (this.over) return;
      this.done += sources.length;
      this.events.onEntries(entries, this.done);
    }
  }

  private next(): Promise<{ readonly sources: readonly FleetSource[] }> {
    const sources = this.reader.ask<{ readonly sources: readonly FleetSource[] }>({ next: true });
    // When told to stop nobody waits for them any more.
    sources.catch(() => undefined);
    return sources;
  }
}
