import { exampleRequest } from "../lib/example";
import { expect, expectAccessible, test } from "./explorer";

test("the theme follows the system until it is chosen, and the choice stays", async ({ explorer, page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await explorer.open();
  const light = await background();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await expect(page.locator("[data-pane=inputs] .monaco-editor.vs-dark").first()).toBeVisible();

  await page.getByRole("button", { name: "Theme: System theme" }).click();
  await expect.poll(background).toBe(light);
  await page.reload();
  await explorer.editorsReady();
  expect(await background()).toBe(light);
  await page.getByRole("button", { name: "Theme: Light theme" }).click();
  await page.getByRole("button", { name: "Theme: Dark theme" }).click();
  await expect.poll(background).toBe(dark);
});

test("the editor's menu has a ground", async ({ explorer, page }) => {
  await explorer.open();
  await page.locator("[data-pane=inputs] .monaco-editor .view-lines").first().click({ button: "right" });
  const ground = page.locator(".monaco-menu-container .monaco-scrollable-element").first();
  await expect(ground).toBeVisible();
  await expect(ground).not.toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
});

test("the panes can be sized by key, and stay so", async ({ explorer, page }) => {
  await explorer.open();
  const separator = page.getByRole("separator", { name: "Width of the inputs" });
  await separator.focus();
  await page.keyboard.press("ArrowRight");
  await expect(separator).toHaveAttribute("aria-valuenow", "40");
  await page.reload();
  await expect(separator).toHaveAttribute("aria-valuenow", "40");
});

test("the page is usable before the editor: at most 200 KB of compressed script", async ({ page }) => {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  const scripts = new Map<string, number>();
  const initial = new Set<string>();
  cdp.on("Network.responseReceived", ({ requestId, response }) => {
    if (response.mimeType.includes("javascript")) scripts.set(requestId, 0);
  });
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength);
  });
  // What the page itself asks for; the editor comes by import() once that has run.
  cdp.on("Network.requestWillBeSent", ({ requestId, initiator, type }) => {
    if (type === "Script" && initiator.type === "parser") initial.add(requestId);
  });
  await page.goto("/");
  await expect(page.locator(".monaco-editor").first()).toBeVisible();
  const bytes = [...scripts].filter(([id]) => initial.has(id)).reduce((sum, [, size]) => sum + size, 0);
  console.log(`script before the editor: ${(bytes / 1024).toFixed(1)} KiB`);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThanOrEqual(200_000);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });

  test("one column: summary, unified difference, changes, inputs a tap away", async ({ explorer, page }) => {
    await page.goto("/");
    await expect(explorer.summary).toContainText("Injected");
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await expect(page.getByTestId("plain-diff")).toContainText("ISTIO_META_OWNER");
    await expect(page.locator(".monaco-editor")).toHaveCount(0);
    await expectAccessible(explorer);

    await explorer.legend.getByRole("button", { name: "2 overwritten fields" }).tap();
    await expect(page.getByTestId("plain-diff").locator(".mark-kept").first()).toBeInViewport();
    await explorer.changes().first().scrollIntoViewIfNeeded();
    await expect(explorer.changes().filter({ hasText: "istio-proxy image" })).toBeVisible();

    await page.getByRole("button", { name: "Inputs" }).tap();
    const editor = page.getByRole("textbox", { name: "Workload, YAML" });
    await editor.fill(exampleRequest.workload.replace("templates: gateway", "templates: ghost"));
    await expectAccessible(explorer);
    await page.getByRole("button", { name: "Result" }).tap();
    await expect(explorer.error).toContainText('requested template "ghost" not found');
    await expect(explorer.result).toHaveAttribute("data-dimmed");
  });
});
