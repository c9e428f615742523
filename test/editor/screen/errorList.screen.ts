import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { timedLine } from "../../scan/collect.ts";
import { copyWorkspace } from "../paths.ts";
import { chosenRow, openNotification, openStatus, pickerRow, textOnScreen } from "../vscode/gestures.ts";
import { temporaryFolder } from "../vscode/temporaryFolder.ts";
import { inWindow } from "../vscode/window.ts";

test("the status bar counts the errors of the file, follows edits, and lists them", async () => {
  const folder = await copyWorkspace();
  await inWindow({ folder, place: "nginx-error.log:1:1" }, async (page) => {
    await openStatus(page, /^6 DreamFactory errors · 6 classes/);
    await textOnScreen(page, "2026").click();
    await page.keyboard.press("Control+Shift+K");
    const status = await openStatus(page, /^5 DreamFactory errors · 5 classes/);
    await status.getByRole("button", { name: "List" }).click();
    await pickerRow(page, "NotFoundException").waitFor();
    await page.keyboard.type("forbidden");
    await chosenRow(page, "ForbiddenException").waitFor();
    await page.keyboard.press("Enter");
    const place = await page.locator("[id='status.editor.selection']").innerText();
    assert.match(place, /^Ln [1-6], Col (?!1$)/);
  });
});

test("the status bar says when a log holds more errors than are counted", async () => {
  const folder = temporaryFolder("many");
  await writeFile(path.join(folder, "many.log"), timedLine(new Date(0), 404, "Not Found").repeat(20_010));
  await inWindow({ folder, place: "many.log:19995:1" }, async (page) => {
    await openStatus(page, /^More than 20000 DreamFactory errors · 1 class/);
    await page.locator(".monaco-editor .view-line").nth(3).click();
    for (let left = 11; left > 0; left -= 1) await page.keyboard.press("Control+Shift+K");
    await openStatus(page, /^19999 DreamFactory errors · 1 class/);
  });
});

test("the status bar says when a log is too big for VS Code to show it to extensions, and scans it", async () => {
  const folder = temporaryFolder("big");
  await writeFile(path.join(folder, "big.log"), "all is well\n".repeat(5_000_000));
  const settings = { "workbench.editorLargeFileConfirmation": 1024 };
  await inWindow({ folder, place: "big.log:1:1", settings }, async (page) => {
    await page.locator(".statusbar-item", { hasText: "57 MB: errors are not explained" }).click();
    // The scan finds nothing, and says so.
    await openNotification(page, "No DreamFactory error found");
  });
});
