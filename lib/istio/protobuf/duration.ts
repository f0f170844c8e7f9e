import { type Int, toInt } from "../../go/value";

/** A google.protobuf.Duration as a node. */
export interface DurationNode {
  readonly seconds?: Int;
  readonly nanos?: number;
}

const MAX = 1n << 63n;
const SECOND = 1_000_000_000n;

/** The node of so many nanoseconds. Mirrors durationpb.New. */
export function durationNode(nanoseconds: bigint): DurationNode {
  return { seconds: toInt(nanoseconds / SECOND), nanos: Number(nanoseconds % SECOND) };
}

/** Nanoseconds of a node (absent: 0), at the bounds of int64 where it has more. Mirrors durationpb.Duration.AsDuration. */
export function asDuration(duration: DurationNode | null | undefined): bigint {
  if (!duration) return 0n;
  const total = BigInt(duration.seconds ?? 0) * SECOND + BigInt(duration.nanos ?? 0);
  return total >= MAX ? MAX - 1n : total < -MAX ? -MAX : total;
}
