import { describe, expect, it } from "vitest";
import { parseRfc3339, ZERO_TIME } from "./time";

const cannot = (text: string, rest: string, element: string): string =>
  `parsing time "${text}" as "2006-01-02T15:04:05Z07:00": cannot parse "${rest}" as "${element}"`;

describe("parseRfc3339", () => {
  it.each([
    ["2020-01-02T03:04:05Z", "2020-01-02T03:04:05Z"],
    ["2020-01-02T03:04:05.123456789+02:30", "2020-01-02T00:34:05Z"],
    ["2020-02-29T1:04:05,5-00:00", "2020-02-29T01:04:05Z"],
    ["9999-12-31T23:59:59-01:00", "10000-01-01T00:59:59Z"],
    ["0000-01-01T00:00:00+01:00", "-0001-12-31T23:00:00Z"],
  ])("%s is %s", (text, expected) => expect(parseRfc3339(text).rfc3339()).toBe(expected));

  it.each([
    ["x", cannot("x", "x", "2006")],
    ["2024-01-02 03:04:05", cannot("2024-01-02 03:04:05", " 03:04:05", "T")],
    ["2024-1-02T", cannot("2024-1-02T", "1-02T", "01")],
    ["2024-01-02T03:04:05", cannot("2024-01-02T03:04:05", "", "Z07:00")],
    ["2024-13-02T03:04:05Z", 'parsing time "2024-13-02T03:04:05Z": month out of range'],
    ["2021-02-29T03:04:05Z", 'parsing time "2021-02-29T03:04:05Z": day out of range'],
    ["2024-01-02T03:04:05Zx", 'parsing time "2024-01-02T03:04:05Zx": extra text: "x"'],
    ["é", cannot("\\xc3\\xa9", "\\xc3\\xa9", "2006")],
  ])("%s fails", (text, expected) => expect(() => parseRfc3339(text)).toThrow(expected));

  it("knows Go's zero time", () => {
    expect(parseRfc3339("0001-01-01T00:00:00Z").isZero()).toBe(true);
    expect(String(ZERO_TIME)).toBe("0001-01-01 00:00:00 +0000 UTC");
  });
});
