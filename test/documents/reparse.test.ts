import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { suite, test } from "node:test";
import fc from "fast-check";
import {
  type ParseOptions,
  parseDocument,
  reparseDocument,
} from "../../server/src/documents/parseDocument.ts";
import { bodiesWithin } from "../../server/src/documents/readRequests.ts";

const OPTIONS: ParseOptions = { client: "auto", hosts: [], claim: "auto" };

/** What people type, and what changes the structure around it. */
const typed = fc.oneof(
  fc.constantFrom("###\n", ",", '"', "{", "}", "]", "\n", "\n\n", "{{x}}", "// c\n", "GET /api/v2/db\n", ""),
  fc.string({ maxLength: 4 }),
);

const edit = fc.record({ at: fc.nat(), length: fc.nat(12), newText: typed });

suite("an edit leaves what a fresh read would find", () => {
  for (const [file, languageId] of [
    ["requests.http", "http"],
    ["dreamfactory.log", "log"],
  ] as const) {
    const original = readFileSync(`test/workspace/${file}`, "utf8");

    test(file, () => {
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
          let text = original;
          let parsed = parseDocument(text, languageId, OPTIONS);
          for (const { at, length, newText } of edits) {
            const start = at % (text.length + 1);
            const end = Math.min(text.length, start + length);
            text = text.slice(0, start) + newText + text.slice(end);
            const change = { span: { start, end }, newLength: newText.length };
            parsed = reparseDocument(parsed, text, change, OPTIONS);
          }
          const fresh = parseDocument(text, languageId, OPTIONS);
          const whole = { start: 0, end: text.length };
          assert.deepEqual(parsed.faults, fresh.faults);
          assert.deepEqual(parsed.records, fresh.records);
          assert.deepEqual(
            bodiesWithin(parsed, whole).map(({ part, judgement }) => ({ part, judgement })),
            bodiesWithin(fresh, whole).map(({ part, judgement }) => ({ part, judgement })),
          );
        }),
        { numRuns: 60, seed: 7 },
      );
    });
  }
});
