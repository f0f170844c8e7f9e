import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { en } from "../components/upgrade/texts-en";
import { zh } from "../components/upgrade/texts-zh";
import { expect, expectAccessible, LOOKS, test } from "./explorer";

const groups = (page: Page) => page.getByTestId("groups").getByRole("button");
const state = (page: Page) => page.getByTestId("run-state");

const ready = (page: Page) => expect(page.locator("[data-pane=inputs] .monaco-editor").first()).toBeVisible();

/** Opens the page and waits for its editors. */
async function open(page: Page): Promise<void> {
  await page.goto("/upgrade");
  await ready(page);
}

/** Drops files of bytes onto the page. */
async function drop(
  page: Page,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  onto = "body",
) {
  const plain = files.map(({ name, bytes }) => ({ name, bytes: [...bytes] }));
  const dataTransfer = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, bytes } of dropped) transfer.items.add(new File([new Uint8Array(bytes)], name));
    return transfer;
  }, plain);
  await page.dispatchEvent(onto, "drop", { dataTransfer });
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

const deployment = (namespace: string, name: string, annotations = "{}") => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: ${namespace}}
spec:
  template:
    metadata: {labels: {app: ${name}}, annotations: ${annotations}}
    spec: {containers: [{name: app, image: "app:1"}]}
`;

/** An injector whose only template adds a proxy of these fields. */
const injector = (tag: string, proxy: string) => `apiVersion: v1
kind: ConfigMap
metadata: {name: istio-sidecar-injector}
data:
  config: |
    policy: enabled
    templates: {sidecar: 'spec: {containers: [{name: istio-proxy, ${proxy}}]}'}
  values: '{"global": {"tag": "${tag}"}}'
