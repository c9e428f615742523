import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { judgeJson } from "../../server/src/json/judge.ts";
import type { JudgeOptions } from "../../server/src/json/judgement.ts";
import { decodeVerdict } from "../../server/src/json/verdict.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import type { Fault } from "../../server/src/text/fault.ts";
import { fillPhrase } from "../../server/src/text/phrase.ts";
import { sliceSpan } from "../../server/src/text/span.ts";
import { assertLinear } from "../support/linear.ts";
import { seededRandom } from "../support/random.ts";
import { badText } from "./badTexts.ts";
import { validDocument } from "./documents.ts";

/** Each mistake as `code: underlined text`. */
function judge(text: string, options?: JudgeOptions): string[] {
  return judgeJson(text, options).faults.map(({ code, span }) => `${code}: ${sliceSpan(text, span)}`);
}

/** The text after the preferred repair of every fault. */
function mend(text: string, faults: readonly Fault[]): string {
  return applyEdits(
    text,
    faults.flatMap(({ repairs }) => repairs.find(({ preferred }) => preferred)?.edits ?? []),
  );
}

test("a message shows what the text should be, and is true", () => {
  const rows = [
    ["['it\\'s']", "JSON strings use double quotes: `\"it's\"`, not `'it\\'s'`."],
    ["['say \"hi\"']", 'JSON strings use double quotes: `"say \\"hi\\""`, not `\'say "hi"\'`.'],
    ['["\\u12"]', "Four hexadecimal digits must follow `\\u`; a backslash of the text is written `\\\\`."],
    ["[1],", "Trailing comma behind the JSON. PHP expects the text to end there."],
  ] as const;
  for (const [text, message] of rows) {
    assert.deepEqual(
      judgeJson(text).faults.map((fault) => fillPhrase(fault.message)),
      [message],
      text,
    );
  }
});

