import assert from "node:assert/strict";
import { test } from "node:test";
import { explainAt } from "../../server/src/features/explainAt.ts";
import { FULL_SUPPORT, openDocument } from "../support/documents.ts";
import { readMarks } from "../support/markedText.ts";

const ROWS: readonly (readonly [
  what: string,
  languageId: string,
  marked: string,
  topic: string,
  query: string,
])[] = [
  [
    "an error, from any place in it",
    "log",
    `x {"error":{"code":404,█"context":null,"message":"Table &quot;contact&quot; does not exist in the database.","status_code":404}}`,
    "message/table-not-found",
    "NotFoundException",
  ],
  [
    "a fault",
    "http",
    'POST /api/v2/db/_table/x\n\n{"resource": [1,█]}\n',
    "fault/trailing-comma",
    "trailing-comma",
  ],
  [
    "a header",
    "http",
    "GET /api/v2/db\nX-DreamFactory-API-█Key: {{key}}\n",
    "header/X-DreamFactory-API-Key",
    "X-DreamFactory-API-Key",
  ],
  ["a status line", "http", "GET /api/v2/db\n\nHTTP/1.1 409 Con█flict\n\nx\n", "status/409", "409"],
  [
    "a class",
    "log",
    "#3 DreamFactory\\Core\\Exceptions\\NotFound█Exception->f()",
    "exception/NotFoundException",
    "NotFoundException",
  ],
];

for (const [what, languageId, marked, topic, query] of ROWS) {
  test(`explains ${what}`, () => {
    const { text, cursor } = readMarks(marked);
    const { document, parsed } = openDocument(text, languageId);
    const found = explainAt(document, parsed, document.positionAt(cursor), FULL_SUPPORT);
    assert.match(found?.topic ?? "", new RegExp(`^${topic.split("/")[0]}/`));
    if (!topic.startsWith("message/")) assert.equal(found?.topic, topic);
    assert.equal(found?.query, query);
    assert.notEqual(found?.markdown, "");
  });
}

test("explains nothing where nothing of DreamFactory's stands", () => {
  const { document, parsed } = openDocument("nothing to see here", "log");
  assert.equal(explainAt(document, parsed, { line: 0, character: 4 }, FULL_SUPPORT), undefined);
});
