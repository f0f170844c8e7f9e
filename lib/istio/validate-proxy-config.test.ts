import { describe, expect, test } from "vitest";
import type { Release } from "../k8s/release";
import { yamlToJson } from "../yaml/to-json";
import { defaultProxyConfig, mergeProxyConfig } from "./proxy-config";
import { proxyConfigError } from "./validate-proxy-config";

function findings(yaml: string, release: Release = 30): string[] {
  const config = defaultProxyConfig(release);
  mergeProxyConfig(release, yamlToJson(yaml), config);
  return (proxyConfigError(release, config)?.message ?? "")
    .split("\n\t* ")
    .slice(1)
    .map((item) => item.replace(/\n\n$/, ""));
}

test("the defaults are fine in every release", () => expect(findings("{}", 20)).toEqual([]));

describe("each finding", () => {
  test.each([
    [
      "{configPath: '', binaryPath: '', serviceCluster: ''}",
      ["config path must be set", "binary path must be set", "service cluster must be specified"],
    ],
    ["drainDuration: 0s", ["invalid drain duration: duration must be greater than 1ms"]],
    ["drainDuration: 1.0000001s", ["invalid drain duration: only durations to ms precision are supported"]],
    ["drainDuration: 1.5s", ["drain time only supports durations to seconds precision"]],
    ["discoveryAddress: ''", ["discovery address must be set to the proxy discovery service"]],
    [
      "discoveryAddress: foo",
      ['invalid discovery address: unable to split "foo": address foo: missing port in address'],
    ],
    [
      "discoveryAddress: 'a:b'",
      ['invalid discovery address: port (b) is not a number: strconv.Atoi: parsing "b": invalid syntax'],
    ],
    ["discoveryAddress: 'a_b:1'", ['invalid discovery address: "a_b" is not a valid hostname or an IP address']],
    [
      "tracing: {lightstep: {}}",
      [
        "invalid lightstep config: address is required",
        'invalid lightstep config: invalid lightstep address: unable to split "": missing port in address',
        "invalid lightstep config: access token is required",
      ],
    ],
    ["tracing: {datadog: {address: '$(HOST_IP):8126'}}", []],
    [
      "tracing: {tlsSettings: {mode: MUTUAL}}",
      [
        "invalid tracing TLS config: client certificate required for mutual tls",
        "invalid tracing TLS config: private key required for mutual tls",
      ],
    ],
    [
      "envoyMetricsService: {address: x}",
      ['invalid envoy metrics service address "x": unable to split "x": address x: missing port in address'],
    ],
    [
      "controlPlaneAuthPolicy: INHERIT",
      ['invalid authentication policy: unrecognized control plane auth policy "INHERIT"'],
    ],
    ["controlPlaneAuthPolicy: 7", ['invalid authentication policy: unrecognized control plane auth policy "7"']],
    [
      "privateKeyProvider: {}",
      [
        "invalid private key provider configuration: private key provider configuration is required",
        "invalid private key provider configuration: unknown private key provider",
      ],
    ],
    [
      "privateKeyProvider: {qat: {pollDelay: 0s}}",
      ["invalid private key provider configuration: pollDelay must be non zero"],
    ],
  ])("%s", (yaml, expected) => expect(findings(yaml)).toEqual(expected));
});

test("by release", () => {
  expect(findings("privateKeyProvider: {cryptomb: {}}", 20)).toEqual([
    "invalid private key provider confguration: pollDelay is required",
  ]);
  expect(findings("drainDuration: 2h", 21)).toEqual(["drain time 2h0m0s must be <1h0m0s"]);
  expect(findings("drainDuration: 2h", 22)).toEqual([]);
  const crl = "tracing: {tlsSettings: {mode: SIMPLE, credentialName: 'configmap://a/b', caCertificates: x}}";
  expect(findings(crl, 21)).toEqual([
    "invalid tracing TLS config: cannot specify client certificates or CA certificate If credentialName is set",
  ]);
  expect(findings(crl, 26)[0]).toBe(
    'invalid tracing TLS config: invalid configmap:// credentialName: namespace must match the configuration namespace ""',
  );
  const settings =
    "connectionSettings: {httpIdleTimeout: -1s, httpMaxConcurrentStreams: 0, http2InitialStreamWindowSize: 1}";
  expect(findings(settings, 30)).toEqual([]);
  expect(findings(settings, 31)).toEqual([
    "invalid connection settings: http_idle_timeout must be non-negative",
    "invalid connection settings: http_max_concurrent_streams must be positive",
    "invalid connection settings: http2_initial_stream_window_size must be at least 65535",
  ]);
});
