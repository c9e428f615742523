import assert from "node:assert/strict";
import { test } from "node:test";
import { judgeJson } from "../../server/src/json/judge.ts";
import type { JudgeOptions } from "../../server/src/json/judgement.ts";
import { repairAll, repairsOfKind, safeRepairs } from "../../server/src/json/repair.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { findPlaceholders } from "../../server/src/text/placeholder.ts";
import { sliceSpan } from "../../server/src/text/span.ts";
import { seededRandom } from "../support/random.ts";
import { mistypeOften } from "./mistaken.ts";

const mendSafely = (text: string, options?: JudgeOptions) =>
  applyEdits(text, safeRepairs(text, judgeJson(text, options), options));

test("all safe repairs together make the text valid", () => {
  assert.equal(
    mendSafely("{name: 'Ada', tags: [True, None,], n: +1,}"),
    '{"name": "Ada", "tags": [true, null], "n": 1}',
  );
});

test("nothing is repaired unseen when the text would still be refused", () => {
  assert.equal(mendSafely('{"a": , "b": 1,}'), '{"a": , "b": 1,}');
});

test("nothing is repaired unseen when the value may be meant otherwise", () => {
  for (const text of ["[01234]", "[<id>]", "[new Date()]"]) assert.equal(mendSafely(text), text);
});

test("repairs of one kind leave the other kinds alone", () => {
  const text = "{name: 'Ada', tags: [True, None,], n: +1,}";
  const edits = repairsOfKind(text, judgeJson(text), "trailing-comma");
  assert.equal(applyEdits(text, edits), "{name: 'Ada', tags: [True, None], n: +1}");
});

test("repairs keep to their span and mind the masks", () => {
  const text = "POST /x\n\n{\n# {'\n'a': 1,}\n###";
  const span = { start: text.indexOf("{"), end: text.indexOf("\n###") };
  const masks = [{ start: text.indexOf("#"), end: text.indexOf("#") + 4 }];
  assert.equal(mendSafely(text, { span, masks }), 'POST /x\n\n{\n# {\'\n"a": 1}\n###');
});

test("a repaired text has none of the faults any more, and keeps every placeholder", () => {
  const random = seededRandom(21);
  for (let left = 300; left > 0; left -= 1) {
    const { text: mistyped } = mistypeOften(2, random);
    const text = mistyped.replaceAll("42", "{{n}}").replaceAll("Ada", '{{$name "x"}}');
    const mended = mendSafely(text);
    if (mended === text) continue;
    assert.deepEqual(
      judgeJson(mended).faults.filter(({ severity }) => severity === "error"),
      [],
    );
    const names = (all: string) =>
      findPlaceholders(all, { start: 0, end: all.length }).map((span) => sliceSpan(all, span));
    assert.deepEqual(names(mended), names(text));
  }
});

test("a badly broken text is mended in named steps", () => {
  const text = 'Here:\n```json\n{name: \'Ada\', items: [{"x": 1 "y": tr}, {"z": "abc\ndef", \'k\': [1,2,...]';
  const { steps, edits, accepted } = repairAll(text);
  assert.ok(accepted);
  assert.equal(
    applyEdits(text, edits),
    '{"name": "Ada", "items": [{"x": 1, "y": "tr"}, {"z": "abc\\ndef", "k": [1,2]}]}',
  );
  assert.ok(steps.length >= 7);
  assert.ok(steps.every(({ title }) => title.text !== ""));
});

test("the plan for any mistyped text does what its edits say", () => {
  const random = seededRandom(22);
  for (let left = 200; left > 0; left -= 1) {
    const { text } = mistypeOften(3, random);
    const { edits, accepted } = repairAll(text);
    assert.equal(judgeJson(applyEdits(text, edits)).verdict.code === 0, accepted, text);
  }
});

test("text after the JSON is removed without a question only when it is no JSON itself", () => {
  const preferred = (text: string) => judgeJson(text).faults[0]?.repairs[0]?.preferred;
  assert.equal(preferred('{"a":1} thanks'), true);
  assert.equal(preferred('{"a":1}: [{"b":2}]'), false);
});
