import type { Locator, Page } from "playwright-core";

/** The place on screen where a piece of a document's text stands. */
export function textOnScreen(page: Page, text: string): Locator {
  return page.locator(".view-line span span", { hasText: text }).first();
}

/** Rests the mouse on a text until the hover with the expected words is there, and returns that hover. */
export async function hoverOver(page: Page, text: string, expected: string | RegExp): Promise<Locator> {
  const hover = page.locator(".monaco-hover:not(.hidden)", { hasText: expected }).first();
  // An editor asks the extensions once per hover: one that came before the extension was up stays empty.
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    await textOnScreen(page, text).hover();
    if (await appears(hover, 1500)) return hover;
    await page.mouse.move(0, 0);
  }
  throw new Error(`No hover on "${text}" says ${expected}.`);
}

/** Runs a command by its title in the palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press("F1");
  await page.keyboard.type(title);
  await pickerRow(page, title).waitFor();
  await page.keyboard.press("Enter");
}

/** A row of the open palette, picker or lookup. */
export function pickerRow(page: Page, text: string | RegExp): Locator {
  return page.locator(".quick-input-list .monaco-list-row", { hasText: text }).first();
}

/** The rendered Markdown preview. */
export function previewPage(page: Page) {
  return page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
}

/** Writes a picture of the window for the README, when the tests were asked for pictures. */
export async function takePicture(page: Page, file: string): Promise<void> {
  if (process.env.SCREENSHOTS) await page.screenshot({ path: file });
}

async function appears(locator: Locator, timeout: number): Promise<boolean> {
  return locator.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}
