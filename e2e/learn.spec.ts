import type { Page } from "@playwright/test";
import { requestOf } from "../components/inputs";
import { en as learnEn } from "../components/learn/texts-en";
import { zh as learnZh } from "../components/learn/texts-zh";
import { inputsOfLink } from "../components/share/link-content";
import { en as share } from "../components/share/texts-en";
import { STORED_INPUTS, STORED_KEPT, STORED_LEARNED } from "../components/storage-keys";
import { en } from "../components/strings/en";
import { zh } from "../components/strings/zh";
import { holds } from "../lib/teach/claim";
import { type LessonStep, stateContent } from "../lib/teach/lesson";
import { GLOSSARY } from "../lib/teach/glossary";
import { LESSONS } from "../lib/teach/lessons";
import { readResult } from "../lib/view/result";
import { exampleRequest } from "../lib/example";
import { decodeFragment } from "../lib/links/fragment";
import { expect, expectAccessible, Explorer, test } from "./explorer";

const mine = exampleRequest.workload.replaceAll("istio-eastwestgateway", "my-own");

const panel = (page: Page) => page.getByTestId("lesson");
/** The texts of a small piece of Markdown, as they are read. */
const pieces = (markdown: string) =>
  markdown.split(/\*\*|[`*\n]|\[|\]\([^)]*\)/).filter((piece) => piece.trim().length > 3);

/** Whether what a step says holds of what this very server answers. */
async function looks(page: Page, step: LessonStep): Promise<boolean> {
  const content = stateContent(step.start);
  const request = requestOf(inputsOfLink(content, []));
  const options = { ...request.options, include: ["stages", "patch", "findings"] };
  const response = await page.request.post("/api/v1/inject", { data: { ...request, options } });
  const result = readResult(await response.text());
  return holds(step.look.holds, { texts: content.texts, result, object: step.start.object });
}

for (const locale of ["en-US", "zh-CN"] as const) {
  const [texts, t, language] = locale === "en-US" ? [learnEn, en, "en" as const] : [learnZh, zh, "zh" as const];
  test.describe(`the course, ${locale}`, () => {
    test.use({ locale });

    for (const [number, lesson] of LESSONS.entries()) {
      test(`${number + 1}. ${lesson.id}: each step shows what it says, and sees that its change was made`, async ({
        explorer,
        page,
      }) => {
        test.slow();
        await page.goto(`/learn/${lesson.id}`);
        for (const [at, step] of lesson.steps.entries()) {
          await expect(page).toHaveURL(new RegExp(`/learn/${lesson.id}/${step.id}$`));
          await expect(panel(page).getByRole("heading", { name: step.title[language] })).toBeVisible();
          for (const piece of [step.text, step.look.text, step.task.text].flatMap((text) => pieces(text[language])))
            await expect(panel(page)).toContainText(piece.trim());
          expect(await looks(page, step)).toBe(true);
          await expect(explorer.result.locator(".view-line").first()).toBeVisible();
          const { line } = step.look;
          if (line) {
            const side = line.side === "left" ? ".original .view-line" : ".view-line:not(.original .view-line)";
            const lines = explorer.result.locator(side, { hasText: line.has });
            await expect(lines.first()).toBeVisible();
          }
          await expect(panel(page)).not.toHaveAttribute("data-done");

          await panel(page).getByRole("button", { name: texts.solve }).click();
          await expect(panel(page)).toHaveAttribute("data-done");
          await expect(panel(page).getByRole("status")).toContainText(texts.done);
          await explorer.toast.getByRole("button", { name: t.undo }).click();
          await expect(panel(page)).not.toHaveAttribute("data-done");

          const last = at === lesson.steps.length - 1;
          if (last) continue;
          await page.keyboard.press("Alt+PageDown");
        }
        const learned = await page.evaluate((key) => localStorage.getItem(key), STORED_LEARNED);
        expect(JSON.parse(learned!)).toEqual(lesson.steps.map((step) => `${lesson.id}/${step.id}`));
      });
    }
  });
}

test("a lesson neither shows nor changes what one has written oneself", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.write(mine);
  await expect(explorer.inputLines()).toContainText("my-own");
  await expect.poll(() => page.evaluate((key) => localStorage.getItem(key), STORED_INPUTS)).toContain("name: my-own");
  const kept = () =>
    page.evaluate((keys) => keys.map((key) => localStorage.getItem(key)), [STORED_INPUTS, STORED_KEPT]);
  const before = await kept();
  const [lesson] = LESSONS;
  await page.goto(`/learn/${lesson!.id}/${lesson!.steps[0]!.id}`);
  await expect(explorer.inputLines()).not.toContainText("my-own");
  await panel(page).getByRole("button", { name: learnEn.solve }).click();
  await expect(panel(page)).toHaveAttribute("data-done");
  // Longer than it takes to write to storage.
  await page.waitForTimeout(600);
  await page.goto("/learn");
  expect(await kept()).toEqual(before);
  await page.goto("/");
  await expect(explorer.inputLines()).toContainText("my-own");
});

test("the overview knows what is done, goes on where one stopped, and forgets when asked", async ({
  explorer,
  page,
}) => {
  await page.goto("/");
  await page.getByRole("link", { name: en.pages.learn }).click();
  await expect(page.getByRole("heading", { level: 1, name: learnEn.course })).toBeVisible();
  await page.getByRole("link", { name: learnEn.begin }).click();
  await panel(page).getByRole("button", { name: learnEn.solve }).click();
  await expect(panel(page)).toHaveAttribute("data-done");
  await page.keyboard.press("Alt+PageDown");
  const [first] = LESSONS;
  await expect(page).toHaveURL(new RegExp(`/learn/${first!.id}/${first!.steps[1]!.id}$`));
  // The keys are the new step's once it is shown.
  await expect(page.getByRole("heading", { name: first!.steps[1]!.title.en })).toBeVisible();
  await page.keyboard.press("Alt+PageUp");
  await expect(page).toHaveURL(new RegExp(`/learn/${first!.id}/${first!.steps[0]!.id}$`));
  await page.getByRole("link", { name: first!.title.en }).click();
  const of = LESSONS.flatMap(({ steps }) => steps).length;
  await expect(page.getByText(learnEn.progress(1, of))).toBeVisible();
  await expect(page.getByRole("link", { name: learnEn.goOn })).toHaveAttribute(
    "href",
    `/learn/${first!.id}/${first!.steps[1]!.id}`,
  );
  await expectAccessible(explorer);
  await page.getByRole("button", { name: learnEn.forget }).click();
  await expect(page.getByText(learnEn.progress(0, of))).toBeVisible();
});

test("what is typed counts, not only what the button does", async ({ explorer, page }) => {
  await page.goto("/learn/image-auto/pinned");
  await explorer.editorsReady();
  await explorer.write(exampleRequest.workload);
  await expect(panel(page)).toHaveAttribute("data-done");
  await panel(page).getByRole("button", { name: learnEn.reset }).click();
  await expect(panel(page)).not.toHaveAttribute("data-done");
  await panel(page).getByText(learnEn.hint).click();
  await expect(panel(page)).toContainText("in lower case");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`axe finds nothing, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("in a lesson", async ({ explorer, page }) => {
      await page.goto("/learn/image-auto/placeholder");
      await expect(explorer.diff()).toBeVisible();
      await expectAccessible(explorer);
      await panel(page).getByRole("button", { name: learnEn.solve }).click();
      await expect(panel(page)).toHaveAttribute("data-done");
      await expectAccessible(explorer);
    });
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("the lesson is a sheet at the lower edge, a part at a time", async ({ explorer, page }) => {
    await page.goto("/learn/image-auto/placeholder");
    await expect(explorer.summary).toBeVisible();
    const box = (await panel(page).boundingBox())!;
    expect(box.y + box.height).toBeCloseTo(844, 0);
    expect(box.height).toBeLessThan(844 / 2);
    await expect(panel(page).getByRole("button", { name: learnEn.solve })).toBeHidden();
    await panel(page).getByRole("button", { name: learnEn.task }).click();
    await panel(page).getByRole("button", { name: learnEn.solve }).click();
    await expect(panel(page)).toHaveAttribute("data-done");
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await expectAccessible(explorer);
  });
});

