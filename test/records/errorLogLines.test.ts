import assert from "node:assert/strict";
import { test } from "node:test";
import { findRecords } from "../../server/src/records/findRecords.ts";

/** Lines in which PHP's error log arrives, with «…» around each record, and the messages. */
const LINES: Readonly<Record<string, readonly [text: string, ...messages: string[]]>> = {
  "nginx, several in a line": [
    `2026/11/22 09:15:10 [error] 29#29: *84 FastCGI sent in stderr: "PHP message: «REST Exception #404 > Table "contact" does not exist in the database.»; PHP message: «REST Exception #1000 > Batch Error: Not all requested records could be created.»" while reading response header from upstream, request: "POST /api/v2/db/_table/contact HTTP/1.1"`,
    'Table "contact" does not exist in the database.',
    "Batch Error: Not all requested records could be created.",
  ],
  "nginx, glued": [
    `FastCGI sent in stderr: "PHP message: «REST Exception #404 > Record with identifier '5' not found.»PHP message: «REST Exception #401 > Invalid credentials supplied.»PHP message: PHP Notice:  x" while reading upstream`,
    "Record with identifier '5' not found.",
    "Invalid credentials supplied.",
  ],
  "Apache in front of php-fpm": [
    `[Sun Nov 22 09:15:10.123456 2026] [proxy_fcgi:error] [pid 812:tid 1401] [client 10.0.0.1:53122] AH01071: Got error 'PHP message: «REST Exception #404 > Could not find a service for crm»; PHP message: «REST Exception #400 > Field 'name' can not be NULL.»\\n', referer: https://app/`,
    "Could not find a service for crm",
    "Field 'name' can not be NULL.",
  ],
  "Apache with its escapes": [
    `[Fri Jan 10 10:53:38.756702 2020] [:error] [pid 1] [client 10.0.0.1:5000] «REST Exception #500 > Failed to call database stored procedure.\\nSQLSTATE[42000]: Syntax error», referer: http://localhost/`,
    "Failed to call database stored procedure.\nSQLSTATE[42000]: Syntax error",
  ],
  "php-fpm, a line for each of the message's": [
    `[22-Nov-2026 09:15:37] WARNING: [pool www] child 42 said into stderr: "NOTICE: PHP message: «REST Exception #500 > Failed to retrieve records from 'x'."\n[22-Nov-2026 09:15:37] WARNING: [pool www] child 42 said into stderr: "SQLSTATE[42S22]: Column not found»"\n[22-Nov-2026 09:15:38] WARNING: [pool www] child 42 said into stderr: "NOTICE: PHP message: «REST Exception #404 > Could not find a service for crm»"`,
    "Failed to retrieve records from 'x'.\nSQLSTATE[42S22]: Column not found",
    "Could not find a service for crm",
  ],
  "a printed array": [
    `«REST Exception #400 > No valid fields found in request: Array\n(\n    [name] => a\n)»\n\n«REST Exception #404 > Record with identifier '7' not found.»\n`,
    "No valid fields found in request: Array\n(\n    [name] => a\n)",
    "Record with identifier '7' not found.",
  ],
  "a reason in a line of its own": [
    `«REST Exception #500 > Failed to filter records from 'people'.\nno such collection»\nPHP Notice:  x\n`,
    "Failed to filter records from 'people'.\nno such collection",
  ],
  "a console that says it again": [
    `«REST Exception #404 > Resource '*' not found for service 'crm'.» Resource '*' not found for service 'crm'.\n`,
    "Resource '*' not found for service 'crm'.",
  ],
  "a forwarded envelope": [
    `«REST Exception #500 > {"error":{"code":404,"context":null,"message":"Gone","status_code":404}}»\n`,
    '{"error":{"code":404,"context":null,"message":"Gone","status_code":404}}',
  ],
  "Docker's JSON around Monolog": [
    `{"log":"«[2026-11-22T09:17:03.262001+00:00] local.ERROR: Could not find a service for foo {\\"exception\\":\\"[object] (DreamFactory\\\\\\\\Core\\\\\\\\Exceptions\\\\\\\\NotFoundException(code: 404): Could not find a service for foo at /opt/app/mono.php:12)\\"} »\\n","stream":"stdout","time":"2026-11-22T09:15:10.1Z"}`,
    "Could not find a service for foo",
  ],
  "Monolog with the exception before": [
    `«[2026-11-22 09:17:03] production.ERROR: Could not find a service for foo {"exception":"[object] (DreamFactory\\\\Core\\\\Exceptions\\\\NotFoundException(code: 404): Could not find a service for foo at /a.php:1)\n[stacktrace]\n#0 {main}\n\n[previous exception] [object] (PDOException(code: 42S02): x at /b.php:3)\n[stacktrace]\n#0 {main}\n"} »\n[2026-11-22 09:17:04] production.INFO: next`,
    "Could not find a service for foo",
  ],
};

for (const [name, [marked, ...messages]] of Object.entries(LINES)) {
  test(`reads PHP's error log as it arrives by ${name}`, () => {
    const text = marked.replace(/[«»]/g, "");
    const records = findRecords(text);
    const expected = Array.from(marked.matchAll(/«([^»]*)»/g), ([, each = ""]) => each);
    assert.deepEqual(
      records.map(({ span }) => text.slice(span.start, span.end)),
      expected,
    );
    assert.deepEqual(
      records.map(({ message }) => message?.value),
      messages,
    );
  });
}

test("leaves the record of an answer to itself where another program logs it", () => {
  const envelope =
    '{"error":{"code":404,"context":null,"message":"Gone","trace":["0 /opt/dreamfactory/a.php(1): DreamFactory\\\\Core\\\\A->b()"],"status_code":404}}';
  const text = `[2026-11-22 09:17:03] local.ERROR: The call failed {"body":${envelope}} \n`;
  assert.deepEqual(
    findRecords(text).map(({ span }) => text.slice(span.start, span.end)),
    [envelope],
  );
});
