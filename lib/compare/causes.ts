import { inject } from "../inject/answer";
import type { InjectRequest, ObjectResult } from "../inject/api";
import { podChanges, type Change } from "../view/changes";
import { writeJson } from "../view/write-json";
import type { Value } from "../view/value";
import type { FoundInput } from "./details";
import { pairObjects, podAt } from "./objects";
import { addressName, SideTexts, withInputs } from "./side-texts";
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
  readonly inputs: readonly FoundInput[];
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
  /** What stands in the texts of the two sides. */
  readonly texts: { readonly a: SideTexts; readonly b: SideTexts };

  /** `resultA`, `resultB`: the objects of the two situations as they are. */
  constructor(
    private readonly a: Situation,
    private readonly b: Situation,
    private readonly objectsA: readonly ObjectResult[],
    private readonly objectsB: readonly ObjectResult[],
    private readonly differs: readonly Aspect[],
    private readonly steps: ComparedSteps,
  ) {
    this.texts = { a: new SideTexts(a.request), b: new SideTexts(b.request) };
  }

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
  narrowed(change: Change, a: ObjectResult, b: ObjectResult, inputs: readonly FoundInput[]): Narrowed {
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
  private fewest(wanted: string, a: ObjectResult, b: ObjectResult, inputs: readonly FoundInput[]): Narrowed {
    let kept = inputs;
    let gone: readonly FoundInput[] = [];
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
    inputs: readonly FoundInput[],
    a: ObjectResult,
    b: ObjectResult,
  ): ReadonlySet<string> | undefined {
    const addresses = inputs.map(({ address }) => address);
    // Of the workloads only the compared one is injected again.
    const alone = addresses.some(({ source }) => source === "workload");
    const name = JSON.stringify([side, alone ? [a.index, b.index] : [], addresses.map(addressName).sort()]);
    if (!this.byInputs.has(name)) {
      // What is not tried is not kept either: its names may be as many as the inputs.
      if (this.byInputs.size >= MOST_TRIED) return undefined;
      const [own, other] = side === "a" ? [a, b] : [b, a];
      const request = withInputs(this.texts[side], own, addresses, this.texts[side === "a" ? "b" : "a"], other);
      this.byInputs.set(name, request && this.podsOf(request, side, alone ? own : undefined));
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

  /** The pods that a request makes of the objects of a side, or of the only one that it holds. */
  private podsOf(
    request: InjectRequest,
    side: "a" | "b",
    only?: ObjectResult,
  ): ReadonlyMap<ObjectResult, Value | undefined> {
    const step = this.steps[side];
    const include = isStage(step) ? (["stages"] as const) : [];
    const { objects } = inject({ ...request, options: { ...request.options, include } });
    if (only) return new Map([[only, podAt(objects[0], step)]]);
    return new Map(
      pairObjects(this.objectsOf(side), objects).flatMap((pair) => (pair.a ? [[pair.a, podAt(pair.b, step)]] : [])),
    );
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
