import { test } from "node:test";
import { copyWorkspace } from "../paths.ts";
import { openFixes, takePicture, textOnScreen } from "../vscode/gestures.ts";
import { inWindow } from "../vscode/window.ts";

test("a trailing comma is underlined, and the light bulb's menu removes it", async () => {
  await inWindow({ folder: await copyWorkspace(), place: "requests.http:28:33" }, async (page) => {
    await page.locator(".squiggly-error").first().waitFor();
    await page.locator(".codelens-decoration", { hasText: "Fix 1 problem" }).first().waitFor();
    await openFixes(page, "Remove trailing comma");
    await takePicture(page, "quick-fix");
    await page.keyboard.press("Enter");
    await textOnScreen(page, /ada@example\.com"$/).waitFor();
  });
});
