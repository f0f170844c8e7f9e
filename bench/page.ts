import type { Page } from "@playwright/test";
import { drop, withPage } from "./chromium";
import { row } from "./measure";
import { withServer } from "./server";

const PORT = 3918;

/** Key presses that are measured, and the milliseconds between them: a person who types fast. */
const KEYS = 100;
const PACE = 140;
/** Key presses before, which nobody measures: the engine's and the page's code gets warm. */
const WARM_UP = 30;

/** The texts that are pasted beside the workload. */
export interface PageTexts {
  readonly injector: string;
  readonly mesh: string;
}

/** Measures the page: from a key press to the frame that shows its difference, and the largest contentful paint. */
export async function benchPage({ injector, mesh }: PageTexts, yamlParse: number): Promise<void> {
  await withServer(PORT, ({ url }) =>
    withPage(async (page) => {
      row("largest contentful paint", `${(await largestPaint(page, url)).toFixed(0)} ms`);
      for (const containers of [1, 500]) {
        await open(page, url, { workload: workload(containers), injector, mesh });
        const times = await typing(page);
        const at = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))]!;
        row(`key press to new difference, ${containers} containers`, `${at(0.5).toFixed(0)} ms`, {
          of: "yaml.parse",
          is: at(0.5) / yamlParse,
        });
        const limit = containers === 1 ? { of: "100 ms", is: at(0.95) / 100, limit: 1 } : undefined;
        row("  p95", `${at(0.95).toFixed(0)} ms`, limit);
      }
    }),
  );
}

function workload(containers: number): string {
  const rows = Array.from({ length: containers }, (_, i) => `      - {name: app-${i}, image: "example.test/app:1"}`);
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: app, namespace: shop}
spec:
  selector: {matchLabels: {app: app}}
  template:
    metadata:
      labels: {app: app}
      annotations:
        a.example.com/note: x
    spec:
      containers:
${rows.join("\n")}
`;
}

async function largestPaint(page: Page, url: string): Promise<number> {
  // The server's first answer takes longer than any later one.
  await page.goto(url);
  await page.goto(url, { waitUntil: "networkidle" });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)!.startTime)).observe({
          type: "largest-contentful-paint",
          buffered: true,
        });
      }),
  );
}

/** Opens the page with texts of one's own, as they would have survived a reload: dropped onto it. */
async function open(page: Page, url: string, texts: PageTexts & { readonly workload: string }): Promise<void> {
  await page.goto(url);
  await page.locator("[data-pane=inputs] .monaco-editor").first().waitFor();
  await drop(page, Object.fromEntries(Object.entries(texts).map(([name, text]) => [`${name}.yaml`, text])));
  await page.locator("[data-testid=diff-editor] .modified .view-line", { hasText: "a.example.com/note" }).waitFor();
  await page.locator("[data-pane=inputs] .view-line", { hasText: "a.example.com/note" }).click();
  await page.keyboard.press("End");
}

/** Types, and gives the milliseconds from each key press to the first frame that shows it (or a later one) in the difference, sorted. */
async function typing(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const seen: number[] = [];
    const pressed: number[] = [];
    Object.assign(globalThis, { benchSeen: seen, benchPressed: pressed });
    addEventListener("keydown", (event) => pressed.push(event.timeStamp), true);
    const look = () => {
      const text = document.querySelector("[data-testid=diff-editor] .modified .view-lines")?.textContent ?? "";
      const shown = /note:[\s\u00a0]x(y*)/.exec(text)?.[1]?.length ?? 0;
      while (seen.length < shown) seen.push(performance.now());
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  for (let i = 0; i < WARM_UP + KEYS; i++) {
    await page.keyboard.press("y");
    await page.waitForTimeout(PACE);
  }
  await page.waitForTimeout(2000);
  const [pressed, seen] = await page.evaluate(() => {
    const { benchPressed, benchSeen } = globalThis as unknown as { benchPressed: number[]; benchSeen: number[] };
    return [benchPressed, benchSeen];
  });
  if (seen.length < pressed.length) throw new Error("the difference does not show all that was typed");
  return pressed
    .map((at, i) => seen[i]! - at)
    .slice(WARM_UP)
    .sort((a, b) => a - b);
}
