import { appendFileSync, closeSync, openSync, renameSync, writeFileSync, writeSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { timedLine } from "../../scan/collect.ts";
import { chooseInContextMenu, previewPage, runCommand } from "../vscode/gestures.ts";
import { temporaryFolder } from "../vscode/temporaryFolder.ts";
import { inWindow } from "../vscode/window.ts";

const NOON = new Date("2026-11-22T12:00:00Z");
const QUIET = "2026-11-22T09:15:37Z INFO processed order 7\n".repeat(3000);
const error = (message: string): string => timedLine(NOON, 404, message);

test("view and summary follow a log that grows, without reading again what they know, and one that is rotated", async () => {
  const folder = temporaryFolder("follow");
  const file = path.join(folder, "app.log");
  const text = error("first") + QUIET + error("middle") + QUIET + error("last");
  writeFileSync(file, text);
  // Open, as it is after a click on one of its errors.
  await inWindow({ folder, place: "app.log:1:1" }, async (page) => {
    await page.setViewportSize({ width: 1200, height: 760 });
    await chooseInContextMenu(page, page.getByRole("treeitem", { name: "app.log" }), "Scan Log…");
    const summary = previewPage(page);
    await summary.getByText(/^Errors: 3 /).waitFor();
    await page.locator(".pane-header", { hasText: "DreamFactory Errors" }).click();
    await page
      .getByRole("treeitem", { name: /NotFoundException/ })
      .first()
      .click();
    await page.getByRole("treeitem", { name: /last/ }).waitFor();

    // Whoever reads all of the file again finds one error less.
    overwrite(file, text.lastIndexOf("{", text.indexOf("middle")), " ".repeat("{'error'".length));
    appendFileSync(file, error("appended"));
    await summary.getByText(/^Errors: 4 /).waitFor();
    await summary.getByRole("button", { name: "app.log:6004", exact: true }).first().waitFor();
    await page.getByRole("treeitem", { name: /appended/ }).waitFor();
    await page.getByRole("treeitem", { name: /middle/ }).waitFor();

    renameSync(file, path.join(folder, "app.log.1"));
    writeFileSync(file, error("rotated"));
    await summary.getByText(/^Errors: 1 /).waitFor();
    await page.getByRole("treeitem", { name: /rotated/ }).waitFor();
  });
});

test("a log is followed that is larger than what is read again unasked", async () => {
  const folder = temporaryFolder("follow");
  const file = path.join(folder, "app.log");
  writeFileSync(file, error("first") + QUIET.repeat(180));
  writeFileSync(path.join(folder, "readme.txt"), "A log.\n");
  await inWindow({ folder, place: "readme.txt:1:1" }, async (page) => {
    await chooseInContextMenu(page, page.getByRole("treeitem", { name: "app.log" }), "Scan Log…");
    const summary = previewPage(page);
    await summary.getByText("Errors: 1 · Files: 1 · 24 MB").waitFor();
    appendFileSync(file, error("appended"));
    await summary.getByText("Errors: 2 · Files: 1 · 24 MB").waitFor();
    await summary.getByRole("button", { name: "app.log:540002", exact: true }).first().waitFor();
  });
});

test("the scan of a folder takes in a log that is new in it", async () => {
  const folder = temporaryFolder("follow");
  writeFileSync(path.join(folder, "app-2026-11-21.log"), error("yesterday"));
  writeFileSync(path.join(folder, "readme.txt"), "Logs.\n");
  await inWindow({ folder, place: "readme.txt:1:1" }, async (page) => {
    await runCommand(page, "Scan Workspace Logs");
    const summary = previewPage(page);
    await summary.getByText(/^Errors: 1 · Files: 2/).waitFor();
    writeFileSync(path.join(folder, "app-2026-11-22.log"), error("today"));
    await summary.getByText(/^Errors: 2 · Files: 3/).waitFor();
    await summary.getByRole("button", { name: "app-2026-11-22.log:1", exact: true }).first().waitFor();
  });
});

test("the summary leaves whoever reads it where they are while it follows a log", async () => {
  const folder = temporaryFolder("follow");
  const file = path.join(folder, "app.log");
  writeFileSync(file, error("again").repeat(250));
  writeFileSync(path.join(folder, "readme.txt"), "A log.\n");
  await inWindow({ folder, place: "readme.txt:1:1" }, async (page) => {
    await page.setViewportSize({ width: 1200, height: 760 });
    await chooseInContextMenu(page, page.getByRole("treeitem", { name: "app.log" }), "Scan Log…");
    const summary = previewPage(page);
    const errors = summary.locator("section", { has: summary.getByRole("heading", { name: "Errors" }) });
    const focused = summary.locator(":focus");
    let count = 250;
    const grow = async () => {
      count += 1;
      appendFileSync(file, error("again"));
      await summary.getByText(`Errors: ${count} `).waitFor();
    };

    await summary.getByText("Time line as a table").click();
    await summary.locator("rect.column").first().focus();
    await grow();
    await summary.locator("details[open]").waitFor();
    await summary.locator("rect.column:focus").waitFor();

    await errors.getByRole("button", { name: "More" }).click();
    await errors.getByRole("button", { name: "app.log:180", exact: true }).focus();
    await grow();
    await errors.getByRole("button", { name: "app.log:200", exact: true }).waitFor();
    await focused.filter({ hasText: "app.log:180" }).waitFor();
  });
});

/** Changes a file in place. */
function overwrite(file: string, offset: number, text: string): void {
  const opened = openSync(file, "r+");
  writeSync(opened, text, offset);
  closeSync(opened);
}
