import { exampleRequest } from "../lib/example";
import { expect, test } from "./explorer";

const { workload, mesh } = exampleRequest as Required<typeof exampleRequest>;
const injector = exampleRequest.injector as string;

const namespace =
  "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: istio-system\n  annotations: {a: mark-namespace}\n";
const proxyConfig =
  "apiVersion: networking.istio.io/v1beta1\nkind: ProxyConfig\nmetadata:\n  name: mark-proxyconfig\n  namespace: istio-system\nspec:\n  environmentVariables:\n    FROM_PROXYCONFIG: pasted\n";
const webhook =
  "apiVersion: admissionregistration.k8s.io/v1\nkind: MutatingWebhookConfiguration\nmetadata:\n  name: mark-webhook\nwebhooks: []\n";
const secret = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: hidden\ndata: {}\n";

const item = (text: string) =>
  text
    .trimEnd()
    .replace(/^(?=.)/gm, "  ")
    .replace(/^ {2}/, "- ");
const listOf = (...texts: readonly string[]) => `apiVersion: v1\nitems:\n${texts.map(item).join("\n")}\nkind: List\n`;

const changedWorkload = workload.replaceAll("istio-eastwestgateway", "pasted");
const everything = listOf(
  injector.replaceAll("docker.io/istio", "example.com/pasted"),
  mesh.replace("cluster.local", "pasted.local"),
  namespace,
  changedWorkload,
  proxyConfig,
  webhook,
  secret,
);

test("a List with all kinds, pasted over the workload, goes to the right tabs and can be taken back", async ({
  explorer,
  page,
}) => {
  await explorer.open();
  await explorer.write(everything);
  await expect(explorer.toast).toContainText("Deployment pasted → Workload");
  await expect(explorer.toast).toContainText("ConfigMap istio-sidecar-injector → Injector, ConfigMap istio → Mesh");
  await expect(explorer.toast).toContainText("MutatingWebhookConfiguration mark-webhook → More");
  await expect(explorer.toast).toContainText("Left out, as of no use here: Secret hidden.");

  await expect(explorer.changes().filter({ hasText: "istio-proxy image" })).toContainText("example.com/pasted");
  await expect(explorer.changes().filter({ hasText: "TRUST_DOMAIN" })).toContainText("pasted.local");
  await expect(explorer.changes().filter({ hasText: "FROM_PROXYCONFIG" }).last()).toContainText("pasted");
  await expect(explorer.inputLines().first()).toContainText("Where other clusters of the mesh come in");
  await explorer.tab("Injector");
  await expect(explorer.inputLines()).toContainText("example.com/pasted");
  await explorer.tab("More");
  await expect(page.getByRole("textbox", { name: "Namespace objects, YAML" })).toHaveValue(namespace);
  await expect(page.getByRole("textbox", { name: "ProxyConfig resources, YAML" })).toHaveValue(proxyConfig);
  await expect(page.getByRole("textbox", { name: "MutatingWebhookConfigurations, YAML" })).toHaveValue(webhook);

  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("textbox", { name: "Namespace objects, YAML" })).toHaveValue("");
  await explorer.tab("Workload");
  await expect(explorer.inputLines()).toContainText("name:\u00a0istio-eastwestgateway");
  await expect(explorer.changes().filter({ hasText: "istio-proxy image" })).toContainText("docker.io/istio");
});

test("what is pasted into a tab of another kind goes to its own", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.tab("Mesh");
  await explorer.write(changedWorkload);
  await expect(explorer.toast).toContainText("Recognised Deployment pasted → Workload.");
  await expect(page.getByRole("tab", { name: "Workload" })).toHaveAttribute("aria-selected", "true");
  await expect(explorer.inputLines()).toContainText("name:\u00a0pasted");
  await explorer.tab("Mesh");
  await expect(explorer.inputLines()).toContainText("trustDomain:\u00a0cluster.local");

  // In the middle of other text, too, if it is whole.
  await explorer.tab("Workload");
  await explorer.inputLines().first().click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.evaluate((text) => navigator.clipboard.writeText(text), namespace);
  await page.keyboard.press("ControlOrMeta+V");
  await expect(explorer.toast).toContainText("Namespace istio-system → More");
  await expect(page.getByRole("textbox", { name: "Namespace objects, YAML" })).toHaveValue(namespace);
  await explorer.tab("Workload");
  await expect(explorer.inputLines()).not.toContainText("mark-namespace");
});

test("an ordinary paste stays where it is put", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.inputLines().first().click();
  const paste = async (text: string) => {
    await page.keyboard.press("ControlOrMeta+End");
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await page.keyboard.press("ControlOrMeta+V");
  };
  await paste("# trustDomain: in-between\n");
  await paste("trustDomain: in-between # a bit of a MeshConfig\n");
  await expect(explorer.inputLines()).toContainText("a\u00a0bit\u00a0of\u00a0a\u00a0MeshConfig");
  await explorer.write(`${changedWorkload}---\n${secret}`);
  await expect(explorer.changes().filter({ hasText: "canonical-name" })).toContainText("pasted");
  await explorer.write("hello: there\n");
  await expect(explorer.inputLines()).toContainText("hello:\u00a0there");
  await page.waitForTimeout(300);
  await expect(explorer.toast).toBeEmpty();

  await explorer.tab("Injector");
  await explorer.write("global:\n  hub: example.com\npilot: {}\n");
  await expect(explorer.toast).toContainText("Helm values are no input");
  await expect(explorer.inputLines()).toContainText("example.com");
});

test("the fields behind More sort what is pasted, too", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.tab("More");
  await page.getByRole("textbox", { name: "Namespace objects, YAML" }).focus();
  await page.evaluate((text) => navigator.clipboard.writeText(text), listOf(namespace, webhook));
  await page.keyboard.press("ControlOrMeta+V");
  await expect(page.getByRole("textbox", { name: "Namespace objects, YAML" })).toHaveValue(namespace);
  await expect(page.getByRole("textbox", { name: "MutatingWebhookConfigurations, YAML" })).toHaveValue(webhook);
  await expect(page.getByRole("tab", { name: "More" })).toHaveAttribute("aria-selected", "true");
});

test("several files are dropped at once: JSON, many documents, something else", async ({ explorer, page }) => {
  await explorer.open();
  await explorer.drop([
    { name: "cluster.yaml", text: `${namespace}---\n${mesh.replace("cluster.local", "dropped.local")}` },
    {
      name: "pods.json",
      text: JSON.stringify({ kind: "Pod", metadata: { name: "a" }, spec: { containers: [{ name: "app" }] } }),
    },
    { name: "more.yaml", text: `---\n${changedWorkload}` },
    { name: "notes.txt", text: "buy milk" },
    { name: "secret.yaml", text: secret },
  ]);
  await expect(explorer.toast).toContainText("Pod a → Workload, Deployment pasted → Workload");
  await expect(explorer.toast).toContainText("Left out, as of no use here: Secret hidden.");
  const objects = page.getByRole("navigation", { name: "Objects" });
  await expect(objects.getByRole("button")).toHaveCount(2);
  await objects.getByRole("button", { name: "pasted" }).click();
  await expect(explorer.changes().filter({ hasText: "TRUST_DOMAIN" })).toContainText("dropped.local");

  await explorer.drop([{ name: "secret.yaml", text: secret }]);
  await expect(explorer.toast).toHaveText(/^Left out, as of no use here: Secret hidden\./);
  await expect(objects.getByRole("button")).toHaveCount(2);
});
