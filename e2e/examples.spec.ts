import { en } from "../components/strings/en";
import { zh } from "../components/strings/zh";
import { exampleRequest } from "../lib/example";
import { EXAMPLES, type ExampleId } from "../lib/example/catalogue";
import { expect, expectAccessible, LOOKS, test, type Explorer } from "./explorer";

const { workload } = exampleRequest;
const mine = workload.replaceAll("istio-eastwestgateway", "my-own");

/** What the page says of each example: in its sentence, or as the error. */
const CLAIMS: Readonly<Record<ExampleId, readonly [where: "summary" | "error", ...texts: string[]]>> = {
  gateway: ["summary", "with template gateway", "istio-proxy is yours", "image auto replaced"],
  sidecar: ["summary", "with template sidecar, the default", "Adds istio-init, istio-proxy"],
  "overwritten-proxy": ["summary", "istio-proxy is yours: 4 fields kept, image auto replaced"],
  "custom-templates": ["summary", "with templates sidecar, by an alias", "hardened", "telemetry"],
  reinjected: ["summary", "istio-init, istio-proxy was injected before"],
  "native-sidecar": ["summary", "Adds istio-init, istio-proxy", "with template sidecar"],
  "not-injected": ["summary", "Not injected: it uses the host's network"],
  "broken-template": ["error", 'unexpected "}" in operand', "injector line 32"],
  "broken-template-run": ["error", "slice index out of range", "injector line 33"],
  "broken-rendering": ["error", "invalid JSON document"],
  "broken-annotation": ["error", "prefix length out of range", "workload line 15"],
  "broken-template-name": ["error", 'requested template "gateways" not found'],
  "broken-values": ["error", "could not parse configuration values"],
  "broken-workload": ["error", "yaml: line 17", "workload line 17"],
  "broken-mesh": ["error", "could not find expected ':'", "mesh line 9"],
};

async function expectClaim(explorer: Explorer, id: ExampleId): Promise<void> {
  const [where, ...texts] = CLAIMS[id];
  for (const text of texts) await expect(explorer[where]).toContainText(text);
  if (where === "summary") await expect(explorer.error).toBeHidden();
  // Nothing of what was shown before.
  else await expect(explorer.result).not.toHaveAttribute("data-dimmed");
}

test("each example opens, and shows what it claims", async ({ explorer }) => {
  test.slow();
  await explorer.open();
  for (const { id } of [...EXAMPLES.slice(1), EXAMPLES[0]]) {
    await explorer.example(en.examples.names[id]);
    await expectClaim(explorer, id);
    await expect(explorer.toast).toContainText(`${en.examples.names[id]}.`);
  }
});

test("one's own text is kept while examples are looked at, through a reload, and comes back", async ({
  explorer,
  page,
}) => {
  await explorer.open();
  await explorer.write(mine);
  await expect(explorer.changes().filter({ hasText: "canonical-name" })).toContainText("my-own");

  await explorer.example(en.examples.names.sidecar);
  await expectClaim(explorer, "sidecar");
  await expect(explorer.toast).toContainText("Your own text is kept.");
  await page.getByRole("button", { name: "Back to mine" }).click();
  await expect(explorer.changes().filter({ hasText: "canonical-name" })).toContainText("my-own");
  await expect(explorer.inputLines()).toContainText("my-own");

  await explorer.example(en.examples.names["broken-mesh"]);
  await expectClaim(explorer, "broken-mesh");
  await page.reload();
  await explorer.editorsReady();
  await expectClaim(explorer, "broken-mesh");
  await page.getByRole("button", { name: "Examples" }).click();
  await expect(page.getByRole("menuitemradio", { checked: true })).toContainText(en.examples.names["broken-mesh"]);
  await page.getByRole("menuitem", { name: "Back to mine Deployment my-own" }).click();
  await expect(explorer.changes().filter({ hasText: "canonical-name" })).toContainText("my-own");
  await expect(explorer.error).toBeHidden();
});