const mistakes: readonly (readonly [text: string, faults: readonly string[], mended: string])[] = [
  ['{"a":1,}', ["trailing-comma: ,"], '{"a":1}'],
  ["[1,2,]", ["trailing-comma: ,"], "[1,2]"],
  ['{"a":1} ,', ["trailing-comma: ,"], '{"a":1} '],
  ['"a": [1],', ["missing-opener: ", "trailing-comma: ,"], '{"a": [1]}'],
  ['{"a":1 "b":2}', ["missing-comma: "], '{"a":1, "b":2}'],
  ["[1,,2]", ["surplus-comma: ,"], "[1,2]"],
  ['{,"a":1}', ["surplus-comma: ,"], '{"a":1}'],
  ['{"a" 1}', ["missing-colon: "], '{"a": 1}'],
  ['{"a" "b", "c": 1}', ["missing-colon: "], '{"a": "b", "c": 1}'],
  ['{"a"=>"b"}', ["wrong-colon: =>"], '{"a":"b"}'],
  ['{"a" => "b", "c" = 1}', ["wrong-colon: =>", "wrong-colon: ="], '{"a": "b", "c": 1}'],
  ['{"a"; 1, "b"： 2}', ["wrong-colon: ;", "wrong-colon: ："], '{"a": 1, "b": 2}'],
  ['{"a", "b", "c": 1}', ["wrong-colon: ,"], '{"a": "b", "c": 1}'],
  ['{"a": "b"， "c": 1}', ["wrong-separator: ，"], '{"a": "b", "c": 1}'],
  ['{"a": "x" + "y" . "z"}', ["string-concatenation: +"], '{"a": "xyz"}'],
  ['{"a": "Hello " + name, "b": 1}', ["string-concatenation: +"], '{"a": "Hello {{name}}", "b": 1}'],
  ['{"a": 1, -- c\n "b": 2}', ["comment-sent: -- c"], '{"a": 1,\n "b": 2}'],
  ['{"a": 1, <!-- c --> "b": 2}', ["comment-sent: <!-- c -->"], '{"a": 1, "b": 2}'],
  ['{"a": 1,234,567, "b": - 2}', ["decimal-comma: ,", "number-format: - 2"], '{"a": 1234567, "b": -2}'],
  ['{"a": 12 500}', ["number-format: 12 500"], '{"a": 12500}'],
  ['{"a": tru, "b": flase}', ["bare-word: tru", "bare-word: flase"], '{"a": true, "b": false}'],
  ['{"a": b"x", "b": @"y"}', ["unexpected-text: b", "unexpected-text: @"], '{"a": "x", "b": "y"}'],
  ['"resource": [{"a": 1}]', ["missing-opener: "], '{"resource": [{"a": 1}]}'],
  ['"a": 1, "b": {"c": 2}}', ["missing-opener: "], '{"a": 1, "b": {"c": 2}}'],
  ['"a": 1,\n"b": 2\n', ["missing-opener: "], '{"a": 1,\n"b": 2}\n'],
  ['{"a":: 1}', ["surplus-colon: :"], '{"a": 1}'],
  ['{"a":1; "b":2}', ["wrong-separator: ;"], '{"a":1, "b":2}'],
  ['{"a":1: "b":2}', ["wrong-separator: :"], '{"a":1, "b":2}'],
  ['{"a":"x". "b":2}', ["wrong-separator: ."], '{"a":"x", "b":2}'],
  ['{"a":["x"]+ "b":2}', ["wrong-separator: +"], '{"a":["x"], "b":2}'],
  ['{"a": , "b": 1}', ["missing-value: "], '{"a": null , "b": 1}'],
  [
    "{first name: 1, x-y: 2}",
    ["unquoted-key: first name", "unquoted-key: x-y"],
    '{"first name": 1, "x-y": 2}',
  ],
  [
    "{'a': 'it\\'s \"x\"'}",
    ["single-quotes: 'a'", "single-quotes: 'it\\'s \"x\"'"],
    '{"a": "it\'s \\"x\\""}',
  ],
  ["{“a”: 1}", ["typographic-quotes: “a”"], '{"a": 1}'],
  ['{\\"a\\": 1}', ['escaped-quotes: \\"a\\"'], '{"a": 1}'],
  ['{"a": "x, "b": 2}', ["unterminated-string: "], '{"a": "x", "b": 2}'],
  ['{"a": "x,\n "b": 2}', ["unterminated-string: "], '{"a": "x",\n "b": 2}'],
  ['{"a: 1, "b": 2}', ["unterminated-string: "], '{"a": 1, "b": 2}'],
  [
    '{"a": "C:\\\\", "b": "C:\\temp\\", "c": 1}',
    ['unterminated-string: \\"'],
    '{"a": "C:\\\\", "b": "C:\\\\temp\\\\", "c": 1}',
  ],
  ['{a": 1, "b": 2}', ["unopened-string: "], '{"a": 1, "b": 2}'],
  ['{"a": "say "hi" now"}', ['unescaped-quote: "'], '{"a": "say \\"hi\\" now"}'],
  ['{"a": "he said "hi", then left"}', ['unescaped-quote: "'], '{"a": "he said \\"hi\\", then left"}'],
  ['{"a": "x\', "b": 1}', ["mixed-quotes: '"], '{"a": "x", "b": 1}'],
  ['{"a": \'x", "b": 1}', ["mixed-quotes: 'x\""], '{"a": "x", "b": 1}'],
  ['{"a": "x”, "b": 1}', ["typographic-quotes: ”"], '{"a": "x", "b": 1}'],
  ['{"a": ""x"", "b": """y"""}', ['doubled-quotes: "', 'doubled-quotes: "'], '{"a": "x", "b": "y"}'],
  ['["x""]', ['doubled-quotes: "'], '["x"]'],
  ["{''a'': 1}", ["doubled-quotes: '"], '{"a": 1}'],
  ['{"a": "say ""hi"" now"}', ['doubled-quotes: ""'], '{"a": "say \\"hi\\" now"}'],
  ['{"a": "x" + "y"}', ["string-concatenation: +"], '{"a": "xy"}'],
  ['{"a": "x\ny"}', ["raw-line-break: \n"], '{"a": "x\\ny"}'],
  ['{"a": "x\ty"}', ["control-character: \t"], '{"a": "x\\ty"}'],
  ['{"a": "C:\\Users\\new"}', ["bad-escape: \\U"], '{"a": "C:\\\\Users\\\\new"}'],
  ['{"a": "it\\\'s"}', ["bad-escape: \\'"], '{"a": "it\'s"}'],
  ['{"a": "\\ud83d"}', ["lone-surrogate: \\ud83d"], '{"a": "\\ufffd"}'],
  ['{"a":\u00a01}', ["foreign-white-space: \u00a0"], '{"a": 1}'],
  ["\ufeff[]", ["byte-order-mark: \ufeff"], "[]"],
  ["[True, None]", ["literal-case: True", "literal-case: None"], "[true, null]"],
  ["[01, 0x1F, .5]", ["number-format: 01", "number-format: 0x1F", "number-format: .5"], "[1, 31, 0.5]"],
  ['{"a": 1,5}', ["decimal-comma: ,"], '{"a": 1.5}'],
  ['{"a": hello world}', ["bare-word: hello world"], '{"a": "hello world"}'],
  ['{"a": ObjectId("5")}', ["function-call: ObjectId("], '{"a": "5"}'],
  ["[1, ...]", ["elision: ..."], "[1]"],
  ['{"a": 1, ... "b": 2}', ["elision: ..."], '{"a": 1,  "b": 2}'],
  ['{\n  "a": 1,\n  ...\n  "b": 2\n}', ["elision: ..."], '{\n  "a": 1,\n  "b": 2\n}'],
  ['{"a": {{x}, "b": 1}', ["unclosed-variable: {{x}"], '{"a": {{x}}, "b": 1}'],
  ['{"a": 1, // c\n "b": 2}', ["comment-sent: // c"], '{"a": 1,\n "b": 2}'],
  ['{"a": [1, 2, "b": 3}', ["unclosed: "], '{"a": [1, 2], "b": 3}'],
  ['{"a": [1, 2}', ["unclosed: "], '{"a": [1, 2]}'],
  ['[{"a":1,{"b":2}]', ["unclosed: "], '[{"a":1},{"b":2}]'],
  ['{"a": [1, 2}, "b": 1}', ["mismatched: }"], '{"a": [1, 2], "b": 1}'],
  ['{"a": 1}}', ["surplus-closer: }"], '{"a": 1}'],
  ['{"a": {"b": 1}}, "c": 2}', ["surplus-closer: }"], '{"a": {"b": 1}, "c": 2}'],
  ['{"a": "x", "y"]}', ["missing-opener: "], '{"a": ["x", "y"]}'],
  ['["a": 1]', ["wrong-bracket: ["], '{"a": 1}'],
  ['{"a": (1, 2)}', ["wrong-bracket: ("], '{"a": [1, 2]}'],
  ['{"a", "b"}', ["wrong-bracket: {"], '["a", "b"]'],
  ['{{"a":1}}', ["doubled-braces: {{"], '{"a":1}'],
  ["['a' => 1, 'b' => ['c' => null]]", ["php-array: ["], '{"a": 1, "b": {"c": null}}'],
  ['array("a" => array(1, 2));', ["php-array: array("], '{"a": [1, 2]}'],
  ['{"resource": [{"name": "Ad', ["truncated: "], '{"resource": [{"name": "Ad"}]}'],
  ['{"a":1} thanks', ["trailing-text: thanks"], '{"a":1} '],
  ['{"a":1}\n{"b":2}\n{"c":3}', ["several-documents: {"], '[{"a":1},\n{"b":2},\n{"c":3}]'],
  ['const x = {"a":1};', ["leading-text: const x ="], '{"a":1}'],
  ['JSON.stringify({"a":1}, null, 2)', ["wrapped: JSON.stringify("], '{"a":1}'],
  ['json.dumps({"a":1}, indent=2)', ["wrapped: json.dumps("], '{"a":1}'],
  ['({"a":1})', ["wrapped: ("], '{"a":1}'],
  ["'{\"a\": 1}'", ["quoted-body: '"], '{"a": 1}'],
  ["'[\n1\n]'", ["quoted-body: '"], "[\n1\n]"],
  ['"{"a": 1}"', ['quoted-body: "'], '{"a": 1}'],
  ['return {"a":1};', ["leading-text: return"], '{"a":1}'],
  ['{"a":1}"', ['trailing-text: "'], '{"a":1}'],
  ['~~~\n{"a":1}\n~~~', ["markdown-fence: ~~~"], '{"a":1}\n'],
  [
    '{"a": null", "b": 12 Main St"}',
    ["unopened-string: ", "unopened-string: "],
    '{"a": "null", "b": "12 Main St"}',
  ],
  ['{"a": "\\\\\\\\nas\\share"}', ["bad-escape: \\s"], '{"a": "\\\\\\\\nas\\\\share"}'],
  ["['a' => [['b' => array()]]]", ["php-array: ["], '{"a": [{"b": []}]}'],
  ['Sure:\n```json\n{"a":1}\n```\nBye', ["markdown-fence: ```json"], '{"a":1}\n\n'],
];

