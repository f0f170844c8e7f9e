import { en } from "../components/strings/en";
import { exampleRequest } from "../lib/example";
import { expect, expectAccessible, type Explorer, test } from "./explorer";

const { titles } = en.commands;

/** Runs a command of the palette by typing a part of its title. */
async function command({ page }: Explorer, text: string): Promise<void> {
  const palette = page.getByRole("dialog", { name: en.commands.open });
  await page.keyboard.press("ControlOrMeta+K");
  await expect(page.getByRole("combobox", { name: en.commands.search })).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
  await expect(palette).toBeHidden();
}

test("the palette finds commands by a few letters, in both languages, and gives the focus back", async ({
  explorer,
  page,
}) => {
  await explorer.open();
  const theme = page.getByRole("button", { name: "Theme: System theme" });
  await theme.focus();
  await page.keyboard.press("ControlOrMeta+K");
  const options = page.getByRole("dialog").getByRole("option");
  await expect(page.getByRole("option", { name: titles["change.next"] })).toContainText("Alt");
  await page.keyboard.type("ntv sdcr");
  await expect(options.first()).toHaveText(en.examples.names["native-sidecar"]);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("深色");
  await expect(options.first()).toHaveText(titles["theme.dark"]);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("nothing like this");
  await expect(page.getByText(en.commands.nothing)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(theme).toBeFocused();

  await command(explorer, "dark theme");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.getByRole("button", { name: "Theme: Dark theme" })).toBeFocused();
  await page.keyboard.press("ControlOrMeta+K");
  await expect(options.first()).toHaveText(titles["theme.dark"]);
  await page.keyboard.press("ControlOrMeta+K");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("commands open examples, choose releases, steps and tabs", async ({ explorer, page }) => {
  await explorer.open();
  await command(explorer, "native side");
  await expect(explorer.summary).toContainText("Adds istio-init, istio-proxy");
  await command(explorer, "release 1.24");
  await expect(page.getByLabel("Release")).toHaveValue("1.24");
  await command(explorer, "what the step does: merged");
  await expect(page.getByLabel("Right side")).toHaveValue(/^mergedPod/);
  await command(explorer, "left side: template");
  await expect(page.getByLabel("Left side")).toHaveValue(/^templatePod/);
  await command(explorer, "compare everything");
  await expect(page.getByLabel("Left side")).toHaveValue("submitted");
  await command(explorer, "mesh");
  await expect(page.getByRole("tab", { name: "Mesh" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.type("# typed");
  await expect(explorer.inputLines()).toContainText("#\u00a0typed");
  await command(explorer, "chinese");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
});

test("the editor's text can be folded, unfolded and searched by command", async ({ explorer, page }) => {
  await explorer.open();
  const lines = page.locator("[data-pane=inputs] .view-line");
  const before = await lines.count();
  await command(explorer, titles["text.fold"]);
  await expect.poll(() => lines.count()).toBeLessThan(before / 2);
  await command(explorer, titles["text.unfold"]);
  await expect.poll(() => lines.count()).toBe(before);
  await command(explorer, titles["text.find"]);
  await page.keyboard.type("eastwestgateway");
  await expect(page.locator(".find-widget .matchesCount").first()).toContainText("of");
});

test("the list of keys opens with ?, but not while one types, and can be kept from opening", async ({
  explorer,
  page,
}) => {
  await explorer.open();
  const list = page.getByRole("dialog", { name: titles.keys });
  await explorer.inputLines().first().click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("? ");
  await expect(list).toBeHidden();
  await expect(explorer.inputLines()).toContainText("?");

  await page.getByRole("button", { name: "Examples" }).focus();
  await page.keyboard.press("?");
  await expect(list).toContainText("Leave the editor");
  await expectAccessible(explorer);
  await list.getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Examples" })).toBeFocused();
  await page.keyboard.press("?");
  await expect(list).toBeHidden();
  await page.getByRole("button", { name: titles.keys }).click();
  await list.getByRole("checkbox").check();
  await list.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("?");
  await expect(list).toBeVisible();
});

test("F6 goes round the parts of the page, and an editor is left by Escape and Tab", async ({ explorer, page }) => {
  await explorer.open();
  await expect(explorer.diff()).toBeVisible();
  const part = () =>
    page.evaluate(() => {
      const parts = [...document.querySelectorAll("[data-part]")];
      return parts.findIndex((candidate) => candidate.contains(document.activeElement));
    });
  await page.getByRole("button", { name: "Examples" }).focus();
  for (const expected of [1, 2, 3, 4, 0]) {
    await page.keyboard.press("F6");
    expect(await part()).toBe(expected);
  }
  await expect(page.getByRole("button", { name: "Examples" })).toBeFocused();
  await page.keyboard.press("Shift+F6");
  expect(await part()).toBe(4);

  const editing = () =>
    page.evaluate(() => document.activeElement?.closest("[data-pane=inputs] .monaco-editor") !== null);
  await explorer.inputLines().first().click();
  await page.keyboard.press("Tab");
  expect(await editing()).toBe(true);
  await expect(explorer.inputLines()).toContainText("\u00a0#\u00a0Where");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  expect(await editing()).toBe(false);
  await page.keyboard.press("Shift+Tab");
  expect(await editing()).toBe(true);
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await page.keyboard.press("Tab");
  expect(await editing()).toBe(true);
});

test("F8 goes from error to error, with a sign and the message at each", async ({ explorer, page }) => {
  const wrong = (name: string) =>
    exampleRequest.workload
      .replaceAll("istio-eastwestgateway", name)
      .replace("templates: gateway", `templates: ${name}`);
  await explorer.open();
  await explorer.write(`${wrong("ghost-a")}---\n${wrong("ghost-b")}`);
  await expect(explorer.error).toContainText("ghost-a");
  await page.keyboard.press("ControlOrMeta+Home");
  const message = page.locator("[data-pane=inputs] .error-text");
  const objects = page.getByRole("navigation", { name: "Objects" });
  for (const name of ["ghost-a", "ghost-b", "ghost-a"]) {
    await page.keyboard.press("F8");
    await expect(objects.getByRole("button", { pressed: true })).toContainText(name);
    await expect(message.filter({ hasText: `"${name}"` }).first()).toBeVisible();
    await expect(page.locator("[data-pane=inputs] .error-glyph").first()).toBeVisible();
  }
  await expect(page.locator(".monaco-hover:visible")).toContainText("ghost-a");
  await page.keyboard.press("Shift+F8");
  await expect(objects.getByRole("button", { pressed: true })).toContainText("ghost-b");
});

test("what is typed before the palette has come is searched in it", async ({ explorer, page }) => {
  // Its code comes late.
  await page.route(/\/_next\/static\/chunks\//, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    if (text.includes("cmdk-group-heading")) await new Promise((resolve) => setTimeout(resolve, 800));
    await route.fulfill({ response, body: text });
  });
  await explorer.open();
  await page.keyboard.press("ControlOrMeta+K");
  await page.keyboard.type("native");
  const search = page.getByRole("combobox", { name: en.commands.search });
  await expect(search).toHaveValue("native");
  await page.keyboard.type(" sidecar");
  await expect(search).toHaveValue("native sidecar");
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });

  test("the palette opens by its button, and nothing sticks out", async ({ explorer, page }) => {
    await page.goto("/");
    await page.getByRole("button", { name: titles.palette }).tap();
    await expect(page.getByRole("dialog").getByRole("option").first()).toBeVisible();
    await expectAccessible(explorer);
    const sticksOut = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await sticksOut()).toBeLessThanOrEqual(0);
    await page.getByRole("option", { name: en.examples.names["native-sidecar"] }).tap();
    await expect(explorer.summary).toContainText("Adds istio-init, istio-proxy");
    await page.getByRole("button", { name: titles.keys }).tap();
    await expect(page.getByRole("dialog")).toBeVisible();
    expect(await sticksOut()).toBeLessThanOrEqual(0);
    await expectAccessible(explorer);
  });
});
