import assert from "node:assert/strict";
import { test } from "node:test";
import { JSON_FAULT_KINDS } from "../../server/src/json/faults/kinds.ts";
import { judgeJson } from "../../server/src/json/judge.ts";

test("every kind has its own code and title", () => {
  assert.equal(new Set(JSON_FAULT_KINDS.map(({ code }) => code)).size, JSON_FAULT_KINDS.length);
  assert.equal(new Set(JSON_FAULT_KINDS.map(({ title }) => title)).size, JSON_FAULT_KINDS.length);
});

for (const { code, wrong, right, severity } of JSON_FAULT_KINDS) {
  // The example of 512 brackets is abridged.
  if (code === "too-deep") continue;
  test(`the wrong example of ${code} shows it, the right one is accepted`, () => {
    const codes = judgeJson(wrong).faults.map((fault) => fault.code);
    assert.ok(codes.includes(code), `${wrong} gives ${codes}`);
    assert.equal(judgeJson(wrong).faults[0]?.severity, severity);
    assert.deepEqual(judgeJson(right).faults, []);
  });
}
