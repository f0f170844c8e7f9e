import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exampleRequest } from "../../example";
import { inject, type InjectRequest, resultText } from "../../index";
import { type ServerProcess, startProcess } from "./testing/process";

let server: ServerProcess;
beforeAll(async () => {
  server = await startProcess();
}, 120_000);
afterAll(() => server.end());

const post = (request: InjectRequest) => server.post(request);

/** A request whose template is that one. */
const withTemplate = (template: string): InjectRequest => ({
  ...exampleRequest,
  workload: "apiVersion: v1\nkind: Pod\nmetadata: {name: secret}\nspec: {containers: [{name: app, image: a}]}\n",
  injector: {
    config: `policy: enabled\ndefaultTemplates: [a]\ntemplates:\n  a: ${JSON.stringify(template)}\n`,
    values: "{}",
  },
});

/** Programs that would run for ever, or fill all memory, each in another way. */
const HOSTILE: Readonly<Record<string, string>> = {
  "nested loops": `{{ range until 100000 }}{{ range until 100000 }}{{ end }}{{ end }}`,
  "a list of lists": `{{ $l := list }}{{ range until 1000000 }}{{ $l = append $l (until 10000) }}{{ end }}`,
  "exponential text": `{{ $s := "aaaaaaaaaaaaaaaa" }}{{ range until 60 }}{{ $s = print $s $s }}{{ end }}{{ len $s }}`,
};

describe("the server as a process", () => {
  test("its worker could read no file and open no connection: it has nothing of Node but the port to its pool and the size of its memory", () => {
    expect(server.imported).toEqual([
      '{ getHeapSpaceStatistics } from "node:v8"',
      '{ parentPort, workerData } from "node:worker_threads"',
    ]);
  });

  test("answers byte for byte what the engine gives", async () => {
    for (const injector of [exampleRequest.injector, `${exampleRequest.injector as string}\n`, exampleRequest.injector])
      for (const include of [["patch"], ["stages"]] as const) {
        const request: InjectRequest = { ...exampleRequest, injector, options: { include: [...include] } };
        expect(await (await post(request)).text()).toBe(resultText(inject(request)));
      }
  });

  test.each(Object.entries(HOSTILE))("%s: stopped in time, and who behaves loses no request", async (_, template) => {
    let over = false;
    const attack = async () => {
      const started = performance.now();
      const response = await post(withTemplate(template));
      const body = (await response.json()) as { title?: string; objects?: { error?: { message: string } }[] };
      expect(body.title ?? body.objects?.[0]?.error?.message).toMatch(/too much|limit|memory/i);
      return performance.now() - started;
    };
    const behave = async () => {
      const statuses: number[] = [];
      do statuses.push((await post(exampleRequest)).status);
      while (!over);
      return statuses;
    };
    const client = behave();
    const times = await Promise.all([attack(), attack()]);
    over = true;
    expect(new Set(await client)).toEqual(new Set([200]));
    // Two seconds on a machine that does nothing else; here it runs other tests, too.
    expect(Math.max(...times)).toBeLessThan(6000);
  });

  test("says no text of a user in its log", () => {
    expect(server.output()).toMatch(/\n[0-9a-f-]{36} 503 Too much (time|memory)\n/);
    expect(server.output()).not.toMatch(/secret|until|istio/);
  });

  test("goes on when nobody reads its log any more", async () => {
    server.process.stdout!.destroy();
    server.process.stderr!.destroy();
    for (let i = 0; i < 2; i++) expect((await post(withTemplate(HOSTILE["a list of lists"]!))).status).toBe(503);
    expect((await post(exampleRequest)).status).toBe(200);
  });

  test("told to end, it answers what it has accepted, and ends", async () => {
    const accepted = Array.from({ length: 60 }, () => post(exampleRequest));
    // All have arrived when one that came last has its answer.
    await (await post(exampleRequest)).text();
    const ended = once(server.process, "exit");
    server.process.kill("SIGTERM");
    const answers = await Promise.all(
      accepted.map(async (answer) => ({ status: (await answer).status, text: await (await answer).text() })),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect((await ended)[0]).toBe(0);
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
  });
});
