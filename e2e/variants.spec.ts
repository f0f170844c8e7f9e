import { expect, expectAccessible, test } from "./explorer";

for (const locale of ["en-US", "zh-CN"] as const) {
  for (const colorScheme of ["light", "dark"] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });

      test("says what the gateway would be without injection, and what fails first", async ({ explorer, page }) => {
        await explorer.open();
        await explorer.tab(locale === "en-US" ? "Variants" : "其他情形");
        const panel = page.getByTestId("variants-panel");
        await expect(panel.locator("ol > li").first()).toContainText("docker.io/library/auto");
        await expect(panel.locator("[data-code=no-arguments]")).toContainText("CrashLoopBackOff");
        await expect(panel).toContainText("istio-token");
        await expectAccessible(explorer);
        await panel.getByRole("button", { name: locale === "en-US" ? "Standalone" : "独立运行" }).click();
        await expect(panel.locator("[data-code=image-tag]")).toBeVisible();
        await expect(panel.locator("pre")).toContainText('sidecar.istio.io/inject: "false"');
        await expectAccessible(explorer);
      });
    });
  }
}

test("leads from what would be lacking to its line of the final pod", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.tab("Variants");
  await page.getByTestId("variants-panel").getByRole("button", { name: "ISTIO_META_CLUSTER_ID" }).click();
  await expect(explorer.diff().locator(".modified .view-lines")).toContainText("ISTIO_META_CLUSTER_ID");
});

test("gives the standalone workload to copy, and its notes lead to its lines", async ({ explorer, page }) => {
  await explorer.open();
  await page.keyboard.press("ControlOrMeta+K");
  await page.getByRole("combobox", { name: "Search commands" }).fill("needs no injector");
  await page.keyboard.press("Enter");
  const panel = page.getByTestId("variants-panel");
  const note = panel.locator("[data-code=image-tag]");
  await note.getByRole("button").first().click();
  const lit = panel.locator("pre [data-lit]");
  await expect(lit).toContainText("image: ");
  await expect(lit).toBeInViewport();
  await panel.getByRole("button", { name: "Copy YAML" }).click();
  await expect(panel.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^apiVersion: apps\/v1\nkind: Deployment\nmetadata:\n {2}name: /);
  expect(copied).not.toContain("image: auto");
  const download = page.waitForEvent("download");
  await panel.getByRole("button", { name: "Download" }).click();
  expect((await download).suggestedFilename()).toMatch(/^deployment-.*\.standalone\.yaml$/);
});

test("fits a phone", async ({ explorer, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/");
  await page.getByRole("button", { name: "Result", exact: true }).click();
  await explorer.tab("Variants");
  const panel = page.getByTestId("variants-panel");
  await expect(panel.locator("ol > li").first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await panel.getByRole("button", { name: "Standalone" }).click();
  await expect(panel.locator("pre")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(explorer);
});
