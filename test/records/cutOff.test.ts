import assert from "node:assert/strict";
import { test } from "node:test";
import { findRecords } from "../../server/src/records/findRecords.ts";

const NEXT_LINES = [
  "[2026-01-01 00:00:00] local.INFO: next",
  "2026-01-01T00:00:00Z next",
  '10.0.0.1 - - [22/Nov/2026:09:15:10 +0000] "GET / HTTP/1.1" 200 5',
];

const MISSING =
  '{"error":{"code":404,"context":null,"message":"Table &quot;contact&quot; does not exist in the database.","status_code":404}}';

/** Whole records, their class, and from how many characters on they have to be found. */
const WHOLE: Readonly<Record<string, readonly [text: string, exception: string, from: string]>> = {
  "the envelope": [MISSING, "NotFoundException", '"context":null'],
  "the escaped envelope": [JSON.stringify(MISSING).slice(1, -1), "NotFoundException", 'context\\":n'],
  "versions 2.0 to 2.4": [
    `{"error":{"context":null,"message":"Record with identifier '5' not found.","code":404}}`,
    "NotFoundException",
    "Record with",
  ],
  "a batch": [
    '{"error":{"code":1000,"context":{"error":[1],"resource":[{"id":8},{"code":"23000","message":"Duplicate"}]},"message":"Batch Error: Not all requested records could be created.","status_code":400}}',
    "BatchException",
    '"context":{',
  ],
};

for (const [name, [whole, exception, from]] of Object.entries(WHOLE)) {
  test(`${name}, cut off anywhere, ends where the next line of a log begins`, () => {
    const first = whole.indexOf(from) + from.length;
    for (let cut = first; cut < whole.length; cut++) {
      for (const next of NEXT_LINES) {
        const [record, ...others] = findRecords(`${whole.slice(0, cut)}\n${next}\n`);
        assert.deepEqual(others, []);
        assert.ok(record !== undefined, whole.slice(0, cut));
        assert.ok(record.span.end <= cut, `${whole.slice(0, cut)} goes on to ${record.span.end}`);
        assert.ok(
          [exception, undefined].includes(record.exception),
          `${whole.slice(0, cut)}: ${record.exception}`,
        );
        assert.ok((record.status?.value ?? 400) >= 100, `${whole.slice(0, cut)}: ${record.status?.value}`);
      }
    }
  });
}
