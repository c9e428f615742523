import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  CompletionList,
  Hover,
  Location,
  MarkupContent,
  SymbolInformation,
} from "vscode-languageserver-protocol";
import { connectInBand, type TestClient } from "../support/testClient.ts";

const LOG = `{"error":{"code":404,"context":null,"message":"Could not find a service for user","status_code":404}}\n`;
const REQUESTS = `POST https://df.example.com/api/v2/db/_table/item
X-DreamFactory-API-Key: {{key}}
Content-Type: application/json

{"resource": [{"id": 1}, {"id": 2},]}

HTTP/1.1 400 Bad Request

{"error":{"code":1000,"context":{"error":[1],"resource":[{"id":1},{"code":400,"message":"Field 'id' is read only."}]},"message":"Batch Error: Not all requested records could be created.","status_code":400}}

###
GET https://df.example.com/api/v2/db/_table/item?
X-DreamFactory-API-Key: {{key}}
`;

/** What a server may ask only of editors that offer it. */
const OPTIONAL = [
  "client/registerCapability",
  "workspace/configuration",
  "workspace/applyEdit",
  "workspace/diagnostic/refresh",
  "workspace/inlayHint/refresh",
  "workspace/codeLens/refresh",
  "workspace/semanticTokens/refresh",
  "window/workDoneProgress/create",
];

/** An editor that says nothing of what it can do, as LSP 1 and 2 allow. */
suite("an editor that can do little", () => {
  const asked: string[] = [];
  let client: TestClient;
  let log = "";
  let requests = "";
  before(async () => {
    client = await connectInBand({ capabilities: {} });
    for (const method of OPTIONAL) {
      client.connection.onRequest(method, () => {
        asked.push(method);
        return null;
      });
    }
    log = client.open(LOG, "log");
    requests = client.open(REQUESTS, "http");
  });
  after(() => client.close());

  const ask = <T>(method: string, uri: string, more: object = {}): Promise<T> =>
    client.connection.sendRequest<T>(method, { textDocument: { uri }, ...more });

  test("gets hovers in plain text, without links that it cannot follow", async () => {
    for (const [uri, line, character] of [
      [log, 0, 3],
      [requests, 8, 3],
    ] as const) {
      const { contents } = await ask<Hover>("textDocument/hover", uri, { position: { line, character } });
      const { kind, value } = contents as MarkupContent;
      assert.equal(kind, "plaintext");
      assert.match(value, /^Reference \(https:\/\/wiki\.dreamfactory\.com\/\S+\)$/m);
      assert.doesNotMatch(value, /\*\*|^\*|`{3}|command:|\]\(|\\[-.()[\]]/m);
    }
  });

  test("is told the problems of a document without having to ask", async () => {
    const { diagnostics } = await client.published(requests);
    assert.deepEqual(
      diagnostics.map(({ code, relatedInformation, codeDescription }) => [
        code,
        relatedInformation,
        codeDescription,
      ]),
      [["trailing-comma", undefined, undefined]],
    );
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
  });

  test("gets edits that name neither versions nor annotations, and no command of another editor", async () => {
    const position = { line: 4, character: 34 };
    const range = { start: position, end: position };
    const actions = await ask<CodeAction[]>("textDocument/codeAction", requests, {
      range,
      context: { diagnostics: [] },
    });
    assert.ok(actions.length > 0);
    for (const { title, edit, command } of actions) {
      assert.equal(edit?.documentChanges, undefined, title);
      assert.equal(edit?.changeAnnotations, undefined, title);
      assert.equal(command, undefined, title);
      assert.deepEqual(Object.keys(edit?.changes ?? {}), [requests], title);
    }
    const lenses = client.initialized.capabilities.codeLensProvider
      ? await ask<CodeLens[]>("textDocument/codeLens", requests)
      : [];
    assert.deepEqual(lenses, []);
  });

  test("gets completions without tab stops and Markdown", async () => {
    const position = { line: 11, character: 49 };
    const answer = await ask<CompletionItem[] | CompletionList>("textDocument/completion", requests, {
      position,
    });
    const items = Array.isArray(answer) ? answer : answer.items;
    assert.ok(items.length > 0);
    for (const { label, insertTextFormat, textEdit, documentation } of items) {
      assert.notEqual(insertTextFormat, 2, label);
      assert.doesNotMatch(textEdit?.newText ?? "", /\$\{?\d/, label);
      if (typeof documentation === "object") assert.equal(documentation.kind, "plaintext", label);
    }
  });

  test("gets a flat outline, and places instead of links", async () => {
    const symbols = await ask<SymbolInformation[]>("textDocument/documentSymbol", requests);
    assert.ok(symbols.length > 1);
    for (const { name, location } of symbols) assert.equal(location?.uri, requests, name);
    const correct = client.open(REQUESTS.replace(",]", "]"), "http");
    const character = (REQUESTS.split("\n")[8]?.indexOf("[1]") ?? 0) + 1;
    const found = await ask<Location | Location[]>("textDocument/definition", correct, {
      position: { line: 8, character },
    });
    assert.deepEqual(
      [found].flat().map(({ uri, range }) => [uri, range.start.line]),
      [[correct, 4]],
    );
  });

  test("is asked nothing that it did not offer to answer", () => {
    assert.deepEqual(asked, []);
  });
});
