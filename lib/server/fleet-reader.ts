import type { MessagePort } from "node:worker_threads";
import { fleetBatches, fleetPieces } from "../compare/fleet-pieces";
import type { FleetSource } from "../compare/fleet";
import { parseFleet } from "./parse-fleet";
import { type Problem, problemOf } from "./problem";

/** What a reader of fleets is sent: the body's bytes as they come, that they have ended, and that more is wanted. */
export type ReaderRequest = { readonly chunk: Uint8Array } | "end" | "next";

/** What it answers: to the end what the body holds, to each `next` a batch, or that there are no more. */
export type ReaderAnswer =
  | { readonly problem: Problem }
  /** How many objects there are, and both sides as JSON. */
  | { readonly count: number; readonly sides: Uint8Array }
  /** Some objects as JSON, with their numbers and lines. */
  | { readonly sources: Uint8Array; readonly places: readonly FleetPlace[] }
  | "done";

/** Where an object of a fleet stands. */
export type FleetPlace = Pick<FleetSource, "number" | "line">;

/** Objects and characters of a batch: so few that a worker is done with them in the time of some injections. */
const BATCH = { pieces: 20, characters: 200_000 };

/**
 * Reads one body of `POST /api/v1/fleet` in a thread of its own, and gives its objects batch by batch. The server's own thread never
 * holds the body, and batches are made only when somebody asks.
 */
export function readFleets(port: MessagePort): void {
  const chunks: Uint8Array[] = [];
  let batches: Iterator<readonly FleetSource[]> | undefined;
  const answer = (message: ReaderAnswer, bytes?: Uint8Array) =>
    port.postMessage(message, bytes ? [bytes.buffer as ArrayBuffer] : []);
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  port.on("message", (message: ReaderRequest) => {
    if (message === "end") {
      try {
        const { workload, a, b } = parseFleet(Buffer.concat(chunks.splice(0)));
        const sources = [...fleetPieces(workload)].map((piece, number) => ({ ...piece, number }));
        batches = fleetBatches(sources, BATCH);
        const sides = json({ a, b });
        answer({ count: sources.length, sides }, sides);
      } catch (error) {
        answer({ problem: problemOf(error) });
      }
    } else if (message === "next") {
      const batch = batches?.next().value as readonly FleetSource[] | undefined;
      const sources = batch && json(batch);
      if (!sources) answer("done");
      else answer({ sources, places: batch.map(({ number, line }) => ({ number, line })) }, sources);
    } else chunks.push(message.chunk);
  });
}
