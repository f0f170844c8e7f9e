import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeQuantity, parseQuantity } from "./quantity";

describe("parseQuantity", () => {
  it.each([
    ["1000m", "1"],
    ["0.5", "500m"],
    ["1024Mi", "1Gi"],
    ["1000Ki", "1000Ki"],
    ["1.5Gi", "1536Mi"],
    ["0.1Ki", "102400m"],
    ["512", "512"],
    ["2048", "2048"],
    ["+5", "+5"],
    ["01", "01"],
    ["5.", "5."],
    ["1e3", "1e3"],
    ["1E3", "1E3"],
    ["1.5e3", "1500"],
    ["1e19", "10e18"],
    ["0.1n", "1n"],
    ["-1.5", "-1500m"],
    ["8Ei", "9223372036854775807"],
    ["e3", "0"],
    ["-", "0"],
    ["0", "0"],
    ["10000000000000000000000", "10"],
  ])("%s prints as %s", (text, expected) => expect(String(parseQuantity(text))).toBe(expected));

  it.each([
    ["", "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"],
    ["1x", "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"],
    ["1mm", "unable to parse quantity's suffix"],
    ["1e", "unable to parse quantity's suffix"],
    ["Pi", "unable to parse numeric part of quantity"],
  ])("%s fails: %s", (text, expected) => expect(() => parseQuantity(text)).toThrow(expected));

  it("drops white space around JSON text", () => expect(String(decodeQuantity(" 1Gi\u0085"))).toBe("1Gi"));

  it("has a canonical form that reads as the same value", () => {
    const text = fc.tuple(
      fc.constantFrom("", "-"),
      fc.nat(),
      fc.constantFrom("", "m", "k", "Ki", "Mi", "Gi", "n", "e3", ".5", ".25Gi"),
    );
    fc.assert(
      fc.property(text, ([sign, digits, suffix]) => {
        const quantity = parseQuantity(`${sign}${digits}${suffix}`);
        const again = parseQuantity(String(quantity));
        expect(again.compare(quantity)).toBe(0);
        expect(String(again)).toBe(String(quantity));
      }),
    );
  });
});

describe("values", () => {
  it("rounds away from zero", () => {
    expect(parseQuantity("1500m").scaledValue(0)).toBe(2);
    expect(parseQuantity("-1500m").scaledValue(0)).toBe(-2);
    expect(parseQuantity("1.5").scaledValue(-3)).toBe(1500);
    expect(parseQuantity("1Gi").scaledValue(0)).toBe(1073741824);
  });

  it("overflows as Go does", () => {
    expect(parseQuantity("1000P").scaledValue(0)).toBe(1000000000000000000n);
    expect(parseQuantity("10E").scaledValue(0)).toBe(0);
    expect(parseQuantity("10900010990000000").scaledValue(-3)).toBe(-7546733083709551616n);
  });

  it("compares across scales and suffixes", () => {
    expect(parseQuantity("1Ki").compare(parseQuantity("1024"))).toBe(0);
    expect(parseQuantity("1Ki").compare(parseQuantity("1k"))).toBe(1);
    expect(parseQuantity("1m").compare(parseQuantity("1"))).toBe(-1);
  });
});
