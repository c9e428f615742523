import { cp, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { ROOT, WORKSPACE } from "../paths.ts";
import { chooseInContextMenu, hoverOver, previewPage, runCommand, textOnScreen } from "../vscode/gestures.ts";
import { temporaryFolder } from "../vscode/temporaryFolder.ts";
import { inWindow } from "../vscode/window.ts";

test("the web build runs in a worker, without Node", async () => {
  const source = await webOnly();
  const settings = { "editor.wordWrap": "on" };
  await inWindow({ folder: WORKSPACE, place: "dreamfactory.log:12:1", source, settings }, async (page) => {
    await hoverOver(page, "Duplicate entry", "409 Conflict");
  });
});

test("the samples of the walkthrough open in the web too", async () => {
  await inWindow({ folder: WORKSPACE, place: "response.json:1:1", source: await webOnly() }, async (page) => {
    await runCommand(page, "Open Sample Log");
    await textOnScreen(page, "← Another row").waitFor();
    await runCommand(page, "Open Sample Requests");
    await page.locator(".codelens-decoration", { hasText: "Fix 2 problems" }).waitFor();
  });
});

test("the web build scans through the editor, and shows the summary", async () => {
  const source = await webOnly();
  await inWindow({ folder: WORKSPACE, place: "dreamfactory.log:12:1", source }, async (page) => {
    await chooseInContextMenu(page, page.getByRole("treeitem", { name: "dreamfactory.log" }), "Scan Log…");
    const summary = previewPage(page);
    await summary.getByText(/^Errors: \d+ · Files: 1/).waitFor();
    await summary.getByLabel("Text").fill("Duplicate entry");
    await summary.getByRole("button", { name: "dreamfactory.log:12", exact: true }).first().click();
    await textOnScreen(page, "Duplicate entry").waitFor();
  });
});

/** The extension without its desktop entry, and without a say in where it runs: that leaves the worker in the browser. */
async function webOnly(): Promise<string> {
  const folder = temporaryFolder("web");
  const manifest = JSON.parse(await readFile(path.join(ROOT, "package.json"), "utf8"));
  const webManifest = { ...manifest, main: undefined, extensionKind: undefined };
  await writeFile(path.join(folder, "package.json"), JSON.stringify(webManifest));
  const bundles = ["client.web.js", "server.web.js", "summary.js", "summary.css"].map(
    (file) => `dist/${file}`,
  );
  for (const file of ["package.nls.json", "syntaxes", ...bundles]) {
    await cp(path.join(ROOT, file), path.join(folder, file), { recursive: true });
  }
  return folder;
}