for (const [text, faults, mended] of mistakes) {
  test(`${JSON.stringify(text)} has ${faults.length === 1 ? faults[0] : `${faults.length} mistakes`}`, () => {
    assert.deepEqual(judge(text), faults);
    assert.equal(mend(text, judgeJson(text).faults), mended);
  });
}

/** Brackets of texts laid out over lines; `«` marks the place of the fault. */
const layouts: readonly (readonly [marked: string, code: string, mended: string])[] = [
  ['{\n  "a": {\n    "b": 1«,\n  "c": 2\n}', "unclosed", '{\n  "a": {\n    "b": 1\n  },\n  "c": 2\n}'],
  [
    '[\n  {\n    "a": 1«\n  {\n    "b": 2\n  }\n]',
    "unclosed",
    '[\n  {\n    "a": 1\n  },\n  {\n    "b": 2\n  }\n]',
  ],
  [
    '{\n  "a": [\n    1,\n    [\n      2«\n  ],\n  "b": 3\n}',
    "unclosed",
    '{\n  "a": [\n    1,\n    [\n      2\n    ]\n  ],\n  "b": 3\n}',
  ],
  ['[\n  {"a": 1«,\n  {"b": 2}\n]', "unclosed", '[\n  {"a": 1},\n  {"b": 2}\n]'],
  [
    '{\n  "a": {\n    "b": {\n      "c": 1\n    }«}\n  },\n  "d": 2\n}',
    "surplus-closer",
    '{\n  "a": {\n    "b": {\n      "c": 1\n    }\n  },\n  "d": 2\n}',
  ],
  [
    '{\n  "a":\n    «{\n      "b": 1\n    }\n  ]\n}',
    "missing-opener",
    '{\n  "a": [\n    {\n      "b": 1\n    }\n  ]\n}',
  ],
  ['[\r\n\t{\r\n\t\t"a": 1«\r\n]', "unclosed", '[\r\n\t{\r\n\t\t"a": 1\r\n\t}\r\n]'],
  ['{\n  "a": {\n    "b": 1 }«', "unclosed", '{\n  "a": {\n    "b": 1 }\n}'],
  ['{\n  "a":\n    «1,\n    2\n  ]\n}', "missing-opener", '{\n  "a": [\n    1,\n    2\n  ]\n}'],
  ['{\n  "a": «]\n}', "missing-opener", '{\n  "a": []\n}'],
  ['{"a": «["b": 1}, "c": 2}', "wrong-bracket", '{"a": {"b": 1}, "c": 2}'],
  ['{"a": «{"b", 1], "c": 2}', "wrong-bracket", '{"a": ["b", 1], "c": 2}'],
];

