/** sprig's functions on dates and durations. Local time is UTC; what depends on the present cannot be computed. */
import type { GoFunction } from "../gotemplate/function";
import { GoError } from "../source/errors";
import { ANY, type GoType, INT, INT32, INT64, STRING } from "../go/types";
import { type GoValue, type Int, Typed } from "../go/value";
import { GoTime, ZERO_TIME } from "../k8s/time";
import { func, named } from "./define";
import { formatDuration, parseDuration } from "./duration";
import { parseClamped } from "./numbers";
import { nilDereference } from "./panics";
import { formatTime } from "./time-format";
import { parseTime } from "./time-parse";
import { cannotCompute } from "./unsupported";
import { timeIn, zoneAt, zoneOf } from "./zones";

const SECOND = 1000000000n;

/** A time.Time, a pointer to one, or an int, int32 or int64 of Unix seconds. Throws GoError for what sprig takes as now. */
function timeOf(value: GoValue, timeType: GoType, name: string): GoTime {
  if (value instanceof Typed) {
    const { type, node } = value;
    if (type === timeType) return (node as GoTime | undefined) ?? ZERO_TIME;
    if (type.kind === "ptr" && type.elem === timeType) {
      if (node == null) throw nilDereference();
      return node as GoTime;
    }
    if (type === INT || type === INT32 || type === INT64) return new GoTime(Number(node as Int), 0);
  }
  throw cannotCompute(name, "without a date it depends on the present time");
}

/** The time that much later, in the same zone. */
export function addNanos(time: GoTime, nanos: bigint): GoTime {
  const total = BigInt(time.seconds) * SECOND + BigInt(time.nanos) + nanos;
  const seconds = total >= 0n ? total / SECOND : -((-total + SECOND - 1n) / SECOND);
  return timeIn(Number(seconds), Number(total - seconds * SECOND), zoneOf(time));
}

function mustModify(by: string, time: GoTime | undefined): GoTime {
  return addNanos(time ?? ZERO_TIME, parseDuration(by));
}

function orElse<T>(attempt: () => T, fallback: T): T {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof GoError) return fallback;
    throw error;
  }
}

function duration(value: GoValue): string {
  let seconds: Int = 0;
  if (typeof value === "string") seconds = parseClamped(value);
  else if (value instanceof Typed && value.type === INT64) seconds = value.node as Int;
  return formatDuration(BigInt.asIntN(64, BigInt(seconds) * SECOND));
}

const HOUR = 3600n * SECOND;
const STEPS: readonly [bigint, string][] = [
  [HOUR * 24n * 365n, "y"],
  [HOUR * 24n * 30n, "mo"],
  [HOUR * 24n, "d"],
  [HOUR, "h"],
  [60n * SECOND, "m"],
  [SECOND, "s"],
];

/** sprig's durationRound: whole units of the largest unit that the duration is more than. */
function durationRound(value: GoValue, timeType: GoType): string {
  let nanos = 0n;
  if (typeof value === "string") nanos = orElse(() => parseDuration(value), 0n);
  else if (value instanceof Typed && value.type === INT64) nanos = BigInt(value.node as Int);
  else if (value instanceof Typed && value.type === timeType) {
    throw cannotCompute("durationRound", "of a date it depends on the present time");
  }
  const size = nanos < 0n ? -nanos : nanos;
  const step = STEPS.find(([unit]) => size > unit);
  return step ? `${size / step[0]}${step[1]}` : "0s";
}

/** The functions on dates; `timeType` is the release's time.Time. */
export function dateFunctions(timeType: GoType): GoFunction[] {
  const inZone = (name: string, layout: string, date: GoValue, zone: string) => {
    const time = timeOf(date, timeType, name);
    return formatTime(timeIn(time.seconds, time.nanos, zoneAt(zone, time.seconds)), layout);
  };
  const DAY = "2006-01-02";
  return [
    func("ago", [ANY], STRING, () => {
      throw cannotCompute("ago", "it depends on the present time");
    }),
    func("now", [], timeType, () => {
      throw cannotCompute("now", "it is the present time");
    }),
    func("date", [STRING, ANY], STRING, (layout: string, date: GoValue) => inZone("date", layout, date, "Local")),
    ...named(["dateInZone", "date_in_zone"], (name) =>
      func(name, [STRING, ANY, STRING], STRING, (layout: string, date: GoValue, zone: string) =>
        inZone(name, layout, date, zone),
      ),
    ),
    func("htmlDate", [ANY], STRING, (date: GoValue) => inZone("htmlDate", DAY, date, "Local")),
    func("htmlDateInZone", [ANY, STRING], STRING, (date: GoValue, zone: string) =>
      inZone("htmlDateInZone", DAY, date, zone),
    ),
    ...named(["dateModify", "date_modify"], (name) =>
      func(name, [STRING, timeType], timeType, (by: string, time: GoTime | undefined) =>
        orElse(() => mustModify(by, time), time ?? ZERO_TIME),
      ),
    ),
    ...named(["mustDateModify", "must_date_modify"], (name) => func(name, [STRING, timeType], timeType, mustModify)),
    func("duration", [ANY], STRING, duration),
    func("durationRound", [ANY], STRING, (value: GoValue) => durationRound(value, timeType)),
    func("toDate", [STRING, STRING], timeType, (layout: string, text: string) =>
      orElse(() => parseTime(layout, text), ZERO_TIME),
    ),
    func("mustToDate", [STRING, STRING], timeType, parseTime),
    func("unixEpoch", [timeType], STRING, (time: GoTime | undefined) => String((time ?? ZERO_TIME).seconds)),
  ];
}
