import { test } from "node:test";
import { findRecords } from "../../server/src/records/findRecords.ts";
import { assertLinear } from "../support/linear.ts";

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
  "plain words in a row": "error: ",
  "keys without a value": '"error":"error"',
  "texts that are nearly what is searched for": '"Status Code":3 HTTP/1.1" 3 ',
  "keys in one endless URL": "%22error%22%3A%7B%22code%22",
  "keys behind prefixes": 'web | {\nweb |  "error": {\nweb |   "code"',
  "lines of Docker's": '{"log":"\\"error\\": {\\n","stream":"x","time":"2026"}\n',
  "lines as wide as a terminal": `"error":{"code":1,"message":"${"x".repeat(51)}\n`,
  "colors between keys": '\x1b[1m"error"\x1b[0m:{"code"',
  "YAML without members": "error:\n  context:\n",
  "lines of php-fpm's":
    '[22-Nov-2026 09:15:37] WARNING: [pool a] child 1 said into stderr: "REST Exception #404 > x"\n',
  "Docker's lines that never end": '{"log":"{\\"error\\":{\\"code\\":1,","stream":"x","time":"2026"}\n',
  "parts of Kubernetes' lines": '2026-01-01T00:00:00Z stdout P "error":{"code":1,"message":"\n',
  "lists of PowerShell's": "code        : 1\n                x\nstatus_code : 1\n",
  "blanks in lists of PowerShell's": `code        : 1\nmessage     : x${" ".repeat(400)}\n${" ".repeat(400)}y\nstatus_code : 1\n`,
  "tables of PowerShell's": "error\n-----\n@{code=1; message=",
  backslashes: '\\"error\\":{\\\\\\\\',
  "one endless line of envelopes": `${ENVELOPE} `,
  "driver messages": "SQLSTATE[42S02]: x (SQL: y)\n",
  "access lines without a line break": '"GET /api/v2/a HTTP/1.1" 404 ',
  responses: '[REQUEST] {"API Version":"2.0"} [RESPONSE] {"Status Code":404',
};

const LENGTH = 120_000;

for (const [name, unit] of Object.entries(HOSTILE)) {
  test(`reads ${name} in time that grows with the text`, () => {
    assertLinear((text) => findRecords(text), unit.repeat(Math.ceil(LENGTH / unit.length)));
  });
}

test("reads a line of many megabytes in time that grows with it", () => {
  assertLinear((text) => findRecords(text), `{"a":"${"x".repeat(8_000_000)}"}`);
});

test("reads a hundred thousand openings in time that grows with them", () => {
  assertLinear((text) => findRecords(text), '{"error":'.repeat(100_000));
});

test("reads an error of tens of thousands of members in time that grows with them", () => {
  assertLinear((text) => findRecords(text), `{"error":{"context":{},${'"x":1,"code":2,'.repeat(20_000)}`);
});
