import { isIPv6 } from "node:net";

/**
 * Who asks, as a key for limits: an IPv4 address, or the /64 of an IPv6 address, which is what one customer has. Next.js writes the
 * socket's address into X-Forwarded-For where there is none; every proxy appends the address that it saw. So with `TRUSTED_PROXIES=n`
 * (default 0: whatever the last one saw) the address is the one before the last n.
 */
export function clientAddress(headers: Headers, env: Readonly<Record<string, string | undefined>>): string {
  const seen = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  const proxies = Number(env.TRUSTED_PROXIES) || 0;
  const address = seen.at(-1 - proxies) ?? seen[0] ?? "";
  return isIPv6(address) ? network(address) : address.slice(0, 64);
}

/** The first 64 bits of an IPv6 address; an IPv4 address written as one (::ffff:1.2.3.4) is that address. */
function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [before = "", after] = address.split("%")[0]!.toLowerCase().split("::");
  const head = before === "" ? [] : before.split(":");
  const tail = after ? after.split(":") : [];
  const zeros = Array.from({ length: after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length) }, () => "0");
  const groups = [...head, ...zeros, ...tail].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""));
  return `${groups.join(":")}::/64`;
}
