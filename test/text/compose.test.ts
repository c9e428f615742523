import assert from "node:assert/strict";
import { test } from "node:test";
import { composeEdits, mapOffset, sourceOffset } from "../../server/src/text/compose.ts";
import { applyEdits, type Edit } from "../../server/src/text/edit.ts";
import { type Random, seededRandom } from "../support/random.ts";

const TEXT = "0123456789abcdef";

function randomEdits(length: number, random: Random): Edit[] {
  const edits: Edit[] = [];
  for (let at = random.below(4); at < length; at += 1 + random.below(5)) {
    const end = Math.min(length, at + random.below(3));
    edits.push({ span: { start: at, end }, newText: random.pick(["", "X", "YZ"]) });
    at = end;
  }
  return edits;
}

test("composed edits do what one list of edits does after the other", () => {
  const random = seededRandom(1);
  for (let left = 2_000; left > 0; left -= 1) {
    const first = randomEdits(TEXT.length, random);
    const between = applyEdits(TEXT, first);
    const second = randomEdits(between.length, random);
    assert.equal(applyEdits(TEXT, composeEdits(first, second)), applyEdits(between, second));
  }
});

test("offsets outside the edits map there and back", () => {
  const edits = [
    { span: { start: 2, end: 4 }, newText: "long" },
    { span: { start: 8, end: 8 }, newText: "in" },
  ];
  assert.deepEqual(
    [0, 1, 5, 7, 9, 12].map((offset) => sourceOffset(edits, mapOffset(edits, offset, "after"))),
    [0, 1, 5, 7, 9, 12],
  );
  assert.equal(mapOffset(edits, 8, "before"), 10);
  assert.equal(mapOffset(edits, 8, "after"), 12);
});
