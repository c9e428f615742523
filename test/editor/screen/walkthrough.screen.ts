import assert from "node:assert/strict";
import { test } from "node:test";
import { WORKSPACE } from "../paths.ts";
import { pickerRow, runCommand, textOnScreen } from "../vscode/gestures.ts";
import { inWindow } from "../vscode/window.ts";

test("the walkthrough shows a picture for each step, and its first button opens a log", async () => {
  await inWindow({ folder: WORKSPACE, place: "response.json:1:1" }, async (page) => {
    // Narrow windows show no pictures.
    await page.setViewportSize({ width: 1300, height: 640 });
    await runCommand(page, "Welcome: Open Walkthrough");
    await pickerRow(page, "DreamFactory Errors").click();
    const steps = page.locator(".getting-started-step");
    await steps.nth(3).waitFor();
    assert.equal(await steps.count(), 4);
    for (const [step, title] of ["A log", "A hover card", "A request", "A lookup"].entries()) {
      await steps.nth(step).click();
      const picture = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
      await picture.locator("svg > title", { hasText: title }).waitFor({ state: "attached" });
    }
    await steps.first().click();
    await page.getByRole("button", { name: "Open Sample Log" }).click();
    await textOnScreen(page, "← Another row").waitFor();
  });
});
