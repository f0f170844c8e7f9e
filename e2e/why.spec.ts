import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./explorer";

const why = (page: Page) => page.getByTestId("why");
const podLine = (page: Page, side: "original" | "modified", text: string) =>
  page.locator(`[data-testid=diff-editor] .${side} .view-line`, { hasText: text }).first();
/** The caret stands in the line of an input, and keys go there. */
const inputAtLine = (page: Page, line: string) =>
  page
    .locator("[data-pane=inputs] .monaco-editor.focused .line-numbers.active-line-number")
    .filter({ hasText: new RegExp(`^${line}$`) });
const litLines = (page: Page) => page.locator("[data-testid=diff-editor] .modified .lit-line");

test.describe("on a desktop", () => {
  test.beforeEach(async ({ explorer }) => {
    await explorer.open();
    await expect(explorer.diff()).toBeVisible();
  });

  test("the caret on a line of the pod says where it comes from", async ({ explorer, page }) => {
    await podLine(page, "modified", "istio.io/rev").click();
    await expect(page.getByRole("tab", { name: "Why" })).toHaveAttribute("aria-selected", "true");
    await expect(why(page)).toContainText("From template gateway, line 59");
    await expect(why(page)).toContainText("istio.io/rev: {{ .Revision");
    await expect(why(page)).toContainText("Made of");
    await expectAccessible(explorer);
  });

  test("says so where origins could not be found out", async ({ page }) => {
    // In the page, so that the browser writes no error of its own.
    await page.evaluate(() => {
      const real = fetch;
      const problem = JSON.stringify({ title: "Too much time", detail: "It ran longer than the server allows." });
      const headers = { "Content-Type": "application/problem+json" };
      globalThis.fetch = (input, init) =>
        typeof init?.body === "string" && init.body.includes('"origins"')
          ? Promise.resolve(new Response(problem, { status: 503, headers }))
          : real(input, init);
    });
    await podLine(page, "modified", "istio.io/rev").click();
    await expect(page.getByRole("tabpanel", { name: "Why" })).toContainText("It ran longer than the server allows.");
  });

  test("one key opens the line that wrote it, and leads back to what comes from there", async ({ explorer, page }) => {
    await podLine(page, "modified", "istio.io/rev").click();
    await expect(why(page)).toContainText("line 59");
    await page.keyboard.press("Alt+Enter");
    await expect(page.getByRole("tab", { name: "Injector" })).toHaveAttribute("aria-selected", "true");
    await expect(page.locator("[data-pane=inputs] .lit-line")).toHaveCount(1);
    await expect(inputAtLine(page, "59")).toBeVisible();
    await page.keyboard.press("Alt+Enter");
    await expect(explorer.diff().locator(".modified .line-numbers.active-line-number")).toHaveText("16");
    await page.keyboard.press("Alt+Enter");
    await expect(inputAtLine(page, "59")).toBeVisible();
    // Away and back again: now it is the reader's own question.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    await expect(why(page)).toContainText("1 line of the pod comes from here");
    await page.keyboard.press("Alt+Enter");
    await expect(explorer.diff().locator(".modified .line-numbers.active-line-number")).toHaveText("16");
  });

  test("what the same line of a template made lights up", async ({ explorer, page }) => {
    await explorer.changes().getByRole("button", { name: "POD_NAME", exact: true }).click();
    await podLine(page, "modified", "- name: POD_NAME").click();
    await expect(why(page)).toContainText(/[2-9] lines of the pod come from there|written there as it is/);
  });

  test("an input lights up what comes from it, with the way from line to line", async ({ explorer, page }) => {
    await page.locator("[data-pane=inputs] .view-line", { hasText: "topology.istio.io/network" }).click();
    await page.getByRole("tab", { name: "Why" }).click();
    await expect(why(page)).toContainText("of the pod come from here");
    await expect(litLines(page).first()).toBeVisible();
    await page.getByRole("button", { name: "Next line that belongs to this one" }).click();
    await expect(explorer.diff().locator(".monaco-editor.focused")).toBeVisible();
  });

  test("an input that nothing comes from says so", async ({ page }) => {
    await page.locator("[data-pane=inputs] .view-line", { hasText: "replicas" }).click();
    await page.getByRole("tab", { name: "Why" }).click();
    await expect(why(page)).toContainText("Nothing in the pod comes from here.");
  });

  test("what was taken away, and what a map holds", async ({ explorer, page }) => {
    await explorer.changes().getByRole("button", { name: "image", exact: true }).click();
    await podLine(page, "original", "image: auto").click();
    await expect(why(page)).toContainText("In place of");
    await expect(why(page)).toContainText('"auto", which your pod had');
    await podLine(page, "modified", "containers:").click();
    await expect(why(page)).toContainText("lines in here come from:");
    await expect(why(page)).toContainText("template gateway");
  });

  test("inputs stand with what they are at present, or that nobody set them", async ({ explorer, page }) => {
    await explorer.changes().getByRole("button", { name: "image", exact: true }).click();
    await podLine(page, "modified", "image: docker.io").click();
    await expect(why(page)).toContainText(/global\.hub\s*= "docker\.io\/istio"\s*values line 12/);
    await expect(why(page)).toContainText(/annotation sidecar\.istio\.io\/proxyImage\s*not set\s*workload line 18/);
  });

  test("the line that names a container says which of the injector's cases it is", async ({ explorer, page }) => {
    await explorer.changes().getByRole("button", { name: "image", exact: true }).click();
    await podLine(page, "modified", "- name: istio-proxy").click();
    await expect(why(page)).toContainText("istio-proxy: in the template and yours");
    await expect(why(page).getByRole("listitem").filter({ hasText: "template gateway" })).toBeVisible();
    await expect(why(page).getByRole("listitem").filter({ hasText: "your workload" })).toBeVisible();
    await expectAccessible(explorer);
  });

  test("a line that is folded away is listed, and shown when asked for", async ({ page }) => {
    await page.locator("[data-pane=inputs] .view-line", { hasText: "serviceAccountName" }).click();
    await page.getByRole("tab", { name: "Why" }).click();
    const folded = podLine(page, "modified", "serviceAccountName");
    const listed = why(page).getByRole("button", { name: "serviceAccountName: istio-eastwestgateway" });
    await expect(listed).toBeVisible();
    await expect(folded).toBeHidden();
    await listed.click();
    await expect(folded).toBeVisible();
    await expect(listed).toBeVisible();
  });

  test("a line of the template lights up what it made, and the keys go round it", async ({ explorer, page }) => {
    await podLine(page, "modified", "istio.io/rev").click();
    await expect(why(page)).toContainText("line 59");
    await page.keyboard.press("Alt+Enter");
    await expect(inputAtLine(page, "59")).toBeVisible();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowDown");
    await expect(why(page)).toContainText("1 line of the pod comes from here");
    await expect(litLines(page)).toHaveCount(1);
    await page.keyboard.press("Alt+Shift+ArrowUp");
    await expect(explorer.diff().locator(".modified .line-numbers.active-line-number")).toHaveText("16");
  });

  test("by keyboard only", async ({ page }) => {
    await podLine(page, "modified", "ownerReferences").click();
    await expect(why(page)).toContainText("lines in here come from");
    await page.keyboard.press("ArrowDown");
    await expect(why(page)).toContainText("As the controller of your Deployment writes it");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("tab", { name: "Workload" })).toHaveAttribute("aria-selected", "true");
  });

  test("origins of older input never stand beside newer input", async ({ explorer, page }) => {
    await podLine(page, "modified", "istio.io/rev").click();
    await expect(why(page)).toContainText("line 59");
    await explorer.write(
      "apiVersion: v1\nkind: Pod\nmetadata: {name: solo}\nspec: {containers: [{name: solo, image: a}]}\n",
    );
    await expect(explorer.summary).toContainText("Injected");
    await podLine(page, "modified", "name: solo").click();
    await expect(why(page)).toContainText("From your Pod");
  });
});

