import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { anchoredReader } from "../../server/src/records/anchoredReader.ts";
import { ANCHORS } from "../../server/src/records/forms/forms.ts";
import { generateLog } from "../support/generateLog.ts";

const FOLDER = "test/fixtures/samples/";
const SAMPLES = readdirSync(FOLDER).map((file) => readFileSync(FOLDER + file, "utf8"));
const LOG = generateLog({ seed: 5, length: 200_000, charactersPerError: 400, nearMisses: 0.5 }).text;

const BLANKS = ["", "", " ", "\n  ", "\u00a0", "\t \r\n", " ".repeat(40)];
const QUOTES = ['"', "'", '""', '\\"', "&quot;", "“", ""];
const OPENERS = [
  "{",
  "{",
  "[",
  "(",
  "{{",
  '{"data":null,',
  '{"data" : null , ',
  '{"a":"b",',
  "map[",
  "array (",
  "",
];
const OPERATORS = [":", ":", "=", "=>", "]=>", ",", ""];
const VALUES = [
  '"Not found"}',
  "'Not found'}",
  '{"code":404,"context":null,"message":"x","status_code":404}}',
  "{'code':404,'context':null,'message':'x','status_code':404}}",
  '{\\"code\\":404,\\"context\\":null,\\"message\\":\\"x\\"}}',
  "\u001b[32m{ code: 404, context: null, message: 'x' }\u001b[0m }",
  'Object { code: 404, context: null, message: "x" }',
  "map[code:404 context:<nil> message:x status_code:404]]",
  "null}",
  "{ name: 'TypeError', message: 'x is not a function', code: 404 } }",
  "{'code': 404, 'message': 'It\\\\'s, type: x', 'context': None}}",
  "{code: 404, context: null, message: Not found, status: 1, status_code: 404}}",
  "{code: 404, context: null, message: Not found, status_code: 404}}",
  '{"message":"x","type":"requests","code":404}}',
  '{"code":404,"message":"a \\"b\\", c","status":"NOT_FOUND"}}',
  '{ "code" : 404 ,\n "context": null, "message": "x", "extra": 1 }',
  '{"id":null,"code":404,"message":"x"}}',
  '{"code":404,"context":null,"message":"x","status_code":404,"trace":["0 /a(1): b"]}}',
  '{"context":{"error":[0]},"code":1000,"message":"x","y":1}}',
  "None, 'x': 1}",
  "-404}",
  "true}",
  "news\\Model Object ( [code] => 404 )",
  "\n  code: 404\n  context: null\n  message: x\n  status_code: 404\n",
];
const PATHS = [
  "/api/v2/db/_table/x",
  "/a/api/v2/x?y=1",
  "https://df.example/rest/user/x",
  "/rest/",
  "/favicon.ico",
  "/a b",
];

const pick = (...texts: string[]) => fc.constantFrom(...texts);
const keys = fc
  .tuple(pick("HTTP/1.1 500 X\r\n\r\n", ""), pick(...OPENERS), pick(...BLANKS), pick(...QUOTES))
  .chain(([head, opener, blank, quote]) =>
    fc
      .tuple(pick(...BLANKS), pick(...OPERATORS), pick(...BLANKS), pick(...VALUES))
      .map((tail) => `${head}${opener}${blank}${quote}error${quote}${tail.join("")}`),
  );
const accesses = fc
  .tuple(pick("GET ", '"GET ', '"DELETE ', ""), pick(...PATHS), pick(" ", "  ", "\u00a0"))
  .map((parts) => `10.0.0.1 - - [22/Nov/2026:09:15:10 +0000] ${parts.join("")}HTTP/1.1" 404 120`);

test("what a glance refuses, in text or in bytes, no reader would take", () => {
  for (const text of [...SAMPLES, LOG]) assertJust(text);
  fc.assert(fc.property(fc.oneof(keys, accesses), assertJust), { numRuns: 4000, seed: 1 });
});

function assertJust(text: string): void {
  const bytes = Buffer.from(text);
  const anyReader = anchoredReader(text, { claim: "always", context: true });
  const ourReader = anchoredReader(text, { claim: "auto", context: true });
  for (const [anchor, refuses, reader] of ANCHORS.flatMap((anchor) => [
    [anchor, anchor.refuses, anyReader] as const,
    [anchor, anchor.refusesOthers, ourReader] as const,
  ])) {
    const { text: word } = anchor;
    if (refuses === undefined) continue;
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const byte = Buffer.byteLength(text.slice(0, at));
      if (!refuses(text, at, at + word.length) && !refuses(bytes, byte, byte + word.length)) continue;
      assert.equal(
        reader.readAt(at, anchor).record,
        undefined,
        JSON.stringify(text.slice(at - 80, at + 120)),
      );
    }
  }
}
