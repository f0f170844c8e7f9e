import { expect, test } from "vitest";
import { compile } from "./regexp";
import { failure, render } from "./rendering";

test("an empty match does not follow a match", () => {
  expect(compile("a*").findAll("baaac", -1)).toEqual(["", "aaa", ""]);
  expect(compile("a*").replaceAll("baaac", "x", false)).toBe("xbxcx");
  expect(compile("a*").split("baaac", -1)).toEqual(["b", "c"]);
  expect(compile("x").findAll("a", -1)).toBeNull();
});

test("names in replacements reach as far as they can", () => {
  expect(compile("(a)(b)").replaceAll("ab", "$2W|${2}W|$$|$x|${1", false)).toBe("|bW|$||${1");
  expect(compile("(?P<n>a)|(?P<n>b)").replaceAll("ab", "<$n>", false)).toBe("<a><b>");
  expect(compile("a").replaceAll("a", "$0", true)).toBe("$0");
});

test("errors are Go's", () => {
  expect(failure('{{ mustRegexMatch "a(" "x" }}')).toBe("error parsing regexp: missing closing ): `a(`");
  expect(failure('{{ regexFind "a(" "x" }}')).toBe(
    "regexp: Compile(`a(`): error parsing regexp: missing closing ): `a(`",
  );
  expect(failure('{{ mustRegexMatch "(?P<" "x" }}')).toBe(
    "error parsing regexp: invalid or unsupported Perl syntax: `(?P`",
  );
  expect(failure('{{ mustRegexMatch "\\\\" "x" }}')).toBe(
    "error parsing regexp: trailing backslash at end of expression: ``",
  );
  expect(failure('{{ mustRegexMatch "(?P<n>a)(?P<n>b" "x" }}')).toBe(
    "error parsing regexp: missing closing ): `(?P<n>a)(?P<n>b`",
  );
  expect(render('{{ regexMatch "(" "x" }}')).toBe("false");
});
