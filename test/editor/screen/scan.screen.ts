import assert from "node:assert/strict";
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { test } from "node:test";
import type { FrameLocator, Page } from "playwright-core";
import { generateLog } from "../../support/generateLog.ts";
import { chooseInContextMenu, previewPage, runCommand, takePicture } from "../vscode/gestures.ts";
import { temporaryFolder } from "../vscode/temporaryFolder.ts";
import { inWindow } from "../vscode/window.ts";

const PART = 1_000_000;

/** A folder with a log that VS Code hides from extensions. */
function hugeLogs(): string {
  const folder = path.join(temporaryFolder("scan"), "logs");
  mkdirSync(folder);
  writeFileSync(path.join(folder, "readme.txt"), "Logs of a server.\n");
  const file = openSync(path.join(folder, "huge.log"), "w");
  const first =
    '2026-11-22T08:59:00Z {"error":{"code":404,"context":null,"message":"Could not find a service for mailer","status_code":404}}\n';
  writeSync(file, first);
  for (let seed = 0; seed < 60; seed++) {
    writeSync(file, generateLog({ seed: seed % 3, length: PART, charactersPerError: 8000 }).text);
  }
  closeSync(file);
  return folder;
}

const folder = hugeLogs();
// Every window adds listeners that remove its folders at the end.
process.setMaxListeners(50);
/** The editor asks before it opens what is larger; this is about what comes then. */
const settings = { "workbench.editorLargeFileConfirmation": 1000 };
const WIDE = { width: 1200, height: 760 };

test("a huge log is scanned from the explorer, summed up, filtered, and opened at its errors", async () => {
  await inWindow({ folder, place: "readme.txt:1:1", settings }, async (page) => {
    await page.setViewportSize(WIDE);
    const summary = await scanFromExplorer(page);
    await summary.locator(".column").first().waitFor();
    await summary.getByText(/^Errors: [\d,]+ · Files: 1 · 60 MB$/).waitFor();

    await summary.getByLabel("Text").fill("mailer");
    await summary.getByText(/^Fitting the filters: 1 of [\d,]+$/).waitFor();
    await summary.getByRole("button", { name: "huge.log:1", exact: true }).first().click();
    await page.locator(".monaco-editor .view-line", { hasText: "mailer" }).first().waitFor();
    await page.getByText("Ln 1, Col 22").waitFor();
  });
});

test("the summary works with the keyboard alone", async () => {
  await inWindow({ folder, place: "readme.txt:1:1", settings }, async (page) => {
    await page.setViewportSize(WIDE);
    const summary = await scanFromExplorer(page);
    const columns = summary.locator(".column");
    await columns.first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await summary.getByText(/^Fitting the filters: [\d,]+ of/).waitFor();
    assert.notEqual(await summary.getByLabel("From").inputValue(), "");
    await summary.getByText("Time line as a table").focus();
    await page.keyboard.press("Enter");
    await summary.getByRole("columnheader", { name: "Total" }).waitFor();
  });
});

for (const [name, theme] of [
  ["light", "Default Light Modern"],
  ["dark", "Default Dark Modern"],
  ["high-contrast", "Default High Contrast"],
]) {
  test(`the summary follows the ${name} theme`, async () => {
    await inWindow(
      { folder, place: "readme.txt:1:1", settings: { ...settings, "workbench.colorTheme": theme } },
      async (page) => {
        await page.setViewportSize(WIDE);
        const summary = await scanFromExplorer(page);
        await summary.locator(".column").first().waitFor();
        const [text, background] = await summary.locator("body").evaluate((body) => {
          const { color, backgroundColor } = getComputedStyle(body);
          return [color, backgroundColor];
        });
        assert.notEqual(text, background);
        await page.keyboard.press("Control+B");
        if (theme !== "Default Dark Modern") await takePicture(page, `summary-${name}`);
      },
    );
  });
}

test("the view lists errors by class, and leads to their lines", async () => {
  await inWindow({ folder, place: "readme.txt:1:1", settings }, async (page) => {
    await page.setViewportSize(WIDE);
    const section = page.locator(".pane", { hasText: "DreamFactory Errors" });
    await section.locator(".pane-header").click();
    await section.getByRole("button", { name: "Scan Workspace Logs" }).click();
    await page
      .getByRole("treeitem", { name: /NotFoundException/ })
      .first()
      .click();
    await page
      .getByRole("treeitem", { name: /Could not find a service for mailer/ })
      .first()
      .click();
    await page.locator(".monaco-editor .view-line", { hasText: "mailer" }).first().waitFor();
    await runCommand(page, "Group Errors by Message");
    await page
      .getByRole("treeitem", { name: /404 Not Found · NotFoundException/ })
      .first()
      .waitFor();
  });
});

test("the summary is exported as text and as a picture", async () => {
  const quiet = { ...settings, "files.simpleDialog.enable": true };
  await inWindow({ folder, place: "readme.txt:1:1", settings: quiet }, async (page) => {
    await page.setViewportSize(WIDE);
    const summary = await scanFromExplorer(page);
    await summary.locator(".column").first().waitFor();
    for (const [label, ending, start] of [
      ["CSV", "csv", /^file,line,column/],
      ["Markdown", "md", /^# DreamFactory errors/],
      ["SVG", "svg", /^<svg [\s\S]*<line /],
      ["PNG", "png", /^\ufffdPNG/],
    ] as const) {
      await summary.getByRole("button", { name: `Export: ${label}`, exact: true }).click();
      await page.locator(".quick-input-widget input").waitFor();
      await page.keyboard.press("Enter");
      await page.getByText(`Exported dreamfactory-errors.${ending}.`).first().waitFor();
      assert.match(readFileSync(path.join(folder, `dreamfactory-errors.${ending}`), "utf8"), start);
    }
  });
});

async function scanFromExplorer(page: Page): Promise<FrameLocator> {
  await chooseInContextMenu(page, page.getByRole("treeitem", { name: "huge.log" }), "Scan Log…");
  const summary = previewPage(page);
  await summary.getByRole("heading", { name: "Time Line", exact: true }).waitFor();
  return summary;
}
