import assert from "node:assert/strict";
import { test } from "node:test";
import { type FormatOptions, formatJson } from "../../server/src/json/format.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { seededRandom } from "../support/random.ts";
import { validDocument } from "./documents.ts";

const format = (text: string, options?: Partial<FormatOptions>) =>
  applyEdits(text, formatJson(text, { tabSize: 2, insertSpaces: true, ...options }));

const layouts: readonly (readonly [text: string, formatted: string])[] = [
  ['{"a":[1.0,{}],"b":"x"}', '{\n  "a": [\n    1.0,\n    {}\n  ],\n  "b": "x"\n}'],
  ['{"a":{{x}},{{k}}:-{{n}}, {{rest}}}', '{\n  "a": {{x}},\n  {{k}}: -{{n}},\n  {{rest}}\n}'],
  ['[{{ frag }} {"a":1}]', '[\n  {{ frag }}\n  {\n    "a": 1\n  }\n]'],
  ['{"at":"{{$datetime "YYYY"}}"}', '{\n  "at": "{{$datetime "YYYY"}}"\n}'],
  ['{"a":1, // why\n"b":2}', '{\n  "a": 1, // why\n  "b": 2\n}'],
  ['{"a":1,}', '{"a":1,}'],
];

for (const [text, formatted] of layouts) {
  test(`${JSON.stringify(text)} becomes ${JSON.stringify(formatted)}`, () =>
    assert.equal(format(text), formatted));
}

test("lines that the client removes keep their words", () => {
  const text = '{\n# first\n"a":1}';
  const start = text.indexOf("#");
  const masks = [{ start, end: start + "# first".length }];
  assert.equal(format(text, { masks }), '{\n  # first\n  "a": 1\n}');
});

test("only the span is laid out", () => {
  const text = 'POST  /x\n\n{"a":1}\n\n###  y';
  const span = { start: text.indexOf("{"), end: text.indexOf("}") + 1 };
  assert.equal(format(text, { span }), 'POST  /x\n\n{\n  "a": 1\n}\n\n###  y');
});

test("formatting changes white space only, and a second time nothing", () => {
  const random = seededRandom(31);
  for (let left = 200; left > 0; left -= 1) {
    const text = validDocument(random);
    const once = format(text);
    assert.deepEqual(JSON.parse(once), JSON.parse(text));
    assert.equal(format(once), once);
  }
});
