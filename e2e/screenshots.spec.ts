import type { Locator, Page } from "@playwright/test";
import { en as texts } from "../components/share/texts-en";
import { en } from "../components/strings/en";
import { exampleRequest } from "../lib/example";
import { encodeFragment } from "../lib/links/fragment";
import { type Explorer, expect, test } from "./explorer";
import { sameFonts } from "./fonts";

// The main states as pictures, compared with those in screenshots/. After a change that is meant:
// npx playwright test e2e/screenshots.spec.ts --update-snapshots, and look at each picture that has changed.

test.use({
  viewport: { width: 1240, height: 760 },
  launchOptions: {
    executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
    env: { ...process.env, ...sameFonts() },
    args: ["--font-render-hinting=none", "--force-color-profile=srgb"],
  },
});

const PHONE = { width: 360, height: 780 };

/** The browser's major version that made the pictures. Another one may draw controls and the edges of letters in its own way. */
const MADE_WITH = "156";

/** The page as it is now is as in the picture: a few signs may differ, with another version of the browser somewhat more. */
async function expectPicture(page: Page, name: string, mask: Locator[] = []): Promise<void> {
  await page.mouse.move(0, 0);
  const same = page.context().browser()?.version().split(".")[0] === MADE_WITH;
  const tolerance = same ? { maxDiffPixels: 300 } : { maxDiffPixelRatio: 0.02 };
  await expect(page).toHaveScreenshot(`${name}.png`, { ...tolerance, stylePath: "e2e/still.css", mask });
}

/** The page with all that comes by itself. */
async function opened(explorer: Explorer): Promise<void> {
  await explorer.open();
  await expect(explorer.diff()).toBeVisible();
  await expect(explorer.page.getByTestId("findings")).toContainText("5");
}

const podLine = (page: Page, text: string) =>
  page.locator("[data-testid=diff-editor] .modified .view-line", { hasText: text }).first();

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme });

    test("the first page", async ({ explorer, page }) => {
      await opened(explorer);
      await expectPicture(page, `first-${colorScheme}`);
    });

    test("why a line is there", async ({ explorer, page }) => {
      await opened(explorer);
      await podLine(page, "istio.io/rev").click();
      await expect(page.getByTestId("why")).toContainText("From template gateway, line 59");
      await expectPicture(page, `why-${colorScheme}`);
    });

    test("an error at its place", async ({ explorer, page }) => {
      await opened(explorer);
      await explorer.write(exampleRequest.workload.replace("templates: gateway", "templates: ghost"));
      await expect(explorer.error).toContainText('requested template "ghost" not found');
      await explorer.error
        .getByRole("button", { name: /line 19/ })
        .first()
        .click();
      await expect(page.locator("[data-pane=inputs] .error-line")).toBeVisible();
      await expectPicture(page, `error-${colorScheme}`);
    });

    test.describe("on a phone", () => {
      test.use({ viewport: PHONE, hasTouch: true });

      test("the first page", async ({ explorer, page }) => {
        await page.goto("/");
        await expect(explorer.summary).toBeVisible();
        await expect(page.getByTestId("plain-diff")).toBeVisible();
        await expect(page.getByTestId("findings")).toContainText("5");
        await expectPicture(page, `phone-${colorScheme}`);
      });
    });
  });
}

test.describe("in Chinese", () => {
  test.use({ locale: "zh-CN" });

  test("the first page", async ({ explorer, page }) => {
    await opened(explorer);
    await expectPicture(page, "chinese");
  });
});

test("a step compared with the one before", async ({ explorer, page }) => {
  await opened(explorer);
  await explorer.step(en.steps.reapplied).click();
  await expect(page.getByLabel(en.compareRight)).toHaveValue("reapplied");
  await expect(explorer.diff()).toBeVisible();
  await expectPicture(page, "step");
});

test("the findings", async ({ explorer, page }) => {
  await opened(explorer);
  await explorer.drop([
    { name: "namespace.yaml", text: "apiVersion: v1\nkind: Namespace\nmetadata: {name: istio-system}\n" },
  ]);
  await page.getByTestId("findings").getByRole("button").first().click();
  await expect(page.getByTestId("findings-panel")).toBeVisible();
  await explorer.toast.getByRole("button", { name: en.dismiss }).click();
  await expectPicture(page, "findings");
});

test("the command palette", async ({ explorer, page }) => {
  await opened(explorer);
  await page.keyboard.press("ControlOrMeta+K");
  await expect(page.getByRole("combobox", { name: en.commands.search })).toBeFocused();
  await expectPicture(page, "palette");
});

test("the share window", async ({ explorer, page }) => {
  await opened(explorer);
  await page.keyboard.press("Alt+Shift+S");
  await expect(page.getByRole("dialog")).toBeVisible();
  // The server's port stands in the link.
  await expectPicture(page, "share", [page.getByLabel(texts.link, { exact: true })]);
});

test("a link in a frame", async ({ explorer, page }) => {
  const { workload, injector, mesh = "" } = exampleRequest;
  const texts = {
    workload,
    injector: injector as string,
    mesh,
    proxyConfigs: "",
    namespaces: "",
    webhooks: "",
    live: "",
  };
  await page.goto(`/embed#${await encodeFragment({ texts, options: {}, view: { filter: {} } })}`);
  await expect(explorer.summary).toContainText("Injected");
  await expect(page.getByTestId("plain-diff").or(explorer.diff()).first()).toBeVisible();
  await expectPicture(page, "embed");
});