for (const [marked, code, mended] of layouts) {
  const text = marked.replace("«", "");
  test(`the layout of ${JSON.stringify(text)} shows where its bracket is wrong`, () => {
    const { faults } = judgeJson(text);
    assert.deepEqual(
      faults.map((fault) => [fault.code, fault.span.start]),
      [[code, marked.indexOf("«")]],
    );
    assert.equal(mend(text, faults), mended);
  });
}

test("a text that breaks off anywhere has one mistake, and its repair closes what is open", () => {
  const whole =
    '{\n  "resource": [\n    {"na\\u00efve": "say \\"hi\\"", "n": [-0.5e+7, true, null], "😀": {{$int 1 9}}},\n    {"b": "[}"}\n  ]\n}';
  assert.deepEqual(judge(whole), []);
  for (let end = 1; end < whole.length; end += 1) {
    const text = whole.slice(0, end);
    const { faults } = judgeJson(text);
    const codes = faults.map(({ code }) => code);
    assert.ok(
      ["truncated", "unclosed", "doubled-braces,truncated"].includes(codes.join()),
      `${text} ${codes}`,
    );
    assert.equal(judgeJson(mend(text, faults)).verdict.code, 0, text);
  }
});

const placeholderBodies = [
  '{"a": {{x}}, {{k}}: 1, "b": "{{$datetime "YYYY"}}", {{rest}}}',
  '[{{frag}} {"a":1}]',
  "[{{a}}, {{b}}]",
  "[1 {{x}} 2]",
  "{{payload}}",
  '{"a":{"b":{{x}}}}',
  '{"a": -{{n}}, "b": 1{{x}}px, "c": {{a}}{{b}}}',
  '{"a": "{{#date, {hour:-1}}}", "b": {{login.response.body.$.id}}}',
  '{"a": "\\{\\{x\\}\\}", "b": {{x}}}',
  '{{{first}} "b": 2}',
];

