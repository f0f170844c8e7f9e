import { stringifyJson } from "../go/json";
import type { Json } from "../go/json-value";
import type { InjectRequest, ObjectResult, Origin, Place, Source, Span } from "../inject/api";
import { splitDocuments } from "../inject/documents";
import { injectorTexts, meshText } from "../inject/inputs";
import { yamlToJson } from "../yaml/to-json";
import type { Change } from "../view/changes";
import { at as valueAt, equal, steps, type Value } from "../view/value";
import type { DifferingInput } from "./api";
import type { Aspect } from "./situation";

/** A side of the comparison, as far as the causes of changes need it. */
export interface Side extends ComparedPod {
  readonly request: InjectRequest;
}

/** An object of one side with its pod of the compared step. */
export interface ComparedPod {
  readonly object: ObjectResult;
  readonly pod: Value;
}

/** What the origins of a change say of it on both sides. */
export interface Details {
  readonly a?: Origin;
  readonly b?: Origin;
  readonly inputs: readonly DifferingInput[];
}

/** The sources that hold an aspect's data. */
const ASPECT_OF: Partial<Record<Source, Aspect>> = {
  values: "values",
  workload: "workload",
  mesh: "mesh",
  proxyConfigs: "proxyConfigs",
  namespaces: "namespaces",
};

/** Reads off the origins of both sides where a change was written, and which of its inputs are not the same. */
export class Reader {
  private readonly texts = new Map<string, Json | undefined>();

  /** The origins of a change, and the inputs in `aspects` that differ: those that a value was made of before those that decided. */
  details(change: Change, a: Side, b: Side, aspects: readonly Aspect[]): Details {
    const [left, right] = [originOf(change.left, a, b, change.right), originOf(change.right, b, a, change.left)];
    const places = new Map<string, Place>();
    const origins = [right, left].flatMap((origin) => (origin ? [origin] : []));
    for (const part of ["data", "control"] as const) {
      for (const origin of origins)
        for (const place of origin[part]) places.set(`${place.source} ${place.pointer}`, place);
    }
    const inputs = [...places.values()].flatMap((place) => this.differing(place, a, b, aspects) ?? []);
    return { a: left, b: right, inputs: innermost(inputs) };
  }

  private differing(place: Place, a: Side, b: Side, aspects: readonly Aspect[]): DifferingInput | undefined {
    const aspect = ASPECT_OF[place.source] ?? optionOf(place);
    if (aspect === undefined || !aspects.includes(aspect) || place.pointer === undefined) return undefined;
    const [before, after] = [this.value("a", a, place), this.value("b", b, place)];
    if (before === after) return undefined;
    return { place, ...(before === undefined ? {} : { a: before }), ...(after === undefined ? {} : { b: after }) };
  }

  /** What an input holds on a side, as JSON text. */
  private value(name: "a" | "b", { request, object }: Side, { source, pointer = "" }: Place): string | undefined {
    if (source === "options") return stringOf(request.options?.[pointer.slice(1) as keyof typeof request.options]);
    const index = source === "workload" ? (typeof object.index === "number" ? object.index : object.index[0]) : 0;
    const key = `${name} ${source} ${index}`;
    if (!this.texts.has(key))
      this.texts.set(key, read(textOf(request, source), source === "values" || source === "mesh" ? undefined : index));
    const found = jsonAt(this.texts.get(key), pointer);
    return found === undefined ? undefined : stringifyJson(found);
  }
}

/** A map or list that differs tells nothing more where something in it does. */
function innermost(inputs: readonly DifferingInput[]): DifferingInput[] {
  const holds = ({ place }: DifferingInput, other: DifferingInput) =>
    place.source === other.place.source && other.place.pointer!.startsWith(`${place.pointer}/`);
  return inputs.filter((input) => !inputs.some((other) => holds(input, other)));
}

function optionOf({ source, pointer }: Place): Aspect | undefined {
  return source === "options" && pointer ? (pointer.slice(1) as Aspect) : undefined;
}

