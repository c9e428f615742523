import assert from "node:assert/strict";
import { test } from "node:test";
import { copyWorkspace } from "../paths.ts";
import { chosenRow, openStatus, pickerRow, textOnScreen } from "../vscode/gestures.ts";
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
