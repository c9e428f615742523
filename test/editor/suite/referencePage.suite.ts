import assert from "node:assert/strict";
import { commands, type Tab, TabInputWebview, Uri, window, workspace } from "vscode";
import { show } from "./documents.ts";
import { theExtension } from "./extension.ts";

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

/** Resolves with the first tab that is as asked, as soon as there is one. */
async function tabThat(asked: (tab: Tab) => boolean): Promise<Tab> {
  return new Promise((found) => {
    const listener = window.tabGroups.onDidChangeTabs(look);
    look();
    function look(): void {
      const tab = window.tabGroups.all.flatMap(({ tabs }) => tabs).find(asked);
      if (tab === undefined) return;
      listener.dispose();
      found(tab);
    }
  });
}
