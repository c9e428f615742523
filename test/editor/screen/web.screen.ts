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

import { chooseInContextMenu, hoverOver, previewPage, runCommand, textOnScreen } from "../vscode/gestures.ts";

  });
});

/** The extension without its desktop entry, and without a say in where it runs: that leaves the worker in the browser. */
async function webOnly(): Promise<string> {
  const folder = temporaryFolder("web");
  const manifest = JSON.parse(await readFile(path.join(ROOT, "package.json"), "utf8"));
  const webManifest = { ...manifest, main: undefined, extensionKind: undefined };
  await writeFile(path.join(folder, "package.json"), JSON.stringify(webManifest));
  for (const file of [
    "package.nls.json",
    "syntaxes",
    "dist/client.web.js",
    "dist/server.web.js",
    "dist/summary.js",
    "dist/summary.css",
  ]) {
    await cp(path.join(ROOT, file), path.join(folder, file), { recursive: true });
  }
  return folder;
}
