import { formatDuration } from "../../functions/duration";
import { type Int, toInt } from "../../go/value";
import { registerMethods, type MethodBody } from "../../k8s/types";

/** The methods of time.Duration, an int64 of nanoseconds, which a Duration's AsDuration gives. Mirrors package time. */
registerMethods((type, method) => (type.path === "time.Duration" ? BODIES.get(method) : undefined));

const MILLISECOND = 1_000_000n;
const SECOND = 1000n * MILLISECOND;
const MINUTE = 60n * SECOND;
const HOUR = 60n * MINUTE;
const MAX = (1n << 63n) - 1n;
const MIN = -MAX - 1n;

const BODIES: ReadonlyMap<string, MethodBody> = new Map<string, MethodBody>([
  ["String", (d) => formatDuration(nanoseconds(d))],
  ["Nanoseconds", (d) => d],
  ["Microseconds", (d) => toInt(nanoseconds(d) / 1000n)],
  ["Milliseconds", (d) => toInt(nanoseconds(d) / MILLISECOND)],
  ["Seconds", (d) => inUnits(nanoseconds(d), SECOND)],
  ["Minutes", (d) => inUnits(nanoseconds(d), MINUTE)],
  ["Hours", (d) => inUnits(nanoseconds(d), HOUR)],
  ["Abs", (d) => toInt(absolute(nanoseconds(d)))],
  ["Truncate", (d, [unit]) => toInt(truncate(nanoseconds(d), nanoseconds(unit)))],
  ["Round", (d, [unit]) => toInt(round(nanoseconds(d), nanoseconds(unit)))],
]);

function nanoseconds(node: unknown): bigint {
  return BigInt(node as Int);
}

function inUnits(d: bigint, unit: bigint): number {
  return Number(d / unit) + Number(d % unit) / Number(unit);
}

function absolute(d: bigint): bigint {
  return d === MIN ? MAX : d < 0n ? -d : d;
}

function truncate(d: bigint, unit: bigint): bigint {
  return unit <= 0n ? d : d - (d % unit);
}

/** Halves go away from zero. */
function round(d: bigint, unit: bigint): bigint {
  if (unit <= 0n) return d;
  const rest = absolute(d % unit);
  const size = absolute(d) - rest + (rest + rest < unit ? 0n : unit);
  const rounded = d < 0n ? -size : size;
  return rounded > MAX ? MAX : rounded < MIN ? MIN : rounded;
}
