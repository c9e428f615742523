import path from "node:path";
import process from "node:process";
import type { Locator, Page } from "playwright-core";
import { ROOT } from "../paths.ts";

/** The place on screen where a piece of a document's text stands. */
export function textOnScreen(page: Page, text: string | RegExp): Locator {
  return page.locator(".view-line span span", { hasText: text }).first();
}

/** Rests the mouse on a text until the hover with the expected words is there, and returns that hover. */
export async function hoverOver(page: Page, text: string, expected: string): Promise<Locator> {
  const hover = page.locator(".monaco-hover:not(.hidden)", { hasText: expected }).first();
  await repeatUntil(hover, async () => {
    await page.mouse.move(0, 0);
    await textOnScreen(page, text).hover();
  });
  return hover;
}

/** Runs a command by its title in the palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await repeatUntil(pickerRow(page, title), async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("F1");
    await page.keyboard.type(title);
  });
  await page.keyboard.press("Enter");
}

/** Chooses an entry of the menu that a right click opens. */
export async function chooseInContextMenu(page: Page, target: Locator, title: string): Promise<void> {
  const entry = page.getByRole("menuitem", { name: title });
  await repeatUntil(entry, async () => {
    await page.keyboard.press("Escape");
    await target.click({ button: "right" });
  });
  // A click that comes right after the menu is taken for the end of the one that opened it.
  await entry.hover();
  await page.keyboard.press("Enter");
}

/** Opens the light bulb's menu at the cursor, and returns the entry of a fix. */
export async function openFixes(page: Page, title: string): Promise<Locator> {
  const row = page.locator(".action-widget .monaco-list-row", { hasText: title }).first();
  await repeatUntil(row, async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+.");
  });
  return row;
}

/** Opens the hover at the cursor as screen readers get it, and returns the view with the expected words. */
export async function readHoverOut(page: Page, expected: string): Promise<Locator> {
  const view = page.locator(".accessible-view .view-lines", { hasText: expected });
  const hover = page.locator(".monaco-hover:not(.hidden)", { hasText: expected }).first();
  await repeatUntil(view, async () => {
    await page.keyboard.press("Escape");
    // Once shows the hover, twice gives it the focus.
    for (let press = 0; press < 2; press += 1) {
      await page.keyboard.press("Control+K");
      await page.keyboard.press("Control+I");
      await hover.waitFor();
    }
    await page.keyboard.press("Alt+F2");
  });
  return view;
}

/** Opens what extensions say of the document in the status bar, until it is as expected, and returns it. */
export async function openStatus(page: Page, expected: RegExp): Promise<Locator> {
  const status = page.locator(".hover-language-status", { hasText: expected });
  await repeatUntil(status, async () => {
    await page.mouse.move(0, 0);
    await page.locator("[id='status.languageStatus']").hover();
  });
  return status;
}

/** Opens the list of notifications until the expected one is in it. */
export async function openNotification(page: Page, expected: string): Promise<void> {
  const notification = page.locator(".notification-list-item", { hasText: expected });
  await repeatUntil(notification, () => page.locator("[id='status.notifications']").click());
}

/** A row of the open palette, picker or lookup. */
export function pickerRow(page: Page, text: string | RegExp): Locator {
  return page.locator(".quick-input-list .monaco-list-row", { hasText: text }).first();
}

/** The row that Enter would choose. */
export function chosenRow(page: Page, text: string): Locator {
  return page.locator(".quick-input-list .monaco-list-row.focused", { hasText: text });
}

/** The rendered Markdown preview. */
export function previewPage(page: Page) {
  return page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
}

/** Writes a picture of the window for the README, when the tests were asked to with `--screenshots`. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (!process.env.SCREENSHOTS) return;
  await page.evaluate(async () => {
    const finite = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(finite.map(({ finished }) => finished));
  });
  await page.screenshot({ path: path.join(ROOT, "client", "images", `${name}.png`) });
}

/**
 * A window that has just opened asks extensions once, and those that are not up yet have nothing to say: a person
 * would try again, and so does this.
 */
async function repeatUntil(expected: Locator, gesture: () => Promise<void>): Promise<void> {
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    await gesture();
    try {
      return await expected.waitFor({ timeout: 2000 });
    } catch (error) {
      if (attempt === 10) throw error;
    }
  }
}
