import { inject } from "../inject/answer";
import type { InjectRequest, InjectResult, ObjectResult } from "../inject/api";
import { InputError } from "../inject/inputs";
import { podChanges, type Change } from "../view/changes";
import type {
  Cause,
  ComparedChange,
  ComparedObject,
  ComparedSide,
  CompareRequest,
  CompareResult,
  ObjectComparison,
  Outcome,
} from "./api";
import { type ComparedSteps, isStage, Trials } from "./causes";
import { detailsOf, textOfSpan, type ComparedPod } from "./details";
import { pairObjects, podAt, type ObjectPair } from "./objects";
import { causeSentence } from "./sentence";
import { type Aspect, differing, situationOf, type Situation } from "./situation";

/**
 * Compares what the injector makes of two situations, pod by pod, and says of each difference what made it: the aspects of the two
 * requests by trying each one alone (so it is true, not guessed), the template's lines and the inputs by the origins of both sides, the
 * inputs by trying, too, where several differ.
 * Never throws for what was pasted; a side that cannot be used has its error and no objects. O(injections × (2 + 2 × aspects that differ + trials of inputs, at most 60)).
 */
export function compare({ a, b, step = "final", stepB = step }: CompareRequest): CompareResult {
  const compared: ComparedSteps = { a: step, b: stepB };
  const include = isStage(step) || isStage(stepB) ? (["stages", "origins"] as const) : (["origins"] as const);
  const [resultA, resultB] = [inject(including(a, include)), inject(including(b, include))];
  const [sideA, sideB] = [sideOf(resultA), sideOf(resultB)];
  const situations = both(a, b);
  const differs: Aspect[] = situations ? differing(...situations) : [];
  if (step !== stepB) differs.push("step");
  if (!situations || resultA.configError || resultB.configError) return { a: sideA, b: sideB, differs, objects: [] };
  const trials = new Trials(...situations, resultA.objects, resultB.objects, differs, compared);
  const explain = explainer(a, b, [sideA.release.name, sideB.release.name], trials);
  const objects = pairObjects(resultA.objects, resultB.objects).map((pair) => comparePair(pair, compared, explain));
  return { a: sideA, b: sideB, differs, objects };
}

function including(request: InjectRequest, include: NonNullable<InjectRequest["options"]>["include"]): InjectRequest {
  return { ...request, options: { ...request.options, include } };
}

/** The two situations; undefined where one cannot be told, which its result says. */
function both(a: InjectRequest, b: InjectRequest): readonly [Situation, Situation] | undefined {
  try {
    return [situationOf(a), situationOf(b)];
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

function sideOf({ release, configError, error }: InjectResult): ComparedSide {
  return { release, ...(configError ? { configError } : {}), ...(error ? { error } : {}) };
}

/** How many inputs are told of one change. */
const TOLD = 4;

type Explain = (change: Change, a: ComparedPod, b: ComparedPod) => Cause;

function comparePair({ a, b }: ObjectPair, step: ComparedSteps, explain: Explain): ObjectComparison {
  const [podA, podB] = [podAt(a, step.a), podAt(b, step.b)];
  const changes: ComparedChange[] = [];
  if (a && b && podA !== undefined && podB !== undefined) {
    const [left, right] = [podA, podB];
    for (const change of podChanges(left, right))
      changes.push({ ...change, cause: explain(change, { object: a, pod: left }, { object: b, pod: right }) });
  }
  return {
    outcome: outcomeOf(a, b, changes.length),
    ...(a ? { a: about(a) } : {}),
    ...(b ? { b: about(b) } : {}),
    ...(podA === undefined ? {} : { podA }),
    ...(podB === undefined ? {} : { podB }),
    changes,
  };
}

function about({ index, kind, name, namespace, decision, templates, error }: ObjectResult): ComparedObject {
  return { index, kind, name, namespace, decision, templates, error };
}

/** What became of a pod, by what it is on both sides and how many changes there are. */
export function outcomeOf(a: ObjectResult | undefined, b: ObjectResult | undefined, changes: number): Outcome {
  if (!a) return "only-b";
  if (!b) return "only-a";
  if (a.error || b.error) return a.error && b.error ? "fails" : b.error ? "starts-to-fail" : "stops-failing";
  return changes > 0 ? "changed" : "same";
}

function explainer(a: InjectRequest, b: InjectRequest, releases: readonly [string, string], trials: Trials): Explain {
  return (change, { object: objectA, pod: podA }, { object: objectB, pod: podB }) => {
    const [left, right] = [
      { request: a, texts: trials.texts.a, object: objectA, pod: podA },
      { request: b, texts: trials.texts.b, object: objectB, pod: podB },
    ];
    const { aspects, ...how } = trials.madeBy(change, objectA, objectB);
    const details = detailsOf(change, left, right, aspects);
    const narrowed = trials.narrowed(change, objectA, objectB, details.inputs);
    const inputs = narrowed.inputs.slice(0, TOLD);
    const moreInputs = narrowed.inputs.length - inputs.length;
    const told = { inputs, moreInputs, tried: narrowed.tried, inputsTogether: narrowed.together };
    const templates = aspects.includes("templates");
    const otherLines = templates && textOfSpan(left, details.a?.at) !== textOfSpan(right, details.b?.at);
    const template = details.b?.template ?? details.a?.template;
    return {
      by: aspects,
      together: how.together,
      ...(details.a?.at ? { a: details.a.at } : {}),
      ...(details.b?.at ? { b: details.b.at } : {}),
      ...(template === undefined ? {} : { template }),
      inputs: inputs.map((input) => input.told),
      ...(moreInputs > 0 ? { moreInputs } : {}),
      ...(narrowed.tried ? {} : { untried: true }),
      sentence: causeSentence({ by: aspects, ...how, ...details, ...told, otherLines, releases }),
    };
  };
}
