import { expect, test } from "vitest";
import { clientAddress } from "./client-address";

const of = (forwarded?: string) =>
  clientAddress(new Headers(forwarded === undefined ? {} : { "X-Forwarded-For": forwarded }));

test("is the address that the one before this server saw", () => {
  expect(of("192.0.2.1")).toBe("192.0.2.1");
  expect(of("203.0.113.9, 192.0.2.1")).toBe("192.0.2.1");
});

test("is the network that one customer of IPv6 has", () => {
  for (const address of ["2001:db8:0:1::1", "2001:DB8:0:1:ffff:1:2:3", "2001:0db8:0000:0001::"])
    expect(of(address)).toBe("2001:db8:0:1::/64");
  expect(of("2001:db8::1")).toBe("2001:db8:0:0::/64");
  expect(of("::1")).toBe("0:0:0:0::/64");
  expect(of("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
  expect(of("::ffff:192.0.2.1")).toBe("192.0.2.1");
});

test("what is no address is one client", () => {
  for (const text of [undefined, "", "x".repeat(10_000), "192.0.2", "1:2"]) expect(of(text)).toBe("unknown");
});
