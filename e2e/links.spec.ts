import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "@playwright/test";
import { encodeFragment } from "../lib/links/fragment";
import type { LinkContent } from "../lib/links/content";
import { exampleRequest } from "../lib/example";
import { en as texts } from "../components/share/texts-en";
import { zh as zhTexts } from "../components/share/texts-zh";
import { en as compareTexts } from "../components/compare/texts-en";
import { en } from "../components/strings/en";
import { expect, expectAccessible, Explorer, LOOKS, test } from "./explorer";

const { workload, injector, mesh = "" } = exampleRequest;
const mine = workload.replaceAll("istio-eastwestgateway", "my-own");
const linked = workload.replaceAll("istio-eastwestgateway", "from-a-link");
const HELD: LinkContent = {
  texts: {
    workload: linked,
    injector: injector as string,
    mesh,
    proxyConfigs: "",
    namespaces: "",
    webhooks: "",
    live: "",
  },
  options: {},
  view: { filter: {} },
};

/** A link as somebody else opens it. */
async function another(browser: Browser, url: string): Promise<Explorer> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  return new Explorer(page);
}

async function share(page: Page): Promise<void> {
  await page.keyboard.press("Alt+Shift+S");
  await expect(page.getByRole("dialog", { name: texts.title })).toBeVisible();
}

const link = (page: Page) => page.getByLabel(texts.link, { exact: true });

/** Makes a link of a kind that the server keeps, and gives its address. */
async function make(page: Page, kind: "encrypted" | "plain", burn = false): Promise<string> {
  await page.getByRole("radio", { name: texts.kinds[kind], exact: true }).check();
  if (burn) await page.getByRole("checkbox", { name: texts.burn }).check();
  await page.getByRole("button", { name: texts.make }).click();
  return link(page).inputValue();
}

/** Shows a text of one's own. */
async function writeMine(explorer: Explorer): Promise<void> {
  await explorer.open();
  await explorer.write(mine);
  await expect(explorer.inputLines()).toContainText("my-own");
}

