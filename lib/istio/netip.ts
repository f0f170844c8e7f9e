import { GoError } from "../source/errors";
import { atoi, quote } from "../go/strconv";

/** What is wrong with an address, and where it knows, the rest of the text from there. */
interface AddressProblem {
  readonly problem: string;
  readonly at?: string;
}

interface Address {
  readonly version: 4 | 6;
  readonly zone: string;
}

function isProblem(result: Address | AddressProblem): result is AddressProblem {
  return "problem" in result;
}

/** Whether the text is an IPv4 or IPv6 address. Mirrors IsValidIPAddress of Istio's pkg/util/net: netip.ParseAddr. */
export function isIpAddress(text: string): boolean {
  return !isProblem(parseAddress(text));
}

/**
 * Checks `address/bits`.
 * @throws GoError `netip.ParsePrefix("…"): …`, with the address' own message inside.
 * Mirrors netip.ParsePrefix.
 */
export function checkPrefix(text: string): void {
  const problem = prefixProblem(text);
  if (problem !== undefined) throw new GoError(`netip.ParsePrefix(${quote(text)}): ${problem}`);
}

function prefixProblem(text: string): string | undefined {
  const slash = text.lastIndexOf("/");
  if (slash < 0) return "no '/'";
  const ip = text.slice(0, slash);
  const address = parseAddress(ip);
  if (isProblem(address)) {
    const at = address.at ? ` (at ${quote(address.at)})` : "";
    return `ParseAddr(${quote(ip)}): ${address.problem}${at}`;
  }
  if (address.zone !== "") return "IPv6 zones cannot be present in a prefix";
  const text2 = text.slice(slash + 1);
  const bits = text2.length > 1 && !/^[1-9]/.test(text2) ? undefined : number(text2);
  if (bits === undefined) return `bad bits after slash: ${quote(text2)}`;
  return bits < 0 || bits > (address.version === 6 ? 128 : 32) ? "prefix length out of range" : undefined;
}

function number(text: string): number | undefined {
  try {
    return Number(atoi(text));
  } catch {
    return undefined;
  }
}

/** Mirrors netip.ParseAddr. */
function parseAddress(text: string): Address | AddressProblem {
  switch (/[.:%]/.exec(text)?.[0]) {
    case ".":
      return ipv4Problem(text, 0, text.length, text) ?? { version: 4, zone: "" };
    case ":":
      return parseIpv6(text);
    case "%":
      return { problem: "missing IPv6 address" };
    default:
      return { problem: "unable to parse IP" };
  }
}

/** Mirrors parseIPv4Fields of package netip, on text[from:to]. */
function ipv4Problem(text: string, from: number, to: number, whole = text.slice(from, to)): AddressProblem | undefined {
  let value = 0;
  let digits = 0;
  let dots = 0;
  for (let i = 0; i < whole.length; i++) {
    const c = whole[i]!;
    if (c >= "0" && c <= "9") {
      if (digits === 1 && value === 0) return { problem: "IPv4 field has octet with leading zero" };
      value = value * 10 + Number(c);
      digits++;
      if (value > 255) return { problem: "IPv4 field has value >255" };
    } else if (c === ".") {
      if (i === 0 || i === whole.length - 1 || whole[i - 1] === ".") {
        return { problem: "IPv4 field must have at least one digit", at: whole.slice(i) };
      }
      if (dots === 3) return { problem: "IPv4 address too long" };
      dots++;
      value = 0;
      digits = 0;
    } else return { problem: "unexpected character", at: whole.slice(i) };
  }
  return dots < 3 ? { problem: "IPv4 address too short" } : undefined;
}

const HEX = /^[0-9A-Fa-f]*/;

/** Mirrors parseIPv6 of package netip. */
function parseIpv6(text: string): Address | AddressProblem {
  const percent = text.indexOf("%");
  const zone = percent < 0 ? "" : text.slice(percent + 1);
  if (percent >= 0 && zone === "") return { problem: "zone must be a non-empty string" };
  let rest = percent < 0 ? text : text.slice(0, percent);
  const end = rest.length;
  let ellipsis = rest.startsWith("::");
  if (ellipsis) rest = rest.slice(2);
  if (ellipsis && rest === "") return { version: 6, zone };

  let bytes = 0;
  while (bytes < 16) {
    const digits = HEX.exec(rest)![0];
    if (digits.length > 4) return { problem: "each group must have 4 or less digits", at: rest };
    if (digits === "") return { problem: "each colon-separated field must have at least one digit", at: rest };
    if (rest[digits.length] === ".") {
      if (!ellipsis && bytes !== 12) {
        return { problem: "embedded IPv4 address must replace the final 2 fields of the address", at: rest };
      }
      if (bytes + 4 > 16)
        return { problem: "too many hex fields to fit an embedded IPv4 at the end of the address", at: rest };
      const problem = ipv4Problem(text, end - rest.length, end);
      if (problem) return problem;
      rest = "";
      bytes += 4;
      break;
    }
    bytes += 2;
    rest = rest.slice(digits.length);
    if (rest === "") break;
    if (rest[0] !== ":") return { problem: "unexpected character, want colon", at: rest };
    if (rest.length === 1) return { problem: "colon must be followed by more characters", at: rest };
    rest = rest.slice(1);
    if (rest[0] === ":") {
      if (ellipsis) return { problem: "multiple :: in address", at: rest };
      ellipsis = true;
      rest = rest.slice(1);
      if (rest === "") break;
    }
  }
  if (rest !== "") return { problem: "trailing garbage after address", at: rest };
  if (bytes < 16 && !ellipsis) return { problem: "address string too short" };
  if (bytes === 16 && ellipsis) return { problem: "the :: must expand to at least one field of zeros" };
  return { version: 6, zone };
}
