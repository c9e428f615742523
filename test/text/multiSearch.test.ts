import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { createMultiSearch, idOf, type Needle, placeOf } from "../../server/src/text/multiSearch.ts";

/** Few letters, so that needles occur, overlap, and stand inside each other. */
const LETTERS = fc.string({ unit: fc.constantFrom("a", "b", "\\", '"'), maxLength: 60 });
const NEEDLES = fc
  .array(fc.string({ unit: fc.constantFrom("a", "b", "\\", '"'), minLength: 2, maxLength: 7 }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((texts) => texts.map((text, id): Needle => ({ text, id })));

suite("search for many texts at once", () => {
  test("finds in text what looking for each of them finds", () => {
    fc.assert(
      fc.property(NEEDLES, LETTERS, fc.nat(60), fc.nat(60), fc.nat(60), (needles, text, from, to, limit) => {
        const end = Math.min(text.length, limit);
        assert.deepEqual(found(needles, text, from, to, end), expected(needles, text, from, to, end));
      }),
      { numRuns: 2000 },
    );
  });

  test("finds in bytes what it finds in text", () => {
    fc.assert(
      fc.property(NEEDLES, LETTERS, (needles, text) => {
        const bytes = new TextEncoder().encode(text);
        const all = [0, text.length, text.length] as const;
        assert.deepEqual(found(needles, bytes, ...all), expected(needles, text, ...all));
      }),
    );
  });

  test("takes characters beyond ASCII for themselves", () => {
    const needles = [
      { text: "error“", id: 0 },
      { text: 'error"', id: 1 },
    ];
    assert.deepEqual(found(needles, '日本 error“ städte error" error日', 0, 99, 28), ["3 0", "17 1"]);
  });
});

function found(
  needles: readonly Needle[],
  source: string | Uint8Array,
  from: number,
  to: number,
  limit: number,
): string[] {
  const hits = createMultiSearch(needles).find(source, from, to, limit);
  return hits.map((hit) => `${placeOf(hit)} ${idOf(hit)}`);
}

function expected(
  needles: readonly Needle[],
  text: string,
  from: number,
  to: number,
  limit: number,
): string[] {
  const places: string[] = [];
  for (let at = from; at < to; at++) {
    for (const { text: needle, id } of needles) {
      if (text.startsWith(needle, at) && at + needle.length <= limit) places.push(`${at} ${id}`);
    }
  }
  return places;
}
