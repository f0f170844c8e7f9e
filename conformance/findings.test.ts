import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inject } from "../lib/index";
import { findRecordings, readCases } from "./cases";
import { requestOf } from "./compare";

const given = process.env.CONFORMANCE_DIR;
const recordings = findRecordings(given && existsSync(given) ? given : join(import.meta.dirname, "fixtures"));

/** Of the newest recorded release each recording, of the others each of so many. */
const NEWEST = "1.30.3";
const EACH = 5;

test("of recordings that inject fine no finding says that they fail", () => {
  const wrong: string[] = [];
  let looked = 0;
  for (const file of recordings.files) {
    const each = file.release === NEWEST ? 1 : EACH;
    for (const [i, recorded] of [...readCases(recordings, file)].entries()) {
      if (i % each !== 0) continue;
      const request = requestOf(recorded);
      const result = inject({ ...request, options: { ...request.options, include: ["findings"] } });
      const fine = result.objects.filter(({ error, decision }) => !error && decision?.inject);
      if (fine.length === 0 || fine.length < result.objects.filter(({ makesPods }) => makesPods).length) continue;
      looked++;
      for (const finding of [...fine.flatMap(({ findings = [] }) => findings), ...(result.findings ?? [])]) {
        if (finding.severity === "error") wrong.push(`${recorded.id}: ${finding.code} ${finding.rule}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(looked).toBeGreaterThan(500);
}, 300_000);
