import { expect, test } from "./explorer";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the first page already shows the injected example", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByTestId("summary")).toContainText("Injected");
    await expect(page.getByRole("navigation", { name: "Steps of the injection" })).toContainText("Re-applied");
    await expect(page.getByRole("row", { name: "istio-proxy image" })).toContainText("docker.io/istio/proxyv2:1.30.3");
    await expect(page.getByTestId("plain-diff")).toContainText("ISTIO_META_WORKLOAD_NAME");
  });
});

test("says whether, why and with what the pod is injected", async ({ explorer }) => {
  await explorer.open();
  await expect(explorer.summary).toContainText("Injected because the label sidecar.istio.io/inject says so");
  await expect(explorer.summary).toContainText(
    "with template gateway, named by the annotation inject.istio.io/templates",
  );
  await expect(explorer.summary).toContainText("istio-proxy is yours: 2 fields kept, image auto replaced");
  await expect(explorer.summary).toContainText("+10 args");
  await expect(explorer.summary).toContainText("+22 env");
  await expect(explorer.page.getByLabel("Release")).toContainText("auto: 1.30");
});

test("the difference has its marks, counted", async ({ explorer, page }) => {
  await explorer.open();
  await expect(explorer.diff()).toBeVisible();
  await expect(explorer.legend.getByRole("button")).toHaveText([
    "10args",
    "22env",
    "6volumes",
    "6mounts",
    "1image auto",
    "2yours",
  ]);

  await explorer.legend.getByRole("button", { name: "10 added arguments" }).click();
  await expect(explorer.diff().locator(".glyph-mark.mark-args")).toHaveCount(10);
  await expect(explorer.diff().locator(".glyph-mark.mark-image")).toHaveCount(1);
  await explorer.legend.getByRole("button", { name: "22 added environment variables" }).click();
  await expect(explorer.diff().locator(".glyph-mark.mark-env").first()).toBeVisible();
  await explorer.legend.getByRole("button", { name: "2 overwritten fields" }).click();
  await explorer.diff().locator(".glyph-mark.mark-kept").first().hover();
  await expect(page.getByText("resources.requests.cpu is yours; the template has 100m")).toBeVisible();
});

test("every step can be seen, and any two compared", async ({ explorer, page }) => {
  await explorer.open();
  await expect(explorer.diff()).toBeVisible();

  await explorer.step("Rendered").click();
  await expect(page.getByRole("tabpanel", { name: "Changes" })).toContainText("One step alone");
  await expect(page.locator("[data-pane=result] .view-lines")).toContainText("canonical-name");

  await explorer.step("Re-applied").click();
  await expect(page.getByLabel("Left side")).toHaveValue("mergedPod:gateway");
  await expect(explorer.changes().filter({ hasText: "resources.requests.cpu" })).toContainText("changed");
  await expect(explorer.diff()).toContainText("500m");

  await page.getByLabel("Left side").selectOption({ label: "Rendered" });
  await page.getByLabel("Right side").selectOption({ label: "Template pod" });
  await expect(page.getByRole("tabpanel", { name: "Changes" })).toContainText("Texts are compared by line");

  await page.getByRole("button", { name: "Everything" }).click();
  await expect(page.getByLabel("Left side")).toHaveValue("submitted");
  await expect(page.getByLabel("Right side")).toHaveValue("final");
});

test("places lead to their lines", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.tab("Mesh");
  await explorer.summary
    .getByRole("button", { name: /^workload line/ })
    .first()
    .click();
  await expect(page.getByRole("tab", { name: "Workload" })).toHaveAttribute("aria-selected", "true");
  await expect(page.locator("[data-pane=inputs] .line-numbers.active-line-number")).not.toHaveText("1");
});

test("the changes lead to their lines, and go by key", async ({ explorer, page }) => {
  await explorer.open();
  await expect(explorer.diff()).toBeVisible();
  await explorer.changes().getByRole("button", { name: "TRUST_DOMAIN" }).click();
  await expect(explorer.diff()).toContainText("TRUST_DOMAIN");
  await page.getByTestId("summary").click();
  await page.keyboard.press("Alt+ArrowUp");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(explorer.diff().locator(".line-numbers.active-line-number").last()).toBeVisible();
});

test("the patch can be read", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.tab("Patch");
  await expect(page.getByRole("tabpanel", { name: "Patch" })).toContainText('"path": "/metadata/annotations/');
});

test("the offline command's output can be read and compared", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.tab("More");
  await page.getByLabel("Way in").selectOption("kube-inject");
  await explorer.tab("Output");
  await expect(page.getByRole("tabpanel", { name: "Output" })).toContainText("kind: Deployment");
  await explorer.step("Output").click();
  await expect(page.getByLabel("Left side")).toHaveValue("workload");
});
