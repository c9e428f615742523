import assert from "node:assert/strict";
import {
  type CodeAction,
  type CodeActionKind,
  ConfigurationTarget,
  commands,
  CodeActionKind as Kind,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import { diagnosticsOf, showNew } from "./documents.ts";
import { theExtension } from "./extension.ts";

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
