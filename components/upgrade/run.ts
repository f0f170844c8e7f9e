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

/** One fleet between two injectors, worked out by workers of this browser. `end` lets all of it go. */
export class FleetRun {
  private readonly reader: Reader;
  private engines: Engine[] = [];
  private over = false;
  private done = 0;
  /** For examples, behind the work. */
  private spare: Engine | undefined;

  constructor(
    private readonly files: readonly UpgradeFile[],
    private readonly sides: Sides,
    private readonly events: RunEvents,
  ) {
    this.reader = new AskedWorker(new Worker(new URL("./reader.worker.ts", import.meta.url), { type: "module" }));
    void this.run().then(
      () => this.over || this.events.onEnd(),
      () => this.over || this.events.onFailure(),
    );
  }

  /** Stops the work; examples of what there is can still be asked for. */
  cancel(): void {
    this.over = true;
    for (const engine of this.engines.splice(0)) engine.end();
  }

  end(): void {
    this.cancel();
    this.reader.end();
    this.spare?.end();
  }

  /** The example of a group. @throws Error where it cannot be worked out. */
  async example(number: number): Promise<FleetExample> {
    const { source } = await this.reader.ask<{ readonly source: FleetSource | undefined }>({ number });
    if (!source) throw new Error("there is no such object");
    this.spare ??= start(this.sides).engine;
    const { pods } = await this.spare.ask<{ readonly pods: FleetPods }>({ pods: source });
    return { ...pods, text: source.text, line: source.line };
  }

  private async run(): Promise<void> {
    const { events, reader, sides } = this;
    const first = start(sides);
    this.engines.push(first.engine);
    const [read, state] = await Promise.all([reader.ask<Read>({ read: this.files }), first.state]);
    if (this.over) return;
    events.onRead(read);
    events.onSides(state);
    if (state.a.configError ?? state.b.configError) return;
    const count = Math.min(MOST_ENGINES, navigator.hardwareConcurrency || 1, Math.ceil(read.count / 100));
    for (let i = 1; i < count; i++) this.engines.push(start(sides).engine);
    await Promise.all([...this.engines].map((engine) => this.work(engine)));
  }

  private async work(engine: Engine): Promise<void> {
    // The next objects are on their way while these are worked on.
    let next = this.reader.ask<{ readonly sources: readonly FleetSource[] }>({ next: true });
    for (;;) {
      const { sources } = await next;
      if (sources.length === 0 || this.over) break;
      next = this.reader.ask({ next: true });
      const { entries } = await engine.ask<{ readonly entries: readonly FleetEntry[] }>({ sources });
      if (this.over) break;
      this.done += sources.length;
      this.events.onEntries(entries, this.done);
    }
    // One stays for examples, the others' memory is given back.
    if (this.spare === undefined && !this.over) this.spare = engine;
    else engine.end();
    this.engines = this.engines.filter((other) => other !== engine);
  }
}

/** An engine that is told the sides before anything else. */
function start(sides: Sides): { readonly engine: Engine; readonly state: Promise<SidesState> } {
  const worker = new Worker(new URL("./engine.worker.ts", import.meta.url), { type: "module" });
  const engine: Engine = new AskedWorker(worker);
  const state = engine.ask<SidesState>(sides);
  // Of most engines nobody asks.
  state.catch(() => undefined);
  return { engine, state };
}
