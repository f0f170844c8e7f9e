import { en } from "../components/strings/en";
import { zh } from "../components/strings/zh";
import { exampleRequest } from "../lib/example";
import { expect, expectAccessible, test } from "./explorer";

const { workload } = exampleRequest;
const { titles } = en.commands;
const mine = workload.replaceAll("istio-eastwestgateway", "my-own");
const BROKEN = "a: [\n";

test("an error of any text is marked where it is, in its tab, and F8 leads there", async ({ explorer, page }) => {
  await explorer.open();
  const fields = {
    Mesh: page.locator("[data-field=mesh] .error-text"),
    Injector: page.locator("[data-field=injector] .error-text"),
  };
  for (const [tab, message] of Object.entries(fields)) {
    await explorer.tab(tab);
    const before = exampleRequest[tab === "Mesh" ? "mesh" : "injector"] as string;
    await explorer.write(BROKEN);
    await expect(message.first()).toContainText("yaml: line 1");
    await expect(page.getByRole("tab", { name: tab })).toContainText(en.errorIn);
    await explorer.tab("Workload");
    await page.keyboard.press("F8");
    await expect(page.getByRole("tab", { name: tab })).toHaveAttribute("aria-selected", "true");
    await expect(message.first()).toBeVisible();
    await explorer.write(before);
    await expect(message).toHaveCount(0);
  }
  await explorer.tab("More");
  const namespaces = page.getByRole("textbox", { name: en.fields.namespaces });
  await namespaces.fill(BROKEN);
  await expect(namespaces).toHaveAccessibleDescription(/did not find/);
  await expect(namespaces).toHaveAttribute("aria-invalid", "true");
  await explorer.tab("Workload");
  await page.keyboard.press("F8");
  await expect(namespaces).toBeFocused();
});

test("Undo in the editor takes back an example, a paste and a new layout", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.write(mine);
  const undo = async () => {
    await explorer.inputLines().first().click();
    await page.keyboard.press("ControlOrMeta+Z");
  };
  await explorer.example(en.examples.names.sidecar);
  await expect(explorer.inputLines()).not.toContainText("my-own");
  await undo();
  await expect(explorer.inputLines()).toContainText("my-own");

  await explorer.write(workload);
  await expect(explorer.inputLines()).toContainText("app:\u00a0istio-eastwestgateway");
  await undo();
  await expect(explorer.inputLines()).toContainText("my-own");

  await explorer.write('{"kind":"Pod","apiVersion":"v1","metadata":{"name":"laid-out"},"spec":{"containers":[]}}');
  await page.keyboard.press("Alt+Shift+F");
  await expect(explorer.toast).toContainText(en.commands.formatted);
  await expect(explorer.inputLines()).toContainText("\u00a0\u00a0name:\u00a0laid-out");
  await undo();
  await expect(explorer.inputLines()).toContainText('"name":"laid-out"');
  await page.keyboard.press("ControlOrMeta+Shift+Z");
  await expect(explorer.inputLines()).toContainText("\u00a0\u00a0name:\u00a0laid-out");
  await page.keyboard.press("Alt+Shift+F");
  await expect(explorer.toast).toContainText(en.commands.alreadyFormatted);
  await explorer.write(BROKEN);
  await page.keyboard.press("Alt+Shift+F");
  await expect(explorer.toast).toContainText("no YAML");
  await expect(explorer.inputLines()).toContainText("a:\u00a0[");
});

test("the main job by keyboard only: paste, see, go through the changes, ask why, take it along", async ({
  explorer,
  page,
}) => {
  await explorer.open();
  await expect(explorer.diff()).toBeVisible();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const command = async (text: string) => {
    await press("ControlOrMeta+K");
    await expect(page.getByRole("combobox", { name: en.commands.search })).toBeFocused();
    await page.keyboard.type(text);
    await press("Enter");
  };
  const focusIn = (selector: string) =>
    expect.poll(() => page.evaluate((s) => document.activeElement?.closest(s) !== null, selector)).toBe(true);

  // From the header into the workload; all of it gives way to one's own.
  await press("Tab", "F6");
  await focusIn("[data-pane=inputs] .monaco-editor");
  await page.evaluate((text) => navigator.clipboard.writeText(text), mine);
  await press("ControlOrMeta+A", "ControlOrMeta+V");
  await expect(explorer.changes().filter({ hasText: "canonical-name" })).toContainText("my-own");

  // Out of the editor to the steps, and to one of them.
  await press("F6");
  await focusIn("[data-testid=result]");
  await command("what the step does: re-app");
  await expect(page.getByLabel(en.compareRight)).toHaveValue("reapplied");
  await command("compare everything");

  // From change to change, only those of a kind.
  await command("env (22)");
  await press("Alt+ArrowDown", "Alt+ArrowDown");
  await expect(page.getByTestId("position")).toHaveText("2/22");

  // Into the difference, and from its line to what wrote it.
  await press("F6");
  await focusIn("[data-testid=diff-editor]");
  await press("ArrowDown");
  await expect(page.getByRole("tabpanel", { name: en.why.title })).toContainText(/line \d+/);
  await press("Alt+Enter");
  await focusIn("[data-pane=inputs] .monaco-editor");
  await expect(page.getByRole("tab", { name: en.tabs.injector })).toHaveAttribute("aria-selected", "true");

  await command("copy changes");
  await expect(explorer.toast).toContainText(en.exports.copied);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("### Deployment my-own");
  await focusIn("[data-pane=inputs] .monaco-editor");
});

test("the difference can be read change by change", async ({ explorer, page }) => {
  await explorer.open();
  await expect(explorer.diff()).toBeVisible();
  await page.keyboard.press("ControlOrMeta+K");
  await page.keyboard.type(titles["diff.read"]);
  await page.keyboard.press("Enter");
  const reader = page.locator(".diff-review:visible");
  await expect(reader).toContainText("service.istio.io/canonical-name");
  await expect
    .poll(() =>
      page.evaluate(() => document.activeElement?.closest(".diff-review, .diffEditor, .monaco-diff-editor") !== null),
    )
    .toBe(true);
  await page.keyboard.press("Escape");
  await expect(reader).toHaveCount(0);
});

for (const [colorScheme, locale, strings] of [
  ["light", "zh-CN", zh],
  ["dark", "en-US", en],
] as const) {
  test.describe(`on a phone, ${colorScheme} theme, ${locale}`, () => {
    test.use({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true, colorScheme, locale });

    test("an error is told beside its text, and nothing sticks out", async ({ explorer, page }) => {
      await page.goto("/");
      await expect(explorer.summary).toContainText(strings.injected);
      await page.getByRole("button", { name: strings.showInputs, exact: true }).tap();
      await page.getByRole("tab", { name: strings.tabs.mesh }).tap();
      const mesh = page.getByRole("textbox", { name: strings.fields.mesh });
      await mesh.fill(BROKEN);
      await expect(mesh).toHaveAccessibleDescription(/did not find/);
      const sticksOut = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await sticksOut()).toBeLessThanOrEqual(0);
      await expectAccessible(explorer);
      await page.getByRole("tab", { name: strings.tabs.more }).tap();
      await page.getByLabel(strings.options.path).selectOption("kube-inject");
      expect(await sticksOut()).toBeLessThanOrEqual(0);
    });
  });
}
