import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { getDefinition } from "../../server/src/features/definition.ts";
import { getReferences } from "../../server/src/features/recordReferences.ts";
import { FULL_SUPPORT, openDocument } from "../support/documents.ts";
import { readMarks } from "../support/markedText.ts";

/** A batch whose records 1 and 2 failed, with places for the cursor. */
function batch({
  body = ["A", "B", "C"].map((name) => `{"name":"${name}"}`).join(", "),
  index = "1",
  message = "",
  resource = "resource",
} = {}): string {
  return `POST https://df.example.com/api/v2/db/_table/item?continue=true
X-DreamFactory-API-Key: {{key}}
Content-Type: application/json

{"${resource}": [${body}]}

HTTP/1.1 400 Bad Request
Content-Type: application/json

{"error":{"code":1000,"context":{"error":[${index},2],"resource":[{"id":8},{"code":"23000","message":"${message}SQLSTATE[23000]: Integrity constraint violation: 1062 Duplicate entry 'B' for key 'name'"},{"code":400,"message":"Field 'name' is read only."}]},"message":"Batch Error: Not all requested records could be created.","status_code":400}}
`;
}

suite("go to the record of a failing batch", () => {
  const rows: readonly [string, string, string | undefined][] = [
    ["from the index", batch({ index: "█1" }), '{"name":"B"}'],
    ["from what the server says of it", batch({ message: "█" }), '{"name":"B"}'],
    ["from other text of the answer to nowhere", batch().replace("Batch Error", "Batch█ Error"), undefined],
    ["from the status code to nowhere", batch().replace('"status_code":', '"status_code":█'), undefined],
    [
      "not past a placeholder that may hold several records",
      batch({ index: "█1", body: '{"name":"A"}, {{more}}, {"name":"C"}' }),
      undefined,
    ],
  ];
  test("from a kept response to the request that names it", () => {
    const [request = "", answer = ""] = batch({ index: "█1" }).split(/\n\nHTTP[^{]*/);
    const http = openDocument(`${request}\n\n<> kept.400.json\n`, "http", "/a/b.http");
    const { text, cursor } = readMarks(answer);
    const { document, parsed } = openDocument(text, "json", "/a/kept.400.json");
    const links = getDefinition(document, parsed, document.positionAt(cursor), FULL_SUPPORT, [http]);
    const [link] = Array.isArray(links) ? links : [];
    assert.ok(link !== undefined && "targetUri" in link);
    assert.equal(link.targetUri, http.document.uri);
    assert.equal(http.document.getText(link.targetRange), '{"name":"B"}');
  });

  for (const [what, marked, expected] of rows) {
    test(what, () => {
      const { text, cursor } = readMarks(marked);
      const { document, parsed } = openDocument(text, "http");
      const found = getDefinition(document, parsed, document.positionAt(cursor), FULL_SUPPORT);
      const [link] = Array.isArray(found) ? found : [];
      assert.equal(link && "targetRange" in link ? document.getText(link.targetRange) : undefined, expected);
    });
  }

  test("is a plain location for editors that know no links", () => {
    const { text, cursor } = readMarks(batch({ index: "█1" }));
    const { document, parsed } = openDocument(text, "http");
    const support = { ...FULL_SUPPORT, definitionLinks: false };
    const found = getDefinition(document, parsed, document.positionAt(cursor), support);
    assert.ok(found !== undefined && "range" in found);
    assert.equal(document.getText(found.range), '{"name":"B"}');
  });
});

suite("references of a record in the body", () => {
  const rows: readonly [string, string, RegExp | undefined][] = [
    ["are what the answer says of it", batch().replace('"B"', '"█B"'), /Duplicate entry 'B'/],
    ["are none for a record that went well", batch().replace('"A"', '"█A"'), undefined],
  ];
  for (const [what, marked, expected] of rows) {
    test(what, () => {
      const { text, cursor } = readMarks(marked);
      const { document, parsed } = openDocument(text, "http");
      const found = getReferences(document, parsed, document.positionAt(cursor));
      if (expected === undefined) assert.equal(found, undefined);
      else assert.match(found?.map(({ range }) => document.getText(range)).join("\n") ?? "", expected);
    });
  }
});
