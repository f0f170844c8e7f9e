import { en } from "../components/compare/texts-en";
import { zh } from "../components/compare/texts-zh";
import { en as strings } from "../components/strings/en";
import { en as share } from "../components/share/texts-en";
import { decodeFragment } from "../lib/links/fragment";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./explorer";

/** Two situations side by side, and what makes each change. */

const row = (page: Page, label: string) =>
  page.getByRole("table", { name: en.table }).getByRole("row").filter({ hasText: label });
const side = (page: Page, name: "a" | "b") => page.locator(`[data-side=${name}]`);
const ready = (page: Page) => expect(page.locator("[data-side=b] .monaco-editor").first()).toBeVisible();

test("shows a real comparison with no click: the server's page has it already", async ({ request }) => {
  const html = await (await request.get("/compare")).text();
  expect(html).toContain("global.tag is");
  expect(html).toContain("--log_as_json");
});

test("each change says what made it, and leads to the lines of both sides", async ({ explorer, page }) => {
  await page.goto("/compare");
  await ready(page);
  await expect(page.getByTestId("outcome")).toContainText(en.outcomes.changed);
  await expect(page.getByTestId("differs")).toContainText(en.aspects.values);
  const image = row(page, "image").first();
  await expect(image).toContainText('global.tag is "1.30.3" in A and "1.31.0" in B.');
  await image
    .getByRole("button", { name: /^B: injector/ })
    .first()
    .click();
  await expect(side(page, "b").locator(".view-lines")).toContainText("image:");
  await image.getByRole("button", { name: "image", exact: true }).click();
  await expect(image).toHaveAttribute("aria-current", "true");
  await expect(explorer.diff()).toBeVisible();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(page.locator("tr[aria-current]")).toContainText("--log_as_json");
});

test("another release of B is compared at once, and marked; a copy makes both the same, and can be undone", async ({
  page,
}) => {
  await page.goto("/compare");
  await ready(page);
  await expect(side(page, "b").getByRole("tab", { name: "Injector" })).toContainText(en.otherThanA);
  await expect(side(page, "a").getByRole("tab", { name: "Injector" })).not.toContainText(en.otherThanA);
  await expect(side(page, "b").locator(".line-bar").first()).toBeVisible();
  await expect(side(page, "a").locator(".line-bar")).toHaveCount(0);
  const places = side(page, "b").getByRole("button", { name: /not as in A$/ });
  await expect(places).toHaveAttribute("title", "Go to the next of the lines with a bar");
  await places.click();
  await expect(side(page, "b").locator(".line-bar").first()).toBeInViewport();
  await side(page, "b").getByLabel("Release").selectOption("1.22");
  await expect(page.getByTestId("differs")).toContainText(en.aspects.release);
  await page.getByRole("button", { name: strings.commands.titles["compare.copy"] }).click();
  await expect(page.getByTestId("outcome")).toContainText(en.outcomes.same);
  await expect(page.getByText(en.same)).toBeVisible();
  await page.getByRole("button", { name: strings.undo }).click();
  await expect(page.getByTestId("outcome")).toContainText(en.outcomes.changed);
  await expect(side(page, "b").getByLabel("Release")).toHaveValue("1.22");
});

test("what is typed in B is compared, an error in it is told with its line, and a reload loses nothing", async ({
  page,
}) => {
  await page.goto("/compare");
  await ready(page);
  await side(page, "b").getByRole("tab", { name: "Workload" }).click();
  await side(page, "b").locator(".monaco-editor .view-lines").first().click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText("kind: Pod\nmetadata: {name: mine}\nspec:\n  containers: 1\n");
  await expect(page.getByTestId("error")).toContainText("cannot unmarshal");
  await page.getByTestId("error").getByRole("button").click();
  await expect(side(page, "b").locator(".view-lines")).toContainText("containers: 1");
  await page.reload();
  await ready(page);
  await side(page, "b").getByRole("tab", { name: "Workload" }).click();
  await expect(side(page, "b").locator(".view-lines")).toContainText("name: mine");
});

test("two different steps can be compared", async ({ page }) => {
  await page.goto("/compare");
  await ready(page);
  await page.getByLabel(en.step("a")).selectOption("submitted");
  await page.getByLabel(en.step("b")).selectOption("final");
  await expect(page.getByTestId("differs")).toContainText(en.aspects.step);
  await expect(page.getByRole("table", { name: en.table })).toContainText("The steps differ.");
});

