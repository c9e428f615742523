import assert from "node:assert/strict";
import {
  type CodeAction,
  type CodeActionKind,
  type CodeLens,
  ConfigurationTarget,
  commands,
  CodeActionKind as Kind,
  Position,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import { diagnosticsOf, showNew } from "./documents.ts";
import { theExtension } from "./extension.ts";
import { editorThat } from "./tabs.ts";

const REQUEST = `POST https://df.example.com/api/v2/crm/_table/contact
Content-Type: application/json
X-DreamFactory-API-Key: {{apiKey}}

`;

suite("A body that PHP rejects", () => {
  suiteSetup(() => theExtension().activate());

  test("is underlined where the mistake is, one problem per mistake", async () => {
    const { document } = await showNew("http", `${REQUEST}{"resource": [{name: 'Ada',}]}\n`);
    const diagnostics = await diagnosticsOf(document, ({ length }) => length === 3);
    const marks = diagnostics.map(({ range, code }) => [document.getText(range), codeOf(code)]);
    assert.deepEqual(marks, [
      ["name", "unquoted-key"],
      ["'Ada'", "single-quotes"],
      [",", "trailing-comma"],
    ]);
  });

  test("is mended by the preferred quick fix", async () => {
    const { document } = await showNew("http", `${REQUEST}{"resource": [{"name": "Ada",}]}\n`);
    const [comma] = await diagnosticsOf(document, ({ length }) => length === 1);
    assert(comma);
    const fixes = await actionsAt(document, comma.range, Kind.QuickFix);
    const preferred = fixes.find(({ isPreferred }) => isPreferred);
    assert.equal(preferred?.title, "Remove trailing comma");
    assert(preferred.edit);
    await workspace.applyEdit(preferred.edit);
    assert.equal(document.getText(), `${REQUEST}{"resource": [{"name": "Ada"}]}\n`);
    await diagnosticsOf(document, ({ length }) => length === 0);
  });

  test("is left alone where a rule is off", async () => {
    const rules = () => workspace.getConfiguration("dreamfactoryErrors");
    const { document } = await showNew("http", `${REQUEST}{"resource": [{"name": "Ada",}]}\n`);
    await diagnosticsOf(document, ({ length }) => length === 1);
    await rules().update("rules", { "trailing-comma": "off" }, ConfigurationTarget.Global);
    await diagnosticsOf(document, ({ length }) => length === 0);
    await rules().update("rules", undefined, ConfigurationTarget.Global);
    await diagnosticsOf(document, ({ length }) => length === 1);
  });

  test("is mended on save, where the user wants that", async () => {
    const folder = workspace.workspaceFolders?.[0];
    assert(folder);
    const file = Uri.joinPath(folder.uri, "saved.http");
    await workspace.fs.writeFile(file, new TextEncoder().encode(`${REQUEST}{name: 'Ada'}\n`));
    const settings = workspace.getConfiguration("editor");
    const onSave = { "source.fixAll.dreamfactory": "explicit" };
    await settings.update("codeActionsOnSave", onSave, ConfigurationTarget.Global);

    const { document } = await window.showTextDocument(file);
    await diagnosticsOf(document, ({ length }) => length === 2);
    const editor = await window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(document.lineAt(document.lineCount - 1).range.end, "\n"));
    assert(await document.save());
    assert.equal(document.getText(), `${REQUEST}{"name": "Ada"}\n\n`);
    await settings.update("codeActionsOnSave", undefined, ConfigurationTarget.Global);
  });
});

suite("An error in a response", () => {
  suiteSetup(() => theExtension().activate());

  test("mends the request above it with one quick fix", async () => {
    const message =
      "No record(s) detected in request. Please make sure record(s) are wrapped in a 'resource' tag. " +
      "Example: {&quot;resource&quot;:[{&quot;record&quot;:1},{&quot;record&quot;:2}]}";
    const envelope = JSON.stringify({ error: { code: 400, context: null, message, status_code: 400 } });
    const response = `HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n${envelope}\n`;
    const { document } = await showNew("http", `${REQUEST}{"name": "Ada"}\n\n${response}`);
    const at = document.positionAt(document.getText().indexOf("No record(s)"));
    const [fix] = await actionsAt(document, new Range(at, at), Kind.QuickFix);
    assert.match(fix?.title ?? "", /^In the request above: /);
    assert(fix?.edit);
    await workspace.applyEdit(fix.edit);
    const { resource } = JSON.parse(document.lineAt(4).text);
    assert.deepEqual(resource, [{ name: "Ada" }]);
    assert.ok(document.getText().endsWith(response));
  });
});

suite("An action above a request", () => {
  suiteSetup(() => theExtension().activate());

  test("fixes its mistakes", async () => {
    const { document } = await showNew("http", `${REQUEST}{"resource": [{name: 'Ada',}]}\n`);
    const [fix, answer] = await lensesOf(document);
    assert.equal(fix?.command?.title, "Fix 3 problems");
    assert.equal(answer?.command?.title, "What would DreamFactory answer?");
    await commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
    assert.equal(document.getText(), `${REQUEST}{"resource": [{"name": "Ada"}]}\n`);
  });

  test("does nothing to a document that has changed since", async () => {
    const editor = await showNew("http", `${REQUEST}{"resource": [{"name": "Ada",}]}\n`);
    const [fix] = await lensesOf(editor.document);
    assert(fix?.command);
    await editor.edit((edit) => edit.insert(new Position(0, 0), "\n"));
    const changed = editor.document.getText();
    // The sentence that says so waits to be read.
    void commands.executeCommand(fix.command.command, ...(fix.command.arguments ?? []));
    await commands.executeCommand("notifications.clearAll");
    assert.equal(editor.document.getText(), changed);
  });

  test("shows what DreamFactory would answer", async () => {
    const { document } = await showNew("http", `${REQUEST}{"resource": [{"name": "Ada",}]}\n`);
    const answer = (await lensesOf(document)).at(-1);
    assert(answer?.command);
    await commands.executeCommand(answer.command.command, ...(answer.command.arguments ?? []));
    const shown = await editorThat(({ uri }) => uri.path.endsWith("/answer.http"));
    assert.match(shown.document.getText(), /^HTTP\/1\.1 400 Bad Request\n/);
    await commands.executeCommand("workbench.action.closeAllEditors");
  });

  test("is gone when it is switched off", async () => {
    const settings = workspace.getConfiguration("dreamfactoryErrors");
    const { document } = await showNew("http", `${REQUEST}{"resource": [{"name": "Ada",}]}\n`);
    assert.notDeepEqual(await lensesOf(document), []);
    await settings.update("codeLens.enabled", false, ConfigurationTarget.Global);
    assert.deepEqual(await lensesOf(document), []);
    await settings.update("codeLens.enabled", undefined, ConfigurationTarget.Global);
  });
});

async function lensesOf(document: TextDocument): Promise<readonly CodeLens[]> {
  return commands.executeCommand("vscode.executeCodeLensProvider", document.uri, 100);
}

async function actionsAt(
  document: TextDocument,
  range: Range,
  kind: CodeActionKind,
): Promise<readonly CodeAction[]> {
  return commands.executeCommand("vscode.executeCodeActionProvider", document.uri, range, kind.value);
}

function codeOf(code: string | number | { value: string | number; target: Uri } | undefined): unknown {
  return typeof code === "object" ? code.value : code;
}
