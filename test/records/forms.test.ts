import assert from "node:assert/strict";
import { test } from "node:test";
import { findRecords } from "../../server/src/records/findRecords.ts";
import type { ErrorRecord } from "../../server/src/records/model.ts";
import {
  BATCH,
  BATCH_JSON,
  envelope,
  escaped,
  MISSING,
  MISSING_JSON,
  PLAIN,
  PLAIN_JSON,
  type Row,
  testRows,
} from "../support/recordRows.ts";

const FORMS: Readonly<Record<string, Row>> = {
  "JSON in one line": [`«${MISSING_JSON}»`, { ...MISSING, form: "envelope", status: 404 }],
  "JSON over many lines": [`«${JSON.stringify(JSON.parse(MISSING_JSON), null, 2)}»\n`, MISSING],
  "JSON with Windows line ends": [
    `«${JSON.stringify(JSON.parse(PLAIN_JSON), null, 2).replaceAll("\n", "\r\n")}»\r\n`,
    PLAIN,
  ],
  "JSON in the middle of a line": [`2026-01-01 12:00:00 GET failed: «${PLAIN_JSON}» (12 ms)`, PLAIN],
  NDJSON: [`{"id":1}\n«${BATCH_JSON}»\n{"id":2}`, BATCH],
  "a member of a larger object": [`{"time":1,"body":«${PLAIN_JSON}»,"took":3}`, PLAIN],
  "a member next to others": [
    '{"ok":false,«"error":{"code":404,"context":null,"message":"Record with identifier \'5\' not found.","status_code":404}»,"took":3}',
    PLAIN,
  ],
  "deep inside GELF": [
    `{"version":"1.1","host":"a","_event":{"response":{"status_code":404,"content":«${PLAIN_JSON}»,"content_type":"application/json"}}}`,
    PLAIN,
  ],
  "HAR, as text": [
    `{"response":{"status":404,"content":{"mimeType":"application/json","text":"«${escaped(PLAIN_JSON)}»"}}}`,
    { ...PLAIN, form: "escaped-envelope" },
  ],
  "HAR, as base64": [
    `{"response":{"content":{"encoding":"base64","text":"«${btoa(PLAIN_JSON)}»"}}}`,
    { ...PLAIN, form: "escaped-envelope" },
  ],
  "curl -i": [
    `HTTP/1.1 404 Not Found\r\nServer: nginx\r\nContent-Type: application/json\r\n\r\n«${PLAIN_JSON}»`,
    { ...PLAIN, status: 404 },
  ],
  "curl -v": [
    `< HTTP/2 400 \n< content-type: application/json\n< \n«{"error":{"code":400,"context":null,"message":"x"}}»\n* Connection #0 left intact`,
    { exception: "BadRequestException", code: 400, status: 400, message: "x" },
  ],
  "escaped once": [`"body":"«${escaped(MISSING_JSON)}»"`, MISSING],
  "escaped twice": [`"«${escaped(escaped(MISSING_JSON))}»"`, MISSING],
  "escaped three times": [`"«${escaped(escaped(escaped(BATCH_JSON)))}»"`, BATCH],
  "escaped four times": [`"«${escaped(escaped(escaped(escaped(PLAIN_JSON))))}»"`, PLAIN],
  "escaped and over many lines": [`"«${escaped(JSON.stringify(JSON.parse(PLAIN_JSON), null, 2))}»"`, PLAIN],
  "escaped as PHP does for HTML": [`"«${PLAIN_JSON.replaceAll('"', "\\u0022")}»"`, PLAIN],
  "with HTML entities": [`<pre>«${PLAIN_JSON.replaceAll('"', "&quot;")}»</pre>`, PLAIN],
  "with HTML entities of entities": [
    `<td>«${MISSING_JSON.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}»</td>`,
    MISSING,
  ],
  "in a CSV cell": [`id,body\n1,"«${PLAIN_JSON.replaceAll('"', '""')}»"\n`, PLAIN],
  "raw backslashes": [
    '«{"error":{"context":null,"message":"Bad.","code":500,"trace":["0 DreamFactory\\Core\\Base->run()"]}}»',
    { exception: "InternalServerErrorException", code: 500, message: "Bad." },
  ],
  "raw line breaks in strings": [
    '«{"error":{"code":500,"context":null,"message":"Failed to call database stored procedure.\nSQLSTATE[42000]","status_code":500}}»',
    {
      exception: "InternalServerErrorException",
      code: 500,
      message: "Failed to call database stored procedure.\nSQLSTATE[42000]",
    },
  ],
  "quotes that nobody escaped": [
    '«{"error":{"code":404,"context":null,"message":"Table "contact" does not exist in the database.","status_code":404}}»',
    MISSING,
  ],
  "typographic quotes": [
    "«{“error”:{“code”:404,“context”:null,“message”:“Record with identifier '5' not found.”,“status_code”:404}}»",
    PLAIN,
  ],
  "a Markdown code span": [`It says \`«${PLAIN_JSON}»\` then.`, PLAIN],
  "a shell's single quotes": [`echo '«${MISSING_JSON}»' | jq .`, MISSING],
  "a Docker log line": [
    `{"log":"«${escaped(PLAIN_JSON)}»\\n","stream":"stdout","time":"2026-01-01T00:00:00Z"}`,
    PLAIN,
  ],
  "a line that Docker broke in two": [
    `{"log":"«{\\"error\\":{\\"code\\":404,\\"context\\":null,\\"message\\":\\"Record with iden","stream":"stdout","time":"2026-01-01T00:00:00.1Z"}\n{"log":"tifier '5' not found.\\",\\"status_code\\":404}}»\\n","stream":"stdout","time":"2026-01-01T00:00:00.1Z"}\n`,
    { ...PLAIN, status: 404 },
  ],
  "a line that Kubernetes broke in two": [
    `2026-01-01T00:00:00.100000000Z stdout P «{"error":{"code":404,"context":null,"message":"Record with iden\n2026-01-01T00:00:00.100000000Z stdout F tifier '5' not found.","status_code":404}}»\n`,
    { ...PLAIN, status: 404 },
  ],
  "a line that Docker broke in two, between those of the other stream": [
    `{"log":"«{\\"error\\":{\\"code\\":404,\\"context\\":null,\\"message\\":\\"Record with identifier '5' not found.»","stream":"stdout","time":"2026-01-01T00:00:00.1Z"}\n{"log":"[notice] hello\\n","stream":"stderr","time":"2026-01-01T00:00:00.1Z"}\n`,
    { ...PLAIN, cut: "message" },
  ],
  "a line of Kubernetes' that its writer cut": [
    `2026-01-01T00:00:00.100000000Z stdout P {"x":1,«"error":{"code":404,"context":null,"mess\n2026-01-01T00:00:00.100000000Z stdout F age":"Record with identifier '5' not found.»\n2026-01-01T00:00:00.200000000Z stdout F {"error":null}\n`,
    { ...PLAIN, cut: "message" },
  ],
  "an error key far before its value": [
    `«{"error"${" ".repeat(40)}:${" ".repeat(40)}${PLAIN_JSON.slice('{"error":'.length)}»`,
    PLAIN,
  ],
  XML: [
    '«<?xml version="1.0" ?><dfapi>\n\t<error>\n\t\t<code>404</code>\n\t\t<context></context>\n\t\t<message>Table &amp;quot;contact&amp;quot; does not exist in the database.</message>\n\t\t<status_code>404</status_code>\n\t</error>\n</dfapi>»\n',
    { ...MISSING, form: "xml", status: 404 },
  ],
  CSV: [
    '«code,context,message,status_code\n404,,"Table &quot;contact&quot; does not exist in the database.",404»\n',
    { ...MISSING, form: "csv", status: 404 },
  ],
  "CSV of a batch": [
    '«code,context,message,status_code\n1000,"{""error"":[1],""resource"":[{""id"":8},{""code"":""23000"",""message"":""x""}]}","Batch Error: Not all requested records could be created.",400»',
    { ...BATCH, form: "csv" },
  ],
  "cut off in the message": [
    '«{"error":{"code":404,"context":null,"message":"Record with ident»\n[2026-01-01 00:00:00] local.INFO: {"a":"b"}',
    { exception: "NotFoundException", code: 404, message: "Record with ident", cut: "message" },
  ],
  "cut off after the context": [
    '«{"error":{"code":404,"context":{"a":1}»',
    { exception: "NotFoundException", code: 404, cut: "context" },
  ],
  "cut off inside a key": [
    '«{"error":{"code":404,"context":null,"mess»',
    { exception: "NotFoundException", code: 404, cut: "context" },
  ],
  "escaped and cut off by its string": [
    '{"body":"«{\\"error\\":{\\"code\\":404,\\"context\\":null,\\"message\\":\\"Reco»"}',
    { exception: "NotFoundException", code: 404, message: "Reco", cut: "message" },
  ],
  "version 1": [
    '«{"error":[{"context":null,"message":"No.","code":403}]}»',
    { exception: "ForbiddenException", code: 403, message: "No." },
  ],
  "versions 2.0 to 2.4": [
    '«{"error":{"context":null,"message":"No.","code":403}}»',
    { exception: "ForbiddenException", code: 403, message: "No." },
  ],
  "a batch of versions 2.0 to 2.4": [
    '«{"error":{"context":{"error":[1],"resource":[{"id":8},"SQLSTATE[23000]: x"]},"message":"Batch Error: Not all requested records could be created.","code":400}}»',
    { exception: "BadRequestException", code: 400, message: BATCH.message, failing: [1] },
  ],
  "an exception from outside DreamFactory": [
    `«{"error":{"code":"42S02","message":"SQLSTATE[42S02]: Base table or view not found: 1146 Table 'x.y' doesn't exist (SQL: select 1)"}}»`,
    { exception: undefined, code: "42S02" },
  ],
  "a code that is not the status": [
    '«{"error":{"code":404,"context":null,"message":"Some.","status_code":400}}»',
    { exception: "BadRequestException", code: 404, status: 400, message: "Some." },
  ],
  "a status that no class has": [
    '«{"error":{"code":402,"context":null,"message":"Pay.","status_code":402}}»',
    { exception: undefined, code: 402, status: 402, message: "Pay." },
  ],
  "code 0": [
    '«{"error":{"code":0,"context":null,"message":"Failed to create blob \\"a\\": x"}}»',
    { exception: undefined, code: 0, message: 'Failed to create blob "a": x' },
  ],
  "PHP's error log": [
    "[22-Nov-2026 09:15:37 UTC] «REST Exception #1000 > Batch Error: Not all requested records could be created.»\n",
    {
      exception: "BatchException",
      code: 1000,
      message: BATCH.message,
      failing: [],
      form: "rest-exception-line",
    },
  ],
  "Apache's error log": [
    "[Fri Jan 10 10:53:38.756702 2020] [php:notice] [pid 1] [client 10.0.0.1:5000] «REST Exception #401 > Unauthorized. User is not authenticated.», referer: http://localhost/",
    { exception: "UnauthorizedException", code: 401, message: "Unauthorized. User is not authenticated." },
  ],
  "nginx's error log, cut off": [
    '2016/03/03 13:21:44 [error] 8276#0: *5 FastCGI sent in stderr: "PHP message: «REST Exception #404 > Could not find a serv»',
    { exception: "NotFoundException", code: 404, message: "Could not find a serv", cut: "message" },
  ],
  "PHP's error log in a page": [
    "<pre>«REST Exception #404 &gt; Could not find a service for crm»</pre>",
    { exception: "NotFoundException", code: 404, message: "Could not find a service for crm" },
  ],
  "a Monolog line with class and place around the message": [
    "«[2016-08-01 10:00:00] local.ERROR: DreamFactory\\Core\\Exceptions\\NotFoundException: Could not find a service for crm in /opt/df/a.php:50\nStack trace:\n#0 {main}»\n",
    { exception: "NotFoundException", message: "Could not find a service for crm", form: "log-line" },
  ],
  "PHP's error log of version 1": [
    "PHP Fatal error:  Uncaught exception '«DreamFactory\\Platform\\Exceptions\\NotFoundException' with message 'Gone»' in /opt/df/a.php:50",
    { exception: "NotFoundException", message: "Gone", form: "log-line" },
  ],
  "a message over two lines": [
    "«REST Exception #500 > Failed to call database stored procedure.\nSQLSTATE[42000]: Syntax error»\nREST",
    {
      exception: "InternalServerErrorException",
      code: 500,
      message: "Failed to call database stored procedure.\nSQLSTATE[42000]: Syntax error",
    },
  ],
  "Docker's JSON around PHP's error log": [
    '{"log":"NOTICE: PHP message: «REST Exception #404 \\u003e Table \\"contact\\" does not exist in the database.»\\n","stream":"stderr"}',
    MISSING,
  ],
  "a Monolog line with its class": [
    '«[2026-11-22T09:17:03.262001+00:00] local.ERROR: Could not find a service for foo {"exception":"[object] (DreamFactory\\\\Core\\\\Exceptions\\\\NotFoundException(code: 404): Could not find a service for foo at /opt/app/mono.php:12)"} »\n',
    {
      exception: "NotFoundException",
      code: 404,
      message: "Could not find a service for foo",
      form: "log-line",
    },
  ],
  "a Monolog line of PHP's own error in DreamFactory": [
    '«[2026-11-22 09:17:03] production.ERROR: trim(): must be string {"exception":"[object] (TypeError(code: 0): trim(): must be string at /opt/dreamfactory/vendor/a.php:15)\n[stacktrace]\n#0 /opt/dreamfactory/a.php(15): f()\n#1 {main}\n"} »\n[2026-11-22 09:17:04] production.INFO: x',
    { exception: undefined, code: 0, message: "trim(): must be string" },
  ],
  "a request and its response in the log": [
    '[2026-11-22T09:17:03+00:00] local.INFO: [REQUEST] {"API Version":"2.0","Method":"GET","Service":"db","Resource":"_table/x","Requestor":1} \n«[2026-11-22T09:17:03+00:00] local.INFO: [RESPONSE] {"Status Code":404,"Content-Type":null} \n[2026-11-22T09:17:03+00:00] local.INFO: [RESPONSE] {"Status Code":404,"Content-Type":"application/json"} »\n',
    { exception: "NotFoundException", status: 404, form: "request-response-pair" },
  ],
  "an access log": [
    '«10.0.0.1 - - [22/Nov/2026:09:15:10 +0000] "GET /api/v2/db/_table/x?limit=1 HTTP/1.1" 503 12 "-" "curl/8"»\n',
    { exception: "ServiceUnavailableException", status: 503, form: "access-line" },
  ],
};