test("an address of no lesson is none", async ({ page }) => {
  for (const path of ["/learn/nothing", "/learn/image-auto/nothing", "/learn/nothing/placeholder"]) {
    const response = await page.request.get(path);
    expect([path, response.status()]).toEqual([path, 404]);
  }
});

for (const locale of ["en-US", "zh-CN"] as const) {
  const [texts, t] = locale === "en-US" ? [learnEn, en] : [learnZh, zh];
  test.describe(`the glossary, ${locale}`, () => {
    test.use({ locale });

    test("has every term at its address, its place in the pipeline, and finds terms", async ({ explorer, page }) => {
      await page.goto("/glossary#strategic-merge");
      await expect(page.getByRole("heading", { level: 1, name: texts.glossary })).toBeVisible();
      await expect(page.locator("dl > div")).toHaveCount(Object.keys(GLOSSARY).length);
      const term = page.locator("#strategic-merge");
      await expect(term).toBeInViewport();
      await expect(term).toContainText(texts.places.merging);
      await expectAccessible(explorer);
      const place = page.getByRole("button", { name: texts.places.reapplying, exact: true });
      await place.click();
      const there = Object.values(GLOSSARY).filter((known) => known.place === "reapplying");
      await expect(page.locator("dl > div")).toHaveCount(there.length);
      await place.click();
      await page.getByLabel(texts.search).fill("qqq");
      await expect(page.getByRole("status")).toHaveText(texts.noTerm);
    });

    test("is a link away where its words stand: steps, findings, lessons", async ({ explorer, page, context }) => {
      await page.goto("/");
      await explorer.step(t.steps.templatePod, t.stepper).click();
      const opened = context.waitForEvent("page");
      const name = `${t.pages.glossary}${t.punctuation.colon}${t.steps.templatePod}`;
      await page.getByRole("link", { name }).click();
      const glossary = await opened;
      await expect(glossary.locator("#template-pod")).toBeInViewport();
      await glossary.close();
      await explorer.tab(t.findings.title);
      await expect(page.locator("[data-code=IX118] a[href='/glossary#webhook']").first()).toBeVisible();
      await page.goto("/learn/strategic-merge/keys");
      await expect(panel(page).locator("a[href='/glossary#merge-key']")).toBeVisible();
    });
  });
}

