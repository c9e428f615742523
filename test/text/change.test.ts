import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { joinChanges } from "../../server/src/text/change.ts";

const text = fc.string({ maxLength: 20 });
const edit = fc.record({ at: fc.nat(), length: fc.nat(8), newText: fc.string({ maxLength: 6 }) });

test("two changes joined lead from the first text to the last", () => {
  fc.assert(
    fc.property(text, edit, edit, (original, a, b) => {
      const first = apply(original, a);
      const second = apply(first.text, b);
      const joined = joinChanges(first.change, second.change);
      const { start, end } = joined.span;
      assert.equal(original.slice(0, start), second.text.slice(0, start));
      assert.equal(original.slice(end), second.text.slice(start + joined.newLength));
    }),
  );
});

function apply(before: string, { at, length, newText }: { at: number; length: number; newText: string }) {
  const start = at % (before.length + 1);
  const end = Math.min(before.length, start + length);
  const change = { span: { start, end }, newLength: newText.length };
  return { text: before.slice(0, start) + newText + before.slice(end), change };
}
