import { test } from "node:test";
import { WORKSPACE } from "../paths.ts";
import { chooseInContextMenu, hoverOver, previewPage, runCommand, textOnScreen } from "../vscode/gestures.ts";
import { webBuild } from "../vscode/webBuild.ts";
import { inWindow } from "../vscode/window.ts";

test("the web build runs in a worker, without Node", async () => {
  const source = await webBuild();
  const settings = { "editor.wordWrap": "on" };
  await inWindow({ folder: WORKSPACE, place: "dreamfactory.log:12:1", source, settings }, async (page) => {
    await hoverOver(page, "Duplicate entry", "409 Conflict");
  });
});

test("the samples of the walkthrough open in the web too", async () => {
  await inWindow(
    { folder: WORKSPACE, place: "response.json:1:1", source: await webBuild() },
    async (page) => {
      await runCommand(page, "Open Sample Log");
      await textOnScreen(page, "← Another row").waitFor();
      await runCommand(page, "Open Sample Requests");
      await page.locator(".codelens-decoration", { hasText: "Fix 2 problems" }).waitFor();
    },
  );
});

test("the web build scans through the editor, and shows the summary", async () => {
  const source = await webBuild();
  await inWindow({ folder: WORKSPACE, place: "dreamfactory.log:12:1", source }, async (page) => {
    await chooseInContextMenu(page, page.getByRole("treeitem", { name: "dreamfactory.log" }), "Scan Log…");
    const summary = previewPage(page);
    await summary.getByText(/^Errors: \d+ · Files: 1/).waitFor();
    await summary.getByLabel("Text").fill("Duplicate entry");
    await summary.getByRole("button", { name: "dreamfactory.log:12", exact: true }).first().click();
    await textOnScreen(page, "Duplicate entry").waitFor();
  });
});
