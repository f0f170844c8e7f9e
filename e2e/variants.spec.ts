import { decodeFragment } from "../lib/links/fragment";
import type { Page } from "@playwright/test";
import { exampleRequest } from "../lib/example";
import { expect, expectAccessible, LOOKS, test } from "./explorer";

for (const { locale, colorScheme } of LOOKS) {
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

/** The example's pod as a cluster has it, of an injector with another image tag. */
async function livePod(page: Page, tag: string): Promise<string> {
  const response = await page.request.post("/api/v1/inject", { data: exampleRequest });
  const { objects } = (await response.json()) as {
    objects: { pod: { metadata: Record<string, unknown>; spec: Record<string, unknown> } }[];
  };
  const { metadata, spec } = objects.find(({ pod }) => pod)!.pod;
  const pod = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { ...metadata, name: "gateway-1", uid: "u", ownerReferences: [{ kind: "ReplicaSet", name: "gateway" }] },
    spec: { ...spec, nodeName: "n1" },
    status: { phase: "Running" },
  };
  return JSON.stringify(pod, null, 1).replaceAll(/(proxyv2:)[\w.]+/g, `$1${tag}`);
}

for (const locale of ["en-US", "zh-CN"] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test("says whether a live pod has to be restarted, and why", async ({ explorer, page }) => {
      await explorer.open();
      await explorer.tab(locale === "en-US" ? "Variants" : "其他情形");
      const panel = page.getByTestId("variants-panel");
      await panel.getByRole("button", { name: locale === "en-US" ? "Live pod" : "运行中的 Pod" }).click();
      const box = panel.getByRole("textbox");
      await box.fill(await livePod(page, "1.29.1"));
      const restart = panel.getByTestId("restart");
      await expect(restart).toContainText(locale === "en-US" ? "Yes" : "需要，");
      const release = panel.locator("[data-cause=old-release]");
      await expect(release).toContainText("proxyv2:1.29.1 → docker.io/istio/proxyv2:1.30.3");
      await expect(panel.locator("[data-cause=api-server]")).not.toHaveAttribute("open");
      await expect(box).toBeFocused();
      await expectAccessible(explorer);
      await box.fill(await livePod(page, "1.30.3"));
      await expect(restart).toContainText(locale === "en-US" ? "No: injecting today" : "不需要");
      await expect(release).toHaveCount(0);
    });
  });
}

test("a live pod beside its workload is found, and its lines are led to", async ({ explorer, page }) => {
  await explorer.open();
  const pod = await livePod(page, "1.29.1");
  await explorer.write(`${exampleRequest.workload.trimEnd()}\n---\n${pod}\n`);
  await explorer.tab("Variants");
  const panel = page.getByTestId("variants-panel");
  await panel.getByRole("button", { name: "Live pod" }).click();
  await panel.locator("[data-cause=old-release] button.place").click();
  await expect(page.locator("[data-pane=inputs] .monaco-editor.focused .view-lines")).toContainText("proxyv2:1.29.1");
});

test("a live pod that is dropped is held against one's own workload, stays with it, and goes with a link", async ({
  explorer,
  page,
}) => {
  await explorer.open();
  const box = page.getByTestId("variants-panel").getByRole("textbox");
  const pod = await livePod(page, "1.29.1");
  const mine = exampleRequest.workload.replaceAll("istio-eastwestgateway", "mine");
  await explorer.drop([{ name: "d.yaml", text: mine }]);
  await expect(explorer.toast).toContainText("Deployment mine → Workload");
  await explorer.drop([{ name: "p.json", text: pod }]);
  await expect(explorer.toast).toContainText("Pod gateway-1 → Live pod");
  await expect(box).toHaveValue(pod);
  await expect(page.getByTestId("restart")).toBeVisible();
  await expect(explorer.inputLines()).toContainText("kind: Deployment");
  await page.reload();
  await explorer.editorsReady();
  await explorer.tab("Variants");
  await page.getByTestId("variants-panel").getByRole("button", { name: "Live pod" }).click();
  await expect(box).toHaveValue(pod);
  await page.keyboard.press("Alt+Shift+S");
  const url = await page.getByTestId("share").getByRole("textbox").first().inputValue();
  expect(await decodeFragment(url.split("#")[1]!)).toMatchObject({ content: { texts: { live: pod } } });
});

test("a live pod that is dropped where there is only an example is what is to be injected", async ({
  explorer,
  page,
}) => {
  await explorer.open();
  const pod = await livePod(page, "1.29.1");
  await explorer.drop([{ name: "p.json", text: pod }]);
  await expect(explorer.toast).toContainText("Pod gateway-1 → Workload");
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
  await panel.getByRole("button", { name: "Live pod" }).click();
  await panel.getByRole("textbox").fill(await livePod(page, "1.29.1"));
  await expect(panel.locator("[data-cause=old-release]")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(explorer);
});
