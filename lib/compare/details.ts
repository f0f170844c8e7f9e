import { stringifyJson } from "../go/json";
import type { Json } from "../go/json-value";
import type { InjectRequest, ObjectResult, Origin, Source, Span } from "../inject/api";
import type { Change } from "../view/changes";
import { at as valueAt, equal, type Value } from "../view/value";
import type { DifferingInput } from "./api";
import { addressName, type InputAddress, type SideTexts } from "./side-texts";
import type { Aspect } from "./situation";

/** A side of the comparison, as far as the causes of changes need it. */
export interface Side extends ComparedPod {
  /** As it was pasted. */
  readonly request: InjectRequest;
  readonly texts: SideTexts;
}

/** An object of one side with its pod of the compared step. */
export interface ComparedPod {
  readonly object: ObjectResult;
  readonly pod: Value;
}

/** An input that is not the same on both sides, with the names by which it is found on each. */
export interface FoundInput {
  readonly address: InputAddress;
  readonly told: DifferingInput;
}

/** What the origins of a change say of it on both sides. */
export interface Details {
  readonly a?: Origin;
  readonly b?: Origin;
  readonly inputs: readonly FoundInput[];
}

/** The sources that hold an aspect's data; an option is an aspect of its own. */
const ASPECT_OF: Partial<Record<Source, Aspect>> = {
  values: "values",
  workload: "workload",
  mesh: "mesh",
  proxyConfigs: "proxyConfigs",
  namespaces: "namespaces",
};

/**
 * What the origins of both sides say of a change: where it was written, and which of its inputs in `aspects` differ, those that a value
 * was made of before those that decided.
 */
export function detailsOf(change: Change, a: Side, b: Side, aspects: readonly Aspect[]): Details {
  const [left, right] = [originOf(change.left, a, b, change.right), originOf(change.right, b, a, change.left)];
  const found = new Map<string, Pick<DifferingInput, "place" | "side"> & { readonly address: InputAddress }>();
  for (const part of ["data", "control"] as const) {
    for (const side of ["b", "a"] as const) {
      for (const place of { a: left, b: right }[side]?.[part] ?? []) {
        const address = { a, b }[side].texts.addressOf(place);
        if (!address || found.has(addressName(address))) continue;
        found.set(addressName(address), { place, side, address });
      }
    }
  }
  const inputs = [...found.values()].flatMap(({ address, ...where }): FoundInput[] => {
    const aspect = ASPECT_OF[address.source] ?? (address.pointer.slice(1) as Aspect);
    if (!aspects.includes(aspect)) return [];
    const [before, after] = [a, b].map(({ texts, object }) => textOfJson(texts.at(address, object)));
    if (before === after) return [];
    const held = { ...(before === undefined ? {} : { a: before }), ...(after === undefined ? {} : { b: after }) };
    return [{ address, told: { ...where, ...held } }];
  });
  return { a: left, b: right, inputs: innermost(inputs) };
}

/** A map or list that differs tells nothing more where something in it does. */
function innermost(inputs: readonly FoundInput[]): FoundInput[] {
  const holds = ({ address: outer }: FoundInput, { address: inner }: FoundInput) =>
    outer.source === inner.source && outer.object === inner.object && inner.pointer.startsWith(`${outer.pointer}/`);
  return inputs.filter((input) => !inputs.some((other) => holds(input, other)));
}

function textOfJson(json: Json | undefined): string | undefined {
  return json === undefined ? undefined : stringifyJson(json);
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
