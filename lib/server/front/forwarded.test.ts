import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { clientAddress as clientOf, networkOf } from "../client-address";
import { addressOf, isLocal, settleForwarded } from "./forwarded";

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
  }) as unknown as IncomingMessage;

const clientAddress = (request: IncomingMessage, proxies: number) => networkOf(addressOf(request, proxies));

test("a client is its address, of IPv6 the network", () => {
  expect(clientAddress(from("::ffff:192.0.2.7"), 0)).toBe("192.0.2.7");
  expect(clientAddress(from("2001:db8::1"), 0)).toBe("2001:db8:0:0::/64");
  expect(clientAddress(from("2001:0db8:0:0:5::1"), 0)).toBe(clientAddress(from("2001:db8::1"), 0));
  expect(clientAddress(from("fe80::1%eth0"), 0)).toBe("fe80:0:0:0::/64");
  expect(clientAddress(from(""), 0)).toBe("unknown");
});

test("what a client says of itself counts only as far as proxies are trusted", () => {
  const request = from("10.0.0.1", "203.0.113.9, 198.51.100.4, 192.0.2.1");
  expect([0, 1, 2, 3, 9].map((trusted) => clientAddress(request, trusted))).toEqual([
    "10.0.0.1",
    "192.0.2.1",
    "198.51.100.4",
    "203.0.113.9",
    "203.0.113.9",
  ]);
  expect(clientAddress(from("10.0.0.1", "nonsense"), 1)).toBe("unknown");
  settleForwarded(request, addressOf(request, 1), 1);
  expect(clientOf(new Headers(request.headers as Record<string, string>))).toBe("192.0.2.1");
});

test("only what comes from this machine without a proxy is local", () => {
  expect([isLocal(from("127.0.0.1")), isLocal(from("::1")), isLocal(from("::ffff:127.0.0.1"))]).toEqual([
    true,
    true,
    true,
  ]);
  expect([isLocal(from("127.0.0.1", "192.0.2.1")), isLocal(from("192.0.2.1"))]).toEqual([false, false]);
});
