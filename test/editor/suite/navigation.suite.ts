import assert from "node:assert/strict";
import { commands, type DocumentSymbol, Selection, type TextEditor, window } from "vscode";
import { show, showNew } from "./documents.ts";
import { theExtension } from "./extension.ts";

suite("Going from error to error", () => {
  suiteSetup(() => theExtension().activate());

  test("visits each error of a log once and goes round at the end", async () => {
    const editor = await show("dreamfactory.log");
    const { records } = await (await theExtension().activate()).statistics(editor.document.uri);
    moveTo(editor, 0);
    const visited: number[] = [];
    for (let step = 0; step <= records; step += 1) {
      await commands.executeCommand("dreamfactoryErrors.nextError");
      visited.push(editor.document.offsetAt(editor.selection.active));
    }
    const [first, ...others] = visited;
    assert.equal(others.at(-1), first);
    assert.deepEqual(
      visited.slice(0, -1),
      [...new Set(visited)].sort((a, b) => a - b),
    );
    assert.equal(new Set(visited).size, records);
  });

  test("goes backwards, and round at the start", async () => {
    const error = '{"error":{"code":404,"context":null,"message":"Not Found","status_code":404}}';
    const editor = await showNew("log", `one ${error}\ntwo ${error}\n`);
    moveTo(editor, 0);
    const lines: number[] = [];
    for (let step = 0; step < 3; step += 1) {
      await commands.executeCommand("dreamfactoryErrors.previousError");
      lines.push(editor.selection.active.line);
    }
    assert.deepEqual(lines, [1, 0, 1]);
  });

  test("arrives where the outline says that the errors are", async () => {
    const editor = await show("nginx-error.log");
    moveTo(editor, 0);
    await commands.executeCommand("dreamfactoryErrors.nextError");
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      editor.document.uri,
    );
    assert(symbols.some(({ selectionRange }) => selectionRange.contains(editor.selection.active)));
  });

  test("leaves the cursor where it is in a file without errors", async () => {
    const editor = await showNew("log", "all is well\n");
    await commands.executeCommand("dreamfactoryErrors.nextError");
    assert.equal(editor.selection.active.line, 0);
    await commands.executeCommand("notifications.clearAll");
  });
});

function moveTo(editor: TextEditor, offset: number): void {
  const place = editor.document.positionAt(offset);
  editor.selection = new Selection(place, place);
  assert.equal(window.activeTextEditor, editor);
}
