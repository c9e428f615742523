import assert from "node:assert/strict";
import {
  CancellationTokenSource,
  type CodeAction,
  type CompletionList,
  commands,
  env,
  Range,
  Selection,
  TabInputWebview,
  type Terminal,
  type TextDocument,
} from "vscode";
import { terminalLinkProvider } from "../../../client/src/terminalLinks.ts";
import { explainText } from "../../../server/src/features/explainText.ts";
import { positionOf, show, showNew } from "./documents.ts";
import { theExtension } from "./extension.ts";
import { editorThat, tabThat } from "./tabs.ts";

const ENVELOPE =
  '{"error":{"code":404,"context":null,"message":"Table &quot;a&quot; does not exist.","status_code":404}}';

suite("An error outside any file", () => {
  suiteSetup(() => theExtension().activate());
  teardown(() => commands.executeCommand("workbench.action.closeAllEditors"));

  test("in the clipboard is explained on a page beside the editor", async () => {
    await show("requests.http");
    await env.clipboard.writeText(`$ curl https://df.example.com/api/v2/db/_table/a\n${ENVELOPE}\n`);
    await commands.executeCommand("dreamfactoryErrors.explainClipboard");
    const { input } = await tabThat(({ label }) => label.includes("Explanation"));
    assert(input instanceof TabInputWebview);
    assert.match(input.viewType, /markdown\.preview/);
  });

  test("in a terminal is a link that explains it", async () => {
    const line = `ada@df:~$ ${ENVELOPE}ada@df:~$ `;
    const [link, ...others] = await linksIn(line);
    assert.deepEqual(others, []);
    assert(link);
    assert.equal(line.slice(link.startIndex, link.startIndex + link.length), ENVELOPE);
    assert.match(link.tooltip ?? "", /NotFoundException/);
    await provider.handleTerminalLink(link);
    await tabThat(({ label }) => label.includes("Explanation"));
  });

  test("is explained although half a character stands beside it", async () => {
    await provider.handleTerminalLink({ line: `${ENVELOPE}\ud83d`, startIndex: 0, length: ENVELOPE.length });
    await tabThat(({ label }) => label.includes("Explanation"));
  });

  for (const line of [
    "npm error code ENOENT",
    '{"error":{"code":404,"message":"Not Found"}}',
    '{"error":{"code":404,"message":"Requested entity was not found.","status":"NOT_FOUND"}}',
    '10.0.0.7 - - [22/Nov/2026:09:14:58 +0000] "GET /api/v2/pokemon/1 HTTP/1.1" 404 12 "-" "curl/8.5"',
  ]) {
    test(`that could be another product's is no link in a terminal: ${line.slice(0, 60)}`, async () =>
      assert.deepEqual(await linksIn(line), []));
  }
});

suite("An error under the cursor", () => {
  suiteSetup(() => theExtension().activate());
  teardown(() => commands.executeCommand("workbench.action.closeAllEditors"));

  test("is opened as JSON, unescaped and formatted", async () => {
    const escaped = JSON.stringify({ body: ENVELOPE });
    const editor = await showNew("log", `upstream said ${escaped}\n`);
    const at = positionOf(editor.document, "does not exist");
    editor.selection = new Selection(at, at);
    await commands.executeCommand("dreamfactoryErrors.openAsJson");
    const { document } = await editorThat(({ uri }) => uri.path.endsWith("/404-NotFoundException.json"));
    assert.equal(document.languageId, "json");
    const { message } = JSON.parse(document.getText()).error;
    assert.match(message, /^Table .*a.* does not exist\.$/);
  });
});

suite("The light bulb on an error", () => {
  suiteSetup(() => theExtension().activate());
  teardown(() => commands.executeCommand("workbench.action.closeAllEditors"));

  test("copies a report in Markdown, with secrets masked", async () => {
    const token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjF9.abcdefgh";
    const { document } = await showNew("log", `${ENVELOPE.replace("does not exist", token)}\n`);
    await choose(document, "Copy explanation as Markdown");
    const copied = await env.clipboard.readText();
    assert.match(copied, /^\*\*404 Not Found\*\* · `NotFoundException`\n- \*\*Message:\*\* /);
    assert.doesNotMatch(copied, /eyJ/);
  });

  test("opens it as JSON", async () => {
    const { document } = await showNew("log", `${JSON.stringify({ body: ENVELOPE })}\n`);
    await choose(document, "Open as JSON");
    await editorThat(({ uri }) => uri.path.endsWith("/404-NotFoundException.json"));
  });
});

/** Runs the command of an action on the error of a document. */
async function choose(document: TextDocument, title: string): Promise<void> {
  const at = positionOf(document, "error");
  const actions = await commands.executeCommand<CodeAction[]>(
    "vscode.executeCodeActionProvider",
    document.uri,
    new Range(at, at),
  );
  const command = actions.find((action) => action.title === title)?.command;
  assert(command, `No action "${title}".`);
  await commands.executeCommand(command.command, ...(command.arguments ?? []));
}

suite("A retry function", () => {
  suiteSetup(() => theExtension().activate());
  teardown(() => commands.executeCommand("workbench.action.closeAllEditors"));

  for (const [language, name] of [
    ["javascript", "async function fetchWithRetry("],
    ["typescript", "async function fetchWithRetry("],
    ["python", "def request_with_retry("],
    ["php", "function requestWithRetry("],
  ] as const) {
    test(`is inserted into a file of ${language}`, async () => {
      const { document } = await showNew(language, "");
      await commands.executeCommand("dreamfactoryErrors.insertRetry");
      assert.ok(document.getText().includes(name), document.getText());
      // What looks like a tab stop of a snippet is a variable of PHP's.
      if (language === "php") assert.match(document.getText(), /\$maxRetries/);
    });
  }
});

suite("A snippet", () => {
  teardown(() => commands.executeCommand("workbench.action.closeAllEditors"));

  test("writes a request into a file of JavaScript", async () => {
    const { document } = await showNew("javascript", "");
    await commands.executeCommand("editor.action.insertSnippet", {
      langId: "javascript",
      name: "DreamFactory: read records",
    });
    assert.match(
      document.getText(),
      /^const response = await fetch\("https:\/\/df\.example\.com\/api\/v2\/db\/_table/,
    );
  });

  test("for requests is offered once: by the server", async () => {
    const { document } = await showNew("http", "Dream");
    const { items } = await commands.executeCommand<CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      document.lineAt(0).range.end,
    );
    const ours = items.map(({ label }) => String(label)).filter((label) => label.startsWith("DreamFactory:"));
    assert.equal(ours.length, 3);
    assert.equal(new Set(ours).size, 3);
  });
});

const provider = terminalLinkProvider({
  explainText: async (text, claim) => explainText(text, claim),
});

async function linksIn(line: string) {
  const { token } = new CancellationTokenSource();
  const terminal = {} as Terminal;
  return (await provider.provideTerminalLinks({ line, terminal }, token)) ?? [];
}
