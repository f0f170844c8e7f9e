import { fleetEntries, fleetSide, type FleetEntry, type FleetSide, type FleetSource } from "../compare/fleet";
import { resultText } from "../index";

/** What is kept of an entry while the rest of its fleet is on its way. */
export type FleetMark = Pick<FleetEntry, "number" | "outcome" | "group">;

interface Sides {
  readonly a: FleetSide;
  readonly b: FleetSide;
}

/** The sides of the last batch, as they came and as they are: all batches of a fleet have the same. */
let last: { readonly bytes: Buffer; readonly sides: Sides } | undefined;

/**
 * One batch of a fleet: `sources` and `sides` as JSON. The answer is a line of JSON with the marks of its entries, and a line for each
 * entry. Without sources it is one line that says what the sides are.
 */
export function fleetAnswer(sources: Uint8Array, sides: Uint8Array): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(fleetLines(sources, sides));
}

function fleetLines(sources: Uint8Array, sides: Uint8Array): string {
  const { a, b } = sidesOf(sides);
  const batch = JSON.parse(new TextDecoder().decode(sources)) as readonly FleetSource[];
  if (batch.length === 0) return `${resultText({ type: "start", a: fleetSide(a), b: fleetSide(b) })}\n`;
  const entries = fleetEntries(batch, a, b);
  const marks = entries.map(({ number, outcome, group }): FleetMark => ({ number, outcome, group }));
  const lines = entries.map((entry) => resultText({ type: "workload", ...entry }));
  return `${[JSON.stringify(marks), ...lines].join("\n")}\n`;
}

function sidesOf(bytes: Uint8Array): Sides {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!last?.bytes.equals(buffer))
    last = { bytes: buffer, sides: JSON.parse(new TextDecoder().decode(bytes)) as Sides };
  return last.sides;
}
