import assert from "node:assert/strict";
import { test } from "node:test";
import { findRecords } from "../../server/src/records/findRecords.ts";
import { generateLog } from "../support/generateLog.ts";

for (const lines of ["text", "json"] as const) {
  const log = generateLog({ seed: 7, length: 2_000_000, charactersPerError: 1000, nearMisses: 0.4, lines });
  const records = findRecords(log.text);

  test(`at least 99.5 % of the errors in a generated log of ${lines} are found, whole, with class and code`, () => {
    const found = new Set(records.map(({ span, exception, code }) => key(span, exception, code?.value)));
    const missed = log.manifest.filter(({ span, exception, code }) => !found.has(key(span, exception, code)));
    const examples = missed.slice(0, 5).map(({ form, span, exception }) => ({
      form,
      exception,
      text: log.text.slice(span.start, span.end),
      found: records
        .filter((record) => record.span.start < span.end && span.start < record.span.end)
        .map((record) => [
          record.exception,
          record.code?.value,
          log.text.slice(record.span.start, record.span.end),
        ]),
    }));
    const recall = 1 - missed.length / log.manifest.length;
    assert.ok(recall >= 0.995, `recall ${recall}: ${JSON.stringify(examples, null, 1)}`);
  });

  test(`nothing else in a generated log of ${lines} is taken for an error`, () => {
    const wrong = records.filter(
      ({ span }) => !log.manifest.some((entry) => entry.span.start < span.end && span.start < entry.span.end),
    );
    assert.deepEqual(
      wrong.map(({ span }) => log.text.slice(span.start, span.end)),
      [],
    );
  });
}

function key(
  span: { readonly start: number; readonly end: number },
  exception: unknown,
  code: unknown,
): string {
  return `${span.start}-${span.end} ${exception} ${code}`;
}
