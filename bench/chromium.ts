import { existsSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";

const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";

/** Opens a page of a desktop's size, runs something on it, and closes it; says so where there is no Chromium. */
export async function withPage(run: (page: Page) => Promise<void>): Promise<void> {
  if (!existsSync(CHROMIUM)) {
    console.log("the page is not measured: there is no Chromium");
    return;
  }
  const browser = await chromium.launch({ executablePath: CHROMIUM });
  try {
    await run(await browser.newPage({ viewport: { width: 1440, height: 900 } }));
  } finally {
    await browser.close();
  }
}

/** Drops texts as files onto a page. @returns when that was (performance.now): putting them into the browser takes its time, too. */
export async function drop(page: Page, files: Readonly<Record<string, string>>): Promise<number> {
  const dataTransfer = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(dropped)) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  const started = performance.now();
  await page.dispatchEvent("body", "drop", { dataTransfer });
  return started;
}
