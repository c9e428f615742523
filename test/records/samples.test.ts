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

for (const sample of SAMPLES) {
  const text = readFileSync(FOLDER + sample.file, "utf8");
  const records = findRecords(text);
  if (sample.negative) {
    test(`${sample.file} is some other product's`, () => assert.deepEqual(records, []));
  } else if (sample.exception !== null && /\.(?:json|log|php\.txt|ts\.txt)$/.test(sample.file)) {
    test(`${sample.file} is recognized`, () => {
      const expected = sample.exception?.split(" ")[0];
      assert.equal(records[0]?.exception, expected);
    });
  }
}