test("one's own texts of the explorer are A, and B their copy", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.write("kind: Pod\nmetadata: {name: of-my-own}\nspec: {containers: [{name: a}]}\n");
  await page.getByRole("link", { name: "Compare" }).click();
  await ready(page);
  await side(page, "b").getByRole("tab", { name: "Workload" }).click();
  await expect(side(page, "a").locator(".view-lines")).toContainText("of-my-own");
  await expect(side(page, "b").locator(".view-lines")).toContainText("of-my-own");
  await expect(page.getByText(en.same)).toBeVisible();
});

test("a link of each kind brings somebody else the same comparison, and leaves what they compare alone", async ({
  page,
  browser,
}) => {
  await page.goto("/compare");
  await ready(page);
  await side(page, "b").getByLabel("Release").selectOption("1.22");
  await page.getByLabel(en.step("a")).selectOption("mergedPod:gateway");
  await page.getByRole("button", { name: "Share" }).click();
  const url = page.getByLabel(share.link, { exact: true });
  const urls = [await url.inputValue()];
  expect(urls[0]).toMatch(/\/compare#v1\./);
  for (const kind of ["encrypted", "plain"] as const) {
    await page.getByRole("radio", { name: share.kinds[kind], exact: true }).check();
    await page.getByRole("button", { name: share.make }).click();
    await expect(page.getByRole("button", { name: share.another })).toBeVisible();
    urls.push(await url.inputValue());
    await page.getByRole("button", { name: share.another }).click();
  }
  for (const address of urls) {
    const other = await (await browser.newContext()).newPage();
    await other.goto(address);
    await expect(other).toHaveURL(/\/compare#v1\./);
    await expect(side(other, "b").getByLabel("Release")).toHaveValue("1.22");
    await expect(side(other, "a").getByLabel("Release")).toHaveValue("auto");
    await expect(other.getByLabel(en.step("a"))).toHaveValue("mergedPod:gateway");
    await expect(other.getByTestId("differs")).toContainText(en.aspects.release);
    await expect(other.getByTestId("link-bar")).toHaveCount(0);
    await other.goto("/compare");
    await expect(side(other, "b").getByLabel("Release")).toHaveValue("auto");
    await other.context().close();
  }
});

test("a broken link says so, and what was compared stays", async ({ page }) => {
  await page.goto("/compare#v1.zz.cut");
  await expect(page.getByTestId("link-bar")).toContainText(share.notOpened);
  await expect(page.getByTestId("outcome")).toContainText(en.outcomes.changed);
});

test("a secret of either side is masked before it is shared, and each is listed once", async ({ page }) => {
  await page.goto("/compare");
  await ready(page);
  await side(page, "b").getByRole("tab", { name: "Workload" }).click();
  await side(page, "b").locator(".monaco-editor .view-lines").first().click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(
    "kind: Pod\nmetadata: {name: mine}\nspec: {containers: [{name: a, env: [{name: DB_PASSWORD, value: of-b-alone-9}]}]}\n",
  );
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByTestId("secrets").getByRole("checkbox")).toHaveCount(1);
  await expect(page.getByTestId("secrets")).toContainText("B · ");
  const masked = await page.getByLabel(share.link, { exact: true }).inputValue();
  const read = await decodeFragment(masked.slice(masked.indexOf("#")));
  expect(JSON.stringify(read)).not.toContain("of-b-alone-9");
  expect(JSON.stringify(read)).toContain("DB_PASSWORD");
});

for (const theme of ["light", "dark"] as const) {
  test.describe(`${theme} theme`, () => {
    test.use({ colorScheme: theme });
    test("axe finds nothing", async ({ explorer, page }) => {
      await page.goto("/compare");
      await ready(page);
      await expect(explorer.diff()).toBeVisible();
      await expectAccessible(explorer);
    });
  });
}

test("speaks Chinese", async ({ page }) => {
  await page.goto("/compare");
  await page.getByRole("button", { name: "中文" }).click();
  await expect(page.getByTestId("outcome")).toContainText(zh.outcomes.changed);
  await expect(page.getByRole("table", { name: zh.table })).toContainText("在 A 中为");
});

test("fits a phone: the difference first, the inputs a tap away", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/compare");
  await expect(page.getByTestId("plain-diff")).toBeVisible();
  await expect(page.getByRole("table", { name: en.table })).toBeVisible();
  await page.getByRole("button", { name: en.showInputs, exact: true }).click();
  await expect(side(page, "b").locator("textarea").first()).toHaveValue(/1\.31\.0/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
