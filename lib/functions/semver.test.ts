import { expect, test } from "vitest";
import { failure, render } from "./rendering";
import { parseVersion } from "./semver";
import { satisfies } from "./semver-constraints";

const check = (constraint: string, version: string) => satisfies(constraint, () => parseVersion(version, "3.5"), "3.5");

test("constraints", () => {
  expect(check("x", "1.2.3")).toBe(true);
  expect(check("^1.2 || >=3, <3.5", "3.4.9")).toBe(true);
  expect(check("1.2 - 1.4", "1.4.7")).toBe(true);
  expect(check(">11", "11.1.0")).toBe(false);
  expect(check("~1.2.3", "1.3.0")).toBe(false);
  expect(check(">=1.0", "1.2.0-beta")).toBe(false);
  expect(check(">=1.0-0", "1.2.0-beta")).toBe(true);
  expect(() => check("", "1.0.0")).toThrow('improper constraint: ""');
});

test("versions as the releases' libraries read them", () => {
  const text = '{{ semver "01.2.3" }}';
  expect([render(text), render(text, null, 24)]).toEqual(["1.2.3", "1.2.3"]);
  expect(failure(text, null, 27)).toBe("Invalid Semantic Version");
  expect(failure('{{ semver "x" }}')).toBe("invalid semantic version");
  expect(failure('{{ semver "1.2.3-01" }}', null, 23)).toBe("Version segment starts with 0");
});

test("methods of versions", () => {
  expect(render('{{ $v := semver "v1.2.3-rc.1+b" }}{{ $v }} {{ $v.Original }} {{ $v.IncPatch }} {{ $v.Minor }}')).toBe(
    "1.2.3-rc.1+b v1.2.3-rc.1+b 1.2.3 2",
  );
  expect(render('{{ (semver "1.2.3-a").LessThan (semver "1.2.3") }} {{ toJson (semver "1.2") }}')).toBe('true "1.2.0"');
});
