import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, editsCollide } from "../../server/src/text/edit.ts";

test("edits are applied in text order, whatever order they come in", () => {
  const edits = [
    { span: { start: 4, end: 5 }, newText: "" },
    { span: { start: 0, end: 1 }, newText: "{" },
  ];
  assert.equal(applyEdits("[1,2,]", edits), "{1,2]");
});

test("two insertions at one offset collide", () => {
  const insert = { span: { start: 3, end: 3 }, newText: "]" };
  assert.ok(editsCollide([insert], [insert]));
});

test("edits of different characters do not collide", () => {
  const first = { span: { start: 0, end: 1 }, newText: "" };
  const second = { span: { start: 2, end: 3 }, newText: "" };
  assert.ok(!editsCollide([first], [second]));
});
