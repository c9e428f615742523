import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { suite, test } from "node:test";
import fc from "fast-check";
import { countOneByOne, simdCounter } from "../../server/src/scan/lineBreaks.ts";

const COUNTERS = { "one by one": countOneByOne, "with SIMD": simdCounter() };
const CODES = [0x0a, 0x0a, 0x0d, 0x0d, 0x61, 0x8a, 0x8d, 0x0b, 0x09, 0x00];

suite("line breaks of bytes", () => {
  for (const [name, count] of Object.entries(COUNTERS)) {
    test(`end with the bytes, whatever was counted before, ${name}`, () => {
      assert.ok(count);
      for (const [text, breaks] of [
        ["a\n", 1],
        ["\r", 1],
        ["", 0],
        ["\r\n\n", 2],
        ["\r\r", 2],
      ] as const) {
        assert.equal(count(Buffer.from(text), 0, text.length), breaks, JSON.stringify(text));
      }
    });

    test(`are counted between any two places, ${name}`, () => {
      assert.ok(count);
      const pieces = fc.array(fc.constantFrom(...CODES), { maxLength: 60 });
      const lengths = fc.integer({ min: 0, max: 80_000 });
      fc.assert(
        fc.property(pieces, lengths, fc.nat(), fc.nat(), (piece, length, a, b) => {
          const bytes = Buffer.alloc(length, Buffer.from([...piece, 0x61]));
          const [from = 0, to = 0] = [a % (length + 1), b % (length + 1)].sort((one, other) => one - other);
          const breaks = bytes.toString("latin1").matchAll(/\n|\r(?!\n)/g);
          const between = [...breaks].filter(({ index }) => index >= from && index < to);
          assert.equal(count(bytes, from, to), between.length);
        }),
        { seed: 7, numRuns: 300 },
      );
    });
  }
});
