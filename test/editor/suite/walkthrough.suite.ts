import assert from "node:assert/strict";
import { commands } from "vscode";
import { diagnosticsOf } from "./documents.ts";
import { theExtension } from "./extension.ts";
import { editorThat } from "./tabs.ts";

suite("The walkthrough", () => {
  suiteSetup(() => theExtension().activate());
  teardown(() => commands.executeCommand("workbench.action.closeAllEditors"));

  test("opens a log in which six errors are recognized", async () => {
    await commands.executeCommand("dreamfactoryErrors.openSampleLog");
    const { document } = await editorThat(({ uri }) => uri.path.endsWith("/sample.log"));
    assert.equal(document.languageId, "log");
    const { records, recordsByClass } = await (await theExtension().activate()).statistics(document.uri);
    assert.equal(records, 6);
    assert.equal(Object.keys(recordsByClass).length, 5);
  });

  test("explains the first of them", async () => {
    await commands.executeCommand("dreamfactoryErrors.explainSample");
    const { document, selection } = await editorThat(({ uri }) => uri.path.endsWith("/sample.log"));
    assert.match(document.getText().slice(document.offsetAt(selection.active)), /^Duplicate entry/);
  });

  test("opens requests that can be mended", async () => {
    await commands.executeCommand("dreamfactoryErrors.openSampleRequests");
    const { document } = await editorThat(
      ({ isUntitled, languageId }) => isUntitled && languageId === "http",
    );
    const diagnostics = await diagnosticsOf(document, ({ length }) => length >= 3);
    const marked = diagnostics.map(({ range }) => document.getText(range));
    assert(marked.includes("email"), marked.join());
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  });
});
