import { expect, test } from "vitest";
import { exampleRequest } from "../example";
import { answerText } from "../index";
import { violation } from "../server/schema";
import { schemas } from "../server/openapi-schemas";
import { readResult } from "./result";

const asked = (...include: ("origins" | "numberedPlaces")[]) =>
  answerText({ ...exampleRequest, options: { ...exampleRequest.options, include } });

test("numbered places are read back as the places themselves, and take a fraction of the room", () => {
  const [plain, numbered] = [asked("origins"), asked("origins", "numberedPlaces")];
  expect(readResult(numbered)).toEqual(readResult(plain));
  expect(numbered.length).toBeLessThan(plain.length / 2);
  expect(violation(schemas.InjectResult, JSON.parse(numbered), schemas)).toBeUndefined();
});

test("what decided about many leaves grows with them, not with their square", () => {
  const size = (count: number) => {
    const probe = (i: number) => ({ httpGet: { path: "/ready", port: 1024 + i } });
    const containers = Array.from({ length: count }, (_, i) => ({ name: `app-${i}`, readinessProbe: probe(i) }));
    const workload = JSON.stringify({ apiVersion: "v1", kind: "Pod", metadata: { name: "p" }, spec: { containers } });
    const options = { ...exampleRequest.options, include: ["origins", "numberedPlaces"] as const };
    return answerText({ ...exampleRequest, workload, options }).length;
  };
  const [few, more, many] = [size(20), size(40), size(80)];
  expect((many - more) / (more - few)).toBeLessThan(2.5);
});
