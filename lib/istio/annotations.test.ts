import { describe, expect, test } from "vitest";
import type { Release } from "../k8s/release";
import { GoError } from "../source/errors";
import { validateAnnotations } from "./annotations";

function finding(name: string, value: string, release: Release = 30): string | undefined {
  try {
    validateAnnotations(release, new Map([[name, value]]));
    return undefined;
  } catch (error) {
    const head = `1 error occurred:\n\t* invalid value '${value}' for annotation '${name}': `;
    const { message } = error as GoError;
    expect(message.startsWith(head) && message.endsWith("\n\n")).toBe(true);
    return message.slice(head.length, -2);
  }
}

test("values that are fine", () => {
  const fine = new Map([
    ["sidecar.istio.io/interceptionMode", "NONE"],
    ["status.sidecar.istio.io/port", " 0 "],
    ["traffic.sidecar.istio.io/includeInboundPorts", "*"],
    ["traffic.sidecar.istio.io/excludeInboundPorts", " 80 , 443"],
    ["traffic.sidecar.istio.io/includeOutboundIPRanges", ""],
    ["traffic.sidecar.istio.io/excludeOutboundIPRanges", "10.0.0.0/8,2001:db8::/32"],
    ["sidecar.istio.io/proxyCPU", "100m"],
    ["proxy.istio.io/config", "unknown: 5\nconcurrency: 2"],
    ["someone.else/port", "x"],
  ]);
  expect(() => validateAnnotations(30, fine)).not.toThrow();
  expect(() => validateAnnotations(30, null)).not.toThrow();
});

test("several findings stand in the order of the names", () => {
  const bad = new Map([
    ["status.sidecar.istio.io/port", "x"],
    ["prometheus.istio.io/merge-metrics", "y"],
  ]);
  expect(() => validateAnnotations(30, bad)).toThrow(
    "2 errors occurred:\n\t* invalid value 'y' for annotation 'prometheus.istio.io/merge-metrics': " +
      "strconv.ParseBool: parsing \"y\": invalid syntax\n\t* invalid value 'x' for annotation 'status.sidecar.istio.io/port': ",
  );
});

describe("texts", () => {
  test.each([
    ["sidecar.istio.io/interceptionMode", "tproxy", "interceptionMode invalid, use REDIRECT,TPROXY,NONE: tproxy"],
    [
      "status.sidecar.istio.io/port",
      " 70000",
      "excludeInboundPorts invalid: failed parsing port ' 70000': strconv.ParseUint: parsing \"70000\": value out of range",
    ],
    [
      "traffic.sidecar.istio.io/excludeInboundPorts",
      "80, x",
      "excludeInboundPorts invalid: failed parsing port ' x': failed parsing port ' x': strconv.ParseUint: parsing \"x\": invalid syntax",
    ],
    [
      "traffic.sidecar.istio.io/excludeOutboundIPRanges",
      "*",
      "excludeIPRanges invalid: failed parsing cidr '*': netip.ParsePrefix(\"*\"): no '/'",
    ],
    [
      "traffic.sidecar.istio.io/includeOutboundIPRanges",
      "1.2.3/8",
      'includeIPRanges invalid: failed parsing cidr \'1.2.3/8\': netip.ParsePrefix("1.2.3/8"): ParseAddr("1.2.3"): IPv4 address too short',
    ],
    [
      "traffic.sidecar.istio.io/includeOutboundIPRanges",
      "1..2.3/8",
      "includeIPRanges invalid: failed parsing cidr '1..2.3/8': netip.ParsePrefix(\"1..2.3/8\"): " +
        'ParseAddr("1..2.3"): IPv4 field must have at least one digit (at ".2.3")',
    ],
    ["traffic.sidecar.istio.io/excludeInterfaces", "eth0,", "empty interface name"],
    ["traffic.sidecar.istio.io/kubevirtInterfaces", "0eth", 'interface name "0eth" contains invalid characters'],
    [
      "istio.io/reroute-virtual-interfaces",
      "abcdefghijklmnop",
      'interface name "abcdefghijklmnop" too long (max 15 chars)',
    ],
    ["sidecar.istio.io/proxyMemory", "1\n", "value contains control characters"],
    [
      "proxy.istio.io/config",
      "concurrency: x",
      "failed to convert to apply proxy config: invalid character 'x' looking for beginning of value",
    ],
    [
      "proxy.istio.io/config",
      "a: {",
      "failed to convert to apply proxy config: yaml: line 1: did not find expected node content",
    ],
    [
      "proxy.istio.io/config",
      "statusPort: 0",
      "1 error occurred:\n\t* invalid status port: port number 0 must be in the range 1..65535\n\n",
    ],
  ])("%s: %j", (name, value, text) => expect(finding(name, value)).toBe(text));
});

test("what is checked depends on the release", () => {
  expect(finding("sidecar.istio.io/enableCoreDump", "x", 24)).toBe('strconv.ParseBool: parsing "x": invalid syntax');
  expect(finding("sidecar.istio.io/enableCoreDump", "x", 25)).toBeUndefined();
  expect(finding("sidecar.istio.io/proxyCPU", "abc", 26)).toBeUndefined();
  expect(finding("sidecar.istio.io/proxyCPU", "abc", 27)).toMatch(/^quantities must match the regular expression/);
  expect(finding("istio.io/reroute-virtual-interfaces", "-", 29)).toBeUndefined();
});