for (const text of placeholderBodies) {
  test(`${text} has nothing but placeholders in it that is not JSON`, () => {
    const { verdict, faults } = judgeJson(text);
    assert.deepEqual(faults, []);
    assert.equal(verdict.code, 0);
  });
}

test("a placeholder hides no other mistake", () => {
  assert.deepEqual(judge('{"a": {{x}}, "b": [{{y}},], {{k}}: 01}'), [
    "trailing-comma: ,",
    "number-format: 01",
  ]);
});

test("in a .json file braces are braces", () => {
  assert.notDeepEqual(judge('{"a": {{x}}}', { placeholders: false }), []);
});

test("masked lines are white space", () => {
  const text = '{\n# why\n"a": 1,\n// "b": 2,\n"c": 3}';
  const masks = ["# why", '// "b": 2,'].map((line) => ({
    start: text.indexOf(line),
    end: text.indexOf(line) + line.length,
  }));
  assert.deepEqual(judge(text, { masks }), []);
  assert.deepEqual(judge(text), ["comment-sent: # why", 'comment-sent: // "b": 2,']);
});

test("offsets count from the start of the text, whatever the span", () => {
  const text = 'POST /x\n\n{"a":1,}\n###';
  const span = { start: text.indexOf("{"), end: text.indexOf("\n###") };
  assert.deepEqual(judge(text, { span }), ["trailing-comma: ,"]);
  assert.equal(judgeJson(text, { span }).faults[0]?.span.start, text.indexOf(",}"));
});

test("a blank body is no fault", () => {
  for (const text of ["", "  \n\t"]) assert.deepEqual(judge(text), []);
});

test("a key given twice and an integer too big are hints without repairs", () => {
  const text = '{"id": 12345678901234567890, "a": {"a": 1}, "\\u0061": 9223372036854775807}';
  assert.deepEqual(judge(text), ["big-integer: 12345678901234567890", 'duplicate-key: "\\u0061"']);
  for (const fault of judgeJson(text).faults) {
    assert.equal(fault.severity, "information");
    assert.deepEqual(fault.repairs, []);
  }
});

test("many keys are compared as surely as few", () => {
  const keys = Array.from({ length: 100 }, (_, index) => `"k${index}": 0`);
  assert.deepEqual(judge(`{${keys.join(", ")}}`), []);
  assert.deepEqual(judge(`{${keys.join(", ")}, "k7": 1}`), ['duplicate-key: "k7"']);
});

