/** The methods of time.Time that print, add and round, for times that templates hold. */
import { GoTime, ZERO_TIME } from "../k8s/time";
import { type MethodBody, registerMethods } from "../k8s/types";
import { addNanos } from "./dates";
import { formatTime } from "./time-format";
import { DAYS, MONTHS } from "./time-layout";
import { timeIn, zoneOf } from "./zones";

const SECOND = 1000000000n;
// Seconds from Go's zero time, to which rounding is relative, to 1970.
const EPOCH = 62135596800n;

function timeOf(receiver: unknown): GoTime {
  return (receiver as GoTime | null | undefined) ?? ZERO_TIME;
}

function nanosOf(time: GoTime): bigint {
  return BigInt(time.seconds) * SECOND + BigInt(time.nanos);
}

/** What a time is beyond a multiple of the duration since Go's zero time. */
function beyond(time: GoTime, step: bigint): bigint {
  const rest = (nanosOf(time) + EPOCH * SECOND) % step;
  return rest < 0n ? rest + step : rest;
}

const big = (value: unknown) => BigInt(value as number | bigint);
const MAX = 9223372036854775807n;

function difference(a: GoTime, b: GoTime): bigint {
  const nanos = nanosOf(a) - nanosOf(b);
  return nanos > MAX ? MAX : nanos < -MAX - 1n ? -MAX - 1n : nanos;
}

function normal(value: bigint): number | bigint {
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

/** Time.AddDate: months and days run over into the next ones. */
function addDate(time: GoTime, years: number, months: number, days: number): GoTime {
  const zone = zoneOf(time);
  const local = new Date((time.seconds + zone.offset) * 1000);
  const date = new Date(0);
  date.setUTCFullYear(local.getUTCFullYear() + years, local.getUTCMonth() + months, local.getUTCDate() + days);
  date.setUTCHours(local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds());
  return timeIn(date.getTime() / 1000 - zone.offset, time.nanos, zone);
}

const METHODS = new Map<string, MethodBody>([
  ["Format", (receiver, [layout]) => formatTime(timeOf(receiver), layout as string)],
  ["Add", (receiver, [nanos]) => addNanos(timeOf(receiver), big(nanos))],
  ["AddDate", (receiver, args) => addDate(timeOf(receiver), ...(args.map(Number) as [number, number, number]))],
  ["Sub", (receiver, [other]) => normal(difference(timeOf(receiver), timeOf(other)))],
  [
    "Truncate",
    (receiver, [step]) =>
      big(step) <= 0n ? receiver : addNanos(timeOf(receiver), -beyond(timeOf(receiver), big(step))),
  ],
  [
    "Round",
    (receiver, [step]) => {
      if (big(step) <= 0n) return receiver;
      const rest = beyond(timeOf(receiver), big(step));
      return addNanos(timeOf(receiver), rest * 2n < big(step) ? -rest : big(step) - rest);
    },
  ],
]);

/** Month.String and Weekday.String: the English name. */
function nameOf(type: string, names: readonly string[], first: number): MethodBody {
  return (receiver) => names[Number(receiver ?? 0) - first] ?? `%!${type}(${Number(receiver ?? 0)})`;
}

const NAMES = new Map<string, MethodBody>([
  ["time.Month", nameOf("Month", MONTHS, 1)],
  ["time.Weekday", nameOf("Weekday", DAYS, 0)],
]);

registerMethods((type, method) => {
  if (type.path === "time.Time") return METHODS.get(method);
  return method === "String" ? NAMES.get(type.path) : undefined;
});
