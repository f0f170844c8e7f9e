import { inject } from "../inject/answer";
import type { InjectRequest, ObjectResult } from "../inject/api";
import { podChanges, type Change } from "../view/changes";
import { writeJson } from "../view/write-json";
import type { Value } from "../view/value";
import type { DifferingInput } from "./api";
import { withInputs } from "./details";
import { pairObjects, podAt } from "./objects";
import { withAspect, type Aspect, type Situation } from "./situation";

/** Which aspects made a change. */
export interface By {
  readonly aspects: readonly Aspect[];
  readonly together: boolean;
  /** The templates of B cannot run in the injector of A. */
  readonly needsRelease: boolean;
}

/** Of so many inputs each is tried alone; of more, only by parts of them. */
const MOST_ALONE = 12;
/** Trials of inputs in a whole comparison. Each is an injection. */
const MOST_TRIED = 60;

/** The inputs that make a change. */
export interface Narrowed {
  readonly inputs: readonly DifferingInput[];
  /** None of them makes it without the others. */
  readonly together: boolean;
  /** False where not all could be tried: some of the inputs may have no part in it. */
  readonly tried: boolean;
}

/** The steps whose pods are compared, one of each side. */
export interface ComparedSteps {
  readonly a: string;
  readonly b: string;
}

/**
 * Finds what made changes by trying: a situation with one aspect of the other is injected too. An aspect that makes a change alone in A
 * made it; where none does, those without which B would not have it made it together.
 */
export class Trials {
  private readonly inA = new Map<Aspect, ReadonlyMap<ObjectResult, Value | undefined>>();
  private readonly inB = new Map<Aspect, ReadonlyMap<ObjectResult, Value | undefined>>();
  private readonly byInputs = new Map<string, ReadonlyMap<ObjectResult, Value | undefined> | undefined>();
  private readonly known = new Map<ObjectResult, Map<string, ReadonlySet<string>>>();

  /** `resultA`, `resultB`: the objects of the two situations as they are. */
  constructor(
    private readonly a: Situation,
    private readonly b: Situation,
    private readonly objectsA: readonly ObjectResult[],
    private readonly objectsB: readonly ObjectResult[],
    private readonly differs: readonly Aspect[],
    private readonly steps: ComparedSteps,
  ) {}

  /** What made a change from the pod of an object in A to that in B. */
  madeBy(change: Change, a: ObjectResult, b: ObjectResult): By {
    if (this.differs.length < 2) return { aspects: this.differs, together: false, needsRelease: false };
    const wanted = changeName(change);
    const alone = this.differs.filter((aspect) => this.changes("a", aspect, a, a).has(wanted));
    if (alone.length > 0) return { aspects: alone, together: false, needsRelease: false };
    const needed = this.differs.filter((aspect) => !this.changes("b", aspect, a, b).has(wanted));
    const aspects = needed.length > 0 ? needed : this.differs;
    const needsRelease =
      aspects.includes("templates") && aspects.includes("release") && this.trial("a", "templates").get(a) === undefined;
    return { aspects, together: true, needsRelease };
  }

  /**
   * Of inputs that a change hangs on and that are not the same, those that make it: each that does so alone, put into A; where none does,
   * the fewest that B must keep for it to be there. O(inputs) injections, as far as `MOST_TRIED` go.
   */
  narrowed(change: Change, a: ObjectResult, b: ObjectResult, inputs: readonly DifferingInput[]): Narrowed {
    if (inputs.length < 2) return { inputs, together: false, tried: true };
    const wanted = changeName(change);
    if (inputs.length <= MOST_ALONE) {
      const alone = inputs.filter((input) => this.changesBy("a", [input], a, b)?.has(wanted));
      if (alone.length > 0) return { inputs: alone, together: false, tried: true };
    }
    return this.fewest(wanted, a, b, inputs);
  }

  /**
   * Leaves away what B does not need for a change, parts first and single inputs last. O(k log n) trials where k of n are needed, each
   * O(n) besides its injection; it ends with the trials.
   */
  private fewest(wanted: string, a: ObjectResult, b: ObjectResult, inputs: readonly DifferingInput[]): Narrowed {
    let kept = inputs;
    let gone: readonly DifferingInput[] = [];
    let tried = true;
    for (let size = Math.floor(inputs.length / 2); size >= 1; size = Math.floor(size / 2)) {
      // What decided stands behind what the value was made of, and is left away first.
      for (let end = kept.length; end > 0; end -= size) {
        const from = Math.max(0, end - size);
        if (from === 0 && end === kept.length) continue;
        const without = [...gone, ...kept.slice(from, end)];
        const changes = this.changesBy("b", without, a, b);
        if (changes?.has(wanted)) {
          kept = [...kept.slice(0, from), ...kept.slice(end)];
          gone = without;
        } else if (!changes && this.byInputs.size >= MOST_TRIED) return { inputs: kept, together: false, tried: false };
        else if (!changes && size === 1) tried = false;
      }
    }
    return { inputs: kept, together: tried && kept.length > 1, tried };
  }