function stringOf(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

function textOf(request: InjectRequest, source: Source): string {
  if (source === "values") return injectorTexts(request.injector).values.text;
  if (source === "mesh") return meshText(request.mesh).text;
  return (request[source as "workload" | "proxyConfigs" | "namespaces"] as string | undefined) ?? "";
}

/** A text, or its document of that number, as JSON; undefined where it cannot be read. */
function read(text: string, index: number | undefined): Json | undefined {
  const document = index === undefined ? text : splitDocuments(text).documents[index]?.text;
  try {
    return document === undefined ? undefined : yamlToJson(document);
  } catch {
    return undefined;
  }
}

function jsonAt(json: Json | undefined, pointer: string): Json | undefined {
  let found = json;
  for (const key of steps(pointer)) {
    if (found instanceof Map) found = found.get(key);
    else if (Array.isArray(found)) found = found[Number(key)];
    else return undefined;
  }
  return found;
}

/** A request, and the number of the document in its workload that is looked at; undefined where that is none of its own. */
export interface Asked {
  readonly request: InjectRequest;
  readonly document: number | undefined;
}

/** A request with what another one has at places of its values, mesh config or workload; undefined where one place is in none of them. */
export function withInputs(asked: Asked, places: readonly Place[], other: Asked): InjectRequest | undefined {
  let { request } = asked;
  for (const source of new Set(places.map((place) => place.source))) {
    const documentOf = ({ document }: Asked) => (source === "workload" ? document : undefined);
    if (source === "workload" && (asked.document === undefined || other.document === undefined)) return undefined;
    if (source !== "workload" && source !== "values" && source !== "mesh") return undefined;
    const [first, theirs] = [asked, other].map((of) => read(textOf(of.request, source), documentOf(of)));
    let own = first;
    for (const { pointer } of places.filter((place) => place.source === source)) {
      if (own === undefined || pointer === undefined) return undefined;
      own = put(own, steps(pointer), jsonAt(theirs, pointer));
    }
    request = withText(request, source, stringifyJson(own!), documentOf(asked));
  }
  return request;
}

function withText(
  request: InjectRequest,
  source: "workload" | "values" | "mesh",
  text: string,
  document: number | undefined,
): InjectRequest {
  if (source === "mesh") return { ...request, mesh: text };
  if (source === "values")
    return { ...request, injector: { config: injectorTexts(request.injector).config.text, values: text } };
  const { documents } = splitDocuments(request.workload);
  return { ...request, workload: documents.map((own, i) => (i === document ? `${text}\n` : own.text)).join("---\n") };
}

/** A copy with a value at a path; undefined takes it away. */
function put(json: Json, [key, ...rest]: readonly string[], value: Json | undefined): Json {
  if (key === undefined) return value ?? null;
  if (Array.isArray(json)) return json.map((item, i) => (i === Number(key) ? put(item, rest, value) : item));
  const copy = new Map(json instanceof Map ? json : []);
  if (rest.length === 0 && value === undefined) copy.delete(key);
  else copy.set(key, put(copy.get(key) ?? null, rest, value));
  return copy;
}

/** The origin of a value on its side: that of its first leaf that is not the same on the other side. */
function originOf(
  pointer: string | undefined,
  side: Side,
  other: Side,
  otherPointer: string | undefined,
): Origin | undefined {
  const origins = side.object.origins;
  if (pointer === undefined || !origins) return undefined;
  if (origins[pointer]) return origins[pointer];
  const below = Object.keys(origins).filter((leaf) => leaf.startsWith(`${pointer}/`));
  const differs = below.find(
    (leaf) =>
      otherPointer === undefined ||
      !equal(valueAt(side.pod, leaf), valueAt(other.pod, otherPointer + leaf.slice(pointer.length))),
  );
  return origins[differs ?? below[0] ?? ""];
}

/** The text that a span covers in what was pasted on a side; undefined where it stands in no text. */
export function textOfSpan({ request }: Side, span: Span | undefined): string | undefined {
  if (span?.line === undefined || span.source !== "injector") return undefined;
  const text = typeof request.injector === "string" ? request.injector : request.injector.config;
  return text
    .split("\n")
    .slice(span.line - 1, span.endLine ?? span.line)
    .join("\n");
}
