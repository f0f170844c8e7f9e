import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { en } from "../components/strings/en";
import { exampleRequest } from "../lib/example";
import { expect, expectAccessible, test } from "./explorer";

const filter = (page: Page, what: string, strings = en) => ({
  container: page.getByLabel(strings.filter.container, { exact: true }),
  what: page.getByLabel(strings.filter.what),
  choose: async (label: string | RegExp) => {
    const select = page.getByLabel(what === "container" ? strings.filter.container : strings.filter.what, {
      exact: true,
    });
    const option = select.locator("option").filter({ hasText: label });
    await select.selectOption((await option.getAttribute("value"))!);
  },
});

/** What a download holds. */
async function downloaded(page: Page, item: string): Promise<{ name: string; text: string }> {
  await page.getByRole("button", { name: en.exports.title }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: item, exact: true }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync((await file.path())!, "utf8") };
}

test("changes stand by container, with what became of each, and can be folded, sorted and taken together", async ({
  explorer,
  page,
}) => {
  await explorer.open();
  await explorer.example(en.examples.names["overwritten-proxy"]);
  await expect(explorer.summary).toContainText("istio-proxy is yours");
  const group = (name: string) => page.getByRole("rowheader").getByRole("button", { name });
  await expect(group("istio-proxy")).toContainText(en.containerCases.overwritten);
  await expect(group("istio-init")).toContainText(en.containerCases.injected);
  await expect(explorer.changes().filter({ hasText: en.kinds.kept }).first()).toContainText("istio-proxy");

  const rows = explorer.changes();
  const before = await rows.count();
  const own = Number(await group("istio-proxy").locator(".font-mono").nth(1).textContent());
  await group("istio-proxy").click();
  await expect(group("istio-proxy")).toHaveAttribute("aria-expanded", "false");
  await expect(rows).toHaveCount(before - own);
  await page.getByRole("button", { name: en.foldGroups }).click();
  const groups = await page.getByRole("rowheader").count();
  await expect(rows).toHaveCount(groups + 1);
  await page.getByRole("button", { name: en.unfoldGroups }).click();
  await expect(rows).toHaveCount(before);

  await page.getByRole("button", { name: en.grouped }).click();
  await expect(rows).toHaveCount(before - groups);
  const head = page.getByRole("columnheader", { name: en.columns.what });
  const labels = () => rows.locator("td:nth-child(2) button").allTextContents();
  const sort = (texts: readonly string[]) => [...texts].sort(new Intl.Collator("en", { numeric: true }).compare);
  const original = await labels();
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  expect(await labels()).toEqual(sort(original));
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  await head.getByRole("button").click();
  await expect(head).not.toHaveAttribute("aria-sort");
  expect(await labels()).toEqual(original);
});

test("one filter acts on the table, the marks, the difference and the way from change to change", async ({
  explorer,
  page,
}) => {
  await explorer.open();
  await expect(explorer.diff()).toBeVisible();
  const position = page.getByTestId("position");
  const all = Number((await position.textContent())!.split("/")[1]);
  await expect(position).toHaveText(`–/${all}`);
  expect(all).toBeGreaterThan(40);
  const current = page.locator("[aria-current=true]").filter({ has: page.locator("td") });

  await page.keyboard.press("Alt+ArrowDown");
  await expect(position).toHaveText(`1/${all}`);
  await expect(current).toContainText("canonical-name");
  await page.keyboard.press("Alt+ArrowUp");
  await expect(position).toHaveText(`${all}/${all}`);

  await filter(page, "what").choose(/^env \(22\)$/);
  await expect(position).toHaveText("–/22");
  await expect(explorer.changes()).toHaveCount(1 + 1 + 22);
  await expect(explorer.legend.getByRole("button")).toHaveText(["22env"]);
  await page.getByRole("button", { name: en.commands.titles["change.next"] }).click();
  await expect(position).toHaveText("1/22");
  await expect(current).toContainText("JWT_POLICY");
  await expect(explorer.diff().locator(".dimmed-text").first()).toBeVisible();
  await expect(explorer.diff().locator(".glyph-mark.mark-args")).toHaveCount(0);

  await filter(page, "container").choose(/^pod \(0\)$/);
  await expect(page.getByRole("tabpanel", { name: "Changes" })).toHaveText(en.noneShown);
  await expect(page.getByRole("button", { name: en.commands.titles["change.next"] })).toBeDisabled();

  await page.keyboard.press("ControlOrMeta+K");
  await expect(page.getByRole("combobox", { name: en.commands.search })).toBeFocused();
  await page.keyboard.type("all containers");
  await page.keyboard.press("Enter");
  await expect(position).toHaveText(/\/5\d$/);
  await expect(explorer.diff().locator(".dimmed-text")).toHaveCount(0);
});

