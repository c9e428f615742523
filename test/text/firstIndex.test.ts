import assert from "node:assert/strict";
import { test } from "node:test";
import { firstIndex } from "../../server/src/text/firstIndex.ts";

test("the first item that passes is found in lists of every length", () => {
  for (let length = 0; length < 9; length += 1) {
    const items = Array.from({ length }, (_, index) => index);
    for (let limit = 0; limit <= length; limit += 1) {
      assert.equal(
        firstIndex(items, (item) => item >= limit),
        limit,
      );
    }
  }
});
