import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Locator, type Page } from "@playwright/test";

/** The page as a person uses it. */
export class Explorer {
  readonly summary: Locator;
  readonly error: Locator;
  readonly result: Locator;
  readonly legend: Locator;
  readonly toast: Locator;

  constructor(readonly page: Page) {
    this.summary = page.getByTestId("summary");
    this.error = page.getByTestId("error");
    this.result = page.getByTestId("result");
    this.legend = page.getByTestId("legend");
    this.toast = page.getByTestId("toast");
  }

  /** Opens the page and waits for the editors. */
  async open(): Promise<void> {
    await this.page.goto("/");
    await this.editorsReady();
  }

  async editorsReady(): Promise<void> {
    await expect(this.page.locator("[data-pane=inputs] .monaco-editor").first()).toBeVisible();
  }

  /** Chooses from the menu of examples. */
  async example(name: string): Promise<void> {
    await this.page.getByRole("button", { name: "Examples" }).click();
    await this.page.getByRole("menu").getByText(name, { exact: true }).click();
  }

  /** What stands in the editor that is open. */
  inputLines(): Locator {
    return this.page.locator("[data-pane=inputs] .view-lines");
  }

  /** The diff editor, once it has drawn its first difference. */
  diff(): Locator {
    return this.page.locator("[data-testid=diff-editor]:not(.invisible)");
  }

  async tab(name: string): Promise<void> {
    await this.page.getByRole("tab", { name }).click();
  }

  step(name: string, stepper = "Steps of the injection"): Locator {
    return this.page.getByRole("navigation", { name: stepper }).getByRole("button", { name });
  }

  /** Replaces all text of the editor that is open, by pasting. */
  async write(text: string): Promise<void> {
    await this.page.locator("[data-pane=inputs] .monaco-editor .view-lines").first().click();
    await this.page.keyboard.press("ControlOrMeta+A");
    if (text === "") {
      await this.page.keyboard.press("Delete");
      return;
    }
    await this.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await this.page.keyboard.press("ControlOrMeta+V");
  }

  /** The first rows of the changes table as texts. */
  changes(): Locator {
    return this.page.getByRole("tabpanel", { name: "Changes" }).getByRole("row");
  }

  /** Drops files onto the page. */
  async drop(files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
    const dataTransfer = await this.page.evaluateHandle((dropped) => {
      const transfer = new DataTransfer();
      for (const { name, text } of dropped) transfer.items.add(new File([text], name));
      return transfer;
    }, files);
    await this.page.dispatchEvent("body", "drop", { dataTransfer });
  }
}

/** Nothing that axe finds wrong with what is on the screen, or with a part of it. */
export async function expectAccessible({ page }: Explorer, part?: string): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (part === undefined ? axe : axe.include(part)).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ target }) => target.join(" "))])).toEqual([]);
}

/** What Playwright itself says where it keeps service workers out: see playwright.config.ts. */
const BLOCKED = "Service Worker registration blocked by Playwright";

/** A test with the page at hand, which also fails if anything is written to the browser's console as an error. */
/** Whether what the server drew takes clicks and keys by now. */
function isTakenOver(): boolean {
  const main = document.querySelector("main");
  return !main || Object.keys(main).some((key) => key.startsWith("__react"));
}

/** From now on a page counts as opened when it takes clicks and keys. */
function opensWhole(page: Page): void {
  const goto = page.goto.bind(page);
  page.goto = async (...where) => {
    const response = await goto(...where);
    // There is none where only the fragment is another one.
    if (response) await page.waitForFunction(isTakenOver);
    return response;
  };
}

export const test = base.extend<{ explorer: Explorer }>({
  explorer: async ({ page }, provide) => {
    opensWhole(page);
    const errors: string[] = [];
    page.on("console", (message) => {
      const counts = message.type() === "error" || message.type() === "warning";
      if (counts && message.text() !== BLOCKED) errors.push(message.text());
    });
    page.on("pageerror", (error) => errors.push(error.message));
    await provide(new Explorer(page));
    expect(errors).toEqual([]);
  },
});

/** Each language and each theme once: what axe finds of names hangs on the language, what it finds of contrasts on the theme. */
export const LOOKS = [
  { locale: "en-US", colorScheme: "light" },
  { locale: "zh-CN", colorScheme: "dark" },
] as const;

export { expect };
