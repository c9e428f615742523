import { Buffer } from "node:buffer";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { timedLine } from "../../scan/collect.ts";
import { chooseInContextMenu, previewPage, textOnScreen } from "../vscode/gestures.ts";
import { temporaryFolder } from "../vscode/temporaryFolder.ts";
import { inWindow } from "../vscode/window.ts";

const NOON = new Date("2026-11-22T12:00:00Z");
const line = (message: string): string => timedLine(NOON, 404, message);

test("the view's ways to the summary show its own scan, whatever log stands in front", async () => {
  const folder = temporaryFolder("tree");
  writeFileSync(path.join(folder, "scanned.log"), line("Could not find a service for user").repeat(250));
  writeFileSync(path.join(folder, "other.log"), line("nobody scanned this"));
  await inWindow({ folder, place: "other.log:1:1" }, async (page) => {
    await page.setViewportSize({ width: 1200, height: 760 });
    await chooseInContextMenu(page, page.getByRole("treeitem", { name: "scanned.log" }), "Scan Log…");
    const view = await openView(page);
    const ways = [
      async () => {
        await view.locator(".pane-header").hover();
        await view.getByRole("button", { name: "Error Summary" }).click();
      },
      async () => {
        await page
          .getByRole("treeitem", { name: /NotFoundException/ })
          .first()
          .click();
        await page
          .getByRole("treeitem", { name: /service for user/ })
          .first()
          .waitFor();
        await page.keyboard.press("End");
        await page.getByRole("treeitem", { name: "50 more: filter them in the Error Summary" }).click();
      },
    ];
    for (const way of ways) {
      await page.getByRole("tab", { name: "other.log" }).click();
      await textOnScreen(page, "nobody scanned this").waitFor();
      await way();
      await previewPage(page)
        .getByText(/^Errors: 250 /)
        .waitFor();
    }
  });
});

test("a click leads to the line of the editor in a log whose lines end in every way", async () => {
  const folder = temporaryFolder("ends");
  writeFileSync(path.join(folder, "ends.log"), `10 %\r20 %\r\nall is well\r\r\n\n${line("the sixth line")}`);
  writeFileSync(path.join(folder, "readme.txt"), "A log.\n");
  await inWindow({ folder, place: "readme.txt:1:1" }, async (page) => {
    await page.setViewportSize({ width: 1200, height: 760 });
    await chooseInContextMenu(page, page.getByRole("treeitem", { name: "ends.log" }), "Scan Log…");
    await previewPage(page).getByRole("button", { name: "ends.log:6", exact: true }).first().click();
    await textOnScreen(page, "the sixth line").waitFor();
    // No other line is long enough for that column.
    await page.getByText("Ln 6, Col 31").waitFor();
  });
});

test("an open log in an encoding that only the editor knows is scanned as it is there", async () => {
  const folder = temporaryFolder("encoding");
  writeFileSync(path.join(folder, "wide.log"), Buffer.from(line("wide letters").repeat(3), "utf16le"));
  const settings = { "files.encoding": "utf16le" };
  await inWindow({ folder, place: "wide.log:1:1", settings }, async (page) => {
    await textOnScreen(page, "wide letters").waitFor();
    await chooseInContextMenu(page, page.getByRole("treeitem", { name: "wide.log" }), "Scan Log…");
    await previewPage(page)
      .getByText(/^Errors: 3 /)
      .waitFor();
  });
});

/** Unfolds the view "DreamFactory Errors". */
async function openView(page: Page): Promise<Locator> {
  const view = page.locator(".pane", { hasText: "DreamFactory Errors" });
  await previewPage(page)
    .getByText(/^Errors: /)
    .waitFor();
  await view.locator(".pane-header").click();
  return view;
}
