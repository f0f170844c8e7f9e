import { en as texts } from "../components/share/texts-en";
import { expect, Explorer, test } from "./explorer";

/** A machine of a local network, without https: no secure context. */
const HOST = "explorer.lan";

test.use({
  permissions: [],
  launchOptions: {
    executablePath: process.env.CHROMIUM_PATH || "/usr/bin/chromium",
    args: [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
  },
});

test("over plain http the encrypted kind says why it is not there, the others work, and links can be copied", async ({
  page,
  baseURL,
}) => {
  const origin = baseURL!.replace("localhost", HOST);
  await page.goto(origin);
  expect(await page.evaluate(() => [isSecureContext, typeof crypto.subtle, typeof navigator.clipboard])).toEqual([
    false,
    "undefined",
    "undefined",
  ]);
  await new Explorer(page).editorsReady();
  await page.keyboard.press("Alt+Shift+S");
  await expect(page.getByRole("radio", { name: texts.kinds.encrypted, exact: true })).toBeDisabled();
  await expect(page.getByTestId("share")).toContainText(texts.insecure);
  const link = page.getByLabel(texts.link, { exact: true });
  await expect(link).toHaveValue(/#v1\./);
  await page.getByRole("button", { name: texts.copy, exact: true }).first().click();
  await expect(page.getByRole("button", { name: texts.copied, exact: true })).toBeVisible();
  await page.getByRole("button", { name: texts.makeShort }).click();
  await expect(page.getByRole("radio", { name: texts.kinds.plain, exact: true })).toBeChecked();
  await page.getByRole("button", { name: texts.make }).click();
  await expect(link).toHaveValue(/\/s\/[\w-]{16}$/);

  const made = await page.request.post(`${baseURL}/api/v1/links`, {
    data: { kind: "encrypted", content: "AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0e", expires: "1h" },
  });
  const { id } = (await made.json()) as { id: string };
  await page.goto(`${origin}/s/${id}#${"A".repeat(43)}`);
  await expect(page.getByTestId("link-bar")).toContainText(texts.failure({ kind: "insecure" }));
});
