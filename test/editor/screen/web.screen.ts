import { appendFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { timedLine } from "../../scan/collect.ts";
import { WORKSPACE } from "../paths.ts";
import {
  chooseInContextMenu,
  chosenRow,
  hoverOver,
  openFixes,
  pickerRow,
  previewPage,
  runCommand,
  textOnScreen,
} from "../vscode/gestures.ts";
import { temporaryFolder } from "../vscode/temporaryFolder.ts";
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

test("the web build applies one fix from the light bulb, and all safe ones at once", async () => {
  const folder = temporaryFolder("fixes");
  writeFileSync(
    path.join(folder, "create.http"),
    `POST https://df.example.com/api/v2/db/_table/contact
X-DreamFactory-API-Key: {{key}}
Content-Type: application/json

{"resource": [
  {"name": "Ada",},
  {"name": "Bob",},
  {"name": "Cy",}
]}
`,
  );
  await inWindow({ folder, place: "create.http:6:17", source: await webBuild() }, async (page) => {
    await page.locator(".squiggly-error").nth(2).waitFor();
    await openFixes(page, "Remove trailing comma");
    await page.keyboard.press("Enter");
    await page.locator(".view-line", { hasText: '"Ada"}' }).waitFor();
    await page.locator(".codelens-decoration", { hasText: "Fix 2 problems" }).waitFor();
    await runCommand(page, "Fix All");
    await page.locator(".view-line", { hasText: '"Bob"}' }).waitFor();
    await page.locator(".view-line", { hasText: '"Cy"}' }).waitFor();
    await page.locator(".squiggly-error").waitFor({ state: "detached" });
  });
});

test("the web build looks an error up from the palette, and shows its page", async () => {
  await inWindow(
    { folder: WORKSPACE, place: "requests.http:1:1", source: await webBuild() },
    async (page) => {
      await runCommand(page, "Look Up Error");
      await pickerRow(page, "BadRequestException").waitFor();
      await page.keyboard.type("conflict");
      await chosenRow(page, "ConflictResourceException").waitFor();
      await page.keyboard.press("Enter");
      await previewPage(page).locator("h1", { hasText: "409 Conflict" }).waitFor();
    },
  );
});

test("the web build brings view and summary up to a log that has changed", async () => {
  const folder = temporaryFolder("changed");
  const file = path.join(folder, "app.log");
  const line = (message: string): string => timedLine(new Date(0), 404, message);
  writeFileSync(file, line("first"));
  writeFileSync(path.join(folder, "readme.txt"), "A log.\n");
  await inWindow({ folder, place: "readme.txt:1:1", source: await webBuild() }, async (page) => {
    await chooseInContextMenu(page, page.getByRole("treeitem", { name: "app.log" }), "Scan Log…");
    const summary = previewPage(page);
    await summary.getByText(/^Errors: 1 · Files: 1/).waitFor();
    appendFileSync(file, line("second"));
    await summary.getByText(/^Errors: 2 · Files: 1/).waitFor();
  });
});
