import assert from "node:assert/strict";
import {
  commands,
  type DocumentSymbol,
  type Hover,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  workspace,
} from "vscode";
import { positionOf, show } from "./documents.ts";
import { theExtension } from "./extension.ts";

const NAME = "large.log";
const ERRORS = 30_000;
const QUIET = "2026-11-22T09:15:37Z INFO processed order 7 in 12 ms\n".repeat(17);

/** Larger than what VS Code colors, and with more errors than are read at once. */
suite("A log of 30 MB with 30,000 errors", () => {
  let editor: TextEditor;

  suiteSetup(async () => {
    await theExtension().activate();
    await workspace.fs.writeFile(addressOf(NAME), new TextEncoder().encode(largeLog()));
    editor = await show(NAME);
  });
  suiteTeardown(async () => {
    await editor.document.save();
    await commands.executeCommand("workbench.action.closeActiveEditor");
  });

  test("is read as far as it can be at once, and says so", async () => {
    const { records, complete } = await (await theExtension().activate()).statistics(editor.document.uri);
    assert.deepEqual([records, complete], [20_000, false]);
    assert(editor.document.getText().length > 28_000_000);
  });

  for (const index of [0, 19_999, 20_000, ERRORS - 1]) {
    test(`explains error ${index + 1}`, async () => {
      assert.match(await hoverAt(editor.document, messageOf(index)), /NotFoundException/);
    });
  }

  test("is gone through up to its last error, and round", async () => {
    const { document } = editor;
    const from = positionOf(document, messageOf(ERRORS - 2));
    editor.selection = new Selection(from, from);
    const places = [positionOf(document, messageOf(ERRORS - 1)), positionOf(document, messageOf(0))];
    for (const place of places) {
      await commands.executeCommand("dreamfactoryErrors.nextError");
      assert.deepEqual(editor.selection.active, place);
    }
    await commands.executeCommand("dreamfactoryErrors.previousError");
    assert.deepEqual(editor.selection.active, places[0]);
  });

  test("has an outline of its first errors that says that there are more", async () => {
    const symbols = await commands.executeCommand<DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      editor.document.uri,
    );
    assert.equal(symbols.length, 1001);
    assert.match(symbols.at(-1)?.name ?? "", /^… over 19000 /);
  });

  test("is explained and counted right after keys in its middle", async () => {
    const { document } = editor;
    const api = await theExtension().activate();
    for (const key of ["x", "y"]) {
      await editor.edit((edit) => edit.insert(positionOf(document, messageOf(10_000)), key));
      assert.match(await hoverAt(document, messageOf(ERRORS - 1)), /NotFoundException/);
    }
    const end = document.lineAt(positionOf(document, messageOf(0)).line).rangeIncludingLineBreak;
    await editor.edit((edit) => edit.delete(end));
    assert.equal((await api.statistics(document.uri)).records, 20_000);
    assert.match(await hoverAt(document, messageOf(20_000)), /NotFoundException/);
  });
});

function largeLog(): string {
  return Array.from({ length: ERRORS }, (_, index) => {
    const error = { code: 404, context: null, message: messageOf(index), status_code: 404 };
    return `${JSON.stringify({ error })}\n${QUIET}`;
  }).join("");
}

function messageOf(index: number): string {
  return `Could not find a service for user${String(index).padStart(5, "0")}`;
}

function addressOf(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert(folder, "No folder is open.");
  return Uri.joinPath(folder.uri, name);
}

async function hoverAt(document: TextDocument, text: string): Promise<string> {
  const hovers = await commands.executeCommand<readonly Hover[]>(
    "vscode.executeHoverProvider",
    document.uri,
    positionOf(document, text),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === "string" ? content : content.value))
    .join("\n");
}
