import assert from "node:assert/strict";
import { test } from "node:test";
import { fillPhrase } from "../../server/src/text/phrase.ts";
import { shiftSpans } from "../../server/src/text/shiftSpans.ts";

test("a phrase is filled by name", () => {
  assert.equal(fillPhrase({ text: "{a} and {b}, {a}", args: { a: "x", b: 2 } }), "x and 2, x");
});

test("a hole without an argument stays, whatever objects inherit", () => {
  assert.equal(fillPhrase({ text: "{toString} {a}" }), "{toString} {a}");
});

test("a span is shown as its line, and moves with the text", () => {
  const text = "one\ntwo\nthree";
  const lineOf = (offset: number) => text.slice(0, offset).split("\n").length;
  const phrase = { text: "opened on line {opener}", args: { opener: { start: 4, end: 5 } } };
  assert.equal(fillPhrase(phrase, lineOf), "opened on line 2");
  assert.equal(fillPhrase(shiftSpans(phrase, 4), lineOf), "opened on line 3");
});