testRows(FORMS);

test("an older log line names its class where a hover answers", () => {
  const text =
    "[2016-08-01 10:00:00] local.ERROR: DreamFactory\\Core\\Exceptions\\NotFoundException: Gone in /opt/df/a.php:50";
  const [record] = findRecords(text);
  const shown = record?.hotspots.map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(shown, ["local.ERROR", "DreamFactory\\Core\\Exceptions\\NotFoundException", "Gone"]);
});

function said(record: ErrorRecord): string | undefined {
  return record.message?.value;
}
test("a sign speaks for an error in base64 beside it, not for one far behind", () => {
  const bare = '{"error":{"code":404,"message":"Gone fishing"}}';
  const har = `{"encoding":"base64","text":"${btoa(bare)}"}`;
  const sign = "POST /api/v2/db/_table/contact\n";
  assert.deepEqual(findRecords(`${har}\n${sign}`).map(said), ["Gone fishing"]);
  assert.deepEqual(findRecords(`${sign}${"-".repeat(6000)}${har}`).map(said), []);
});

test("an error that was forwarded is found in base64 too", () => {
  const outer = btoa(envelope(`Failed: ${PLAIN_JSON}`));
  const text = `${"x".repeat(outer.length)} "${outer}"`;
  const [record] = findRecords(text);
  assert.equal(record?.inner?.message?.value, PLAIN.message);
  const span = record?.inner?.span;
  assert.ok(span && span.start > outer.length && span.end <= text.length);
});
