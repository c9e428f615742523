import assert from "node:assert/strict";
import { test } from "node:test";
import { WORKSPACE } from "../paths.ts";
import { readHoverOut, runCommand, textOnScreen } from "../vscode/gestures.ts";
import { inWindow } from "../vscode/window.ts";

test("a screen reader gets the card as plain sentences", async () => {
  const settings = { "editor.wordWrap": "on" };
  await inWindow({ folder: WORKSPACE, place: "dreamfactory.log:14:170", settings }, async (page) => {
    await textOnScreen(page, "← The service knows").waitFor();
    await runCommand(page, "Go to Next Error");
    const view = await readHoverOut(page, "Batch");
    const text = (await view.innerText()).replaceAll("\u00a0", " ");
    assert.match(text, /^Batch: 2 of 4 records failed · BatchException \(code 1000\)\n/);
    assert.match(text, /\nFix – /);
    assert.doesNotMatch(text, /←|command:|\*\*/);
  });
});
