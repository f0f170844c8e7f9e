/** What must hold of every result with origins, whatever its inputs would do. */
import { Lines } from "../lib/source/lines";
import type { InjectRequest, InjectResult, ObjectResult, Origin, Place, Span } from "../lib/inject/api";
import { splitDocuments } from "../lib/inject/documents";
import { PastedText } from "../lib/inject/places";
import { canonical } from "./cases";
import { leavesOf } from "./pod-changes";

/** What does not hold, in words; at most a few of each object. `plain`: the result of the same request without origins. */
export function flawsOf(request: InjectRequest, result: InjectResult, plain: InjectResult): string[] {
  const flaws: string[] = [];
  if (textOf(result) !== textOf(plain)) flaws.push("the result is another one than without origins");
  const places = placeCheck(request);
  for (const object of result.objects) {
    if (object.templates && object.templates.length > 0 && object.pod && !object.error && !object.origins) {
      flaws.push("an injected object has no origins");
    }
    flaws.push(...objectFlaws(object, places).slice(0, 5));
  }
  return flaws;
}

function objectFlaws({ origins, removed = {}, pod, input }: ObjectResult, places: PlaceCheck): string[] {
  if (!origins || pod === undefined) return [];
  const flaws: string[] = [];
  const leaves = new Set(leavesOf(pod));
  for (const leaf of leaves) if (!origins[leaf]) flaws.push(`no origin: ${leaf}`);
  for (const pointer of Object.keys(origins)) if (!leaves.has(pointer)) flaws.push(`an origin of no leaf: ${pointer}`);
  const submitted = new Set(leavesOf(input ?? null));
  for (const pointer of Object.keys(removed))
    if (!submitted.has(pointer)) flaws.push(`removed, but was not there: ${pointer}`);
  for (const [pointer, origin] of [...Object.entries(origins), ...Object.entries(removed)]) {
    for (const flaw of originFlaws(origin, places)) flaws.push(`${flaw}, in the origin of ${pointer}`);
  }
  return flaws;
}

function originFlaws(origin: Origin, places: PlaceCheck): string[] {
  const { step, template, at, data, control, over, sentence } = origin;
  const flaws = over ? originFlaws(over, places) : [];
  if ((step === "template") !== (template !== undefined)) flaws.push(`step ${step} with template ${template}`);
  if (step === "template" && at?.source !== "injector") flaws.push("no lines of the template");
  if (!sentence.en || !sentence.zh) flaws.push("no sentence");
  for (const place of [...data, ...control, ...(at ? [at] : [])]) {
    const flaw = places(place);
    if (flaw) flaws.push(`${flaw}: ${place.source} ${place.pointer} ${place.line}:${place.column}`);
  }
  return flaws;
}

type PlaceCheck = (place: Span) => string | undefined;

/** Looks whether places are inside the texts, and on the line of what their pointer names. */
function placeCheck(request: InjectRequest): PlaceCheck {
  const { injector, workload, mesh, proxyConfigs, namespaces } = request;
  const texts: Record<string, string | undefined> = {
    workload,
    mesh,
    proxyConfigs,
    namespaces,
    injector: typeof injector === "string" ? injector : injector.config,
    values: typeof injector === "string" ? injector : injector.values,
  };
  const lines = new Map<string, Lines>();
  const linesOf = (source: string, text: string) => {
    let found = lines.get(source);
    if (!found) lines.set(source, (found = new Lines(text)));
    return found;
  };
  const known = new Map<Place, string | undefined>();
  const located = locator(texts);
  const check: PlaceCheck = (place) => {
    const { source, line, column, endLine, endColumn } = place;
    const text = texts[source];
    if (source === "default" || source === "options" || line === undefined) return undefined;
    if (typeof text !== "string") return "a place in a text that was not pasted";
    const isIn = (l: number, c: number) => {
      const seen = linesOf(source, text).visible({ line: l, column: c });
      return l > 0 && c > 0 && seen.line === l && seen.column === c;
    };
    if (!isIn(line, column!)) return "a place outside of the text";
    if (endLine === undefined) return located(place) ? undefined : "a place that is not where its pointer says";
    if (!isIn(endLine, endColumn!)) return "an end outside of the text";
    return endLine > line || (endLine === line && endColumn! >= column!) ? undefined : "an end before the start";
  };
  return (place) => {
    if (!known.has(place)) known.set(place, check(place));
    return known.get(place);
  };
}

/** Whether a place stands where the pasted text has its pointer; of texts inside a ConfigMap nothing is said. */
function locator(texts: Readonly<Record<string, string | undefined>>): (place: Place) => boolean {
  const pasted = new Map<string, PastedText[]>();
  return ({ source, pointer, line, column }) => {
    if (pointer === undefined || source === "injector" || source === "values" || source === "mesh") return true;
    if (!pasted.has(source)) {
      const { documents } = splitDocuments(texts[source]!);
      pasted.set(
        source,
        documents.map((document) => new PastedText(source, document.text, document.line)),
      );
    }
    return pasted.get(source)!.some((text) => {
      const place = text.place(pointer);
      return place.line === line && place.column === column;
    });
  };
}

/** A result without what origins add. */
function textOf({ objects, error, configError, release, output }: InjectResult): string {
  const told = objects.map(({ index, decision, templates, pod, error }) => [
    index,
    decision,
    templates,
    canonical(pod),
    error && { ...error, origin: undefined },
  ]);
  return JSON.stringify([told, error, configError, release, output]);
}