test("an example that was changed is one's own text, and several are kept", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.write(mine);
  await explorer.example(en.examples.names.sidecar);
  await expectClaim(explorer, "sidecar");
  await page.locator("[data-pane=inputs] .view-lines").first().click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("# a thought");
  await explorer.example(en.examples.names.reinjected);
  await expectClaim(explorer, "reinjected");
  await page.getByRole("button", { name: "Examples" }).click();
  await expect(page.getByRole("menuitem", { name: "Back to mine Deployment orders" })).toBeVisible();
  await page.getByRole("menuitem", { name: "Deployment my-own" }).click();
  await expect(explorer.inputLines()).toContainText("my-own");
  await expect(explorer.toast).toBeEmpty();

  await explorer.example("Back to mine");
  await expect(explorer.inputLines()).toContainText("a\u00a0thought");
  await explorer.example(en.examples.names["broken-mesh"]);
  await expectClaim(explorer, "broken-mesh");
  await expect(page.getByRole("tab", { name: "Mesh" })).toHaveAttribute("aria-selected", "true");
  await explorer.toast.getByRole("button", { name: "Dismiss" }).click();
  await page.keyboard.press("Alt+Z");
  await expect(explorer.inputLines()).toContainText("a\u00a0thought");
});

test("one's own texts can be forgotten, and that be taken back", async ({ explorer, page }) => {
  const stored = () => page.evaluate(() => JSON.stringify(localStorage));
  await explorer.open();
  await explorer.write(mine);
  await expect.poll(stored).toContain("my-own");
  await explorer.example(en.examples.names.sidecar);
  await expectClaim(explorer, "sidecar");
  await page.keyboard.press("Alt+Z");
  await expect(explorer.inputLines()).toContainText("my-own");
  await explorer.example("Forget my texts");
  await expect(explorer.summary).toContainText("with template gateway");
  await expect.poll(stored).not.toContain("my-own");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(explorer.inputLines()).toContainText("my-own");
  await expect.poll(stored).toContain("my-own");
});

test("the menu goes by key: arrows, first letters, Escape", async ({ explorer, page }) => {
  await explorer.open();
  const button = page.getByRole("button", { name: "Examples" });
  const focused = (name: string) => expect(page.getByRole("menuitemradio", { name })).toBeFocused();
  await button.focus();
  await page.keyboard.press("ArrowDown");
  await focused("Gateway");
  await page.keyboard.press("ArrowDown");
  await focused("Plain sidecar");
  await page.keyboard.press("End");
  await focused("Mesh that does not parse");
  await page.keyboard.press("ArrowDown");
  await focused("Gateway");
  await page.keyboard.type("template that f");
  await focused("Template that fails");
  await page.waitForTimeout(800);
  await page.keyboard.press("n");
  await focused("Native sidecar");
  await page.keyboard.press("n");
  await focused("Not injected");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toBeHidden();
  await expect(button).toBeFocused();

  await page.keyboard.press("Enter");
  await page.keyboard.press("p");
  await page.keyboard.press("Enter");
  await expectClaim(explorer, "sidecar");
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("menu")).toBeHidden();
});

for (const { locale, colorScheme } of LOOKS) {
  const strings = locale === "en-US" ? en : zh;
  test.describe(`${colorScheme} theme, ${locale}`, () => {
    test.use({ colorScheme, locale });

    test("axe finds nothing in the menu, the message and a broken example", async ({ explorer, page }) => {
      await explorer.open();
      await explorer.write(mine);
      const open = () => page.getByRole("button", { name: strings.examples.title }).click();
      await open();
      await expect(page.getByRole("menu")).toBeVisible();
      await expectAccessible(explorer);
      await page.getByRole("menuitemradio", { name: strings.examples.names["broken-template"] }).click();
      await expect(explorer.error).toBeVisible();
      await expect(page.getByRole("button", { name: strings.examples.back })).toBeVisible();
      await expectAccessible(explorer);
      await open();
      await expect(page.getByRole("menuitem")).toHaveCount(2);
      await expectAccessible(explorer);
    });
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });

  test("examples can be chosen, and nothing sticks out", async ({ explorer, page }) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Examples" }).tap();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await expectAccessible(explorer);
    await page.getByRole("menuitemradio", { name: "Native sidecar" }).tap();
    await expectClaim(explorer, "native-sidecar");
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
});
