import { exampleRequest } from "../lib/example";
import { MARKUP } from "../lib/server/hostile/keys";
import { expect, test } from "./explorer";

/** A pod that has a text wherever it can have one. */
const pod = (text: string) =>
  JSON.stringify(
    {
      apiVersion: "apps/v1",
      kind: "Deployment",
      metadata: { name: text, namespace: text },
      spec: {
        template: {
          metadata: { labels: { [text]: text }, annotations: { [text]: text } },
          spec: {
            serviceAccountName: text,
            containers: [
              { name: text, image: text, args: [text], env: [{ name: text, value: text }] },
              { name: "istio-proxy", image: "auto", args: [text], volumeMounts: [{ name: text, mountPath: text }] },
            ],
            volumes: [{ name: text, configMap: { name: text } }],
          },
        },
      },
    },
    undefined,
    2,
  );

for (const text of MARKUP) {
  test(`${text} is shown as it is, wherever it stands`, async ({ explorer, page }) => {
    test.slow();
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const harmless = async () => {
      expect(await page.locator("img[src=x], script:text('alert(1)'), a[href^='javascript:']").count()).toBe(0);
      expect(dialogs).toEqual([]);
    };
    await explorer.open();
    await explorer.write(pod(text));
    // A template that prints a name without quotes can fail by it; the error is shown then.
    const start = text.split(" ")[0]!.slice(0, 10);
    const line = page.locator("[data-testid=diff-editor] .modified .view-line", { hasText: start }).first();
    await expect(line.or(explorer.error).first()).toBeVisible();
    await harmless();
    if (await line.isVisible()) {
      await line.click();
      await expect(page.getByTestId("why")).toContainText("your Deployment");
      await harmless();
    }
    await explorer.tab("Changes");
    await expect(explorer.changes().first()).toBeVisible();
    await harmless();
    // The injector's errors quote what was written.
    await explorer.write(exampleRequest.workload.replace("templates: gateway", `templates: ${JSON.stringify(text)}`));
    await expect(explorer.error).toContainText(text.split(",")[0]!.slice(0, 10));
    await harmless();
  });
}
