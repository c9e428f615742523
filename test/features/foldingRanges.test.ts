import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { getFoldingRanges } from "../../server/src/features/foldingRanges.ts";
import { FULL_SUPPORT, openDocument } from "../support/documents.ts";

const HTTP = `### one
POST https://df.example.com/api/v2/db/_table/x
Content-Type: application/json

{
  "resource": []
}

HTTP/1.1 400 Bad Request

{"error":{"code":400,"context":null,"message":"No record(s) detected in request.","status_code":400}}

### two
GET https://df.example.com/api/v2/db
`;

const LOG = `[2026-11-22 09:21:03] production.ERROR: Could not find a service for crn {"exception":"[object] (DreamFactory\\\\Core\\\\Exceptions\\\\NotFoundException(code: 404): Could not find a service for crn at /opt/a.php:15)
[stacktrace]
#0 /opt/dreamfactory/app/Jobs/Cleanup.php(15): trim()
#1 {main}
"} 
[2026-11-22T09:14:58+00:00] production.INFO: done
`;

suite("folding", () => {
  const rows: readonly [string, string, string, readonly string[]][] = [
    ["requests, bodies and responses", HTTP, "http", ["0-10", "4-6", "8-10", "12-13"]],
    ["records over several lines and their stack traces", LOG, "log", ["0-4", "2-3"]],
  ];
  for (const [what, text, languageId, expected] of rows) {
    test(`folds ${what}`, () => assert.deepEqual(fold(text, languageId), expected));
  }

  test("leaves JSON and plain logs to the editor", () => {
    assert.deepEqual(
      fold('{\n"error":{"code":404,"message":"Not Found","context":null}\n}', "json"),
      undefined,
    );
    assert.deepEqual(fold("nothing\nat all\n", "log"), undefined);
  });

  test("stops at the limit of the editor", () => {
    const { document, parsed } = openDocument(HTTP, "http");
    assert.equal(getFoldingRanges(document, parsed, { ...FULL_SUPPORT, foldingRangeLimit: 2 })?.length, 2);
  });
});

function fold(text: string, languageId: string): string[] | undefined {
  const { document, parsed } = openDocument(text, languageId);
  return getFoldingRanges(document, parsed, FULL_SUPPORT)?.map(
    ({ startLine, endLine }) => `${startLine}-${endLine}`,
  );
}
