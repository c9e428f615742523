import assert from "node:assert/strict";
import process from "node:process";
import { suite, test } from "node:test";
import { getDocumentHighlights } from "../../server/src/features/documentHighlights.ts";
import { getReferences } from "../../server/src/features/recordReferences.ts";
import { cpuTime } from "../support/cpuTime.ts";
import { openDocument } from "../support/documents.ts";
import { manyRecords } from "../support/manyRecords.ts";
import { readMarks } from "../support/markedText.ts";

const LOG = [
  `a {"error":{"code":404,"context":null,"message":"█Table &quot;a&quot; does not exist in the database.","status_code":404}}`,
  `b {"error":{"code":404,"context":null,"message":"Resource 'x' not found for service 'y'.","status_code":404}}`,
  `c {"error":{"code":404,"context":null,"message":"Table &quot;b&quot; does not exist in the database.","status_code":404}}`,
  `d {"error":{"code":401,"context":null,"message":"Invalid credentials supplied.","status_code":401}}`,
  "",
].join("\n");

suite("records like this one", () => {
  test("are its references", () => {
    assert.deepEqual(references(LOG), [
      "Table &quot;a&quot; does not exist in the database.",
      "Table &quot;b&quot; does not exist in the database.",
    ]);
  });

  test("are told apart by what they say, not by their numbers and names", () => {
    const unknown = [7, 8].map(
      (number) =>
        `{"error":{"code":500,"context":null,"message":"Job ${number} of 'q${number}' █died","status_code":500}}`,
    );
    assert.equal(references([...unknown, LOG.replace("█", "")].join("\n")).length, 2);
  });

  test("are not looked for outside a record", () => {
    assert.deepEqual(references(`█\n${LOG.replace("█", "")}`), []);
  });

  test("are highlighted beside the parts of the record itself", () => {
    assert.deepEqual(highlights(LOG), [
      '"error"',
      "404",
      "Table &quot;a&quot; does not exist in the database.",
      "404",
      "Table &quot;b&quot; does not exist in the database.",
    ]);
  });

  test("are not highlighted from other words of the record", () => {
    assert.deepEqual(highlights(LOG.replace("█", "").replace("context", "con█text")), []);
  });

  test("are found among 5,000 quickly", () => {
    const { document, parsed } = openDocument(manyRecords(5_000), "log");
    const started = process.cpuUsage();
    const found = getReferences(document, parsed, { line: 2, character: 100 });
    assert.equal(found?.length, 1_250);
    assert.ok(cpuTime(started) < 2_000);
  });
});

function references(marked: string): string[] {
  const { text, cursor } = readMarks(marked);
  const { document, parsed } = openDocument(text, "log");
  const found = getReferences(document, parsed, document.positionAt(cursor)) ?? [];
  return found.map(({ range }) => document.getText(range));
}

function highlights(marked: string): string[] {
  const { text, cursor } = readMarks(marked);
  const { document, parsed } = openDocument(text, "log");
  const found = getDocumentHighlights(document, parsed, document.positionAt(cursor)) ?? [];
  return found.map(({ range }) => document.getText(range));
}