test("a teacher's lesson: text written beside what is shared opens with the link, and none of it is HTML", async ({
  explorer,
  page,
  browser,
}) => {
  await explorer.open();
  await explorer.write(mine);
  await expect(explorer.inputLines()).toContainText("my-own");
  await page.keyboard.press("Alt+Shift+S");
  const dialog = page.getByRole("dialog", { name: share.title });
  await dialog.getByText(share.makeLesson).click();
  const text =
    "Look at **the image**, see [merge](/glossary#merged-pod).\n\n- one\n- <img src=x onerror=alert(1)>\n\n[bad](javascript:alert(1))";
  await dialog.getByLabel(share.lessonHint).fill(text);
  await expect(dialog.getByTestId("lesson-preview").getByRole("listitem")).toHaveCount(2);
  const link = dialog.getByLabel(share.link, { exact: true });
  const decoded = async () => {
    const read = await decodeFragment(new URL(await link.inputValue()).hash);
    return "content" in read ? read.content.lesson : undefined;
  };
  await expect.poll(decoded).toBe(text);
  await expectAccessible(explorer);

  const other = await (await browser.newContext()).newPage();
  await other.goto(await link.inputValue());
  const taught = other.getByTestId("taught");
  await expect(taught.locator("strong")).toHaveText("the image");
  await expect(taught.getByRole("link")).toHaveCount(1);
  await expect(taught.locator("img")).toHaveCount(0);
  await expect(taught).toContainText("<img src=x onerror=alert(1)>");
  await expect(other.locator("[data-pane=inputs] .view-lines")).toContainText("my-own");
  await expectAccessible(new Explorer(other));
  await taught.getByRole("button", { name: share.dismissTaught }).click();
  await expect(taught).toBeHidden();
});