test("a link of each kind brings somebody else the same difference at the same line", async ({
  explorer,
  page,
  browser,
}) => {
  await explorer.open();
  await explorer.write(linked);
  await page.getByLabel(en.release).selectOption("1.29");
  await page.getByLabel(en.compareRight).selectOption("mergedPod:gateway");
  await page.getByLabel(en.filter.container).selectOption("=istio-proxy");
  await page.getByLabel(en.filter.what).selectOption("env");
  await explorer.changes().filter({ hasText: "ISTIO_META_WORKLOAD_NAME" }).getByRole("button").first().click();
  const line = page.locator("[data-testid=diff-editor] .modified .line-numbers.active-line-number");
  await expect(line).toHaveText(/^\d+/);
  const number = await line.first().innerText();
  await share(page);
  const urls = [await link(page).inputValue(), await make(page, "encrypted")];
  await page.getByRole("button", { name: texts.another }).click();
  urls.push(await make(page, "plain"));
  expect(urls[0]).toMatch(/\/#v1\.\w+\.[\w.-]+$/);
  expect(urls[1]).toMatch(/\/s\/[\w-]{16}#[\w-]{43}$/);
  expect(urls[2]).toMatch(/\/s\/[\w-]{16}$/);

  for (const url of urls) {
    const other = await another(browser, url);
    await other.editorsReady();
    await expect(other.inputLines()).toContainText("from-a-link");
    await expect(other.page.getByLabel(en.release)).toHaveValue("1.29");
    await expect(other.page.getByLabel(en.compareRight)).toHaveValue("mergedPod:gateway");
    await expect(other.page.getByLabel(en.filter.container)).toHaveValue("=istio-proxy");
    await expect(other.page.getByLabel(en.filter.what)).toHaveValue("env");
    await expect(other.page.getByTestId("why")).toContainText("ISTIO_META_WORKLOAD_NAME");
    const selected = other.page.locator("[data-testid=diff-editor] .modified .line-numbers.active-line-number");
    await expect(selected.first()).toHaveText(number);
    await expect(selected.first()).toBeInViewport();
    await expect(other.page.getByTestId("link-bar")).toHaveCount(0);
    await other.page.context().close();
  }
});

test("whoever shows a plain link has a title and a preview of it, of an encrypted one nothing; the server cannot read that", async ({
  explorer,
  page,
  request,
}) => {
  await explorer.open();
  await share(page);
  const plain = await make(page, "plain");
  const page1 = await (await request.get(plain)).text();
  expect(page1).toContain("<title>Deployment istio-eastwestgateway · Injection Explorer</title>");
  expect(page1).toContain('property="og:title" content="Deployment istio-eastwestgateway');
  await page.getByRole("button", { name: texts.another }).click();
  const encrypted = await make(page, "encrypted");
  const [address = ""] = encrypted.split("#");
  const page2 = await (await request.get(address)).text();
  expect(page2).not.toContain("og:title");
  expect(page2).toContain(`<title>${en.title}</title>`);
  const kept = (await (await request.get(address.replace("/s/", "/api/v1/links/"))).json()) as { content: string };
  expect(Buffer.from(kept.content, "base64url").includes("istio")).toBe(false);
});

test("a link that can be read once asks first, and is gone for whoever comes second", async ({
  explorer,
  page,
  browser,
}) => {
  await explorer.open();
  await share(page);
  const url = await make(page, "encrypted", true);
  await expect(page.getByTestId("share")).toContainText(texts.lives(undefined, true).split(".")[0]!);
  const [first, second] = [await another(browser, url), await another(browser, url)];
  for (const { page: other } of [first, second]) await expect(other.getByTestId("link-bar")).toContainText(texts.once);
  const read = first.page.getByRole("button", { name: texts.readOnce });
  await expect(read).toBeFocused();
  await read.press("Enter");
  await expect(first.page.getByTestId("link-bar")).toContainText(texts.burned);
  await expect(first.page).toHaveURL("/");
  await second.page.getByRole("button", { name: texts.readOnce }).click();
  await expect(second.page.getByTestId("link-bar")).toContainText(texts.failure({ kind: "absent" }));
  await first.page.context().close();
  await second.page.context().close();
});

test("who made a link deletes it, at once or with a link that does so", async ({ explorer, page, browser }) => {
  await explorer.open();
  await share(page);
  const first = await make(page, "plain");
  await page.getByText(texts.deletion, { exact: true }).click();
  await page.getByRole("button", { name: texts.deleteIt }).click();
  await expect(page.getByTestId("share")).toContainText(texts.deleted);
  await page.getByRole("button", { name: texts.another }).click();
  const second = await make(page, "encrypted");
  await page.getByText(texts.deletion, { exact: true }).click();
  const deletion = await page.getByLabel(texts.deletionHint).inputValue();

  const other = await another(browser, deletion);
  await expect(other.page.getByTestId("link-bar")).toContainText(texts.deletes);
  await other.page.getByRole("button", { name: texts.deleteNow }).click();
  await expect(other.page.getByTestId("link-bar")).toContainText(texts.deleted);
  for (const url of [first, second]) {
    await other.page.goto(url);
    await expect(other.page.getByTestId("link-bar")).toContainText(texts.failure({ kind: "absent" }));
  }
  await other.page.context().close();
});

test("a link keeps one's own text, a key away; its address stays as long as its text does", async ({
  explorer,
  page,
}) => {
  await writeMine(explorer);
  const address = `/#${await encodeFragment(HELD)}`;
  // The same page, of which only the fragment changes, and then a new one.
  await page.evaluate((url) => location.assign(url), address);
  await expect(explorer.inputLines()).toContainText("from-a-link");
  await expect(explorer.toast).toContainText(texts.opened(true));
  await expect(page).toHaveURL(address);
  await page.reload();
  await explorer.editorsReady();
  await expect(explorer.inputLines()).toContainText("from-a-link");
  await page.keyboard.press("Alt+Z");
  await expect(explorer.inputLines()).toContainText("my-own");
  await expect(page).toHaveURL("/");

  await page.goto(address);
  await expect(explorer.inputLines()).toContainText("from-a-link");
  await explorer.write(linked.replaceAll("from-a-link", "changed-by-me"));
  await expect(page).toHaveURL("/");
  await page.reload();
  await explorer.editorsReady();
  await expect(explorer.inputLines()).toContainText("changed-by-me");
  await page.getByRole("button", { name: "Examples" }).click();
  await expect(page.getByRole("menu")).toContainText("Deployment my-own");
});

test("the page without the link has one's own text again", async ({ explorer, page }) => {
  await writeMine(explorer);
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain("my-own");
  await page.goto(`/?x#${await encodeFragment(HELD)}`);
  await expect(explorer.inputLines()).toContainText("from-a-link");
  await page.waitForTimeout(500);
  await page.goto("/?y");
  await explorer.editorsReady();
  await expect(explorer.inputLines()).toContainText("my-own");
});

test("a broken link says what is wrong, and one's own text is as it was", async ({ explorer, page, baseURL }) => {
  await writeMine(explorer);
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain("my-own");
  const good = await encodeFragment(HELD);
  const data = good.split(".")[2]!;
  const made = await page.request.post("/api/v1/links", {
    data: { kind: "encrypted", content: "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0e", expires: "1h" },
  });
  const { id } = (await made.json()) as { id: string };
  const bar = page.getByTestId("link-bar");
  const says = async (text: string) => {
    await expect(bar).toContainText(text);
    await expect(bar).toContainText(texts.draftKept);
    await expect(explorer.inputLines()).toContainText("my-own");
  };
  const follow = (fragment: string) => page.evaluate((hash) => (location.hash = hash), fragment);
  const [have, of] = [data.length - 300, data.length];
  await page.goto("about:blank");
  await page.goto(`${baseURL}/#${good.slice(0, -300)}`);
  await says(texts.failure({ kind: "cut-off", have, of }));
  await follow(`${good.slice(0, 200)}AAAA${good.slice(204)}`);
  await says(texts.failure({ kind: "damaged" }));
  await follow(good.replace("v1.", "v9."));
  await says(texts.failure({ kind: "unknown-version", version: 9 }));
  await follow("what-somebody-made-up");
  await says(texts.failure({ kind: "not-ours" }));
  await page.goto(`/s/${id}`);
  await says(texts.failure({ kind: "no-key" }));
  await follow("A".repeat(40));
  await says(texts.failure({ kind: "key-cut-off" }));
  await follow("A".repeat(43));
  await says(texts.failure({ kind: "wrong-key" }));
  await page.getByRole("button", { name: texts.dismiss }).click();
  await expect(page).toHaveURL("/");
  await expect(page.getByTestId("link-bar")).toHaveCount(0);
});

test("says so where the engine gives something else than when the link was made", async ({ explorer, page }) => {
  await page.goto(`/#${await encodeFragment({ ...HELD, result: "0123456789abcdef" })}`);
  await expect(page.getByTestId("link-bar")).toContainText(texts.changed);
  await explorer.editorsReady();
  await explorer.write(mine);
  await expect(page.getByTestId("link-bar")).toHaveCount(0);
});

test("what looks like a secret is listed and masked unless one lets it through", async ({
  explorer,
  page,
  browser,
}) => {
  const secret = "kind: Secret\nmetadata:\n  name: db\nstringData:\n  user: Tr0ub4dor\n";
  const variable = "        - name: DB_PASSWORD\n          value: hunter2-hunter2\n";
  await explorer.open();
  await explorer.write(workload.replace("        env:\n", `        env:\n${variable}`) + `---\n${secret}`);
  await expect(explorer.changes().first()).toBeVisible();
  await share(page);
  const list = page.getByTestId("secrets");
  await expect(list.getByRole("checkbox")).toHaveCount(2);
  await expect(list).toContainText(/DB_PASSWORD.*Workload line \d+/);
  const closed = await another(browser, await link(page).inputValue());
  await closed.editorsReady();
  await expect(closed.page.locator("[data-testid=diff-editor]")).toContainText("xxxxxxxxxxxxxxxx");
  expect(await closed.page.evaluate(() => document.body.innerText)).not.toContain("hunter2");
  await expect(closed.page.getByTestId("link-bar")).toHaveCount(0);
  await closed.page.context().close();

  const before = await link(page).inputValue();
  await list.getByRole("checkbox", { name: /DB_PASSWORD/ }).uncheck();
  await expect(link(page)).not.toHaveValue(before);
  const open = await another(browser, await link(page).inputValue());
  await open.editorsReady();
  await expect(open.page.locator("[data-testid=diff-editor]")).toContainText("hunter2-hunter2");
  await open.page.context().close();
  await page.keyboard.press("Escape");
  await expect(explorer.inputLines()).toContainText("istio-eastwestgateway");
});

test("a link says when it is too long for chat tools, and offers the next kind", async ({ explorer, page }) => {
  await explorer.open();
  await share(page);
  await expect(page.getByTestId("share")).toContainText(/[\d,]+ characters: many chat tools/);
  await page.getByRole("button", { name: texts.makeShort }).click();
  await expect(page.getByRole("radio", { name: texts.kinds.encrypted, exact: true })).toBeChecked();
  await page.getByRole("button", { name: texts.make }).click();
  await page.getByText(texts.qr, { exact: true }).click();
  await expect(page.getByRole("img", { name: texts.qrLabel })).toBeVisible();
});

test("a link is shared by keyboard only, and the focus goes back", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.inputLines().first().click();
  await share(page);
  await expect(page.getByRole("radio", { name: texts.kinds.link, exact: true })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: texts.kinds.encrypted, exact: true })).toBeChecked();
  const button = page.getByRole("button", { name: texts.make });
  for (let n = 0; n < 9 && !(await button.evaluate((it) => it === document.activeElement)); n++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: texts.copy, exact: true }).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/s\/[\w-]{16}#/);
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-pane=inputs] .monaco-editor.focused")).toBeVisible();
});

