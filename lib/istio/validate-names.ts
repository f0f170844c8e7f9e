import { byteLength } from "../go/strings";
import { atoi, quote } from "../go/strconv";
import { GoError } from "../source/errors";
import type { MaybeError } from "./errors";
import { isIpAddress } from "./netip";

/** Checks of names, ports and addresses. Each gives the error instead of throwing it, for lists. Mirrors pkg/config/validation/agent. */

/** Mirrors ValidatePort. */
export function portError(port: number): MaybeError {
  return port >= 1 && port <= 65535 ? undefined : new GoError(`port number ${port} must be in the range 1..65535`);
}

const LABEL = "[a-zA-Z0-9](?:[-a-zA-Z0-9]*[a-zA-Z0-9])?";
const DNS_LABEL = new RegExp(`^${LABEL}$`);
const WILDCARD_LABEL = new RegExp(`^(?:\\*|(?:\\*|\\*-)?${LABEL})$`);

function isDnsLabel(label: string): boolean {
  return label.length <= 63 && DNS_LABEL.test(label);
}

function isWildcardLabel(label: string): boolean {
  return label.length <= 63 && WILDCARD_LABEL.test(label);
}

/** Mirrors CheckDNS1123Preconditions. */
function lengthError(name: string): MaybeError {
  if (byteLength(name) > 255) return new GoError(`domain name ${quote(name)} too long (max 255)`);
  return name === "" ? new GoError("empty domain name not allowed") : undefined;
}

function isInteger(text: string): boolean {
  try {
    atoi(text);
    return true;
  } catch {
    return false;
  }
}

/** Mirrors ValidateDNS1123Labels. */
function labelsError(domain: string): MaybeError {
  const labels = domain.split(".");
  const top = labels[labels.length - 1]!;
  if (isInteger(top)) {
    return new GoError(`domain name ${quote(domain)} invalid (top level domain ${quote(top)} cannot be all-numeric)`);
  }
  // A dot may stand at the end.
  const bad = (top === "" ? labels.slice(0, -1) : labels).find((label) => !isDnsLabel(label));
  return bad === undefined
    ? undefined
    : new GoError(`domain name ${quote(domain)} invalid (label ${quote(bad)} invalid)`);
}

/** A domain whose first label may be or begin with `*`. Mirrors ValidateWildcardDomain. */
export function wildcardDomainError(domain: string): MaybeError {
  const error = lengthError(domain);
  if (error) return error;
  const dot = domain.indexOf(".");
  const first = dot < 0 ? domain : domain.slice(0, dot);
  if (!isWildcardLabel(first))
    return new GoError(`domain name ${quote(domain)} invalid (label ${quote(first)} invalid)`);
  return dot < 0 ? undefined : labelsError(domain.slice(dot + 1));
}

/** Mirrors ValidateTrustDomain. */
export function trustDomainError(domain: string): MaybeError {
  if (domain === "") return new GoError("empty domain name not allowed");
  const labels = domain.split(".");
  if (labels[labels.length - 1] === "") labels.pop();
  return labels.every(isDnsLabel) ? undefined : new GoError(`trust domain name ${quote(domain)} invalid`);
}

/** `host:port`. Mirrors ValidateProxyAddress. */
export function proxyAddressError(address: string): MaybeError {
  const split = splitHostPort(address);
  if (typeof split === "string") {
    const at = address === "" ? "" : `address ${address}: `;
    return new GoError(`unable to split ${quote(address)}: ${at}${split}`);
  }
  const { host, port } = split;
  let number: number;
  try {
    number = Number(atoi(port));
  } catch (error) {
    if (!(error instanceof GoError)) throw error;
    return new GoError(`port (${port}) is not a number: ${error.message}`);
  }
  const error = portError(number);
  if (error) return error;
  const valid = (!lengthError(host) && !labelsError(host)) || isIpAddress(host);
  return valid ? undefined : new GoError(`${quote(host)} is not a valid hostname or an IP address`);
}

/** The two parts, or what is wrong. Mirrors net.SplitHostPort. */
function splitHostPort(address: string): { host: string; port: string } | string {
  const colon = address.lastIndexOf(":");
  if (colon < 0) return "missing port in address";
  let host = address.slice(0, colon);
  let afterOpen = 0;
  let afterClose = 0;
  if (address[0] === "[") {
    const close = address.indexOf("]");
    if (close < 0) return "missing ']' in address";
    if (close + 1 !== colon)
      return address[close + 1] === ":" ? "too many colons in address" : "missing port in address";
    host = address.slice(1, close);
    afterOpen = 1;
    afterClose = close + 1;
  } else if (host.includes(":")) return "too many colons in address";
  if (address.includes("[", afterOpen)) return "unexpected '[' in address";
  if (address.includes("]", afterClose)) return "unexpected ']' in address";
  return { host, port: address.slice(colon + 1) };
}
