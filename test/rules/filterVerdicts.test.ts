import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { findingsOf } from "./findings.ts";

interface Verdict {
  readonly filter: string;
  /** What `parseFilterString` of df-sqldb said on PHP 8.2 of a table with these columns; `null` when it accepted. */
  readonly error: string | null;
}

const VERDICTS = readFileSync("test/fixtures/rules/filterVerdicts.jsonl", "utf8")
  .trimEnd()
  .split("\n")
  .map((line): Verdict => JSON.parse(line));

test("a filter is said to be refused when the server refuses it, with the server's words", () => {
  for (const { filter, error } of VERDICTS) {
    const refusals = findingsOf(
      `GET {{host}}/api/v2/db/_table/contact?filter=${encodeURIComponent(filter)}\nX-DreamFactory-API-Key: {{key}}`,
    ).filter(({ answer }) => answer !== undefined);
    const [first] = refusals.sort((a, b) => a.span.start - b.span.start);
    assert.equal(first?.answer?.message ?? null, error, filter);
  }
});
