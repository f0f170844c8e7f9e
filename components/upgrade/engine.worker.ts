import {
  fleetEntries,
  fleetPods,
  fleetSide,
  type FleetEntry,
  type FleetPods,
  type FleetSide,
  type FleetSideState,
  type FleetSource,
} from "../../lib/compare/fleet";

/** What the page asks, after it has said which sides: what they are, what changes on some objects, the pods of one. */
export type EngineQuestion =
  | { readonly a: FleetSide; readonly b: FleetSide }
  | { readonly sources: readonly FleetSource[] }
  | { readonly pods: FleetSource };

/** What it is told, once for each question. */
export type EngineAnswer =
  | { readonly a: FleetSideState; readonly b: FleetSideState }
  | { readonly entries: readonly FleetEntry[] }
  | { readonly pods: FleetPods };

let sides: { readonly a: FleetSide; readonly b: FleetSide };

addEventListener("message", ({ data }: MessageEvent<EngineQuestion>) => {
  if ("a" in data) {
    sides = data;
    answer({ a: fleetSide(data.a), b: fleetSide(data.b) });
  } else if ("sources" in data) answer({ entries: fleetEntries(data.sources, sides.a, sides.b) });
  else answer({ pods: fleetPods(data.pods, sides.a, sides.b) });
});

function answer(message: EngineAnswer): void {
  postMessage(message);
}
