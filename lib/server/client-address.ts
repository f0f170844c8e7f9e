import { isIPv4, isIPv6 } from "node:net";

/**
 * Who asks, as a key for limits and turns: an IPv4 address, or the /64 of an IPv6 address, which is what one customer has. An IPv4
 * address written as IPv6 (::ffff:1.2.3.4) is that address; what is no address is "unknown".
 */
export function networkOf(address: string): string {
  const v4 = address.replace(/^::ffff:/i, "");
  if (isIPv4(v4)) return v4;
  const plain = address.replace(/%.*$/, "");
  if (!isIPv6(plain)) return "unknown";
  const [before = "", after] = plain.split("::");
  const head = before.split(":").filter(Boolean);
  const tail = (after ?? "").split(":").filter(Boolean);
  const zeros = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const groups = [...head, ...Array<string>(zeros).fill("0"), ...tail].slice(0, 4);
  return `${groups.map((group) => parseInt(group, 16).toString(16)).join(":")}::/64`;
}

/** Who sent the request of a route: the front leaves nothing in X-Forwarded-For but the address that it has found out. */
export function clientAddress(headers: Headers): string {
  return networkOf((headers.get("x-forwarded-for") ?? "").split(",").at(-1)!.trim());
}
