import assert from "node:assert/strict";
import { test } from "node:test";
import { findPlaceholders } from "../../server/src/text/placeholder.ts";
import { sliceSpan } from "../../server/src/text/span.ts";

const rows: readonly (readonly [text: string, ...placeholders: string[]])[] = [
  ['{"a":{"b":{{x}}}}', "{{x}}"],
  ['{"at": "{{$datetime "YYYY"}}", "by": {{id}}}', '{{$datetime "YYYY"}}', "{{id}}"],
  ['{{"a":1}}'],
  ["{{{x}}}", "{{x}}"],
  ["{{a\n}} {{b}}", "{{b}}"],
  ["{{a {{b}}", "{{a {{b}}"],
  ["{{a"],
];

for (const [text, ...expected] of rows) {
  test(`${JSON.stringify(text)} holds ${expected.length} placeholders`, () => {
    const found = findPlaceholders(text, { start: 0, end: text.length });
    assert.deepEqual(
      found.map((span) => sliceSpan(text, span)),
      expected,
    );
  });
}

test("only placeholders within the span count", () => {
  assert.deepEqual(findPlaceholders("{{a}}{{b}}{{c}}", { start: 5, end: 12 }), [{ start: 5, end: 10 }]);
});