test("a link is read in a frame of another page, which nothing else is", async ({ explorer, page, baseURL }) => {
  await explorer.open();
  await share(page);
  const id = (await make(page, "plain")).split("/s/")[1]!;
  await page.getByText(texts.embed, { exact: true }).click();
  await expect(page.getByLabel("HTML", { exact: true })).toHaveValue(new RegExp(`/embed/${id}"`));

  const refused: string[] = [];
  const outer = await page.context().newPage();
  outer.on("console", (message) => refused.push(message.text()));
  const fragment = await encodeFragment({ ...HELD, view: { ...HELD.view, line: { side: "right", line: 33 } } });
  const compared = await encodeFragment({
    ...HELD,
    other: { texts: { injector: HELD.texts.injector.replace(/"tag": "[^"]+"/, `"tag": "1.31.0"`) }, options: {} },
    lesson: "Look at **one line**.",
  });
  const frames = [`/embed#${fragment}`, `/embed/${id}`, "/", `/embed#${compared}`];
  const body = frames
    .map((path, i) => `<iframe id="f${i}" src="${baseURL}${path}" width="900" height="600"></iframe>`)
    .join("");
  const course = createServer((_, response) => response.setHeader("Content-Type", "text/html").end(body)).listen(0);
  await once(course, "listening");
  // Another origin and another site than the explorer's.
  await outer.goto(`http://127.0.0.1:${(course.address() as AddressInfo).port}/`);
  const [whole, kept] = [outer.frameLocator("#f0"), outer.frameLocator("#f1")];
  await expect(kept.getByTestId("summary")).toContainText("Injected");
  await expect(kept.getByRole("link", { name: texts.openInExplorer })).toHaveAttribute("href", `/s/${id}`);
  await expect(whole.getByTestId("plain-diff")).toContainText("from-a-link");
  await expect(whole.getByTestId("plain-diff").locator('[data-right="33"]')).toBeInViewport();
  await expect(whole.getByRole("link", { name: texts.openInExplorer })).toHaveAttribute("href", `/#${fragment}`);
  await whole.getByRole("button", { name: en.tabs.workload, exact: true }).click();
  await expect(whole.getByRole("region", { name: en.fields.workload })).toContainText("name: from-a-link");
  await expect(whole.getByRole("textbox")).toHaveCount(0);
  const both = outer.frameLocator("#f3");
  await expect(both.getByTestId("outcome")).toContainText(compareTexts.outcomes.changed);
  await expect(both.getByTestId("taught").locator("strong")).toHaveText("one line");
  await expect(both.getByTestId("plain-diff")).toContainText("from-a-link");
  await expect(both.getByRole("table", { name: compareTexts.table })).toContainText("1.31.0");
  await expect(both.getByRole("link", { name: texts.openInExplorer })).toHaveAttribute("href", `/compare#${compared}`);
  await expect.poll(() => refused.join("\n")).toMatch(/frame-ancestors|X-Frame-Options/);
  course.close();
  course.closeAllConnections();
});

for (const { locale, colorScheme } of LOOKS) {
  test.describe(`${colorScheme} theme, ${locale}`, () => {
    test.use({ colorScheme, locale });
    const own = locale === "en-US" ? texts : zhTexts;

    test("axe finds nothing in the window, the bar and the frame", async ({ explorer, page }) => {
      await page.goto("/#v1.zz.abc");
      const bar = "[data-testid=link-bar]";
      await expect(page.locator(bar)).toContainText(own.notOpened);
      await expectAccessible(explorer, bar);
      const texts = { ...HELD.texts, workload: `${linked}---\nkind: Secret\ndata:\n  password: aHVudGVyMg==\n` };
      const changed = await encodeFragment({ ...HELD, texts, result: "0123456789abcdef" });
      await page.evaluate((fragment) => (location.hash = fragment), changed);
      await expect(page.locator(bar)).toContainText(own.changed);
      await expectAccessible(explorer, bar);
      await page.keyboard.press("Alt+Shift+S");
      await expect(page.getByTestId("secrets")).toContainText("password");
      await expect(page.getByTestId("share")).toContainText("2,000");
      await expectAccessible(explorer, "dialog");
      await page.getByRole("radio", { name: own.kinds.encrypted, exact: true }).check();
      await page.getByRole("button", { name: own.make }).click();
      await page.getByText(own.qr, { exact: true }).click();
      await page.getByText(own.deletion, { exact: true }).click();
      await expectAccessible(explorer, "dialog");
      await page.goto(`/embed#${await encodeFragment(HELD)}`);
      await expect(explorer.summary).toBeVisible();
      await expectAccessible(explorer);
    });
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true });

  test("links are made and opened, and nothing sticks out", async ({ explorer, page }) => {
    await page.goto(`/#${await encodeFragment(HELD)}`);
    await expect(explorer.summary).toContainText("Injected");
    await expect(page.getByTestId("plain-diff")).toContainText("from-a-link");
    await page.getByRole("button", { name: en.share, exact: true }).tap();
    await make(page, "encrypted");
    await page.getByText(texts.qr, { exact: true }).tap();
    await expect(page.getByRole("img", { name: texts.qrLabel })).toBeVisible();
    const sticksOut = (width: string) =>
      page.evaluate((name) => document.documentElement[name as "scrollWidth"] - innerWidth, width);
    expect(await sticksOut("scrollWidth")).toBeLessThanOrEqual(0);
    const share = page.getByTestId("share");
    expect(await share.evaluate((box) => box.scrollWidth - box.clientWidth)).toBeLessThanOrEqual(0);
    await expectAccessible(explorer);
    await page.goto(`/embed#${await encodeFragment(HELD)}`);
    await expect(explorer.summary).toContainText("Injected");
    expect(await sticksOut("scrollWidth")).toBeLessThanOrEqual(0);
  });
});
