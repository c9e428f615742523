import assert from "node:assert/strict";
import { test } from "node:test";
import { findRecords } from "../../server/src/records/findRecords.ts";
import type { ErrorRecord } from "../../server/src/records/model.ts";

/** A text with «…» around the record, and what it says. */
export type Row = readonly [text: string, expected: Expected];

export interface Expected {
  readonly form?: string;
  readonly exception: string | undefined;
  readonly code?: number | string | undefined;
  readonly status?: number;
  readonly message?: string;
  readonly cut?: string;
  readonly failing?: readonly number[];
}

export const MISSING = {
  exception: "NotFoundException",
  code: 404,
  message: 'Table "contact" does not exist in the database.',
};
export const PLAIN = {
  exception: "NotFoundException",
  code: 404,
  message: "Record with identifier '5' not found.",
};
export const envelope = (message: string) =>
  `{"error":{"code":404,"context":null,"message":${JSON.stringify(message)},"status_code":404}}`;
export const escaped = (text: string) => JSON.stringify(text).slice(1, -1);
export const MISSING_JSON = envelope("Table &quot;contact&quot; does not exist in the database.");
export const PLAIN_JSON = envelope("Record with identifier '5' not found.");
export const BATCH = {
  exception: "BatchException",
  code: 1000,
  message: "Batch Error: Not all requested records could be created.",
  failing: [1],
};
export const BATCH_JSON =
  '{"error":{"code":1000,"context":{"error":[1],"resource":[{"id":8},{"code":"23000","message":"SQLSTATE[23000]: Integrity constraint violation"}]},"message":"Batch Error: Not all requested records could be created.","status_code":400}}';

/** One test for each row. */
export function testRows(rows: Readonly<Record<string, Row>>): void {
  for (const [name, [marked, expected]] of Object.entries(rows)) {
    test(`reads ${name}`, () => {
      const text = marked.replace(/[«»]/g, "");
      const records = findRecords(text);
      assert.equal(mark(text, records), marked);
      const [record] = records;
      assert.ok(record);
      for (const [key, value] of Object.entries(summary(record, expected))) {
        assert.deepEqual([key, value], [key, expected[key as keyof Expected]]);
      }
    });
  }
}

function mark(text: string, records: readonly ErrorRecord[]): string {
  let marked = "";
  let at = 0;
  for (const { span } of records) {
    marked += `${text.slice(at, span.start)}«${text.slice(span.start, span.end)}»`;
    at = span.end;
  }
  return marked + text.slice(at);
}

function summary(record: ErrorRecord, expected: Expected): Partial<Record<keyof Expected, unknown>> {
  const all: Record<keyof Expected, unknown> = {
    form: record.form,
    exception: record.exception,
    code: record.code?.value,
    status: record.status?.value,
    message: record.message?.value,
    cut: record.truncatedAfter,
    failing: record.entries.map((entry) => entry.index),
  };
  const named = Object.entries(all).filter(([key]) => key === "cut" || key in expected);
  return Object.fromEntries(named);
}
