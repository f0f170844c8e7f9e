import { describe, expect, it } from "vitest";
import {
  atoi,
  formatFloat,
  formatG,
  parseBool,
  parseFloat,
  parseInt,
  parseUint,
  quote,
  quoteRune,
  quoteToASCII,
  unquote,
} from "./strconv";

describe("integers", () => {
  it("reads every base and its prefixes", () => {
    expect([
      parseInt("-0x1F", 0, 64),
      parseInt("0b101", 0, 64),
      parseInt("017", 0, 64),
      parseInt("1_000", 0, 64),
    ]).toEqual([-31, 5, 15, 1000]);
    expect(parseUint("18446744073709551615", 10, 64)).toBe(18446744073709551615n);
    expect(parseInt("-9223372036854775808", 10, 64)).toBe(-9223372036854775808n);
    expect(parseInt("zz", 36, 64)).toBe(1295);
  });
  it("fails with Go's texts", () => {
    expect(() => parseInt("x", 10, 64)).toThrow('strconv.ParseInt: parsing "x": invalid syntax');
    expect(() => parseInt("128", 10, 8)).toThrow('strconv.ParseInt: parsing "128": value out of range');
    expect(() => parseUint("-1", 10, 32)).toThrow('strconv.ParseUint: parsing "-1": invalid syntax');
    expect(() => parseInt("1__0", 0, 64)).toThrow("invalid syntax");
    expect(() => parseInt("1_0", 10, 64)).toThrow("invalid syntax");
    expect(() => atoi("99999999999999999999")).toThrow(
      'strconv.Atoi: parsing "99999999999999999999": value out of range',
    );
    expect(() => parseBool("yes")).toThrow('strconv.ParseBool: parsing "yes": invalid syntax');
  });
});

describe("floats", () => {
  it("reads decimal, hexadecimal and special ones", () => {
    expect([parseFloat("1e3", 64), parseFloat("0x1p-2", 64), parseFloat("-Inf", 64), parseFloat("1_0.5", 64)]).toEqual([
      1000,
      0.25,
      -Infinity,
      10.5,
    ]);
    expect(parseFloat("16777217", 32)).toBe(16777216);
    expect(parseFloat("16777217.0000001", 32)).toBe(16777218);
    expect(() => parseFloat("1e400", 64)).toThrow('strconv.ParseFloat: parsing "1e400": value out of range');
    expect(() => parseFloat("0x1", 64)).toThrow("invalid syntax");
  });
  it.each<[number, Parameters<typeof formatFloat>[1], number, 32 | 64, string]>([
    [0.5, "f", 0, 64, "0"],
    [1.5, "f", 0, 64, "2"],
    [2.675, "f", 2, 64, "2.67"],
    [1e23, "e", 17, 64, "9.99999999999999916e+22"],
    [123456789, "g", 4, 64, "1.235e+08"],
    [0.1, "g", -1, 32, "0.1"],
    [16777216, "f", -1, 32, "16777216"],
    [-0.001, "x", -1, 64, "-0x1.0624dd2f1a9fcp-10"],
    [1, "b", -1, 64, "4503599627370496p-52"],
    [1e21, "f", -1, 64, "1000000000000000000000"],
  ])("prints %d as %s with precision %d", (v, format, precision, bits, text) => {
    expect(formatFloat(v, format, precision, bits)).toBe(text);
  });
  it("prints as %v does", () => {
    expect([1e6, 100000, 1e-7, -0, 0.1, NaN, Infinity, 20240101].map(formatG)).toEqual([
      "1e+06",
      "100000",
      "1e-07",
      "-0",
      "0.1",
      "NaN",
      "+Inf",
      "2.0240101e+07",
    ]);
  });
});

describe("quoting", () => {
  it("escapes what cannot be printed", () => {
    expect(quote('a"\\\n\t\x00\x7f é\u00ad\u{1F600}\udcff')).toBe('"a\\"\\\\\\n\\t\\x00\\x7f é\\u00ad\u{1F600}\\xff"');
    expect(quoteToASCII("é\u{1F600}")).toBe('"\\u00e9\\U0001f600"');
    expect([quoteRune(0x27), quoteRune(-1)]).toEqual(["'\\''", "'\ufffd'"]);
  });
  it("escapes characters that came after Unicode 15", () => expect(quote("\u2ffc")).toBe('"\\u2ffc"'));
  it("reads literals back", () => {
    expect([unquote('"\\xc3\\xa9\\101"'), unquote("`a\r\nb`"), unquote("'x'")]).toEqual(["éA", "a\nb", "x"]);
    expect(unquote('"\\xff"')).toBe("\udcff");
    for (const bad of ['"a', '"\\q"', '"a\nb"', "'ab'", '"\\ud800"'])
      expect(() => unquote(bad)).toThrow("invalid syntax");
  });
});
