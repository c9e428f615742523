import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { explainRecord } from "../../server/src/records/explain.ts";
import { findRecords } from "../../server/src/records/findRecords.ts";
import { fillPhrase } from "../../server/src/text/phrase.ts";

suite("an explanation", () => {
  test("fills what the message named into cause and fix", () => {
    const { title, className, causes } = explain(
      `{"error":{"code":404,"context":null,"message":"Table &quot;contact&quot; does not exist in the database.","status_code":404}}`,
    );
    assert.equal(fillPhrase(title), "404 Not Found");
    assert.equal(className, "NotFoundException");
    assert.match(fillPhrase(causes[0] ?? { text: "" }), /contact/);
  });

  test("ends what the server said like a sentence where another one follows", () => {
    const { causes } = explain(
      `{"error":{"code":0,"context":null,"message":"Failed to create blob \\"logo\\": access denied"}}`,
    );
    assert.equal(
      fillPhrase(causes[0] ?? { text: "" }),
      "The object store refused to store `logo`: access denied. The code is 0 and `status_code` is missing.",
    );
  });

  test("says what the database means before what DreamFactory means", () => {
    const { className, driverCodes, causes } = explain(
      `{"error":{"code":"42S02","message":"SQLSTATE[42S02]: Base table or view not found: 1146 Table 'x.y' doesn't exist (SQL: select * from \`y\`)"}}`,
    );
    assert.equal(className, "QueryException");
    assert.ok(driverCodes.length > 0);
    assert.equal(causes[0]?.text, driverCodes[0]?.meaning);
  });

  test("counts the failing records of a batch and explains each", () => {
    const { title, entries } = explain(
      `{"error":{"code":1000,"context":{"error":[1],"resource":[{"id":8},{"code":"23000","message":"SQLSTATE[23000]: Integrity constraint violation: 1062 Duplicate entry 'test5' for key 'name'"}]},"message":"Batch Error: Not all requested records could be created.","status_code":400}}`,
    );
    assert.equal(fillPhrase(title), "Batch: 1 of 2 records failed");
    assert.deepEqual(
      entries.map(({ entry }) => entry.index),
      [1],
    );
    assert.notEqual(entries[0]?.advice, undefined);
  });

  test("says that a message is not known, and falls back to the class", () => {
    const { causes, notes, exception } = explain(
      `{"error":{"code":403,"context":null,"message":"Zebras may not graze here.","status_code":403}}`,
    );
    assert.equal(causes[0]?.text, exception?.causes[0]);
    assert.match(notes.map((note) => fillPhrase(note)).join("\n"), /not in the catalog/);
  });

  test("does not speak of causes where there are none", () => {
    const { causes, notes } = explain(
      `{"error":{"code":7001,"context":null,"message":"Zebras may not graze here."}}`,
    );
    assert.deepEqual(causes, []);
    assert.deepEqual(
      notes.map((note) => fillPhrase(note)),
      ["This message is not in the catalog."],
    );
  });

  test("explains a batch from before batches had a class by what makes batches fail", () => {
    const { className, causes } = explain(
      `{"error":{"context":{"errors":[0],"record":["Zebras may not graze here."]},"message":"Zebras.","code":400}}`,
    );
    assert.equal(className, "BadRequestException");
    assert.match(causes[0]?.text ?? "", /operations of a batch/);
  });

  test("says where the code differs from the status", () => {
    const { title, notes } = explain(
      `{"error":{"code":404,"context":null,"message":"Record with identifier '9' not found.","status_code":400}}`,
    );
    assert.equal(fillPhrase(title), "400 Bad Request");
    assert.match(notes.map((note) => fillPhrase(note)).join("\n"), /404 differs from the status 400/);
  });
});

function explain(text: string) {
  const [record] = findRecords(text);
  assert.ok(record !== undefined);
  return explainRecord(record);
}
