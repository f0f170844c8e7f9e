import { expect, test } from "vitest";
import { failure, render } from "./rendering";
import { parseTime } from "./time-parse";

test("layouts", () => {
  expect(render('{{ dateInZone "Monday January 2 06 3:04PM .000 002" (int64 86400) "UTC" }}')).toBe(
    "Friday January 2 70 12:00AM .000 002",
  );
  expect(render('{{ htmlDate (toDate "2006-01-02" "2020-02-29") }}')).toBe("2020-02-29");
  expect(render('{{ dateInZone "15:04 MST" (int64 0) "Europe/Berlin" }}')).toBe("01:00 CET");
  expect(render('{{ toDate "2006-01-02 -0700" "2020-01-01 +0200" }}')).toBe("2020-01-01 00:00:00 +0200 +0200");
});

test("what cannot be parsed", () => {
  expect(() => parseTime("2006-01-02", "2021-02-29")).toThrow('parsing time "2021-02-29": day out of range');
  expect(() => parseTime("15:04", "25:00")).toThrow('parsing time "25:00": hour out of range');
  expect(() => parseTime("2006", "bad")).toThrow('parsing time "bad" as "2006": cannot parse "bad" as "2006"');
  expect(render('{{ toDate "2006" "bad" | unixEpoch }}')).toBe("-62135596800");
});

test("durations", () => {
  expect(render('{{ durationRound "1h" }} {{ durationRound "36h" }} {{ durationRound "-90s" }}')).toBe("60m 1d 1m");
  expect(render('{{ duration "90061" }} {{ duration 5 }} {{ dateModify "-1.5h" (toDate "2006" "2020") }}')).toBe(
    "25h1m1s 0s 2019-12-31 22:30:00 +0000 UTC",
  );
  expect(failure('{{ mustDateModify "5x" (toDate "2006" "2020") }}')).toBe('time: unknown unit "x" in duration "5x"');
});

test("the present is out of reach", () => {
  expect(failure("{{ now }}")).toBe("now cannot be computed here: it is the present time");
  expect(failure('{{ date "2006" nil }}')).toContain("depends on the present time");
});
