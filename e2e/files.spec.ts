import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { exampleRequest } from "../lib/example";
import { expect, test } from "./explorer";

test("dropped files go where they belong, whatever their order", async ({ explorer, page }) => {
  await explorer.open();
  const { workload, injector, mesh } = exampleRequest;
  await explorer.drop([
    { name: "a.yaml", text: (injector as string).replaceAll("docker.io/istio", "example.com/mine") },
    { name: "b.yaml", text: workload.replaceAll("istio-eastwestgateway", "dropped") },
    { name: "c.yaml", text: mesh!.replace("cluster.local", "dropped.local") },
  ]);
  await expect(explorer.toast).toContainText(
    "ConfigMap istio-sidecar-injector → Injector, Deployment dropped → Workload, ConfigMap istio → Mesh",
  );
  await expect(explorer.changes().filter({ hasText: "istio-proxy image" })).toContainText(
    "example.com/mine/proxyv2:1.30.3",
  );
  await expect(explorer.changes().filter({ hasText: "TRUST_DOMAIN" })).toContainText("dropped.local");
  await expect(page.locator("[data-pane=inputs] .view-lines")).toContainText("dropped");
});

test("files can be chosen from a dialog, and text pasted anywhere", async ({ explorer, page }) => {
  await explorer.open();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Open files…" }).click();
  const text = exampleRequest.workload.replaceAll("istio-eastwestgateway", "chosen");
  await (await chooser).setFiles([{ name: "w.yaml", mimeType: "text/yaml", buffer: Buffer.from(text) }]);
  await expect(explorer.changes().filter({ hasText: "canonical-name" })).toContainText("chosen");

  await page.evaluate(
    (pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", pasted);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    },
    text.replaceAll("chosen", "pasted"),
  );
  await expect(explorer.changes().filter({ hasText: "canonical-name" })).toContainText("pasted");
});

test.describe("with Istio's own files", () => {
  const folder = join(process.env.CORPUS_DIR ?? "", "1.30.3");
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  test.skip(!process.env.CORPUS_DIR || !existsSync(folder), "not run: CORPUS_DIR does not lead to the corpus");

  test("an east-west gateway, pasted into the tabs", async ({ explorer }) => {
    await explorer.open();
    await explorer.write(read("gateway-eastwest.yaml"));
    await explorer.tab("Injector");
    await explorer.write(read("istio-sidecar-injector.yaml"));
    await explorer.tab("Mesh");
    await explorer.write(read("istio.yaml"));
    await expect(explorer.summary).toContainText("with template gateway");
    await expect(explorer.legend.getByRole("button")).toHaveText([
      "7args",
      "21env",
      "8volumes",
      "8mounts",
      "1image auto",
    ]);
    await expect(explorer.changes().filter({ hasText: "istio-proxy image" })).toContainText(
      "docker.io/istio/proxyv2:1.30.3",
    );
    await expect(explorer.error).toBeHidden();
  });

  test("bookinfo, dropped: every workload can be picked", async ({ explorer, page }) => {
    await explorer.open();
    await explorer.drop([
      { name: "bookinfo.yaml", text: read("workloads/bookinfo-platform-kube-bookinfo.yaml") },
      { name: "injector.yaml", text: read("istio-sidecar-injector.yaml") },
      { name: "mesh.yaml", text: read("istio.yaml") },
    ]);
    const objects = page.getByRole("navigation", { name: "Objects" });
    await expect(objects.getByRole("button")).toHaveCount(6);
    await expect(objects).toContainText("8 objects without pods");
    await objects.getByRole("button", { name: "reviews-v3" }).click();
    await expect(explorer.summary).toContainText("with template sidecar, the default");
    await expect(explorer.summary).toContainText("Adds istio-init, istio-proxy");
    await expect(explorer.changes().filter({ hasText: "canonical-revision" })).toContainText("v3");
  });
});