`;

/** A tar of a folder of manifests, one of them broken, and one that is no manifest. */
function archive(...flags: string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "upgrade-"));
  try {
    mkdirSync(join(folder, "apps/inner"), { recursive: true });
    writeFileSync(join(folder, "apps/a.yaml"), `${deployment("one", "a")}---\n${deployment("two", "b")}`);
    writeFileSync(join(folder, "apps/broken.yaml"), `${deployment("one", "c")}---\nkind: Deployment\nmetadata: [\n`);
    writeFileSync(join(folder, "apps/inner/d.yml"), deployment("two", "d", "{sidecar.istio.io/proxyImageType: debug}"));
    writeFileSync(join(folder, "apps/README.md"), "kind: none");
    return execFileSync("tar", [...flags, "-cf", "-", "apps"], { cwd: folder });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// The page of every test is watched for errors in its console.
test.beforeEach(({ explorer }) => expect(explorer).toBeDefined());

test("opens with an example that is compared already, without any script", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/upgrade");
  await expect(state(page)).toHaveText("9 workloads: an example");
  await expect(groups(page)).toHaveCount(6);
  await expect(groups(page).first()).toContainText("starts to fail");
  await expect(page.getByTestId("group-error")).toContainText("is not built any more");
  await context.close();
});

test("shows of each group the error or the difference, and all of its workloads, by keyboard", async ({ page }) => {
  await open(page);
  await groups(page).first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByTestId("group-error")).toContainText('requested template "spire" not found');
  await page.keyboard.press("ArrowDown");
  await expect(page.getByTestId("group-error")).toBeHidden();
  const diff = page.locator("[data-testid=diff-editor]:not(.invisible)");
  await expect(diff.locator(".view-line", { hasText: "proxyv2:1.30.3" }).first()).toBeVisible();
  const panel = page.getByRole("tabpanel", { name: "Workloads 4" });
  await expect(panel.getByRole("listitem")).toHaveText([/cart/, /orders/, /search/, /accounts/]);
  await page.getByRole("tab", { name: "Changes 4" }).click();
  await expect(page.getByRole("row", { name: /PILOT_CERT_PROVIDER/ })).toContainText("removed");
});

test("an error leads to the line of the injector that makes it, and mending it there is seen", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Next, line 34" }).click();
  await expect(page.getByRole("tab", { name: "Next" })).toHaveAttribute("aria-selected", "true");
  await expect(page.locator("[data-side=b] .view-line", { hasText: "is not built any more" })).toBeVisible();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+End");
  await page.keyboard.press("Delete");
  await expect(groups(page).first()).toContainText('requested template "spire"');
  await expect(groups(page).filter({ hasText: "shop/Deployment/payments" })).toContainText("changes");
  await page.getByRole("tab", { name: "Workloads", exact: true }).click();
  await page.getByRole("button", { name: "Back to the example" }).click();
  await expect(groups(page).first()).toContainText("is not built any more");
});

for (const [what, ...flags] of [["a tar"], ["a tar packed by gzip", "-z"]] as const) {
  test(`takes ${what}: one broken document stops nothing`, async ({ page }) => {
    await open(page);
    await drop(page, [{ name: "fleet.tar", bytes: archive(...flags) }]);
    await expect(state(page)).toHaveText(/^5 workloads in /);
    await expect(groups(page)).toHaveCount(3);
    await expect(groups(page).first()).toContainText("starts to fail");
    await expect(groups(page).first()).toContainText("two/Deployment/d");
    await expect(groups(page).nth(1)).toContainText("changes");
    await expect(groups(page).last()).toContainText("fleet.tar/apps/broken.yaml:9");
    await groups(page).last().click();
    await expect(page.getByTestId("group-error")).toContainText("yaml: line");
    await expect(page.getByText("3 files, 5 objects")).toBeVisible();
  });
}

test("says of a tar that is none that it is none, and reads the rest", async ({ page }) => {
  await open(page);
  await drop(page, [
    { name: "broken.tar", bytes: archive().subarray(0, 700) },
    { name: "good.yaml", bytes: bytesOf(deployment("one", "a")) },
  ]);
  await expect(page.getByTestId("file-problems")).toHaveText("broken.tar is no tar, or ends too early");
  await expect(state(page)).toHaveText(/^1 workload in /);
});

test("takes a folder, and the ConfigMaps of two injectors among files by their releases", async ({ page }) => {
  await open(page);
  const folder = mkdtempSync(join(tmpdir(), "upgrade-"));
  mkdirSync(join(folder, "inner"));
  writeFileSync(join(folder, "inner/a.yaml"), deployment("one", "a"));
  writeFileSync(join(folder, "notes.txt"), deployment("one", "notes"));
  await page.getByLabel("Folder…").setInputFiles(folder);
  await expect(state(page)).toHaveText(/^1 workload in /);

  await drop(page, [
    { name: "new.yaml", bytes: bytesOf(injector("1.30.1", 'image: "proxy:{{ .Values.global.tag }}"')) },
    { name: "old.yaml", bytes: bytesOf(injector("1.9.9", 'image: "proxy:{{ .Values.global.tag }}"')) },
  ]);
  await expect(page.getByTestId("toast")).toContainText("old.yaml → Today: Injector, new.yaml → Next: Injector");
  await page.getByRole("tab", { name: /Changes/ }).click();
  await expect(page.getByRole("row", { name: /image/ })).toContainText("proxy:1.9.9");
  await page.keyboard.press("Alt+z");
  await expect(page.getByRole("row", { name: /image/ })).toContainText("proxyv2:1.28.3");
  rmSync(folder, { recursive: true });
});

test("a side takes ProxyConfigs and options of its own", async ({ page }) => {
  await open(page);
  const metadata = "{{ range $k, $v := .ProxyConfig.ProxyMetadata }}{{ $k }}={{ $v }}{{ end }}";
  const same = injector("1.29.0", `image: proxy, args: ["${metadata}"]`);
  await drop(page, [
    { name: "a.yaml", bytes: bytesOf(deployment("one", "a")) },
    { name: "one.yaml", bytes: bytesOf(same) },
    { name: "two.yaml", bytes: bytesOf(same) },
  ]);
  await expect(groups(page)).toHaveCount(1);
  await expect(groups(page).first()).toContainText("stays the same");
  await page.getByRole("tab", { name: "Next" }).click();
  await page.getByRole("tab", { name: "ProxyConfigs" }).click();
  await page
    .getByLabel("Next: ProxyConfig resources, YAML")
    .fill(
      "apiVersion: networking.istio.io/v1beta1\nkind: ProxyConfig\nmetadata: {name: p, namespace: one}\nspec: {environmentVariables: {FOUND: here}}\n",
    );
  await expect(groups(page).first()).toContainText("changes");
  await page.getByRole("tab", { name: /^Changes/ }).click();
  await expect(page.getByRole("row", { name: /FOUND=here/ })).toBeVisible();
  await page.getByRole("tab", { name: "Options" }).click();
  await page
    .locator("[data-side=b]")
    .getByLabel(/^Release/)
    .selectOption("1.24");
  await expect(page.locator("[data-side=b]")).toContainText("Release 1.24");
  await expect(page.getByRole("tab", { name: "ProxyConfigs" })).toContainText("given");
});

test("what is dropped goes where it belongs, and a reload loses nothing of it", async ({ page }) => {
  await open(page);
  const metadata = "{{ range $k, $v := .ProxyConfig.ProxyMetadata }}{{ $k }}={{ $v }}{{ end }}";
  const proxyConfig =
    "apiVersion: networking.istio.io/v1beta1\nkind: ProxyConfig\nmetadata: {name: p, namespace: one}\nspec: {environmentVariables: {FOUND: here}}\n";
  const mesh = (value: string) =>
    `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: istio}\ndata:\n  mesh: |\n    defaultConfig: {proxyMetadata: {MESH: ${value}}}\n`;
  const side = (tag: string) => injector(tag, `image: "proxy:{{ .Values.global.tag }}", args: ["${metadata}"]`);
  await drop(page, [
    { name: "new.yaml", bytes: bytesOf(`${side("1.30.1")}---\n${mesh("two")}`) },
    { name: "old.yaml", bytes: bytesOf(`${mesh("one")}---\n${side("1.29.2")}`) },
    { name: "proxies.yaml", bytes: bytesOf(proxyConfig) },
  ]);
  await expect(page.getByTestId("toast")).toContainText("old.yaml → Today: Injector and Mesh");
  await expect(page.getByTestId("toast")).toContainText("proxies.yaml → both: ProxyConfigs");
  await page.locator("[data-pane=inputs] .view-lines").click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.evaluate((text) => navigator.clipboard.writeText(text), deployment("one", "typed"));
  await page.keyboard.press("ControlOrMeta+V");
  await expect(state(page)).toHaveText(/^1 workload in /);
  const rows = page.getByRole("row", { name: /MESH=(?:one|two)/ });
  await page.getByRole("tab", { name: /^Changes/ }).click();
  await expect(rows.filter({ hasText: "FOUND=hereMESH=two" })).toBeVisible();
  await page.waitForTimeout(400);
  await page.reload();
  await expect(state(page)).toHaveText(/^1 workload in /);
  await expect(groups(page).first()).toContainText("one/Deployment/typed");
  await page.getByRole("tab", { name: /^Changes/ }).click();
  await expect(rows.filter({ hasText: "FOUND=hereMESH=two" })).toBeVisible();
  await page.getByRole("button", { name: "Back to the example" }).click();
  await expect(groups(page)).toHaveCount(6);
});

test("of thousands of workloads shows how far it is and what there is so far, stays usable, and stops when told", async ({
  page,
}) => {
  await open(page);
  const many = Array.from({ length: 20_000 }, (_, i) => deployment(`team-${i % 9}`, `app-${i}`)).join("---\n");
  await page.evaluate((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "many.yaml"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true }));
  }, many);
  await expect(state(page)).toHaveText(/^\d[\d,]* of 20,000 objects$/);
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(groups(page).first()).toContainText("changes");
  // While it works: a filter, and another tab.
  await page.getByLabel("Namespace").selectOption("=team-3");
  await expect(
    page
      .getByRole("tabpanel", { name: /^Workloads \d/ })
      .getByRole("listitem")
      .first(),
  ).toContainText("team-3");
  await expect(page.getByRole("progressbar")).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(state(page)).toHaveText(/^Stopped at [\d,]+ of 20,000 objects$/);
  await expect(page.getByRole("progressbar")).toBeHidden();
  const stopped = await state(page).textContent();
  await page.waitForTimeout(500);
  expect(await state(page).textContent()).toBe(stopped);
  expect(Number(/at ([\d,]+)/.exec(stopped!)![1]!.replace(",", ""))).toBeLessThan(20_000);
  // Examples of what there is are still worked out.
  await expect(
    page.locator("[data-testid=diff-editor] .view-line", { hasText: "proxyv2:1.30.3" }).first(),
  ).toBeVisible();
});

test("filters by namespace, outcome and kind of change, and saves what is shown", async ({ page }) => {
  await open(page);
  await page.getByLabel("Namespace").selectOption("=bank");
  await expect(groups(page)).toHaveCount(3);
  await page.getByLabel("Kind of change").selectOption("resources");
  await expect(groups(page)).toHaveCount(2);
  await page
    .getByRole("group", { name: "What becomes of them" })
    .getByRole("button", { name: /^changes/ })
    .click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV" }).click();
  const csv = readFileSync((await (await download).path())!, "utf8").split("\r\n");
  expect(csv[0]).toBe("group,outcome,namespace,kind,name,change,topic,container,label,before,after,error");
  expect(csv.slice(1, -1).every((row) => /^\d,changed,bank,Deployment,(accounts|rates),/.test(row))).toBe(true);
  expect(csv).toContain(
    "1,changed,bank,Deployment,accounts,changed,resources,istio-proxy,resources.requests.memory,128Mi,160Mi,",
  );
  await page.getByRole("button", { name: /^All \d/ }).click();
  await page.getByLabel("Kind of change").selectOption("*");
  const markdown = page.waitForEvent("download");
  await page.getByRole("button", { name: "Markdown" }).click();
  const text = readFileSync((await (await markdown).path())!, "utf8");
  expect(text).toMatch(/^### starts to fail: 1 × `bank\/Deployment\/ledger`\n/);
  await page.getByLabel("Namespace").selectOption("=edge");
  await page.getByLabel("Kind of change").selectOption("image");
  await page.getByLabel("Namespace").selectOption("*");
  await expect(groups(page)).toHaveCount(3);
});

test("a side that cannot be used says why, where it stands", async ({ page }) => {
  await open(page);
  await page.getByRole("tab", { name: "Next" }).click();
  await expect(page.locator("[data-side=b] .monaco-editor").first()).toBeVisible();
  await drop(page, [{ name: "x.yaml", bytes: bytesOf("kind: ConfigMap\ndata: {}\n") }], "[data-side=b] .monaco-editor");
  await expect(page.getByTestId("config-error")).toContainText("The injector of Next cannot be used");
  await expect(page.getByRole("tab", { name: "Next" })).toContainText("has an error");
});

test("the explorer and its palette lead there, and back", async ({ explorer, page }) => {
  await explorer.open();
  await page.getByRole("link", { name: "Upgrade" }).click();
  await expect(page).toHaveURL(/\/upgrade$/);
  await page.getByRole("link", { name: "Injection Explorer" }).click();
  await explorer.editorsReady();
  await page.keyboard.press("ControlOrMeta+K");
  await page.getByRole("combobox", { name: "Search commands" }).fill("upgrade");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/upgrade$/);
  await expect(groups(page)).toHaveCount(6);
  // The server's page has the groups already, but takes no keys.
  await ready(page);
  await page.keyboard.press("ControlOrMeta+K");
  await page.getByRole("combobox", { name: "Search commands" }).fill("markdown");
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await download).suggestedFilename()).toBe("upgrade.md");
});

test("fits a phone: nothing is wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/upgrade");
  await groups(page).nth(2).click();
  await expect(page.getByTestId("plain-diff")).toBeVisible();
  await page.getByRole("button", { name: "Inputs" }).click();
  await page.getByRole("tab", { name: "Today" }).click();
  await expect(page.locator("[data-side=a] textarea").first()).toHaveValue(/1\.28\.3/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

for (const { locale, colorScheme } of LOOKS) {
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme });
    test("axe finds nothing", async ({ explorer, page }) => {
      test.slow();
      const t = locale === "en-US" ? en : zh;
      await open(page);
      await expect(page.getByRole("heading", { name: t.title, exact: true })).toBeVisible();
      await expectAccessible(explorer);
      await groups(page).nth(2).click();
      await expect(page.locator("[data-testid=diff-editor]:not(.invisible)")).toBeVisible();
      await page.getByRole("tab", { name: t.changes(4) }).click();
      await page.getByRole("tab", { name: t.tabs.b, exact: true }).click();
      await expect(page.locator("[data-side=b] .monaco-editor").first()).toBeVisible();
      await expectAccessible(explorer);
    });
  });
}
