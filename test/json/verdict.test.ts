import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { test } from "node:test";
import { decodeVerdict, findStop } from "../../server/src/json/verdict.ts";
import { askPhp, hasPhp } from "../support/php.ts";
import { seededRandom } from "../support/random.ts";
import { badText, shrink } from "./badTexts.ts";

const FROZEN = new URL("../fixtures/json/verdicts.json", import.meta.url);
const SEED = 20_261_122;
const CHECKED = 200_000;
const KEPT = 1_500;

const verdicts: readonly (readonly [text: string, code: number])[] = [
  ['{"resource":[{"name":"a"}]}', 0],
  ['{"name":"a",}', 4],
  ["[1,2,]", 4],
  ['{name:"a"}', 4],
  ["{'name':'a'}", 4],
  ['{"a":1', 4],
  ['{"a":"x}', 3],
  ['{"a":1}}', 4],
  ['{"a":1 // c\n}', 4],
  ['{"a":1 "b":2}', 4],
  ['{"a" 1}', 4],
  ['{"a":01}', 4],
  ['{"a":NaN}', 4],
  ["TRUE", 4],
  ['{"a":"x\ny"}', 3],
  ['{"a":"x\ty"}', 3],
  ['{"a":"x\u0000y"}', 3],
  ['{"a":"\\x"}', 4],
  ['{"a":"\\u12"}', 4],
  ['{"a":"\\ud83d"}', 10],
  ['{"a":"\\ude00"}', 10],
  ['{"a":"\\ud83d\\ude00"}', 0],
  ['{"\\u0000a":1}', 0],
  ['\ufeff{"a":1}', 4],
  ['"\ud800"', 5],
  ["\udc00", 5],
  ['{\u0000"a":1}', 3],
  ["", 4],
  ["  \n ", 4],
  ["null", 0],
  ['{"a":1,"a":2}', 0],
  ["12345678901234567890", 0],
  ["1e400", 0],
  ["-0", 0],
  ['{"a":1}{"b":2}', 4],
  ['{"a":\u00a01}', 4],
  ['{"a":\u000b1}', 3],
  ['{"a":{{x}}}', 4],
  ['{"a":"{{x}}"}', 0],
  ['{"a":[1}', 2],
  ["[}", 2],
  ["{]", 2],
  ["[1,}", 4],
  ['{"a"]', 4],
  ["1 }", 4],
  ['[1 "a\u0001', 3],
  ["1\u0000", 3],
  ['"\\', 4],
  ["[".repeat(511) + "]".repeat(511), 0],
  ["[".repeat(512) + "]".repeat(512), 1],
  [`${'{"a":'.repeat(511)}1${"}".repeat(511)}`, 0],
  [`${'{"a":'.repeat(512)}1${"}".repeat(512)}`, 1],
  [`${"[".repeat(512)}\u0001`, 1],
  [`${"[".repeat(511)}\u0001`, 3],
];

for (const [text, code] of verdicts) {
  const name = text.length > 40 ? `${text.length} characters from ${text.slice(0, 8)}` : JSON.stringify(text);
  test(`${name} leaves json_last_error() at ${code}`, () => assert.equal(decodeVerdict(text).code, code));
}

test("only the span is judged", () => {
  assert.equal(decodeVerdict('x [1, "a"] "y', { start: 2, end: 10 }).code, 0);
  for (const [text, code] of verdicts) {
    const span = { start: 7, end: 7 + text.length };
    assert.equal(decodeVerdict(`"\\u0041${text}0"\\e5`, span).code, code, text);
  }
});

test("the stop lies at the token that PHP refuses", () => {
  const { offset } = findStop('{"a": 1, "b" 2}');
  assert.equal(offset, '{"a": 1, "b" '.length);
});

if (hasPhp) {
  test("the table is what php says", () => {
    const codes = askPhp(verdicts.map(([text]) => text));
    assert.deepEqual(
      codes,
      verdicts.map(([, code]) => code),
    );
  });

  test(`php agrees on ${CHECKED} random texts, verdict and reason`, () => {
    const random = seededRandom(SEED);
    const texts = Array.from({ length: CHECKED }, () => badText(random));
    const codes = askPhp(texts);
    const differing = texts.find((text, index) => decodeVerdict(text).code !== codes[index]);
    if (differing === undefined) return;
    const differs = (text: string) => askPhp([text])[0] !== decodeVerdict(text).code;
    const smallest = shrink(differing, differs);
    assert.fail(
      `${JSON.stringify(smallest)}: php says ${askPhp([smallest])[0]}, not ${decodeVerdict(smallest).code}`,
    );
  });
}

test("the frozen verdicts of php hold", () => {
  if (hasPhp && process.execArgv.includes("--test-update-snapshots")) freeze();
  const frozen: [text: string, code: number][] = JSON.parse(readFileSync(FROZEN, "utf8"));
  assert.equal(frozen.length, KEPT);
  for (const [text, code] of frozen) assert.equal(decodeVerdict(text).code, code, JSON.stringify(text));
});

function freeze(): void {
  const random = seededRandom(SEED);
  const texts = Array.from({ length: KEPT }, () => badText(random));
  const codes = askPhp(texts);
  const rows = texts.map((text, index) => JSON.stringify([text, codes[index]]));
  writeFileSync(FROZEN, `[\n${rows.join(",\n")}\n]\n`);
}
