import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleRequest } from "../../example";
import { answerText } from "../../index";
import { type ServerProcess, startProcess } from "../front/testing/process";
import { HOSTILE } from "./all";
import type { HostileCase } from "./case";
import { INHERITED, NAMED } from "./keys";

let server: ServerProcess;
beforeAll(async () => {
  server = await startProcess();
}, 120_000);
afterAll(() => server.end());

interface Ended {
  readonly name: string;
  readonly status: number;
  readonly ms: number;
  /** Why there is no pod: in the server's words, or the injector's. */
  readonly error?: string;
  readonly injected: boolean;
}

interface Answer {
  readonly title?: string;
  readonly requestId?: string;
  readonly error?: { readonly message: string };
  readonly configError?: { readonly message: string };
  readonly objects?: readonly { readonly pod?: object; readonly error?: { readonly message: string } }[];
}

async function send({ name, request }: HostileCase): Promise<Ended> {
  const started = performance.now();
  const response = await server.post(request());
  const answer = JSON.parse(await response.text()) as Answer;
  const ms = performance.now() - started;
  // Whoever is refused is told by which request.
  if (answer.title !== undefined) expect(answer.requestId).toMatch(/^[0-9a-f-]{36}$/);
  const { objects = [] } = answer;
  const error =
    answer.title ??
    answer.error?.message ??
    answer.configError?.message ??
    objects.find((one) => one.error)?.error?.message;
  return { name, status: response.status, ms, error, injected: objects.some((one) => one.pod && !one.error) };
}

/** Two at a time, as many as the server has workers. */
async function sendAll(cases: readonly HostileCase[]): Promise<Ended[]> {
  const ended: Ended[] = [];
  const rest = cases.values();
  const client = async () => {
    for (const each of rest) ended.push(await send(each));
  };
  await Promise.all([client(), client()]);
  return ended;
}

describe("hostile requests", () => {
  test("are many", () => {
    expect(Object.values(HOSTILE).flat().length).toBeGreaterThanOrEqual(150);
  });

  test.each(Object.entries(HOSTILE))(
    "%s: each ends in time with a clear answer, and who behaves loses no request",
    async (_, cases) => {
      const expected = answerText(exampleRequest);
      let over = false;
      const behave = async () => {
        const lost: unknown[] = [];
        while (!over) {
          const response = await server.post(exampleRequest);
          if (response.status !== 200 || (await response.text()) !== expected) lost.push(response.status);
        }
        return lost;
      };
      const client = behave();
      const ended = await sendAll(cases);
      over = true;
      expect(await client).toEqual([]);
      expect(ended.filter(({ status }) => ![200, 400, 413, 422, 503].includes(status))).toEqual([]);
      // Two seconds on a machine that does nothing else; here it runs other tests, too.
      expect(ended.filter(({ ms }) => ms > 6000)).toEqual([]);
      const outcomes = new Map(cases.map(({ name, outcome }) => [name, outcome]));
      const wrong = ended.filter(({ name, error, injected }) => {
        const outcome = outcomes.get(name);
        return outcome === "ends" ? error === undefined || injected : outcome === "answers" && !injected;
      });
      expect(wrong).toEqual([]);
    },
    180_000,
  );

  test("leave the server with the memory that it had", async () => {
    const memory = async () => {
      const metrics = await (await fetch(`${server.url}/metrics`)).text();
      return Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)![1]);
    };
    await sendAll(HOSTILE["names and markup"]!);
    const before = await memory();
    await sendAll(HOSTILE["names and markup"]!);
    expect((await memory()) / before).toBeLessThan(1.5);
  }, 60_000);
});

describe("names that are something in JavaScript", () => {
  test.each(INHERITED)("%s is a name like any other", (name) => {
    // Of the same length, and the same place in any order.
    const like = `${name.slice(0, -1)}x`;
    for (const request of Object.values(NAMED)) {
      const include = ["stages", "patch", "origins"] as const;
      const answer = (of: string) => answerText({ ...request(of), options: { release: "1.30", include } });
      expect(JSON.parse(answer(name).replaceAll(name, like))).toEqual(JSON.parse(answer(like)));
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });
});
