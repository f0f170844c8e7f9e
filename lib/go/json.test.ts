import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isParsedText, parseJson, quoteJson, RepeatedMap, stringifyJson, stringifyOrdered } from "./json";
import { JsonNumber, type Json } from "./json-value";

const message = (text: string): string => {
  try {
    parseJson(text);
  } catch (error) {
    return (error as Error).message;
  }
  return "";
};

describe("parseJson", () => {
  it("keeps numbers whose text Go would not print", () => {
    expect(parseJson("[30.0,1e3,9007199254740993,1e400]")).toEqual(
      ["30.0", "1e3", "9007199254740993", "1e400"].map((text) => new JsonNumber(text)),
    );
    expect(parseJson("[30,0.5,1e+21,1e-7,-0]")).toEqual([30, 0.5, 1e21, 1e-7, -0]);
  });

  it("keeps every occurrence of a repeated key", () => {
    const map = parseJson('{"a":1,"b":2,"a":{"c":3}}') as RepeatedMap;
    expect(map).toBeInstanceOf(RepeatedMap);
    expect(map.get("a")).toEqual(new Map([["c", 3]]));
    expect(map.all.map(([key]) => key)).toEqual(["a", "b", "a"]);
  });

  it("reads escapes, and takes lone surrogates and stray bytes for U+FFFD", () => {
    expect(parseJson(String.raw`"\ud83d\ude00\/\n\ud800x\udc00"`)).toBe("😀/\n\ufffdx\ufffd");
    expect(parseJson('"a\udcffb"')).toBe("a\ufffdb");
  });

  it.each([
    ["", "unexpected end of JSON input"],
    ["{", "unexpected end of JSON input"],
    ['"abc', "unexpected end of JSON input"],
    ["tru", "invalid character ' ' in literal true (expecting 'e')"],
    ["-", "invalid character ' ' in numeric literal"],
    ["1.x", "invalid character 'x' after decimal point in numeric literal"],
    ["1e", "invalid character ' ' in exponent of numeric literal"],
    ["x", "invalid character 'x' looking for beginning of value"],
    ["é", "invalid character 'Ã' looking for beginning of value"],
    ["'", "invalid character '\\'' looking for beginning of value"],
    ["[1,]", "invalid character ']' looking for beginning of value"],
    ["[1 2]", "invalid character '2' after array element"],
    ["{1}", "invalid character '1' looking for beginning of object key string"],
    ['{"a" 1}', "invalid character '1' after object key"],
    ['{"a":1 "b"}', "invalid character '\"' after object key:value pair"],
    ["1 2", "invalid character '2' after top-level value"],
    ['"\n"', "invalid character '\\n' in string literal"],
    ['"\u0001"', "invalid character '\\x01' in string literal"],
    [String.raw`"\x"`, "invalid character 'x' in string escape code"],
    [String.raw`"\u12G4"`, "invalid character 'G' in \\u hexadecimal character escape"],
  ])("%s: %s", (text, expected) => expect(message(text)).toBe(expected));

  it("accepts 10000 levels", () => {
    expect(message("[".repeat(10000) + "]".repeat(10000))).toBe("");
    expect(message("[".repeat(10001)) === "invalid character '[' exceeded max depth").toBe(true);
  });

  it("tells where an error is", () => {
    expect(() => parseJson('{\n "a": x}')).toThrow(expect.objectContaining({ position: { line: 2, column: 7 } }));
  });

  it("marks what it returns as text", () => {
    expect(isParsedText(parseJson("{}"))).toBe(true);
    expect(isParsedText(new Map())).toBe(false);
  });
});

describe("stringifyJson", () => {
  it("sorts keys by bytes and escapes as Go does", () => {
    const map = new Map<string, Json>([
      ["\uff5e", 1],
      ["😀", "<&>\u2028\u2029\u0000\b\udc80"],
      ["a", [null, true, -0, 1e21]],
    ]);
    const escaped = String.raw`\u003c\u0026\u003e\u2028\u2029\u0000\b\ufffd`;
    expect(stringifyJson(map)).toBe(`{"a":[null,true,-0,1e+21],"\uff5e":1,"😀":"${escaped}"}`);
    expect(stringifyOrdered(map).startsWith('{"\uff5e":1,')).toBe(true);
  });

  it("writes what parseJson reads", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 3 }), (text) => {
        const value = parseJson(text);
        expect(stringifyJson(parseJson(stringifyJson(value)))).toBe(stringifyJson(value));
        expect(JSON.parse(stringifyJson(value))).toEqual(JSON.parse(text));
      }),
    );
  });

  it("quotes well-formed text so that it reads back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (s) => {
        expect(parseJson(quoteJson(s))).toBe(s.toWellFormed());
      }),
    );
  });
});
