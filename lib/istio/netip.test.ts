import { expect, test } from "vitest";
import { checkPrefix, isIpAddress } from "./netip";

test("addresses", () => {
  for (const text of ["1.2.3.4", "::", "::1", "fe80::1%eth0", "::ffff:1.2.3.4", "1:2:3:4:5:6:7::"])
    expect(isIpAddress(text), text).toBe(true);
  for (const text of ["", "1.2.3", "01.2.3.4", "1.2.3.256", ":", "1::2::3", "1:2:3:4:5:6:7:8:9", "::1%"])
    expect(isIpAddress(text), text).toBe(false);
});

test.each([
  ["fe80::1%eth0/64", "IPv6 zones cannot be present in a prefix"],
  ["1.2.3.4/33", "prefix length out of range"],
  ["1.2.3.4/08", 'bad bits after slash: "08"'],
  ["::/129", "prefix length out of range"],
  ["12345::/8", 'ParseAddr("12345::"): each group must have 4 or less digits (at "12345::")'],
  ["1:2:3:4:5:6:7:8:9/8", 'ParseAddr("1:2:3:4:5:6:7:8:9"): trailing garbage after address (at "9")'],
  ["x/8", 'ParseAddr("x"): unable to parse IP'],
])("prefix %s", (text, problem) => {
  expect(() => checkPrefix(text)).toThrow(`netip.ParsePrefix(${JSON.stringify(text)}): ${problem}`);
});
