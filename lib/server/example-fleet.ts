import {
  fleetEntries,
  fleetPods,
  fleetSide,
  type FleetEntry,
  type FleetPods,
  type FleetSideState,
} from "../compare/fleet";
import { fleetPieces } from "../compare/fleet-pieces";
import { exampleFleet } from "../example/fleet";

/** What the page of upgrades shows first. */
export interface KnownFleet {
  readonly entries: readonly FleetEntry[];
  readonly sides: { readonly a: FleetSideState; readonly b: FleetSideState };
  /** Of each workload the text and the pods. */
  readonly examples: Readonly<Record<number, FleetPods & { readonly text: string; readonly line: number }>>;
}

let known: KnownFleet | undefined;

/** The bundled fleet, worked out once for all visitors. Its templates are our own, so that it needs no worker. */
export function exampleFleetResult(): KnownFleet {
  if (known) return known;
  const { workload, a, b } = exampleFleet;
  const sources = [...fleetPieces(workload)].map((piece, number) => ({ ...piece, number }));
  const entries = fleetEntries(sources, a, b);
  const example = ({ number }: FleetEntry) => {
    const { text, line } = sources[number]!;
    return [number, { ...fleetPods(sources[number]!, a, b), text, line }] as const;
  };
  const first = [...new Map(entries.toReversed().map((entry) => [entry.group, entry])).values()];
  known = { entries, sides: { a: fleetSide(a), b: fleetSide(b) }, examples: Object.fromEntries(first.map(example)) };
  return known;
}
