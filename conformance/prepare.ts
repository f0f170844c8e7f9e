/** Recorded cases made ready for interventions. */
import type { InjectRequest, InjectResult, ObjectResult, Place } from "../lib/inject/api";
import { podTypeOf } from "../lib/inject/setup";
import { submittedPod } from "../lib/inject/workload";
import { RELEASES, releaseName } from "../lib/k8s/release";
import { canonical } from "./cases";
import { drawn, isEditable, namesIn, pathOf, pointerOf, shown, type Subject } from "./choices";
import { asJson, paste, valueAt, type Form, type Pasted } from "./edits";
import type { Random } from "./random";

/** A request to hold origins of, with the injector as two texts. */
export interface Given {
  readonly id: string;
  readonly family: string;
  readonly release: string;
  readonly request: InjectRequest;
  /** What was changed of it before anything else, in words. */
  readonly varied?: string;
}

export type Engine = (request: InjectRequest) => InjectResult;

export interface Prepared {
  readonly given: Given;
  readonly subject: Subject;
  readonly before: InjectResult;
}

/** Often a case is changed a little first: there are more pods than recorded ones. Undefined where nothing of it is injected. */
export function prepare(given: Given, random: Random, engine: Engine): Prepared | undefined {
  const form: Form = { configMaps: random.chance(0.5), autoRelease: random.chance(0.5) };
  const recorded = asGiven(given, form, random, engine);
  if (!recorded || random.chance(0.5)) return recorded;
  const other = asGiven(varied(recorded, random), form, random, engine);
  return other ?? recorded;
}

function asGiven(given: Given, form: Form, random: Random, engine: Engine): Prepared | undefined {
  try {
    return (
      made(given, form, random, engine) ?? made({ ...given, request: asJson(given.request) }, form, random, engine)
    );
  } catch (error) {
    if (error instanceof Error && error.name !== "GoError") throw error;
    // A text that cannot be read has no origins.
    return undefined;
  }
}

/** The case with one or two inputs changed. */
function varied({ given, subject }: Prepared, random: Random): Given {
  const edits = [drawn(subject, random), ...(random.chance(0.5) ? [drawn(subject, random)] : [])].flatMap((choice) =>
    choice && choice.edit.source !== "injector" ? [choice.edit] : [],
  );
  const told = edits.map(({ source, path, value }) => ` with ${source} ${pointerOf(path)} = ${shown(value)}`);
  const pasted = paste(given.request, { configMaps: false, autoRelease: false });
  return { ...given, request: pasted.edited(edits), varied: told.join("") };
}

/** Undefined where the texts printed as JSON give another pod, as repeated keys do. */
function made(given: Given, wanted: Form, random: Random, engine: Engine): Prepared | undefined {
  const request: InjectRequest = { ...given.request, options: { ...given.request.options, include: ["origins"] } };
  let pasted = paste(request, wanted);
  let before = engine(pasted.request);
  const release = request.options?.release;
  if (wanted.autoRelease && before.release.name !== release) {
    pasted = paste(request, { ...wanted, autoRelease: false });
    before = engine(pasted.request);
  }
  const injected = before.objects.filter(({ origins }) => origins);
  if (injected.length === 0) return undefined;
  const printed = engine(pasted.edited([], ["workload", "values", "mesh", "proxyConfigs", "namespaces"]));
  if (!samePods(before, printed)) return undefined;
  const subject = subjectOf(random.pick(injected), pasted, before, given);
  return subject && { given, subject, before };
}

/** Whether the objects of two results end in the same pods. */
export function samePods(a: InjectResult, b: InjectResult): boolean {
  return a.objects.every(({ pod }, i) => canonical(pod) === canonical(b.objects[i]?.pod));
}

function subjectOf(object: ObjectResult, pasted: Pasted, result: InjectResult, given: Given): Subject | undefined {
  const release = RELEASES.find((known) => releaseName(known) === result.release.name)!;
  const [document, item] = typeof object.index === "number" ? [object.index, undefined] : object.index;
  const prefix = item === undefined ? "" : `/items/${item}`;
  const json = valueAt(pasted.documents.workload[document], pathOf(prefix));
  if (!(json instanceof Map)) return undefined;
  const at = submittedPod(json, release)?.at ?? { metadata: "/metadata", spec: "/spec" };
  const { config } = given.request.injector as { config: string };
  return {
    pasted,
    release,
    podType: podTypeOf(release),
    document,
    at: { metadata: prefix + at.metadata, spec: prefix + at.spec },
    names: namesIn(config),
    named: namedIn(result),
  };
}

/** All places that origins name, once each. */
function namedIn({ objects }: InjectResult): Place[] {
  const found = new Map<string, Place>();
  for (const { origins = {} } of objects) {
    for (const place of Object.values(origins).flatMap(({ data, control }) => [...data, ...control])) {
      if (isEditable(place)) found.set(`${place.source} ${place.pointer} ${place.line}`, place);
    }
  }
  return [...found.values()];
}