test.describe("on a desktop, in Chinese, in the dark", () => {
  test.use({ colorScheme: "dark", locale: "zh-CN" });

  test("a line of the pod and a line of an input say so in Chinese", async ({ explorer, page }) => {
    await explorer.open();
    await podLine(page, "modified", "istio.io/rev").click();
    await expect(why(page)).toContainText("模板 gateway");
    await expectAccessible(explorer);
    await page.locator("[data-pane=inputs] .view-line", { hasText: "topology.istio.io/network" }).click();
    await expect(why(page)).toContainText("行出自这里");
    await expectAccessible(explorer);
  });
});

test.describe("on a phone, in Chinese, in the dark", () => {
  test.use({ viewport: { width: 360, height: 780 }, colorScheme: "dark", locale: "zh-CN" });

  test.beforeEach(async ({ page }) => {
    await page.goto("/");
  });

  test("a tap on a line says where it comes from", async ({ explorer, page }) => {
    await page.locator('[data-testid=plain-diff] [data-right="16"]').click();
    await expect(why(page)).toContainText("模板 gateway");
    await expect(page.getByRole("tab", { name: "来源" })).toHaveAttribute("aria-selected", "true");
    // Line and answer are in sight together, without scrolling.
    await expect(why(page)).toBeInViewport();
    const line = (await page.locator('[data-testid=plain-diff] [data-right="16"]').boundingBox())!;
    const details = (await page.getByRole("tablist", { name: "详情" }).boundingBox())!;
    expect(line.y).toBeGreaterThan(0);
    expect(line.y + line.height).toBeLessThanOrEqual(details.y);
    await expectAccessible(explorer);
  });
});