test("the changes go into a ticket, and files can be saved", async ({ explorer, page }) => {
  await explorer.open();
  await page.getByRole("button", { name: en.exports.title }).click();
  await page.getByRole("menuitem", { name: en.commands.titles["changes.copy"] }).click();
  await expect(explorer.toast).toContainText(en.exports.copied);
  const ticket = await page.evaluate(() => navigator.clipboard.readText());
  expect(ticket).toMatch(
    /^### Deployment istio-eastwestgateway\n\nIstio 1\.30, from Submitted to Final: \d+ changes\.\n/,
  );
  expect(ticket).toContain("| image | `image` | changed | `auto` | `docker.io/istio/proxyv2:1.30.3` |");

  const pod = await downloaded(page, en.commands.titles["pod.save"]);
  expect(pod.name).toBe("deployment-istio-eastwestgateway.final.yaml");
  expect(pod.text).toContain("image: docker.io/istio/proxyv2:1.30.3");
  const patch = await downloaded(page, en.commands.titles["patch.save"]);
  expect(patch.name).toBe("deployment-istio-eastwestgateway.patch.json");
  expect(JSON.parse(patch.text)[0]).toHaveProperty("op");
  const rendered = await downloaded(page, en.exports.rendered("gateway"));
  expect(rendered.name).toBe("deployment-istio-eastwestgateway.rendered.gateway.yaml");
  expect(rendered.text).toContain("istio-proxy");
  const markdown = await downloaded(page, en.commands.titles["changes.markdown"]);
  expect(markdown.text).toBe(ticket);
  await filter(page, "what").choose(/^env/);
  const csv = await downloaded(page, en.commands.titles["changes.csv"]);
  expect(csv.name).toBe("deployment-istio-eastwestgateway.changes.csv");
  expect(csv.text.trim().split("\r\n")).toHaveLength(23);
});

test("the selection is a step, and several templates have steps of their own", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.step(en.steps.selected).click();
  const text = page.locator("[data-pane=result] .view-lines");
  await expect(text).toContainText("reason:\u00a0label");
  await expect(text).toContainText("-\u00a0name:\u00a0gateway");
  await expect(text).toContainText("workload\u00a0line\u00a019");
  await explorer.example(en.examples.names["custom-templates"]);
  await expect(explorer.step("Rendered · hardened")).toBeVisible();
  await explorer.step(en.steps.selected).click();
  await expect(text).toContainText("from:\u00a0alias");
  await page.getByLabel(en.compareLeft).selectOption({ label: "Merged · sidecar" });
  await page.getByLabel(en.compareRight).selectOption({ label: "Merged · telemetry" });
  await expect(page.getByTestId("position")).toHaveText(/^–\/[1-9]/);
});

test("what came out is said once one rests, not with each key press", async ({ explorer, page }) => {
  await explorer.open();
  const outcome = page.getByTestId("outcome");
  await expect(outcome).toBeEmpty();
  await page.evaluate(() => {
    const said: string[] = ((globalThis as { said?: string[] }).said = []);
    const region = document.querySelector("[data-testid=outcome]")!;
    new MutationObserver(() => said.push(region.textContent ?? "")).observe(region, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  await explorer.write(exampleRequest.workload.replace("templates: gateway", "templates: ghost"));
  await page.keyboard.type("# a b c");
  await expect(outcome).toContainText('requested template "ghost" not found');
  expect(await page.evaluate(() => (globalThis as { said?: string[] }).said!.length)).toBe(1);
  await explorer.write(exampleRequest.workload);
  await expect(outcome).toHaveText(/^istio-eastwestgateway: Injected, with template gateway\. \d+ changes\.$/);
});

test("a pod of 500 containers stays usable", async ({ explorer, page }) => {
  test.slow();
  const containers = Array.from(
    { length: 500 },
    (_, i) =>
      `      - name: app-${i}\n        image: example.com/app:1\n        readinessProbe: {httpGet: {path: /ready, port: ${1024 + i}}}\n`,
  );
  const pods = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: large, namespace: shop}\nspec:\n  selector: {matchLabels: {app: large}}\n  template:\n    metadata: {labels: {app: large}}\n    spec:\n      containers:\n${containers.join("")}`;
  await explorer.open();
  await explorer.example(en.examples.names.sidecar);
  await expect(explorer.summary).toContainText("Adds istio-init, istio-proxy");
  await explorer.write(pods);
  const position = page.getByTestId("position");
  await expect(position).toHaveText(/^–\/1\d\d\d$/);
  const rows = explorer.changes();
  // The head, a row for each of the containers, and as many as are drawn at once.
  await expect.poll(() => rows.count()).toBeLessThanOrEqual(1 + 503 + 500);
  await page.getByRole("button", { name: en.showMore(500) }).click();
  await expect.poll(() => rows.count()).toBeGreaterThan(1 + 503 + 500);
  await filter(page, "container").choose(/^app-499 /);
  await expect(position).toHaveText(/^–\/\d$/);
  await page.keyboard.press("Alt+ArrowDown");
  await expect(position).toHaveText(/^1\//);
  await expect(explorer.diff()).toContainText("app-499");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });

  test("changes can be filtered, gone through and saved, and nothing sticks out", async ({ explorer, page }) => {
    await page.goto("/");
    await expect(explorer.summary).toContainText("Injected");
    await filter(page, "what").choose(/^env/);
    await expect(page.getByTestId("plain-diff").locator(".dimmed").first()).toBeAttached();
    await page.getByRole("button", { name: en.commands.titles["change.next"] }).tap();
    await expect(page.getByTestId("position")).toHaveText("1/22");
    await expect(page.getByTestId("plain-diff").getByText("JWT_POLICY")).toBeInViewport();
    const sticksOut = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await sticksOut()).toBeLessThanOrEqual(0);
    await expectAccessible(explorer);
    await page.getByRole("button", { name: en.exports.title }).tap();
    await expect(page.getByRole("menuitem", { name: en.commands.titles["pod.save"] })).toBeInViewport();
    expect(await sticksOut()).toBeLessThanOrEqual(0);
    await expectAccessible(explorer);
  });
});
