import { quote } from "../go/strconv";
import { protoEnum } from "../k8s/proto";
import type { Release } from "../k8s/release";
import { GoError } from "../source/errors";
import { appendError, prefixError, type MaybeError } from "./errors";
import type { ConnectionSettings, PrivateKeyProvider, ProxyConfig, Tracing } from "./mesh-types";
import { asDuration, type DurationNode } from "./protobuf/duration";
import { behaviours, type Behaviours } from "./releases";
import { drainDurationError } from "./validate-duration";
import { portError, proxyAddressError } from "./validate-names";
import { tlsError } from "./validate-tls";

/** Everything that is wrong with a ProxyConfig, as a list. Mirrors ValidateMeshConfigProxyConfig of pkg/config/validation/agent. */
export function proxyConfigError(release: Release, config: ProxyConfig): MaybeError {
  const differences = behaviours(release);
  let errors: MaybeError;
  const add = (error: MaybeError, prefix?: string): void => {
    if (error) errors = appendError(errors, prefix === undefined ? error : prefixError(error, prefix));
  };
  const say = (text: string): void => add(new GoError(text));
  const address = (what: string, text: string | undefined): void => {
    if (text) add(proxyAddressError(text), `invalid ${what} address ${quote(text)}:`);
  };

  if (!config.configPath) say("config path must be set");
  if (!config.binaryPath) say("binary path must be set");
  if (config.serviceCluster === "") say("service cluster must be specified");
  else if (config.serviceCluster === undefined && config.tracingServiceName === undefined) {
    say("oneof service cluster or tracing service name must be specified");
  }
  add(drainDurationError(config.drainDuration, differences.drainDurationLimit));
  if (!config.discoveryAddress) say("discovery address must be set to the proxy discovery service");
  else add(proxyAddressError(config.discoveryAddress), "invalid discovery address:");
  tracingErrors(config.tracing ?? {}, differences).forEach(([error, prefix]) => add(error, prefix));
  address("statsd udp", config.statsdUdpAddress);
  address("envoy metrics service", config.envoyMetricsServiceAddress);
  address("envoy metrics service", config.envoyMetricsService?.address);
  address("envoy access log service", config.envoyAccessLogService?.address);
  add(portError(config.proxyAdminPort ?? 0), "invalid proxy admin port:");
  add(authenticationPolicyError(release, config.controlPlaneAuthPolicy ?? 0), "invalid authentication policy:");
  add(portError(config.statusPort ?? 0), "invalid status port:");
  if (config.privateKeyProvider) {
    const word = differences.confgurationSpelling ? "confguration" : "configuration";
    add(keyProviderError(config.privateKeyProvider, word), `invalid private key provider ${word}:`);
  }
  if (differences.connectionSettings && config.connectionSettings) {
    add(connectionSettingsError(config.connectionSettings), "invalid connection settings:");
  }
  return errors;
}

const HOST_IP = "$(HOST_IP)";

function tracingErrors(tracing: Tracing, differences: Behaviours): (readonly [MaybeError, string])[] {
  const errors: (readonly [MaybeError, string])[] = [];
  const collector = (address = "") => proxyAddressError(address.replace(HOST_IP, "127.0.0.1"));
  const { lightstep, zipkin, datadog, tlsSettings } = tracing;
  if (lightstep) errors.push([lightstepError(lightstep), "invalid lightstep config:"]);
  if (zipkin) errors.push([collector(zipkin.address), "invalid zipkin config:"]);
  if (datadog) errors.push([collector(datadog.address), "invalid datadog config:"]);
  if (tlsSettings) errors.push([tlsError(tlsSettings, differences), "invalid tracing TLS config:"]);
  return errors;
}

/** Mirrors ValidateLightstepCollector. */
function lightstepError({ address = "", accessToken = "" }: NonNullable<Tracing["lightstep"]>): MaybeError {
  let errors: MaybeError;
  if (address === "") errors = appendError(errors, new GoError("address is required"));
  const error = proxyAddressError(address);
  if (error) errors = appendError(errors, prefixError(error, "invalid lightstep address:"));
  if (accessToken === "") errors = appendError(errors, new GoError("access token is required"));
  return errors;
}

/** Only NONE and MUTUAL_TLS. Mirrors ValidateControlPlaneAuthPolicy. */
function authenticationPolicyError(release: Release, policy: number): MaybeError {
  if (policy === 0 || policy === 1) return undefined;
  const values = protoEnum(release, "istio.mesh.v1alpha1.AuthenticationPolicy")?.values;
  const name = values?.find((v) => v.number === policy)?.name ?? String(policy);
  return new GoError(`unrecognized control plane auth policy ${quote(name)}`);
}

/** Mirrors validatePrivateKeyProvider. */
function keyProviderError({ cryptomb, qat }: PrivateKeyProvider, word: string): MaybeError {
  const provider = cryptomb ?? qat;
  if (!provider) {
    const error = appendError(undefined, new GoError(`private key provider ${word} is required`));
    return appendError(error, new GoError("unknown private key provider"));
  }
  const delay = provider.pollDelay;
  if (!delay) return appendError(undefined, new GoError("pollDelay is required"));
  return delay.seconds || delay.nanos ? undefined : appendError(undefined, new GoError("pollDelay must be non zero"));
}

type Setting = keyof ConnectionSettings;

const NOT_NEGATIVE: readonly (readonly [Setting, string])[] = [
  ["listenerPerConnectionBufferLimitBytes", "listener_per_connection_buffer_limit_bytes"],
  ["clusterPerConnectionBufferLimitBytes", "cluster_per_connection_buffer_limit_bytes"],
  ["httpIdleTimeout", "http_idle_timeout"],
  ["httpMaxConnectionDuration", "http_max_connection_duration"],
  ["httpDrainTimeout", "http_drain_timeout"],
  ["httpRequestTimeout", "http_request_timeout"],
  ["httpRequestHeadersTimeout", "http_request_headers_timeout"],
  ["httpStreamIdleTimeout", "http_stream_idle_timeout"],
  ["httpMaxStreamDuration", "http_max_stream_duration"],
];
const WINDOWS: readonly (readonly [Setting, string])[] = [
  ["http2InitialStreamWindowSize", "http2_initial_stream_window_size"],
  ["http2InitialConnectionWindowSize", "http2_initial_connection_window_size"],
];
const LIMITS: readonly (readonly [Setting, string])[] = [
  ["listenerConnectionLimit", "listener_connection_limit"],
  ["globalDownstreamConnectionLimit", "global_downstream_connection_limit"],
];
const MIN_WINDOW = 65535n;

/** Mirrors validateConnectionSettings. */
function connectionSettingsError(settings: ConnectionSettings): MaybeError {
  let errors: MaybeError;
  const check = (list: readonly (readonly [Setting, string])[], least: bigint, rule: string): void => {
    for (const [key, name] of list) {
      const value = amount(settings[key]);
      if (value !== undefined && value < least) errors = appendError(errors, new GoError(`${name} ${rule}`));
    }
  };
  check(NOT_NEGATIVE, 0n, "must be non-negative");
  check([["httpMaxConcurrentStreams", "http_max_concurrent_streams"]], 1n, "must be positive");
  check(WINDOWS, MIN_WINDOW, `must be at least ${MIN_WINDOW}`);
  check(LIMITS, 1n, "must be positive");
  return errors;
}

/** The number in a wrapper, or the nanoseconds of a Duration. */
function amount(setting: ConnectionSettings[Setting]): bigint | undefined {
  if (!setting) return undefined;
  return "value" in setting ? BigInt(setting.value ?? 0) : asDuration(setting as DurationNode);
}
