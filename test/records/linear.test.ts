import assert from "node:assert/strict";
import { performance } from "node:perf_hooks";
import { test } from "node:test";
import { findRecords } from "../../server/src/records/findRecords.ts";

const ENVELOPE = '{"error":{"code":404,"context":null,"message":"x","status_code":404}}';

/** Texts that are made to be read again and again; each is repeated until it is long. */
const HOSTILE: Readonly<Record<string, string>> = {
  "nothing but openings": '{"error":',
  "openings with a first member": '{"error":{"code":1,"context":',
  "strings that never end": '{"error":{"code":1,"message":"',
  "strings of two kinds that never end": `{'error':{'message':'{"error":{"message":"`,
  "escaped strings that never end": '{\\"error\\":{\\"message\\":\\"',
  "strings escaped four times": `{${"\\".repeat(15)}"error${"\\".repeat(15)}":{`,
  "lines that are cut off": '{"error":{"context":null,"message":"cut\n',
  "quotes that nobody escaped": '{"error":{"code":1,"message":"a "b "',
  "deep lists": '{"error":{"context":[[[[[[[[',
  "Java without an end": "{error={code=1, message=",
  "Go without an end": "map[error:map[code:1 message:",
  "print_r without an end": "[error] => Array ( [code] => 1 [message] => ",
  "XML without an end": "<error><code>1</code><message>",
  "CSV without an end": 'code,context,message,status_code\n1,"{""error"":"',
  "REST Exception lines glued together": "REST Exception #404 > ",
  "log lines without an end": '[2026-01-01 00:00:00] local.ERROR: x {"exception":"[object] (A(code: 1): ',
  "stack frames": "#0 /opt/dreamfactory/a.php(1): [internal function]: Illuminate\\\\A\n",
  "trace fragments": '"1 /opt/dreamfactory/Illuminate\\\\A(1): f()",',
  "bodies beside the envelope": '{"message":"Server Error","exception":"A',
  "errors inside messages": `{"error":{"code":400,"context":null,"message":"{&quot;error&quot;:{&quot;code&quot;:1,`,
  "base64 of an opening": "eyJlcnJvciI6",
  backslashes: '\\"error\\":{\\\\\\\\',
  "one endless line of envelopes": `${ENVELOPE} `,
  "driver messages": "SQLSTATE[42S02]: x (SQL: y)\n",
  "access lines without a line break": '"GET /api/v2/a HTTP/1.1" 404 ',
  responses: '[REQUEST] {"API Version":"2.0"} [RESPONSE] {"Status Code":404',
};

const LENGTH = 60_000;

for (const [name, unit] of Object.entries(HOSTILE)) {
  test(`reads ${name} in time that grows with the text`, () => {
    const short = unit.repeat(Math.ceil(LENGTH / unit.length));
    const long = short + short;
    const times = [timeOf(short), timeOf(long)];
    // Twice the text may take twice the time; three more allow for a busy machine, a square would need 4 and more.
    if (ratioOf(times) > 3.5) times.splice(0, 2, timeOf(short), timeOf(long));
    assert.ok(ratioOf(times) <= 3.5 || (times[1] ?? 0) < 100, `${times[0]} ms, then ${times[1]} ms`);
  });
}

test("reads a line of many megabytes without an error at once", () => {
  assert.ok(timeOf(`{"a":"${"x".repeat(8_000_000)}"}`) < 1000);
});

function timeOf(text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 2; i++) {
    const start = performance.now();
    findRecords(text);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function ratioOf([short = 1, long = 1]: readonly number[]): number {
  return long / short;
}
