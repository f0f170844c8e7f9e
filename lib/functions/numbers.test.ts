import { expect, test } from "vitest";
import { failure, render } from "./rendering";

test("integers from anything", () => {
  expect(render('{{ int "0x10" }} {{ int "010" }} {{ int "08" }} {{ int "1e3" }} {{ int true }} {{ int nil }}')).toBe(
    "16 8 0 0 1 0",
  );
  // Decimals in strings count from 1.28 on.
  expect([render('{{ int "3.9" }} {{ int "7.0" }}'), render('{{ int "3.9" }} {{ int "7.0" }}', null, 27)]).toEqual([
    "3 7",
    "0 7",
  ]);
  expect(render("{{ int64 1e19 }} {{ add 9223372036854775807 1 }} {{ mul 4611686018427387904 4 }}")).toBe(
    "-9223372036854775808 -9223372036854775808 0",
  );
  expect(render('{{ atoi "99999999999999999999" }} {{ atoi "4x" }} {{ toDecimal "0755" }}')).toBe(
    "9223372036854775807 0 493",
  );
});

test("arithmetic", () => {
  expect(render("{{ div -7 2 }} {{ mod -7 3 }} {{ max 1.9 1.1 }} {{ minf 1 -1.5 }}")).toBe("-3 -1 1 -1.5");
  expect(render("{{ addf 0.1 0.2 }} {{ divf 2 3 }} {{ mulf 1.1 1.1 }} {{ subf 0.3 0.1 }}")).toBe(
    "0.3 0.6666666666666667 1.21 0.2",
  );
  expect(render("{{ round -2.5 0 }} {{ round -2.6 0 }} {{ round 1.005 2 }} {{ round 3.7 0 0.8 }}")).toBe("-3 -3 1 3");
  expect(failure("{{ div 1 0 }}")).toBe("runtime error: integer divide by zero");
  expect(failure("{{ divf 1 0 }}")).toBe("decimal division by 0");
  expect(failure('{{ addf (float64 "nan") }}')).toBe("Cannot create a Decimal from NaN");
});

test("sequences", () => {
  expect(
    render("{{ seq 5 }}|{{ seq 2 -1 }}|{{ seq 0 2 5 }}|{{ seq 5 1 0 }}|{{ until 3 }}|{{ untilStep 3 0 -2 }}"),
  ).toBe("1 2 3 4 5|2 1 0 -1|0 2 4||[0 1 2]|[3 1]");
  expect(failure("{{ until 9999999999 }}")).toContain("too long");
});
