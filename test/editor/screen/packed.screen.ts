import { Buffer } from "node:buffer";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { timedLine } from "../../scan/collect.ts";
import {
  chooseInContextMenu,
  hoverOver,
  openNotification,
  previewPage,
  runCommand,
  textOnScreen,
} from "../vscode/gestures.ts";
import { temporaryFolder } from "../vscode/temporaryFolder.ts";
import { webBuild } from "../vscode/webBuild.ts";
import { inWindow } from "../vscode/window.ts";

const NOON = new Date("2026-11-22T12:00:00Z");
const QUIET = "2026-11-22T09:15:37Z INFO processed order 7\n";
const error = (message: string): string => timedLine(NOON, 404, message);

for (const [name, source] of [
  ["on the desktop", undefined],
  ["in the web", await webBuild()],
] as const) {
  test(`an error of a packed log is shown in the unpacked text, ${name}`, async () => {
    const folder = temporaryFolder("packed");
    const quiet = QUIET.repeat(3000);
    // As `cat first.gz second.gz` makes it.
    const members = [quiet, error("in a packed log") + quiet].map((member) => gzipSync(member));
    writeFileSync(path.join(folder, "app.log.gz"), Buffer.concat(members));
    writeFileSync(path.join(folder, "large.log.gz"), gzipSync(error("too far") + QUIET.repeat(1_300_000)));
    writeFileSync(path.join(folder, "readme.txt"), "Packed logs.\n");
    const options = { folder, place: "readme.txt:1:1", ...(source === undefined ? {} : { source }) };
    await inWindow(options, async (page) => {
      await page.setViewportSize({ width: 1200, height: 760 });
      const summary = previewPage(page);
      const scan = async (file: string) =>
        chooseInContextMenu(page, page.getByRole("treeitem", { name: file }), "Scan Log…");

      await scan("large.log.gz");
      await summary.getByRole("button", { name: "large.log.gz:1", exact: true }).first().click();
      await openNotification(page, "Could not open large.log.gz at line 1: it holds more than 50 MB");
      await page.keyboard.press("Escape");

      await scan("app.log.gz");
      await summary.getByRole("button", { name: "app.log.gz:3001", exact: true }).first().click();
      await textOnScreen(page, "in a packed log").waitFor();
      await page.getByText("Ln 3001, Col 31").waitFor();
      await hoverOver(page, "in a packed log", "404 Not Found");
      // The log that the document shows is the one that was scanned.
      await runCommand(page, "Error Summary");
      await summary.getByText(/^Errors: 1 /).waitFor();

      const rotated = gzipSync(quiet + QUIET + error("in a rotated log"));
      writeFileSync(path.join(folder, "app.log.gz"), rotated);
      await scan("app.log.gz");
      await summary.getByRole("button", { name: "app.log.gz:3002", exact: true }).first().click();
      await textOnScreen(page, "in a rotated log").waitFor();
    });
  });
}
