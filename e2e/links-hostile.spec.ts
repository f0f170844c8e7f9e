import { contentJson, type LinkContent } from "../lib/links/content";
import { encodeFragment } from "../lib/links/fragment";
import { expect, type Explorer, test } from "./explorer";

/** What would run if the page took it for markup. It sets a mark, where a dialog could go by unseen. */
const RUNS = "document.documentElement.dataset.ran=1";
const MARKUP = `"><img src=x onerror=${RUNS}><script>${RUNS}</script>`;
const quoted = JSON.stringify(MARKUP);

/** Every field of a workload, a namespace, a template and the values that the page shows. */
function hostile(template: string): LinkContent {
  const pod = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: MARKUP, namespace: MARKUP },
    spec: {
      template: {
        metadata: {
          labels: { [MARKUP]: MARKUP, "sidecar.istio.io/inject": "true" },
          annotations: { [MARKUP]: MARKUP },
        },
        spec: {
          containers: [{ name: MARKUP, image: MARKUP, args: [MARKUP], env: [{ name: MARKUP, value: MARKUP }] }],
          volumes: [{ name: MARKUP, emptyDir: {} }],
        },
      },
    },
  };
  const config = JSON.stringify({
    policy: "enabled",
    defaultTemplates: [MARKUP],
    templates: { [MARKUP]: template },
    injectedAnnotations: { [`${MARKUP}2`]: MARKUP },
  });
  const values = JSON.stringify({ global: { tag: "1.30.3", hub: MARKUP } });
  return {
    texts: {
      workload: JSON.stringify(pod, null, 2),
      injector: JSON.stringify({ kind: "ConfigMap", metadata: { name: MARKUP }, data: { config, values } }),
      mesh: "",
      proxyConfigs: "",
      namespaces: JSON.stringify({ kind: "Namespace", metadata: { name: MARKUP, labels: { [MARKUP]: MARKUP } } }),
      webhooks: "",
      live: "",
    },
    options: { revision: MARKUP, namespace: MARKUP },
    view: { filter: {} },
  };
}

const WORKS = `spec:\n  containers:\n  - name: {{ ${quoted} | quote }}\n    image: {{ .Values.global.hub | quote }}\n    args: [{{ ${quoted} | quote }}]\n`;

/** Nothing of it has become a part of the page; what the browser refuses is an error of the console, which every test here looks at. */
async function expectOnlyText({ page }: Explorer): Promise<void> {
  expect(
    await page.evaluate(() => [
      document.documentElement.dataset.ran,
      document.querySelectorAll("img[src=x], [onerror]").length,
      [...document.scripts].filter((script) => script.text.startsWith("document.documentElement.dataset")).length,
    ]),
  ).toEqual([undefined, 0, 0]);
}

test("markup in what a link holds is text: in the page, in a frame, and in the title of its own page", async ({
  explorer,
  page,
  request,
}) => {
  await page.goto(`/#${await encodeFragment(hostile(`{{ fail ${quoted} }}`))}`);
  await expect(explorer.error).toContainText("onerror");
  await explorer.editorsReady();
  await expectOnlyText(explorer);

  const content = hostile(WORKS);
  await page.goto(`/embed#${await encodeFragment(content)}`);
  await expect(explorer.summary).toContainText(MARKUP);
  await expectOnlyText(explorer);

  const workload = `kind: Deployment\nmetadata:\n  name: </title><script>${RUNS}</script>\n`;
  const held = contentJson({ ...content, texts: { ...content.texts, workload } });
  const made = await request.post("/api/v1/links", { data: { kind: "plain", content: held, expires: "1h" } });
  const { id } = (await made.json()) as { id: string };
  const html = await (await request.get(`/s/${id}`)).text();
  expect(html).toContain("&lt;/title&gt;&lt;script&gt;");
  expect(html).not.toContain(`</title><script>`);
  await page.goto(`/s/${id}`);
  await explorer.editorsReady();
  await expectOnlyText(explorer);
});
