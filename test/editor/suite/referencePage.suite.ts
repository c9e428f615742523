import assert from "node:assert/strict";
import { commands, TabInputWebview, Uri, workspace } from "vscode";
import { show } from "./documents.ts";
import { theExtension } from "./extension.ts";
import { tabThat } from "./tabs.ts";

suite("A reference page", () => {
  suiteSetup(() => theExtension().activate());

  test("is a Markdown document that names its subject", async () => {
    const uri = Uri.parse("dreamfactory-errors:/exception/ConflictResourceException.md");
    const document = await workspace.openTextDocument(uri);
    assert.equal(document.languageId, "markdown");
    assert.match(document.getText(), /^# 409 Conflict\n+.*ConflictResourceException/);
  });

  test("opens rendered, beside the document it was asked for in", async () => {
    const editor = await show("dreamfactory.log");
    await commands.executeCommand("dreamfactoryErrors.openReference", "exception/NotFoundException");
    const preview = await tabThat(
      ({ label, group }) => label.includes("NotFoundException") && group.viewColumn !== editor.viewColumn,
    );
    assert(preview.input instanceof TabInputWebview);
    assert.match(preview.input.viewType, /markdown\.preview/);
    await commands.executeCommand("workbench.action.closeAllEditors");
  });
});
