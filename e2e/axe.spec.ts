import type { Page } from "@playwright/test";
import { en } from "../components/strings/en";
import { zh } from "../components/strings/zh";
import { exampleRequest } from "../lib/example";
import { expect, expectAccessible, LOOKS, test } from "./explorer";

const ghost = exampleRequest.workload.replace("templates: gateway", "templates: ghost");
const webhooks = `apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: injector}
webhooks:
- name: namespace.sidecar-injector.istio.io
  clientConfig: {service: {name: istiod, namespace: istio-system}}
  sideEffects: None
  admissionReviewVersions: [v1]
  rules: [{operations: [CREATE], apiGroups: [""], apiVersions: [v1], resources: [pods]}]
  namespaceSelector: {matchLabels: {istio-injection: enabled}}
`;

const line = (page: Page, side: "original" | "modified", text: string) =>
  page.locator(`[data-testid=diff-editor] .${side} .view-line`, { hasText: text }).first();

for (const { locale, colorScheme } of LOOKS) {
  const t = locale === "en-US" ? en : zh;
  const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
  test.describe(`axe finds nothing, ${colorScheme} theme, ${locale}`, () => {
    test.use({ colorScheme, locale });
    test.beforeEach(() => test.slow());

    test("in the result and what explains it", async ({ explorer, page }) => {
      await explorer.open();
      await expect(explorer.diff()).toBeVisible();
      await expectAccessible(explorer);
      // Why a line is there, and what it replaced.
      await line(page, "modified", "istio.io/rev").click();
      await expect(page.getByTestId("why")).toContainText("59");
      await expectAccessible(explorer);
      await line(page, "modified", "topology.istio.io/network").click();
      await expect(page.getByTestId("why")).toContainText("network1");
      await expectAccessible(explorer);
      await explorer.tab(t.patch);
      await explorer.step(t.steps.rendered, t.stepper).click();
      await expectAccessible(explorer);
      await button(page, t.wholeInjection).click();
      const what = page.getByLabel(t.filter.what, { exact: true });
      await what.selectOption(
        await what
          .locator("option", { hasText: /env|环境/ })
          .first()
          .getAttribute("value"),
      );
      await page.getByRole("button", { name: t.exports.title }).click();
      await expect(page.getByRole("menu")).toBeVisible();
      await expectAccessible(explorer);
      await page.keyboard.press("Escape");
      await explorer.step(t.steps.selected, t.stepper).click();
      await expectAccessible(explorer);
    });

    test("in the inputs, the windows and the errors", async ({ explorer, page }) => {
      await explorer.open();
      await page.keyboard.press("ControlOrMeta+K");
      await expect(page.getByRole("dialog").getByRole("option").first()).toBeVisible();
      await expectAccessible(explorer);
      await page.keyboard.type("qqqqq");
      await expect(page.getByText(t.commands.nothing)).toBeVisible();
      await expectAccessible(explorer);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: t.commands.titles.keys }).click();
      await expect(page.getByRole("dialog", { name: t.commands.titles.keys })).toBeVisible();
      await expectAccessible(explorer);
      await page.keyboard.press("Escape");
      await explorer.drop([{ name: "webhooks.yaml", text: webhooks }]);
      await expect(page.getByTestId("webhook")).toBeVisible();
      await explorer.tab(t.tabs.more);
      await expectAccessible(explorer);
      await explorer.tab(t.tabs.workload);
      await explorer.write(ghost);
      await expect(explorer.error).toContainText('requested template "ghost" not found');
      await expectAccessible(explorer);
    });
  });
}
