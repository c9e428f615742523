import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { suite, test } from "node:test";
import fc from "fast-check";
import { findFirstRecords } from "../../server/src/records/findRecords.ts";
import { updateFirstRecords } from "../../server/src/records/updateFirstRecords.ts";
import { generateLog } from "../support/generateLog.ts";

const FOLDER = "test/fixtures/samples/";
const SAMPLES = readdirSync(FOLDER).map((file) => readFileSync(FOLDER + file, "utf8"));
const DENSE = generateLog({ seed: 3, length: 60_000, charactersPerError: 400, nearMisses: 0.2 }).text;
const SPARSE = generateLog({ seed: 9, length: 500_000, charactersPerError: 5000 }).text;

/** Characters that mean something in one of the forms. */
const JUNK = fc.string({ unit: fc.constantFrom(..."{}[]()\"'\\,:=>&;\n# "), maxLength: 12 });
const place = fc.nat(1_000_000);
/** A list that is never closed: a reader goes on over all that follows, and finds nothing in the end. */
const UNCLOSED = `{"error":[${"[1,2],".repeat(15_000)}\n`;

/** Small and large removals, junk, and copies of a part of the text. */
const edit = fc.record({
  at: fc.oneof(place, fc.record({ nearEnd: fc.integer({ min: -300, max: 300 }) })),
  removed: fc.oneof(fc.constant(0), fc.nat(300), fc.nat(30_000)),
  added: JUNK,
  copiedFrom: place,
  copied: fc.oneof(fc.constant(0), fc.nat(900), fc.nat(60_000)),
});

suite("after edits the first records equal those of a fresh reading", () => {
  for (const [name, base] of [
    ["of a log full of errors", DENSE],
    ["of a log with few errors", SPARSE],
    ["of all samples", SAMPLES.join("\n")],
    ["of a log in which a reader goes far", `${DENSE.slice(0, 9000)}${UNCLOSED}${DENSE}`],
  ] as const) {
    test(name, () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 150 }), fc.array(edit, { maxLength: 5 }), (most, edits) => {
          let text = base;
          let first = findFirstRecords(text, most, {});
          for (const { at, removed, added, copiedFrom, copied } of edits) {
            const wanted = typeof at === "number" ? at : (first.end ?? 0) + at.nearEnd;
            const start = Math.max(0, wanted) % (text.length + 1);
            const end = Math.min(text.length, start + removed);
            const copy = text.slice(copiedFrom % (text.length + 1)).slice(0, copied);
            const change = { span: { start, end }, newLength: added.length + copy.length };
            text = text.slice(0, start) + added + copy + text.slice(end);
            first = updateFirstRecords(first, text, most, change, {});
            assert.deepEqual(first, findFirstRecords(text, most, {}));
          }
        }),
        { numRuns: 60, seed: 7 },
      );
    });
  }

  test("and far behind the first records nothing is read", () => {
    const first = findFirstRecords(SPARSE, 5, {});
    const at = SPARSE.length - 10;
    const text = `${SPARSE.slice(0, at)}x${SPARSE.slice(at)}`;
    const change = { span: { start: at, end: at }, newLength: 1 };
    assert.equal(updateFirstRecords(first, text, 5, change, {}), first);
  });
});
