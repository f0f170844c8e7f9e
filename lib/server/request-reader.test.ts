import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseRequest } from "./parse-request";
import { ProblemError } from "./problem";
import { RequestReader } from "./request-reader";

const bytes = (text: string) => new TextEncoder().encode(text);
const outcome = (read: () => unknown) => {
  try {
    return { request: read() };
  } catch (error) {
    return { problem: (error as ProblemError).problem };
  }
};
const large = ["a", "é\n\\", '"x" \\', "\ud83d\ude00", "\0", "}],:"].map((text) => text.repeat(700));

/** Members as a sender may write them: known texts, others, escaped in other ways, twice, of wrong types, with unknown names. */
const text = fc.oneof(fc.constantFrom(...large), fc.string({ unit: "grapheme" }));
const written = fc.oneof(
  { weight: 6, arbitrary: text.map((value) => JSON.stringify(value)) },
  text.map((value) => JSON.stringify(value).replaceAll("a", "\\u0061")),
  fc.json(),
  fc.constantFrom('{"config": "a}", "values": "{}"}', "[1, {}]", '"\\', "tru", '"\ud800"', '""x', "", "}"),
);
const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("workload", "injector", "mesh") },
  fc.constantFrom("namespaces", "options", "\\u006desh", "__proto__", "x"),
);
const space = fc.constantFrom("", " ", "\n\t\r ", "\u00a0");
const member = fc.tuple(space, name, space, written).map(([a, key, b, value]) => `${a}"${key}"${b}:${value}${a}`);
const anyBody = fc.tuple(
  fc.array(member, { maxLength: 6 }),
  fc.constantFrom("{}", "{}\n", "{}x", "{", "[]", "\ufeff{}"),
);
const body = fc.oneof(
  anyBody.map(([members, frame]) => frame.replace(/\{/, `{${members.join(",")}`)),
  fc
    .tuple(fc.string(), fc.constantFrom(...large), fc.constantFrom(...large))
    .map(([workload, injector, mesh]) => JSON.stringify({ workload, injector, mesh })),
);

describe("RequestReader", () => {
  test("reads every body as it is read the plain way, whatever it has read before", () => {
    let recognised = 0;
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 12 }), (bodies) => {
        const reader = new RequestReader();
        const seen = new Set<unknown>();
        for (const each of bodies) {
          const got = outcome(() => reader.read(bytes(each)));
          expect(got).toEqual(outcome(() => parseRequest(bytes(each))));
          const injector = (got as { request?: { injector?: unknown } }).request?.injector;
          if (typeof injector === "string" && injector.length > 1024 && seen.has(injector)) recognised++;
          seen.add(injector);
        }
      }),
      { numRuns: 300 },
    );
    expect(recognised).toBeGreaterThan(100);
  });

  test("does not parse again what it knows", () => {
    const reader = new RequestReader();
    const injector = "x".repeat(100_000);
    const request = (workload: string) => bytes(JSON.stringify({ workload, injector, mesh: injector }));
    reader.read(request("first"));
    const parse = JSON.parse;
    const lengths: number[] = [];
    JSON.parse = (text: string) => {
      lengths.push(text.length);
      return parse(text) as unknown;
    };
    try {
      expect(reader.read(request("second"))).toEqual({ workload: "second", injector, mesh: injector });
    } finally {
      JSON.parse = parse;
    }
    expect(lengths).toEqual([bytes('{"workload":"second","injector":"","mesh":""}').length]);
  });
});
