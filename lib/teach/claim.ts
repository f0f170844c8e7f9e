import type { ContainerCase, DecisionReason, SelectedTemplate } from "../index";
import type { LinkText } from "../links/content";
import type { ResultView } from "../view/result";
import { stepsOf } from "../view/steps";
import { at, type Path, plain, type Plain } from "./path";

/** Something that is true of a text: that it holds a piece, or does not. Spaces at the ends of lines do not count. */
interface OfText {
  readonly has?: string;
  readonly lacks?: string;
}

/** Something that a lesson says of a result, as data: it can be checked in a test, on the server, and as a reader types. */
export type Claim =
  /** Of a value of the final pod: what it is, what its text (or, of a list, one of its items) holds, or with neither that it is there. */
  | ({ readonly pod: Path; readonly is?: Plain } & OfText)
  /** The names of a list of the final pod, in order. */
  | { readonly namesAt: Path; readonly are: readonly string[] }
  /** Of the text of a step of the injection, as the page shows it: `rendered:gateway`, `mergedPod:sidecar`, `submitted`. */
  | ({ readonly step: string } & OfText)
  | { readonly inject: boolean; readonly reason?: DecisionReason }
  /** Whether the API server calls the injector, and which of its webhooks. */
  | { readonly called: boolean; readonly by?: string }
  | { readonly templates: readonly string[]; readonly from?: SelectedTemplate["from"] }
  | { readonly container: string; readonly case: ContainerCase["case"] }
  /** The injector's own words for what went wrong hold this. */
  | { readonly error: string }
  /** What was found has this code; findings must have been asked for. */
  | { readonly finding: string }
  | ({ readonly text: LinkText } & OfText)
  | { readonly every: readonly Claim[] }
  | { readonly not: Claim };

/** What claims are about. */
export interface Situation {
  readonly texts: Readonly<Record<LinkText, string>>;
  readonly result: ResultView;
  /** The object that is looked at; undefined for the first that makes pods. */
  readonly object?: number;
}

/** Whether a claim is true. O(size of the pod); a step's text is printed for it. */
export function holds(claim: Claim, situation: Situation): boolean {
  if ("every" in claim) return claim.every.every((one) => holds(one, situation));
  if ("not" in claim) return !holds(claim.not, situation);
  if ("text" in claim) return isOf(claim, situation.texts[claim.text]);
  const { result } = situation;
  const object = objectOf(situation);
  if ("error" in claim) {
    const messages = [result.configError, result.error, object?.error].flatMap((error) => error?.message ?? []);
    return messages.some((message) => message.includes(claim.error));
  }
  if ("finding" in claim)
    return [...(object?.findings ?? []), ...(result.findings ?? [])].some(({ code }) => code === claim.finding);
  if (!object) return false;
  if ("inject" in claim) {
    const { decision } = object;
    return decision?.inject === claim.inject && (claim.reason === undefined || decision.reason === claim.reason);
  }
  if ("called" in claim) {
    const { webhook } = object;
    return webhook?.called === claim.called && (claim.by === undefined || webhook.by === claim.by);
  }
  if ("templates" in claim) {
    const { templates = [] } = object;
    const named = templates.map(({ name }) => name).join();
    return named === claim.templates.join() && templates.every(({ from }) => !claim.from || from === claim.from);
  }
  if ("container" in claim)
    return (object.containers ?? []).some((known) => known.name === claim.container && known.case === claim.case);
  if ("step" in claim) {
    const steps = stepsOf(object);
    return steps.steps.some(({ id }) => id === claim.step) && isOf(claim, steps.text(claim.step).text);
  }
  // An object that failed has no final pod.
  if (object.pod === undefined || object.error) return false;
  if ("namesAt" in claim) {
    const list = plain(at(object.pod, claim.namesAt));
    const names = Array.isArray(list) ? list.map((item) => (item as { readonly name?: unknown }).name) : [];
    return names.join() === claim.are.join();
  }
  const value = plain(at(object.pod, claim.pod));
  if (value === undefined) return false;
  if ("is" in claim) return JSON.stringify(value) === JSON.stringify(claim.is);
  if (Array.isArray(value))
    return (
      (claim.has === undefined || value.some((item) => String(item).includes(claim.has!))) &&
      (claim.lacks === undefined || !value.some((item) => String(item).includes(claim.lacks!)))
    );
  return isOf(claim, typeof value === "object" ? JSON.stringify(value) : String(value));
}

/** The object of the result that is looked at. */
function objectOf({ result, object }: Situation) {
  return object === undefined ? result.objects.find(({ makesPods }) => makesPods) : result.objects[object];
}

function isOf({ has, lacks }: OfText, text: string): boolean {
  const even = text.replace(/[ \t]+$/gm, "");
  return (has === undefined || even.includes(has)) && (lacks === undefined || !even.includes(lacks));
}