test("the 512th level is too deep", () => {
  assert.deepEqual(judge("[".repeat(511) + "]".repeat(511)), []);
  assert.deepEqual(judge("[".repeat(600) + "]".repeat(600)), ["too-deep: ["]);
});

test("faults beyond the cap are counted", () => {
  const { faults, omitted } = judgeJson(`[${"1,,".repeat(50)}1]`, { maxFaults: 20 });
  assert.equal(faults.length, 20);
  assert.equal(omitted, 30);
});

test("valid JSON has no faults but hints, and no edits", () => {
  fc.assert(
    fc.property(fc.json(), (text) =>
      judgeJson(text).faults.every(
        ({ severity, repairs }) => severity === "information" && repairs.length === 0,
      ),
    ),
    { numRuns: 500, seed: 4 },
  );
  const random = seededRandom(11);
  for (let left = 500; left > 0; left -= 1) assert.deepEqual(judge(validDocument(random)), []);
});

test("any value of a valid document may be a placeholder", () => {
  const random = seededRandom(12);
  for (let left = 500; left > 0; left -= 1) {
    const text = validDocument(random).replace(
      /(?<=[:[,]\s*)(?:true|false|null|-?\d[\d.e+]*)(?=\s*[,\]}])/g,
      (value) => (random.chance(0.5) ? "{{x}}" : value),
    );
    assert.deepEqual(judge(text), [], text);
  }
});

test("a text has errors exactly when PHP refuses it and it is not blank", () => {
  const random = seededRandom(13);
  for (let left = 4_000; left > 0; left -= 1) {
    const text = badText(random);
    const { faults } = judgeJson(text, { placeholders: false });
    const refused = decodeVerdict(text).code !== 0 && /[^ \t\r\n]/.test(text);
    assert.equal(
      faults.some(({ severity }) => severity === "error"),
      refused,
      JSON.stringify(text),
    );
  }
});

test("every fault lies within the text, in text order, and its edits too", () => {
  const random = seededRandom(14);
  for (let left = 3_000; left > 0; left -= 1) {
    const text = badText(random);
    let last = 0;
    for (const { span, repairs } of judgeJson(text).faults) {
      assert.ok(
        last <= span.start && span.start <= span.end && span.end <= text.length,
        JSON.stringify(text),
      );
      last = span.start;
      for (const edit of repairs.flatMap(({ edits }) => edits)) {
        assert.ok(
          0 <= edit.span.start && edit.span.start <= edit.span.end && edit.span.end <= text.length,
          JSON.stringify(text),
        );
      }
    }
  }
});

test("no string makes the judge throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => judgeJson(text).faults.length >= 0),
    { numRuns: 2_000, seed: 5 },
  );
});

const adversarial: readonly (readonly [name: string, text: (size: number) => string])[] = [
  ["open brackets", (size) => "[".repeat(size)],
  ["open braces", (size) => "{".repeat(size)],
  ["mismatched brackets", (size) => "[}".repeat(size / 2)],
  ["quotes", (size) => '"'.repeat(size)],
  ["bare words", (size) => "a ".repeat(size / 2)],
  ["open strings", (size) => '"a\n'.repeat(size / 3)],
  ["backslashes", (size) => `["${"\\".repeat(size)}`],
  ["open variables", (size) => "{{a ".repeat(size / 4)],
  ["commas", (size) => `[${",".repeat(size)}]`],
  ["colons", (size) => `{"a"${":".repeat(size)}}`],
  ["documents", (size) => "{}".repeat(size / 2)],
  ["missing commas", (size) => `[${"1 ".repeat(size / 2)}]`],
  ["open keys", (size) => '{"a: '.repeat(size / 5)],
  ["comments", (size) => "//\n".repeat(size / 3)],
  ["closers", (size) => "]".repeat(size)],
];

for (const [name, make] of adversarial) {
  test(`${name} take time that grows with their number`, () =>
    assertLinear((text) => judgeJson(text), make(120_000)));
}
