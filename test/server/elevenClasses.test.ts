import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Hover } from "vscode-languageserver-protocol";
import { TextDocument } from "vscode-languageserver-textdocument";
import { EXCEPTION_CLASSES } from "../../server/src/catalog/exceptionClasses.ts";
import { ANSWERS } from "../support/answers.ts";
import { readMarks } from "../support/markedText.ts";
import { connectToProgram, type TestClient } from "../support/testClient.ts";

const DOCUMENTS: Readonly<Record<string, (answer: string, status: number) => string>> = {
  log: (answer) => `[2026-11-22T09:17:03+00:00] production.WARNING: answered ${answer} to 10.0.0.7\n`,
  http: (answer, status) =>
    `GET https://example.com/api/v2/db/_table/contacts\nX-DreamFactory-API-Key: {{key}}\n\nHTTP/1.1 ${status} x\nContent-Type: application/json\n\n${answer}\n`,
};

suite("the built server names the class of every answer", () => {
  let client: TestClient;
  before(async () => {
    client = await connectToProgram("dist/server.js", ["--stdio"]);
  });
  after(() => client.close());

  for (const { name, status } of EXCEPTION_CLASSES) {
    for (const [languageId, write] of Object.entries(DOCUMENTS)) {
      test(`${name} in ${languageId}`, async () => {
        for (const answer of ANSWERS[name]) {
          const { text, cursor } = readMarks(write(answer, status));
          const position = TextDocument.create("file:///x", languageId, 1, text).positionAt(cursor);
          const { contents } = await client.connection.sendRequest<Hover>("textDocument/hover", {
            textDocument: { uri: client.open(text, languageId) },
            position,
          });
          const [headline = ""] = (contents as { value: string }).value.split("\n");
          assert.ok(headline.includes(`\`${name}\``), `${answer}\n${headline}`);
        }
      });
    }
  }
});