  /** The changes from the pod in A to that of one side with inputs of the other; undefined where it is not tried. */
  private changesBy(
    side: "a" | "b",
    inputs: readonly DifferingInput[],
    a: ObjectResult,
    b: ObjectResult,
  ): ReadonlySet<string> | undefined {
    const places = inputs.map(({ place }) => place);
    const ofWorkload = places.some(({ source }) => source === "workload");
    const names = places.map(({ source, pointer }) => `${source} ${pointer}`);
    const name = JSON.stringify([side, ofWorkload ? [a.index, b.index] : [], names.sort()]);
    if (!this.byInputs.has(name)) {
      // What is not tried is not kept either: its names may be as many as the inputs.
      if (this.byInputs.size >= MOST_TRIED) return undefined;
      const asked = {
        a: { request: this.a.request, document: documentOf(a) },
        b: { request: this.b.request, document: documentOf(b) },
      };
      const request = withInputs(asked[side], places, asked[side === "a" ? "b" : "a"]);
      this.byInputs.set(name, request && this.podsOf(request, side));
    }
    const pods = this.byInputs.get(name);
    return pods && this.remembered(a, name, () => pods.get(side === "a" ? a : b));
  }

  /** The changes from the pod in A to that of a trial: of A with one aspect of B, or of B with one aspect of A. */
  private changes(side: "a" | "b", aspect: Aspect, a: ObjectResult, object: ObjectResult): ReadonlySet<string> {
    return this.remembered(a, `${side} ${aspect}`, () => this.trial(side, aspect).get(object));
  }

  private remembered(a: ObjectResult, name: string, pod: () => Value | undefined): ReadonlySet<string> {
    let known = this.known.get(a);
    if (!known) this.known.set(a, (known = new Map()));
    let changes = known.get(name);
    if (!changes) {
      const before = podAt(a, this.steps.a);
      const after = pod();
      const found = before === undefined || after === undefined ? [] : podChanges(before, after);
      known.set(name, (changes = new Set(found.map(changeName))));
    }
    return changes;
  }

  /** The pods of a trial, by the object that they belong to. */
  private trial(side: "a" | "b", aspect: Aspect): ReadonlyMap<ObjectResult, Value | undefined> {
    const trials = side === "a" ? this.inA : this.inB;
    let pods = trials.get(aspect);
    if (!pods) {
      const other = side === "a" ? this.steps.b : this.steps.a;
      pods =
        aspect === "step"
          ? new Map(this.objectsOf(side).map((object) => [object, podAt(object, other)]))
          : this.injected(side, aspect);
      trials.set(aspect, pods);
    }
    return pods;
  }

  private injected(side: "a" | "b", aspect: Exclude<Aspect, "step">): ReadonlyMap<ObjectResult, Value | undefined> {
    const request = side === "a" ? withAspect(this.a, aspect, this.b) : withAspect(this.b, aspect, this.a);
    return this.podsOf(request, side);
  }

  private objectsOf(side: "a" | "b"): readonly ObjectResult[] {
    return side === "a" ? this.objectsA : this.objectsB;
  }

  private podsOf(request: InjectRequest, side: "a" | "b"): ReadonlyMap<ObjectResult, Value | undefined> {
    const step = this.steps[side];
    const include = isStage(step) ? (["stages"] as const) : [];
    const result = inject({ ...request, options: { ...request.options, include } });
    const pairs = pairObjects(this.objectsOf(side), result.objects);
    return new Map(pairs.flatMap((pair) => (pair.a ? [[pair.a, podAt(pair.b, step)]] : [])));
  }
}

/** Whether the pods of a step need the stages of a result. */
export function isStage(step: string): boolean {
  return step !== "final" && step !== "submitted";
}

/** A change by what it says; where in its list it stands does not count. */
function changeName({ kind, topic, container, label, before, after }: Change): string {
  const text = (value: Value | undefined) => (value === undefined ? "" : writeJson(value));
  return JSON.stringify([kind, topic, container, label, text(before), text(after)]);
}

/** The number of an object's document; undefined for an item of a List, which is part of a document. */
function documentOf({ index }: ObjectResult): number | undefined {
  return typeof index === "number" ? index : undefined;
}
