import { formatDuration } from "../functions/duration";
import { GoError } from "../source/errors";
import { appendError, prefixError, type MaybeError } from "./errors";
import { asDuration, type DurationNode } from "./protobuf/duration";

const MILLISECOND = 1_000_000n;
const SECOND = 1000n * MILLISECOND;
const HOUR = 3600n * SECOND;

type Duration = DurationNode | null | undefined;

/** At least a millisecond, and nothing finer. Mirrors ValidateDuration of pkg/config/validation/agent. */
export function durationError(duration: Duration): MaybeError {
  const value = asDuration(duration);
  if (value < MILLISECOND) return new GoError("duration must be greater than 1ms");
  return value % MILLISECOND === 0n ? undefined : new GoError("only durations to ms precision are supported");
}

/** Mirrors ValidateConnectTimeout. */
export function connectTimeoutError(timeout: Duration): MaybeError {
  const error = durationError(timeout);
  if (error) return error;
  const value = asDuration(timeout);
  return value > HOUR ? new GoError(`time ${formatDuration(value)} must be >1ms and <1h0m0s`) : undefined;
}

/** 0 means that detection is off. Mirrors ValidateProtocolDetectionTimeout. */
export function protocolDetectionTimeoutError(timeout: Duration): MaybeError {
  return asDuration(timeout) % MILLISECOND === 0n
    ? undefined
    : new GoError("only durations to ms precision are supported");
}

/** Whole seconds; `limited`: at most an hour. Mirrors ValidateDrainDuration. */
export function drainDurationError(duration: Duration, limited: boolean): MaybeError {
  const error = durationError(duration);
  if (error) return appendError(undefined, prefixError(error, "invalid drain duration:"));
  const value = asDuration(duration);
  let errors: MaybeError;
  if (value % SECOND !== 0n)
    errors = appendError(errors, new GoError("drain time only supports durations to seconds precision"));
  if (limited && value > HOUR) {
    errors = appendError(errors, new GoError(`drain time ${formatDuration(value)} must be <1h0m0s`));
  }
  return errors;
}
