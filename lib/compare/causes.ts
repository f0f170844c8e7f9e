import { inject } from "../inject/answer";
import type { InjectRequest, ObjectResult, Place } from "../inject/api";
import { podChanges, type Change } from "../view/changes";
import { writeJson } from "../view/write-json";
import type { Value } from "../view/value";
import type { DifferingInput } from "./api";
import { withInput } from "./details";
import { pairObjects, podAt } from "./objects";
import { withAspect, type Aspect, type Situation } from "./situation";

/** Which aspects made a change. */
export interface By {
  readonly aspects: readonly Aspect[];
  readonly together: boolean;
  /** The templates of B cannot run in the injector of A. */
  readonly needsRelease: boolean;
}

/** Inputs that are tried one by one: of one change, and in a whole comparison. Each is an injection. */
const MOST_OF_CHANGE = 12;
const MOST_TRIED = 40;

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
  private readonly byInput = new Map<string, ReadonlyMap<ObjectResult, Value | undefined> | undefined>();
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
   * Of inputs that a change hangs on and that are not the same, those that make it alone, one by one put into A; all of them where none
   * does, or where it is not known.
   */
  narrowed(change: Change, a: ObjectResult, inputs: readonly DifferingInput[]): readonly DifferingInput[] {
    if (inputs.length < 2 || inputs.length > MOST_OF_CHANGE) return inputs;
    const wanted = changeName(change);
    const alone = inputs.filter(({ place }) => this.changesBy(place, a)?.has(wanted));
    return alone.length > 0 ? alone : inputs;
  }

  /** The changes from the pod in A to that of A with one input of B; undefined where it is not tried. */
  private changesBy(place: Place, a: ObjectResult): ReadonlySet<string> | undefined {
    const name = `${place.source} ${place.pointer}`;
    if (!this.byInput.has(name)) {
      const request = this.byInput.size < MOST_TRIED ? withInput(this.a.request, place, this.b.request) : undefined;
      this.byInput.set(name, request && this.podsOf(request, "a", this.objectsA));
    }
    const pods = this.byInput.get(name);
    return pods && this.remembered(a, name, () => pods.get(a));
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
      const objects = side === "a" ? this.objectsA : this.objectsB;
      const other = side === "a" ? this.steps.b : this.steps.a;
      pods =
        aspect === "step"
          ? new Map(objects.map((object) => [object, podAt(object, other)]))
          : this.injected(side, aspect, objects);
      trials.set(aspect, pods);
    }
    return pods;
  }

  private injected(
    side: "a" | "b",
    aspect: Exclude<Aspect, "step">,
    objects: readonly ObjectResult[],
  ): ReadonlyMap<ObjectResult, Value | undefined> {
    const request = side === "a" ? withAspect(this.a, aspect, this.b) : withAspect(this.b, aspect, this.a);
    return this.podsOf(request, side, objects);
  }

  private podsOf(
    request: InjectRequest,
    side: "a" | "b",
    objects: readonly ObjectResult[],
  ): ReadonlyMap<ObjectResult, Value | undefined> {
    const step = this.steps[side];
    const include = isStage(step) ? (["stages"] as const) : [];
    const result = inject({ ...request, options: { ...request.options, include } });
    const pairs = pairObjects(objects, result.objects);
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
