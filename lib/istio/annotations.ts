import { parseBool, parseUint, quote } from "../go/strconv";
import { byteLength, sortStrings } from "../go/strings";
import { trimSpace } from "../functions/strings";
import { defaultsOf } from "../k8s/proto";
import { parseQuantity } from "../k8s/quantity";
import type { Release } from "../k8s/release";
import { GoError } from "../source/errors";
import { appendError, type MaybeError } from "./errors";
import { checkPrefix } from "./netip";
import { messageDescriptor, PROXY_CONFIG } from "./protobuf/descriptor";
import { applyYaml } from "./protobuf/parse";
import { defaultProxyConfig } from "./proxy-config";
import { proxyConfigError } from "./validate-proxy-config";

/** Throws what is wrong with a value. */
type Check = (value: string, release: Release) => void;

const CHECKS: ReadonlyMap<string, Check> = new Map([
  ["sidecar.istio.io/interceptionMode", checkInterceptionMode],
  ["status.sidecar.istio.io/port", within("excludeInboundPorts", checkPort)],
  ["readiness.status.sidecar.istio.io/initialDelaySeconds", checkUint32],
  ["readiness.status.sidecar.istio.io/periodSeconds", checkUint32],
  ["readiness.status.sidecar.istio.io/failureThreshold", checkUint32],
  ["traffic.sidecar.istio.io/includeOutboundIPRanges", orStar(within("includeIPRanges", checkPrefixes))],
  ["traffic.sidecar.istio.io/excludeOutboundIPRanges", within("excludeIPRanges", checkPrefixes)],
  ["traffic.sidecar.istio.io/includeInboundPorts", orStar(within("includeInboundPorts", checkPorts))],
  ["traffic.sidecar.istio.io/excludeInboundPorts", within("excludeInboundPorts", checkPorts)],
  ["traffic.sidecar.istio.io/excludeOutboundPorts", within("excludeOutboundPorts", checkPorts)],
  ["traffic.sidecar.istio.io/excludeInterfaces", checkInterfaces],
  ["traffic.sidecar.istio.io/kubevirtInterfaces", checkInterfaces],
  ["istio.io/reroute-virtual-interfaces", checkInterfaces],
  ["prometheus.istio.io/merge-metrics", parseBool],
  ["sidecar.istio.io/enableCoreDump", parseBool],
  ["proxy.istio.io/config", checkProxyConfig],
  ["sidecar.istio.io/proxyCPU", checkQuantity],
  ["sidecar.istio.io/proxyMemory", checkQuantity],
  ["sidecar.istio.io/proxyCPULimit", checkQuantity],
  ["sidecar.istio.io/proxyMemoryLimit", checkQuantity],
]);

/**
 * Checks the annotations that the release checks.
 * @throws GoError the list of findings (by annotation's name; Go's order is random): `invalid value '…' for annotation '…': …`
 * Mirrors validateAnnotations of pkg/kube/inject/validate.go.
 */
export function validateAnnotations(
  release: Release,
  annotations: ReadonlyMap<string, string> | null | undefined,
): void {
  if (!annotations) return;
  let errors: MaybeError;
  for (const name of sortStrings(defaultsOf(release).validatedAnnotations)) {
    const value = annotations.get(name);
    const check = CHECKS.get(name);
    if (value === undefined || !check) continue;
    const error = caught(() => check(value, release));
    if (error)
      errors = appendError(errors, new GoError(`invalid value '${value}' for annotation '${name}': ${error.message}`));
  }
  if (errors) throw errors;
}

/** What is wrong with an annotation that the release checks, without its name; undefined for one that is right, or not checked. */
export function annotationError(release: Release, name: string, value: string): string | undefined {
  const check = CHECKS.get(name);
  if (!check || !defaultsOf(release).validatedAnnotations.includes(name)) return undefined;
  return caught(() => check(value, release))?.message;
}

function caught(run: () => void): MaybeError {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof GoError) return error;
    throw error;
  }
}

/** Runs with `prefix` before the message of an error. */
function explain<T>(prefix: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof GoError ? new GoError(`${prefix}: ${error.message}`) : error;
  }
}

function within(parameter: string, check: (value: string) => void): Check {
  return (value) => explain(`${parameter} invalid`, () => check(value));
}

function orStar(check: Check): Check {
  return (value, release) => {
    if (value !== "*") check(value, release);
  };
}

function checkInterceptionMode(mode: string): void {
  if (mode === "REDIRECT" || mode === "TPROXY" || mode === "NONE") return;
  throw new GoError(`interceptionMode invalid, use REDIRECT,TPROXY,NONE: ${mode}`);
}

function checkUint32(value: string): void {
  parseUint(value, 10, 32);
}

function checkPort(port: string): void {
  explain(`failed parsing port '${port}'`, () => parseUint(trimSpace(port), 10, 16));
}

function checkPorts(list: string): void {
  const ports = trimSpace(list);
  // Each of two functions says which port it was.
  for (const port of ports === "" ? [] : ports.split(","))
    explain(`failed parsing port '${port}'`, () => checkPort(port));
}

function checkPrefixes(list: string): void {
  for (const prefix of list === "" ? [] : list.split(","))
    explain(`failed parsing cidr '${prefix}'`, () => checkPrefix(prefix));
}

const MAX_INTERFACE_NAME = 15;

/** Mirrors ValidateInterfaceNames of pkg/util/net. */
function checkInterfaces(list: string): void {
  for (const item of list === "" ? [] : list.split(",")) {
    const name = trimSpace(item);
    if (name === "") throw new GoError("empty interface name");
    if (byteLength(name) > MAX_INTERFACE_NAME) {
      throw new GoError(`interface name ${quote(name)} too long (max ${MAX_INTERFACE_NAME} chars)`);
    }
    if (!/^[a-zA-Z][a-zA-Z0-9_.-]*$/.test(name))
      throw new GoError(`interface name ${quote(name)} contains invalid characters`);
  }
}

function checkQuantity(value: string): void {
  if (/[\u0000-\u001f\u007f-\u009f]/.test(value)) throw new GoError("value contains control characters");
  parseQuantity(value);
}

/** The text over the built-in defaults, whatever the mesh says. Mirrors validateProxyConfig. */
function checkProxyConfig(text: string, release: Release): void {
  const config = defaultProxyConfig(release);
  explain("failed to convert to apply proxy config", () =>
    applyYaml(messageDescriptor(release, PROXY_CONFIG), text, config),
  );
  const error = proxyConfigError(release, config);
  if (error) throw error;
}
