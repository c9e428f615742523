import assert from "node:assert/strict";
import { suite, type TestContext, test } from "node:test";
import type { CodeAction, Diagnostic, Hover } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  connectInBand,
  connectToProgram,
  type TestClient,
  type TestClientOptions,
} from "../support/testClient.ts";

const MODES: Readonly<Record<string, (options?: TestClientOptions) => Promise<TestClient>>> = {
  "in this process": connectInBand,
  "built, over stdio": (options) => connectToProgram("dist/server.js", ["--stdio"], options),
};

const BODY = `POST https://example.com/api/v2/db/_table/contacts
X-DreamFactory-API-Key: {{key}}
Content-Type: application/json

{"resource": [{"name": "Ada"},]}
`;

for (const [mode, connect] of Object.entries(MODES)) {
  suite(`the server ${mode}`, () => {
    test("explains an error under the cursor", async (t) => {
      const client = await connectFor(t, connect);
      const uri = client.open(
        `{"error":{"code":404,"context":null,"message":"Record with identifier '5' not found.","status_code":404}}`,
        "log",
      );
      const hover = await client.connection.sendRequest<Hover>("textDocument/hover", {
        textDocument: { uri },
        position: { line: 0, character: 3 },
      });
      assert.match(JSON.stringify(hover.contents), /NotFoundException/);
    });

    test("speaks the language whose translations the editor sends, else English", async (t) => {
      const titleOf = async (options?: TestClientOptions) => {
        const client = await connectFor(t, connect, options);
        const uri = client.open(BODY, "http");
        const { diagnostics } = await client.published(uri);
        const actions = await client.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
          textDocument: { uri },
          range: diagnostics[0]?.range,
          context: { diagnostics },
        });
        return actions[0]?.title;
      };
      const l10n = { "Remove trailing comma": "Quitar la coma final" };
      assert.equal(await titleOf({ initializationOptions: { l10n } }), "Quitar la coma final");
      assert.equal(await titleOf(), "Remove trailing comma");
    });

    test("publishes one diagnostic for one fault, and its fix mends the body", async (t) => {
      const client = await connectFor(t, connect);
      const uri = client.open(BODY, "http");
      const { diagnostics } = await client.published(uri);
      assert.deepEqual(
        diagnostics.map(({ code }) => code),
        ["trailing-comma"],
      );
      const [diagnostic] = diagnostics as [Diagnostic];
      const actions = await client.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri },
        range: diagnostic.range,
        context: { diagnostics },
      });
      assert.equal(actions[0]?.title, "Remove trailing comma");
      assert.equal(applyAction(BODY, actions[0]), BODY.replace(",]", "]"));
    });

    test("fixes all that is safe when asked on save", async (t) => {
      const client = await connectFor(t, connect);
      const uri = client.open(BODY, "http");
      const actions = await client.connection.sendRequest<CodeAction[]>("textDocument/codeAction", {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [], only: ["source.fixAll"] },
      });
      assert.deepEqual(
        actions.map((action) => applyAction(BODY, action)),
        [BODY.replace(",]", "]")],
      );
    });

    test("keeps up with edits", async (t) => {
      const client = await connectFor(t, connect);
      const uri = client.open(BODY, "http");
      assert.equal((await client.published(uri)).diagnostics.length, 1);
      const range = { start: { line: 4, character: 29 }, end: { line: 4, character: 30 } };
      client.change(uri, 2, [{ range, text: "" }]);
      const { diagnostics, version } = await client.published(uri);
      assert.deepEqual({ diagnostics, version }, { diagnostics: [], version: 2 });
    });

    test("answers a lookup and its page", async (t) => {
      const client = await connectFor(t, connect);
      const [found] = await client.connection.sendRequest<{ topic: string }[]>("dreamfactoryErrors/lookUp", {
        query: "409",
      });
      assert.equal(found?.topic, "exception/ConflictResourceException");
      const page = await client.connection.sendRequest<{ title: string }>(
        "dreamfactoryErrors/referencePage",
        {
          topic: found?.topic,
        },
      );
      assert.equal(page.title, "409 Conflict");
    });
  });
}

test("a setting switches one check off", async (t) => {
  const client = await connectFor(t, connectInBand, { settings: { rules: { "trailing-comma": "off" } } });
  const uri = client.open(BODY, "http");
  assert.deepEqual((await client.published(uri)).diagnostics, []);
});

/** Connects for the time of one test, however it ends. */
async function connectFor(
  t: TestContext,
  connect: (options?: TestClientOptions) => Promise<TestClient>,
  options?: TestClientOptions,
): Promise<TestClient> {
  const client = await connect(options);
  t.after(() => client.close());
  return client;
}

function applyAction(text: string, action: CodeAction | undefined): string {
  const [change] = action?.edit?.documentChanges ?? [];
  assert.ok(change !== undefined && "edits" in change);
  const edits = change.edits.flatMap((edit) => ("newText" in edit ? [edit] : []));
  return TextDocument.applyEdits(TextDocument.create("file:///x", "http", 1, text), edits);
}
