import { test } from "node:test";
import { WORKSPACE } from "../paths.ts";
import { chosenRow, pickerRow, previewPage, runCommand, takePicture } from "../vscode/gestures.ts";
import { inWindow } from "../vscode/window.ts";

test("an error is looked up and its page opened with the keyboard alone", async () => {
  await inWindow({ folder: WORKSPACE, place: "requests.http:1:1" }, async (page) => {
    // The page needs the room of the side bar.
    await page.keyboard.press("Control+B");
    await runCommand(page, "Look Up Error");
    await pickerRow(page, "BadRequestException").waitFor();
    await page.keyboard.type("conflict");
    const row = chosenRow(page, "ConflictResourceException");
    await row.waitFor();
    for (const name of ["Copy", "Open Online"]) await row.getByRole("button", { name }).waitFor();
    await takePicture(page, "look-up");
    await page.keyboard.press("Enter");
    await previewPage(page).locator("h1", { hasText: "409 Conflict" }).waitFor();
    await takePicture(page, "reference-page");
  });
});

test("the lookup begins with the error under the cursor, and Escape returns to it", async () => {
  await inWindow({ folder: WORKSPACE, place: "dreamfactory.log:12:160" }, async (page) => {
    await runCommand(page, "Look Up Error");
    await pickerRow(page, "ConflictResourceException").waitFor();
    await page.keyboard.press("Escape");
    await runCommand(page, "Explain Error Under Cursor");
    await previewPage(page).locator("a", { hasText: "ConflictResourceException" }).first().waitFor();
  });
});
