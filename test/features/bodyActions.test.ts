import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { CodeAction } from "vscode-languageserver-types";
import { bodyActions } from "../../server/src/features/bodyActions.ts";
import { FULL_SUPPORT, openDocument } from "../support/documents.ts";
import { readMarks } from "../support/markedText.ts";

const HEAD = `POST https://example.com/api/v2/db/_table/contacts
X-DreamFactory-API-Key: {{key}}
Content-Type: application/json

`;

suite("what can be done about a whole body", () => {
  test("a broken one is repaired after its edits were shown", () => {
    const action = find(`${HEAD}{resource: [{'name': "Ada",█ "age": 36,\n`, "Repair body…");
    const [change] = action?.edit?.documentChanges ?? [];
    assert.ok(change !== undefined && "edits" in change);
    assert.ok(change.edits.every((edit) => "annotationId" in edit));
    const [annotation] = Object.values(action?.edit?.changeAnnotations ?? {});
    assert.equal(annotation?.needsConfirmation, true);
    assert.match(annotation?.description ?? "", /Quote key "resource" · /);
    const { text } = readMarks(`${HEAD}{resource: [{'name': "Ada", "age": 36,\n`);
    assert.deepEqual(JSON.parse(apply(text, action).slice(HEAD.length)), {
      resource: [{ name: "Ada", age: 36 }],
    });
  });

  test("a sound one is laid out, with placeholders, comments and the spelling of numbers kept", () => {
    const before = `${HEAD}{"resource": [{"id": {{id}}, "price": 1.50,█\n// whole\n"n": 1e3}]}\n`;
    const after = apply(readMarks(before).text, find(before, "Format body"));
    assert.match(after, /\n {6}"id": \{\{id\}\},\n {6}"price": 1\.50,\n/);
    assert.match(after, /\/\/ whole\n/);
    assert.match(after, /"n": 1e3/);
  });

  test("the answer to a refused request is shown", () => {
    const [shown] =
      find(`${HEAD}{"resource": [1,█]}\n`, "What would DreamFactory answer?")?.command?.arguments ?? [];
    assert.equal(shown.name, "answer.http");
    assert.match(shown.text, /^HTTP\/1\.1 400 Bad Request\n/);
  });

  test("a sound and tidy one needs nothing", () => {
    assert.deepEqual(
      actionsAt(`${HEAD}{\n  "resource": [\n    {\n      "name": "Ada█"\n    }\n  ]\n}\n`),
      [],
    );
  });
});

function find(marked: string, title: string): CodeAction | undefined {
  return actionsAt(marked).find((action) => action.title === title);
}

function actionsAt(marked: string): CodeAction[] {
  const { text, cursor } = readMarks(marked);
  const { document, parsed } = openDocument(text, "http");
  return bodyActions(document, parsed, { start: cursor, end: cursor }, FULL_SUPPORT);
}

function apply(text: string, action: CodeAction | undefined): string {
  const [change] = action?.edit?.documentChanges ?? [];
  assert.ok(change !== undefined && "edits" in change, `no edit in ${action?.title}`);
  const edits = change.edits.flatMap((edit) => ("newText" in edit ? [edit] : []));
  return TextDocument.applyEdits(TextDocument.create("file:///x", "http", 1, text), edits);
}
