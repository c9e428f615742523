import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Range } from "vscode-languageserver-protocol";
import { readClientSupport } from "../../server/src/clientSupport.ts";
import { Method } from "../../server/src/protocol.ts";
import { SERVER_FEATURES } from "../../server/src/serverFeatures.ts";
import type { TestClient } from "../support/testClient.ts";
import { connectInBand } from "../support/testClient.ts";

const LOG = `a {"error":{"code":404,"context":null,"message":"Table &quot;a&quot; does not exist in the database.","status_code":404}}\n`;

const BATCH = `POST https://df.example.com/api/v2/db/_table/item
Content-Type: application/json

{"resource": [{"id": 1}, {"id": 2}]}

HTTP/1.1 400 Bad Request

{"error":{"code":1000,"context":{"error":[1],"resource":[{"id":1},{"code":400,"message":"Field 'id' is read only."}]},"message":"Batch Error: Not all requested records could be created.","status_code":400}}
`;

suite("surfaces over the wire", () => {
  let client: TestClient;
  let textDocument: { readonly uri: string };
  before(async () => {
    client = await connectInBand();
    textDocument = { uri: client.open(LOG, "log") };
  });
  after(() => client.close());

  const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
  const position = { line: 0, character: 60 };
  const rows: readonly [string, object, number][] = [
    ["textDocument/documentSymbol", {}, 1],
    ["textDocument/inlayHint", { range }, 1],
    ["textDocument/references", { position, context: { includeDeclaration: true } }, 1],
    ["textDocument/documentHighlight", { position }, 4],
    ["textDocument/documentLink", {}, 0],
  ];
  for (const [method, params, expected] of rows) {
    test(`${method} answers`, async () => {
      const answer = await client.connection.sendRequest<unknown[]>(method, { textDocument, ...params });
      assert.equal(answer.length, expected);
    });

    test(`${method} answers null for a document that is not open`, async () => {
      const closed = { uri: "file:///closed.log" };
      assert.equal(await client.connection.sendRequest(method, { textDocument: closed, ...params }), null);
    });
  }

  test("a request is completed, colored and led from its answer to its records", async () => {
    const uri = client.open(BATCH, "http");
    const ask = <T>(method: string, params: object): Promise<T> =>
      client.connection.sendRequest<T>(method, { textDocument: { uri }, ...params });
    const items = await ask<{ label: string }[]>("textDocument/completion", {
      position: { line: 1, character: 0 },
    });
    assert.ok(items.some(({ label }) => label === "X-DreamFactory-API-Key"));
    const { data } = await ask<{ data: number[] }>("textDocument/semanticTokens/full", {});
    const inRange = await ask<{ data: number[] }>("textDocument/semanticTokens/range", { range });
    assert.deepEqual(inRange.data, data);
    const definition = await ask<{ range: { start: object } }>("textDocument/definition", {
      position: { line: 7, character: BATCH.split("\n")[7]?.indexOf("1],") ?? 0 },
    });
    assert.deepEqual(definition.range.start, { line: 3, character: 25 });
  });

  test("a record is opened as JSON", async () => {
    const opened = await client.connection.sendRequest<{ name: string } | null>(Method.openRecord, {
      textDocument,
      position,
    });
    assert.equal(opened?.name, "404-NotFoundException.json");
  });

  test("folding leaves a plain log to the editor", async () => {
    assert.equal(await client.connection.sendRequest("textDocument/foldingRange", { textDocument }), null);
  });

  test("the next error is told from every place", async () => {
    for (const direction of ["next", "previous"]) {
      const range = await client.connection.sendRequest<Range>(Method.nextError, {
        textDocument,
        position,
        direction,
      });
      assert.equal(LOG.slice(range.start.character, range.end.character).slice(0, 9), "Table &qu");
    }
  });

  test("the errors of a document are listed in words", async () => {
    const { errors } = await client.connection.sendRequest<{ errors: { label: string; title: string }[] }>(
      Method.listErrors,
      { textDocument },
    );
    assert.deepEqual(
      errors.map(({ label, title }) => [label, title]),
      [['NotFoundException: Table "a" does not exist in the database.', "404 Not Found"]],
    );
  });

  test("a text that is no document is explained", async () => {
    const { errors, markdown } = await client.connection.sendRequest<{
      errors: unknown[];
      markdown: string | null;
    }>(Method.explainText, { text: LOG, claim: "auto" });
    assert.equal(errors.length, 1);
    assert.match(markdown ?? "", /^# 404 Not Found\n/);
  });

  test("a retry function comes for languages that have one", async () => {
    const ask = (languageId: string) =>
      client.connection.sendRequest<{ title: string } | null>(Method.retrySnippet, { languageId });
    assert.equal((await ask("python"))?.title, "Python");
    assert.equal(await ask("cobol"), null);
  });

  test("every capability is promised by one feature only", () => {
    const promised = SERVER_FEATURES.flatMap(({ capabilities }) =>
      Object.keys(capabilities(readClientSupport({ textDocument: { diagnostic: {} } }))),
    );
    assert.equal(new Set(promised).size, promised.length);
  });
});
