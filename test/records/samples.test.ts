import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { findRecords } from "../../server/src/records/findRecords.ts";

interface Sample {
  readonly file: string;
  readonly exception: string | null;
  readonly code: number | null;
  readonly negative: boolean;
}

const FOLDER = "test/fixtures/samples/";
const SAMPLES: readonly Sample[] = readFileSync(`${FOLDER}INDEX.jsonl`, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

/** Requests without an answer: they belong to DreamFactory, but hold no error. */
const REQUESTS = [
  "047-android-sdk-request-log.txt",
  "049-proc-urls.http",
  "051-oracle-proc-request-smart-quotes.http",
];

for (const { file, exception, negative } of SAMPLES) {
  const records = findRecords(readFileSync(FOLDER + file, "utf8"));
  if (negative) {
    test(`${file} is some other product's`, () => assert.deepEqual(records, []));
  } else if (REQUESTS.includes(file)) {
    test(`${file} holds no error`, () => assert.deepEqual(records, []));
  } else if (exception === null) {
    test(`${file} is recognized`, () => assert.ok(records.length > 0));
  } else {
    test(`${file} is recognized as ${exception}`, () => {
      const [record] = records;
      const found = record?.inner === undefined ? [record] : [record.inner, record];
      const expected = exception.replace(/ \(.*/, "").split(" inside ");
      assert.deepEqual(
        found.map((each) => each?.exception),
        expected,
      );
    });
  }
}
