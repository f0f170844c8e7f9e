import { en } from "../components/strings/en";
import { exampleRequest } from "../lib/example";
import { overwrittenProxy } from "../lib/example/overwritten-proxy";
import { expect, test } from "./explorer";

/** The picker of the release as it stands without a choice. */
const AUTO = "auto";

test("probes that are led through the agent are marked, with what they were", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.example(en.examples.names.sidecar);
  await expect(explorer.summary).toContainText("Adds istio-init, istio-proxy");
  await expect(explorer.diff()).toBeVisible();
  const button = explorer.legend.getByRole("button", { name: /rewritten probe field/ });
  await button.click();
  const mark = explorer.diff().locator(".glyph-mark.mark-probe").first();
  await expect(mark).toBeVisible();
  await mark.hover();
  await expect(page.getByText(/^Probe rewritten: .* was /).first()).toBeVisible();
});

test("a container that has changed its place is marked, and so in the table", async ({ explorer }) => {
  await explorer.open();
  await explorer.example(en.examples.names["overwritten-proxy"]);
  await expect(explorer.summary).toContainText("istio-proxy is yours");
  await expect(explorer.legend.getByRole("button", { name: /moved/ })).toHaveCount(0);
  await explorer.write(
    overwrittenProxy.workload.replace(
      "        app: catalog\n    spec:",
      "        app: catalog\n      annotations:\n        proxy.istio.io/config: 'holdApplicationUntilProxyStarts: true'\n    spec:",
    ),
  );
  await explorer.legend.getByRole("button", { name: /moved/ }).click();
  await expect(explorer.diff().locator(".glyph-mark.mark-moved").first()).toBeVisible();
  await expect(explorer.changes().filter({ hasText: en.kinds.moved }).first()).toBeVisible();
});

test("each case of a container that the injector knows is named", async ({ explorer, page }) => {
  const group = (name: string) => page.getByRole("rowheader").getByRole("button", { name });
  await explorer.open();
  await explorer.example(en.examples.names.sidecar);
  await expect(group("istio-proxy")).toContainText(en.containerCases.injected);
  await expect(group("orders")).toContainText(en.containerCases.own);
  await explorer.example(en.examples.names["overwritten-proxy"]);
  await expect(group("istio-proxy")).toContainText(en.containerCases.overwritten);
  await explorer.example(en.examples.names.reinjected);
  await expect(group("istio-proxy")).toContainText(en.containerCases.reinjected);
});

test("what is equal is folded, with its count, and opens", async ({ explorer, page }) => {
  await explorer.open();
  await expect(explorer.diff()).toBeVisible();
  const folded = explorer
    .diff()
    .getByText(/^\d+ hidden lines$/)
    .filter({ visible: true });
  await expect(folded.first()).toBeVisible();
  await page.setViewportSize({ width: 360, height: 780 });
  const plain = page.getByTestId("plain-diff").locator("details").first();
  await expect(plain.locator("summary")).toHaveText(/⋯ \d+ unchanged lines/);
  await plain.locator("summary").click();
  await expect(plain).toHaveAttribute("open");
});

test("the release is told anew from what is pasted, until one is chosen", async ({ explorer, page }) => {
  const injector = exampleRequest.injector as string;
  const release = page.getByLabel(en.release);
  await explorer.open();
  await expect(release).toContainText(en.releaseAuto("1.30"));
  await explorer.tab("Injector");
  await explorer.write(injector.replaceAll("1.30.3", "1.28.1"));
  await expect(release).toHaveValue(AUTO);
  await expect(release).toContainText(en.releaseAuto("1.28"));
  await expect(explorer.changes().filter({ hasText: "istio-proxy image" })).toContainText("proxyv2:1.28.1");
  await release.selectOption("1.26");
  await expect(release).toHaveValue("1.26");
  await release.selectOption(AUTO);
  await expect(release).toContainText(en.releaseAuto("1.28"));
});
