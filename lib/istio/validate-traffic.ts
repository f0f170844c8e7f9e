import { atoi, quote } from "../go/strconv";
import { GoError } from "../source/errors";
import { appendError, joinErrors, prefixError, type MaybeError } from "./errors";
import type { ConnectionPool, HttpRetry, MeshConfig, OutlierDetection } from "./mesh-types";
import { asDuration, type DurationNode } from "./protobuf/duration";
import { durationError } from "./validate-duration";

/** Checks of what a MeshConfig says about traffic from 1.31 on. Mirrors pkg/config/validation/agent. */

const UPGRADE = 2;
const MILLISECOND = 1_000_000n;

/** Mirrors validateMeshConfigDefaultTrafficPolicy. */
export function defaultTrafficPolicyError(policy: NonNullable<MeshConfig["defaultTrafficPolicy"]>): MaybeError {
  let errors: MaybeError;
  if (policy.connectionPool) errors = connectionPoolError(policy.connectionPool);
  if (policy.outlierDetection) errors = outlierDetectionErrors(errors, policy.outlierDetection);
  return errors;
}

function connectionPoolError({ http, tcp }: ConnectionPool): MaybeError {
  let errors: MaybeError;
  const say = (text: string): void => {
    errors = joinErrors(errors, new GoError(text));
  };
  const notNegative = (value: number | undefined, what: string): void => {
    if ((value ?? 0) < 0) say(`${what} must be non-negative`);
  };
  const duration = (value: DurationNode | undefined): void => {
    if (value) errors = joinErrors(errors, durationError(value));
  };
  if (!http && !tcp) say("connection pool must have at least one field");
  if (http) {
    notNegative(http.http1MaxPendingRequests, "http1 max pending requests");
    notNegative(http.http2MaxRequests, "http2 max requests");
    notNegative(http.maxRequestsPerConnection, "max requests per connection");
    notNegative(http.maxRetries, "max retries");
    notNegative(http.maxConcurrentStreams, "max concurrent streams");
    duration(http.idleTimeout);
    if (http.h2UpgradePolicy === UPGRADE && http.useClientProtocol) {
      say("use client protocol must not be true when H2UpgradePolicy is UPGRADE");
    }
  }
  if (tcp) {
    notNegative(tcp.maxConnections, "max connections");
    duration(tcp.connectTimeout);
    duration(tcp.maxConnectionDuration);
    // 0 turns the timeout off.
    if (asDuration(tcp.idleTimeout) / MILLISECOND !== 0n) duration(tcp.idleTimeout);
    duration(tcp.tcpKeepalive?.time);
    duration(tcp.tcpKeepalive?.interval);
  }
  return errors;
}

function outlierDetectionErrors(errors: MaybeError, detection: OutlierDetection): MaybeError {
  for (const duration of [detection.baseEjectionTime, detection.interval]) {
    if (duration) errors = joinErrors(errors, durationError(duration));
  }
  if (!detection.splitExternalLocalOriginErrors && (detection.consecutiveLocalOriginFailures?.value ?? 0) > 0) {
    const but = "but split external local origin errors is set to false";
    errors = joinErrors(
      errors,
      new GoError(`outlier detection consecutive local origin failures is specified, ${but}`),
    );
  }
  for (const percent of [detection.maxEjectionPercent ?? 0, detection.minHealthPercent ?? 0]) {
    if (percent < 0 || percent > 100)
      errors = joinErrors(errors, new GoError(`percentage ${percent} is not in range 0..100`));
  }
  return errors;
}

const RETRY_ON = new Set([
  "5xx",
  "gateway-error",
  "reset",
  "reset-before-request",
  "connect-failure",
  "retriable-4xx",
  "refused-stream",
  "retriable-status-codes",
  "retriable-headers",
  "envoy-ratelimited",
  "http3-post-connect-failure",
  "cancelled",
  "deadline-exceeded",
  "internal",
  "resource-exhausted",
  "unavailable",
]);

/** Runs of statuses that net/http has a text for. */
const STATUS_RUNS: readonly (readonly [number, number])[] = [
  [100, 103],
  [200, 208],
  [226, 226],
  [300, 305],
  [307, 308],
  [400, 418],
  [421, 426],
  [428, 429],
  [431, 431],
  [451, 451],
  [500, 508],
  [510, 511],
];

/** Mirrors validateMeshConfigDefaultInboundHTTPRetryPolicy, without its warnings. */
export function inboundRetryError(retry: HttpRetry): MaybeError {
  const prefix = "invalid default inbound http retry policy:";
  const found = retryError(retry);
  const errors = found && prefixError(found, prefix);
  const disabled = (retry.attempts ?? 0) === 0;
  if (!disabled || !retry.backoff) return errors;
  return joinErrors(errors, new GoError(`${prefix} backoff configured when attempts are set to 0 (disabled)`));
}

/** Mirrors ValidateHTTPRetry. */
function retryError({ attempts = 0, perTryTimeout, retryOn, retryRemoteLocalities, backoff }: HttpRetry): MaybeError {
  let errors: MaybeError;
  if (attempts < 0) errors = appendError(errors, new GoError("attempts cannot be negative"));
  if (attempts === 0 && (perTryTimeout || retryOn || retryRemoteLocalities)) {
    errors = joinErrors(errors, new GoError("http retry policy configured when attempts are set to 0 (disabled)"));
  }
  if (perTryTimeout) errors = joinErrors(errors, durationError(perTryTimeout));
  for (const policy of retryOn ? retryOn.split(",") : []) {
    if (isStatus(policy) || RETRY_ON.has(policy)) continue;
    errors = joinErrors(errors, new GoError(`${quote(policy)} is not a valid retryOn policy`));
  }
  if (backoff) errors = joinErrors(errors, durationError(backoff));
  return errors;
}

function isStatus(text: string): boolean {
  try {
    const status = Number(atoi(text));
    return STATUS_RUNS.some(([first, last]) => status >= first && status <= last);
  } catch {
    return false;
  }
}
