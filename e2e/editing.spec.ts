import { exampleRequest } from "../lib/example";
import { expect, test } from "./explorer";

const { workload } = exampleRequest;
const injector = exampleRequest.injector as string;

test("the result follows an edit", async ({ explorer }) => {
  await explorer.open();
  await explorer.write(workload.replace("templates: gateway", "templates: gateway,debug"));
  await expect(explorer.summary).toContainText("with templates gateway");
  await expect(explorer.summary).toContainText("debug");
  await expect(explorer.step("Rendered · debug")).toBeVisible();
});

test("what is typed quickly is never lost to an older answer", async ({ explorer, page }) => {
  await explorer.open();
  await page.locator("[data-pane=inputs] .monaco-editor .view-lines").click();
  await page.keyboard.press("ControlOrMeta+End");
  const typed = "# one two three four five six seven eight nine ten";
  await page.keyboard.type(typed);
  await page.waitForTimeout(500);
  await expect(page.locator("[data-pane=inputs] .view-lines")).toContainText(typed.replaceAll(" ", "\u00a0"));
});

test("an older answer never takes the place of a newer one", async ({ explorer, page }) => {
  await explorer.open();
  await page.route("**/api/v1/inject", async (route) => {
    const slow = (route.request().postData() ?? "").includes("slow-one");
    if (slow) await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue().catch(() => undefined);
  });
  await explorer.write(workload.replaceAll("istio-eastwestgateway", "slow-one"));
  await page.waitForTimeout(200);
  await explorer.write(workload.replaceAll("istio-eastwestgateway", "quick-one"));
  await expect(explorer.changes().filter({ hasText: "canonical-name" })).toContainText("quick-one");
  await page.waitForTimeout(2000);
  await expect(explorer.changes().filter({ hasText: "canonical-name" })).toContainText("quick-one");
});

test("broken YAML keeps the last good result, dimmed, with the error at its line", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.write(workload.replace("spec:\n  replicas", "spec\n  replicas"));
  await expect(explorer.error).toContainText("yaml: line");
  await expect(explorer.result).toHaveAttribute("data-dimmed");
  await expect(explorer.summary).toContainText("Injected");
  await explorer.error.getByRole("button", { name: /^workload line/ }).click();
  await expect(page.locator("[data-pane=inputs] .error-line")).toBeVisible();
  await expect(page.locator("[data-pane=inputs] .squiggly-error").first()).toBeVisible();

  await explorer.write(workload);
  await expect(explorer.error).toBeHidden();
  await expect(explorer.result).not.toHaveAttribute("data-dimmed");
});

test("a template that does not exist shows the injector's message", async ({ explorer }) => {
  await explorer.open();
  await explorer.write(workload.replace("templates: gateway", "templates: ghost"));
  await expect(explorer.error).toContainText(
    'requested template "ghost" not found; have debug, gateway, grpc-simple, sidecar',
  );
  await expect(explorer.result).toHaveAttribute("data-dimmed");
});

test("a template that fails to parse, and one that fails to run, lead to their lines", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.tab("Injector");
  const line = injector.split("\n").findIndex((text) => text.includes("--proxyLogLevel")) + 1;

  await explorer.write(injector.replace("- --proxyLogLevel\n", "- {{ nothing }}\n"));
  await expect(explorer.error).toContainText('function "nothing" not defined');
  await explorer.error.getByRole("button", { name: `injector line ${line}` }).click();
  await expect(page.locator("[data-pane=inputs] .error-line")).toBeVisible();

  await explorer.write(injector.replace("- --proxyLogLevel\n", "- {{ .Nothing }}\n"));
  await expect(explorer.error).toContainText("can't evaluate field Nothing");
  await expect(explorer.error.getByRole("button", { name: `injector line ${line}` })).toBeVisible();
});

test("rendered text that is no YAML can be looked at", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.tab("Injector");
  await explorer.write(injector.replace("- --proxyLogLevel\n", '- {{ print `"` }}\n'));
  await expect(explorer.error).toBeVisible();
  await explorer.error.getByRole("button", { name: "Show the steps before the error" }).click();
  await explorer.step("Rendered").click();
  await expect(page.locator("[data-pane=result] .view-lines")).toContainText("canonical-name");
  await expect(explorer.result).not.toHaveAttribute("data-dimmed");
});

test("other bad input says what is wrong", async ({ explorer }) => {
  await explorer.open();
  await explorer.write("");
  await expect(explorer.page.locator("[data-pane=result]")).toContainText(/workload text/i);
  await explorer.write("apiVersion: v1\nkind: Service\nmetadata:\n  name: s\n");
  await expect(explorer.summary).toContainText("Passes through: it makes no pods");
  await explorer.write(workload.replace('inject: "true"', 'inject: "false"'));
  await expect(explorer.summary).toContainText("Not injected: the label sidecar.istio.io/inject says so");
  await explorer.write(workload);
  await explorer.tab("Injector");
  await explorer.write("kind: ConfigMap\napiVersion: v1\nmetadata: {name: istio-sidecar-injector}\ndata: {}\n");
  await expect(explorer.error).toContainText("The injector's configuration cannot be used");
  await expect(explorer.result).toHaveAttribute("data-dimmed");
});

test("a text over 6 MiB is refused by name, and nothing typed is lost", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.drop([{ name: "huge.yaml", text: `# ${"x".repeat(6 * 1024 * 1024)}` }]);
  await expect(page.getByRole("status").getByText("huge.yaml is larger than 6 MiB.")).toBeVisible();
  await expect(explorer.summary).toContainText("Injected");
});

test("what is typed survives a reload", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.write(workload.replace("templates: gateway", "templates: gateway,debug"));
  await expect(explorer.summary).toContainText("with templates");
  await page.reload();
  await explorer.editorsReady();
  await expect(explorer.summary).toContainText("with templates");
});
