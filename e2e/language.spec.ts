import type { Page } from "@playwright/test";
import { en } from "../components/strings/en";
import { zh } from "../components/strings/zh";
import { exampleRequest } from "../lib/example";
import { MARK_KINDS } from "../lib/view/marks";
import { type Explorer, expect, expectAccessible, test } from "./explorer";

/** The texts in a tree of texts, and of what its functions make, the parts that are their own. */
function* ownTexts(tree: unknown): Generator<string> {
  if (typeof tree === "string") yield tree;
  else if (typeof tree === "function") {
    for (const first of [1, 2, "7", ["7"], ...MARK_KINDS]) {
      try {
        yield* String(tree(first, 7, "7")).split(/[\d\n()]+/);
      } catch {
        // It takes something else.
      }
    }
  } else for (const value of Object.values(tree as object)) yield* ownTexts(value);
}

const chinese = [...ownTexts(zh)].join("\n");

/** English texts that the page has another word for in Chinese. */
const english = [...new Set(ownTexts(en))]
  .map((text) => text.replace(/^[\s.,:;“”]+|[\s.,:;“”]+$/g, ""))
  .filter((text) => /[a-z]{3}/.test(text) && !chinese.includes(text));

/** What can be seen or heard of the page, but for what was pasted and what the injector made of it. */
function pieces(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const given = ".monaco-editor, code, .code, .font-mono, script, style, textarea, input";
    const found: string[] = [document.title];
    for (const element of document.querySelectorAll("body, body *")) {
      if (element.closest(".monaco-editor, script, style")) continue;
      for (const name of ["aria-label", "title", "placeholder"]) found.push(element.getAttribute(name) ?? "");
      if (element.closest(given)) continue;
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) found.push(node.textContent ?? "");
    }
    // What a language calls itself, and the name of a namespace.
    const names = ["", "English", "default"];
    return found.map((text) => text.trim()).filter((text) => !names.includes(text));
  });
}

async function expectChinese({ page }: Explorer): Promise<void> {
  const shown = await pieces(page);
  expect(shown.length).toBeGreaterThan(20);
  const words = (text: string) =>
    ` ${text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()} `;
  // A word within others may be part of a name: only alone is it one of the page's.
  const says = (piece: string, text: string) => (/ /.test(text) ? words(piece).includes(words(text)) : piece === text);
  const left = shown.flatMap((piece) => english.filter((text) => says(piece, text)));
  expect(left).toEqual([]);
  // Nor what is in no list of texts: three English words in a row, which no command makes.
  const phrases = shown.filter((piece) => !piece.includes("kubectl") && /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(piece));
  expect(phrases).toEqual([]);
}

test.describe("a browser that prefers Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("the main states are in Chinese, and axe finds nothing in them", async ({ explorer, page }) => {
    await explorer.open();
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await expect(explorer.diff()).toBeVisible();
    await expect(explorer.summary).toContainText("已注入：由标签 sidecar.istio.io/inject 决定");
    await expect(explorer.summary).toContainText("使用模板 gateway（由注解 inject.istio.io/templates 指定）");
    await expect(explorer.legend.getByRole("button", { name: "新增 10 个参数" })).toBeVisible();
    await expect(explorer.diff()).toContainText("个隐藏的行");
    await expectChinese(explorer);
    await expectAccessible(explorer);

    await explorer.tab(zh.patch);
    await explorer.tab(zh.tabs.more);
    await page.getByRole("button", { name: zh.steps.rendered }).click();
    await expectChinese(explorer);
    await expectAccessible(explorer);

    await explorer.tab(zh.tabs.workload);
    await page.getByRole("button", { name: zh.wholeInjection }).click();
    await explorer.write(exampleRequest.workload.replace("templates: gateway", "templates: ghost"));
    await expect(explorer.error).toContainText("注入失败");
    await expect(explorer.error).toContainText('requested template "ghost" not found');
    await expectChinese(explorer);
    await expectAccessible(explorer);
  });

  test("the server's page is in Chinese already, and so is one that is not there", async ({ request }) => {
    const headers = { "Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8" };
    const html = await (await request.get("/", { headers })).text();
    expect(html).toContain('<html lang="zh-CN"');
    expect(html).toContain(zh.wholeInjection);
    expect(html).toContain(zh.description);
    const missing = await request.get("/nothing-here", { headers });
    expect(missing.status()).toBe(404);
    expect(await missing.text()).toContain(zh.notFound);
  });

  test("on a phone nothing sticks out", async ({ explorer, page }) => {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto("/");
    await expect(explorer.summary).toContainText("已注入");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await expectChinese(explorer);
    await expectAccessible(explorer);
  });
});

test("the language is switched by key, at once, and the choice is remembered", async ({ explorer, page }) => {
  await explorer.open();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await explorer.write(exampleRequest.workload.replace("templates: gateway", "templates: gateway,debug"));
  await expect(explorer.summary).toContainText("with templates gateway");
  await expect(explorer.diff()).toContainText("hidden lines");

  const switchTo = (name: string) => page.getByRole("button", { name, exact: true });
  await switchTo("中文").focus();
  await page.keyboard.press("Enter");
  await expect(explorer.summary).toContainText("使用模板 gateway");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(switchTo("中文")).toBeFocused();
  await expect(switchTo("中文")).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("textbox", { name: zh.fields.workload })).toBeAttached();
  await expect(explorer.diff()).toContainText("个隐藏的行");
  await expectChinese(explorer);

  await page.reload();
  await explorer.editorsReady();
  await expect(explorer.summary).toContainText("使用模板 gateway");
  await expectChinese(explorer);

  await switchTo("English").click();
  await expect(explorer.summary).toContainText("with templates gateway");
  await expect(explorer.summary).toContainText("debug");
  await expect(explorer.diff()).toContainText("hidden lines");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});
