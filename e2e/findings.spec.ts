import { exampleRequest } from "../lib/example";
import { encodeFragment } from "../lib/links/fragment";
import { expect, expectAccessible, LOOKS, test } from "./explorer";

const WEBHOOKS = `apiVersion: admissionregistration.k8s.io/v1
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
const NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: istio-system\n  labels:\n    team: edge\n";
const seed = [
  { name: "webhooks.yaml", text: WEBHOOKS },
  { name: "namespace.yaml", text: NAMESPACE },
];

for (const { locale, colorScheme } of LOOKS) {
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme });

    test("says why a gateway keeps the image auto, and a key mends it", async ({ explorer, page }) => {
      await explorer.open();
      await explorer.drop(seed);
      const strip = page.getByTestId("findings");
      await expect(strip).toContainText(locale === "en-US" ? "ImagePullBackOff" : "镜像");
      await page.keyboard.press("Alt+Shift+D");
      const panel = page.getByTestId("findings-panel");
      const item = panel.locator("[data-code=IX100]");
      await expect(item).toContainText(locale === "en-US" ? "Error" : "错误");
      await expect(item.locator("ins")).toContainText("istio-injection: enabled");
      await expect(page.getByRole("tabpanel", { name: locale === "en-US" ? "Findings" : "诊断" })).toBeFocused();
      await expectAccessible(explorer);
      await page.keyboard.press("Alt+Shift+M");
      await expect(item).toHaveCount(0);
      await expect(page.getByTestId("webhook")).toContainText("namespace.sidecar-injector.istio.io");
      await expect(page.locator("body")).not.toBeFocused();
      await page.keyboard.press("Alt+Z");
      await expect(item).toHaveCount(1);
    });
  });
}

test("leads to what was seen, and a click on the fix keeps the focus", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.drop(seed);
  await page.getByTestId("findings").getByRole("button").click();
  const item = page.locator("[data-code=IX100]");
  await item.getByRole("button", { name: /^Apply/ }).click();
  await expect(item).toHaveCount(0);
  await expect(page.getByRole("list", { name: "Findings" })).toBeFocused();
  await explorer.toast.getByRole("button", { name: "Undo" }).click();
  await expect(item).toHaveCount(1);
  await item.locator("button.place").first().click();
  await expect(page.locator("[data-pane=inputs] .monaco-editor.focused")).toBeVisible();
});

test("lines that something was found about are marked where they stand", async ({ explorer, page }) => {
  await explorer.open();
  await expect(page.locator("[data-pane=inputs] .finding-info").first()).toBeVisible();
  await explorer.drop(seed);
  const mark = page.locator("[data-pane=inputs] .finding-error").first();
  await explorer.tab("Workload");
  await expect(mark).toBeVisible();
  await mark.hover();
  await expect(page.locator(".monaco-hover").filter({ hasText: "IX100" }).first()).toBeVisible();
});

test("the key applies the fix of the finding that has the focus", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.drop(seed);
  await page.getByTestId("findings").getByRole("button").click();
  const item = page.locator("[data-code=IX100]");
  await item.getByRole("button", { name: /^Apply/ }).focus();
  await page.keyboard.press("Alt+Shift+M");
  await expect(item).toHaveCount(0);
});

test("what kubectl printed is read on the spot", async ({ explorer, page }) => {
  await explorer.open();
  await page.getByTestId("findings").getByRole("button").click();
  const panel = page.getByTestId("findings-panel");
  await expect(panel).toContainText("kubectl -n istio-system get endpoints istiod");
  await panel.getByRole("textbox").fill("NAME     ENDPOINTS   AGE\nistiod   <none>      5d\n");
  await expect(panel.locator("[data-code=IX304]")).toContainText("output line 2");
  await expect(panel.getByRole("textbox")).toBeFocused();
  await expectAccessible(explorer);
});

test("fits a phone", async ({ explorer, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/");
  // The page is alive: it has asked for the findings.
  await expect(page.getByTestId("findings")).toContainText("5 notes");
  await explorer.drop(seed);
  await page.getByRole("button", { name: "Result", exact: true }).click();
  await page.getByTestId("findings").getByRole("button").click();
  await expect(page.locator("[data-code=IX100]")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expectAccessible(explorer);
});

test("a change that something was found about says so, and leads to the finding", async ({ explorer, page }) => {
  await explorer.open();
  const pinned = exampleRequest.workload.replace("image: auto", "image: example.com/proxy:1");
  await explorer.drop([{ name: "workload.yaml", text: pinned }]);
  const mark = explorer.changes().getByRole("button", { name: /^Warning IX142: istio-proxy's image is pinned/ });
  await expect(mark).toHaveCount(1);
  await expect(mark.locator("xpath=ancestor::tr")).toContainText("image");
  await expectAccessible(explorer);
  await mark.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-code=IX142]")).toBeFocused();
  // A second time, too, now that the panel is there.
  await explorer.tab("Changes");
  await mark.click();
  await expect(page.locator("[data-code=IX142]")).toBeFocused();
});

test("what was found is there where the injection fails from the first, and where nothing can be read", async ({
  explorer,
  page,
}) => {
  const ghost = exampleRequest.workload.replace("templates: gateway", "templates: ghost");
  const texts = {
    ...exampleRequest,
    workload: ghost,
    proxyConfigs: "",
    namespaces: "",
    webhooks: "",
    live: "",
  } as const;
  const { workload, injector, mesh = "", proxyConfigs, namespaces, webhooks, live } = texts;
  const content = {
    texts: { workload, injector: injector as string, mesh, proxyConfigs, namespaces, webhooks, live },
    options: {},
    view: { filter: {} },
  };
  await page.goto(`/#${await encodeFragment(content)}`);
  await explorer.editorsReady();
  await expect(explorer.error).toContainText('requested template "ghost" not found');
  await expect(page.getByTestId("findings")).toContainText("1 error");
  await page.getByTestId("findings").getByRole("button").click();
  await expect(page.getByRole("tabpanel", { name: "Findings" })).toBeFocused();
  await expect(page.locator("[data-code=IX122]")).toContainText("ghost");
  await expectAccessible(explorer);

  await page.goto(`/#${await encodeFragment({ ...content, texts: { ...content.texts, injector: "kind: [" } })}`);
  await page.reload();
  await explorer.editorsReady();
  await expect(explorer.error).toBeVisible();
  await expect(page.getByRole("tab", { name: "Findings" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByTestId("findings-panel")).toBeVisible();
});
