import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction } from "vscode-languageserver-types";
import { getCodeActions } from "../../server/src/features/codeActions.ts";
import { Command } from "../../server/src/protocol.ts";
import { DEFAULT_SETTINGS } from "../../server/src/settings.ts";
import { FULL_SUPPORT, openDocument } from "../support/documents.ts";
import { readMarks } from "../support/markedText.ts";

const NO_RECORDS = `HTTP/1.1 400 Bad Request
Content-Type: application/json

{"error":{"code":400,"context":null,"message":"No record(s) detected in request. █Please make sure record(s) are wrapped in a 'resource' tag. Example: {&quot;resource&quot;:[{&quot;record&quot;:1},{&quot;record&quot;:2}]}","status_code":400}}
`;

suite("an error in a response", () => {
  test("mends the request above it: the record is wrapped", () => {
    const before = `POST https://df.example.com/api/v2/db/_table/contacts
X-DreamFactory-API-Key: {{key}}
Content-Type: application/json

{"name": "Ada"}

${NO_RECORDS}`;
    const [action] = actionsFor(before);
    assert.match(action?.title ?? "", /^In the request above: /);
    assert.match(apply(before, action), /\n\{"resource": ?\[\{"name": "Ada"\}\]\}\n/);
  });

  test("mends the request above it: the JSON is repaired", () => {
    const before = `POST https://df.example.com/api/v2/db/_table/contacts
X-DreamFactory-API-Key: {{key}}
Content-Type: application/json

{"resource": [{"name": "Ada"},]}

${NO_RECORDS}`;
    const [action] = actionsFor(before);
    assert.match(apply(before, action), /\n\{"resource": \[\{"name": "Ada"\}\]\}\n/);
  });

  test("in a file of its own mends the request that names it", () => {
    const url = "https://df.example.com/api/v2/db/_table/contacts";
    const head = `POST ${url}\nX-DreamFactory-API-Key: {{key}}\nContent-Type: application/json\n\n`;
    const requests = `GET ${url}\n\n<> kept/2026.200.json\n\n###\n${head}{"name": "Ada"}\n\n<> kept/2026.400.json\n`;
    const http = openDocument(requests, "http", "/a/b.http");
    const { text, cursor } = readMarks(NO_RECORDS.slice(NO_RECORDS.indexOf("{")));
    const kept = (path: string): readonly CodeAction[] => {
      const { document, parsed } = openDocument(text, "json", path);
      const at = document.positionAt(cursor);
      const request = { range: { start: at, end: at }, context: { diagnostics: [] } };
      return getCodeActions(document, parsed, request, DEFAULT_SETTINGS, FULL_SUPPORT, [http]);
    };
    const [action] = kept("/a/kept/2026.400.json");
    assert.equal(action?.title, "In b.http: Wrap in resource");
    const [change] = action?.edit?.documentChanges ?? [];
    assert.ok(change !== undefined && "edits" in change && change.textDocument.uri === http.document.uri);
    assert.match(apply(requests, action), /\n\{"resource": ?\[\{"name": "Ada"\}\]\}\n/);
    for (const other of ["/kept/2026.400.json", "/a/kept/2026.200.json"]) {
      assert.ok(
        kept(other).every(({ title }) => !title.includes("Wrap in resource")),
        other,
      );
    }
  });

  test("is copied as a report with secrets masked", () => {
    const line = `{"error":{"code":401,"context":null,"message":"Invalid token: █eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjF9.abc","status_code":401}}`;
    const copies = actionsFor(line, "log").filter(({ title }) => title.startsWith("Copy"));
    assert.equal(copies.length, 2);
    for (const { command } of copies) {
      const [text] = command?.arguments ?? [];
      assert.match(text, /401 Unauthorized/);
      assert.match(text, /Invalid token: •••/);
      assert.doesNotMatch(text, /eyJ/);
    }
  });

  test("is opened as JSON without the escapes around it", () => {
    const line = String.raw`{"body":"{\"error\":{\"code\":404,\"context\":null,█\"message\":\"Not Found\",\"status_code\":404}}"}`;
    const action = actionsFor(line, "log").find(({ title }) => title === "Open as JSON");
    assert.equal(action?.command?.command, Command.showText);
    const [{ name, text }] = action.command.arguments ?? [];
    assert.equal(name, "404-NotFoundException.json");
    assert.equal(JSON.parse(text).error.message, "Not Found");
  });
});

function actionsFor(marked: string, languageId = "http"): CodeAction[] {
  const { text, cursor } = readMarks(marked);
  const { document, parsed } = openDocument(text, languageId);
  const at = document.positionAt(cursor);
  const request = { range: { start: at, end: at }, context: { diagnostics: [] } };
  return getCodeActions(document, parsed, request, DEFAULT_SETTINGS, FULL_SUPPORT);
}

function apply(marked: string, action: CodeAction | undefined): string {
  const [change] = action?.edit?.documentChanges ?? [];
  assert.ok(change !== undefined && "edits" in change, `no edit in ${action?.title}`);
  const edits = change.edits.flatMap((edit) => ("newText" in edit ? [edit] : []));
  return TextDocument.applyEdits(TextDocument.create("file:///x", "http", 1, marked.replace("█", "")), edits);
}
