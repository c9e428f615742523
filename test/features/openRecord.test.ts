import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { openRecord } from "../../server/src/features/openRecord.ts";
import { openDocument } from "../support/documents.ts";
import { readMarks } from "../support/markedText.ts";

suite("a record as a document of its own", () => {
  const error = {
    code: 404,
    context: null,
    message: "Table &quot;x&quot; does not exist in the database.",
    status_code: 404,
  };
  const plain = JSON.stringify({ error });
  const rows: readonly [string, string, unknown][] = [
    ["an envelope", `got █${plain} from`, { error }],
    ["an escaped envelope", `{"body":${JSON.stringify(plain).replace("context", "con█text")}}`, { error }],
    [
      "an envelope escaped twice",
      JSON.stringify(JSON.stringify(plain)).replace("context", "con█text"),
      { error },
    ],
    [
      "an envelope printed by Python",
      "b: █{'error': {'code': 404, 'context': None, 'message': 'Not Found', 'status_code': 404}}",
      { error: { code: 404, context: null, message: "Not Found", status_code: 404 } },
    ],
    [
      "a line of the log",
      `[2026-11-22 09:21:03] production.ERROR: █Could not find a service for crn {"exception":"[object] (DreamFactory\\\\Core\\\\Exceptions\\\\NotFoundException(code: 404): Could not find a service for crn at /opt/a.php:15)\n"} \n`,
      {
        error: {
          exception: "DreamFactory\\Core\\Exceptions\\NotFoundException",
          code: 404,
          message: "Could not find a service for crn",
        },
        time: "2026-11-22 09:21:03",
      },
    ],
    [
      "secrets masked",
      `█{"error":{"code":401,"context":{"session_token":"abcdefgh12345678","api_key":7},"message":"Invalid password=hunter2 supplied.","status_code":401}}`,
      {
        error: {
          code: 401,
          context: { session_token: "•••", api_key: 7 },
          message: "Invalid password=••• supplied.",
          status_code: 401,
        },
      },
    ],
  ];
  for (const [what, marked, expected] of rows) {
    test(`shows ${what}`, () => {
      const opened = open(marked, "log");
      assert.deepEqual(JSON.parse(opened?.text ?? "null"), expected);
      assert.match(opened?.name ?? "", /^[\w-]+\.json$/);
    });
  }

  test("is formatted and named after its status and class", () => {
    const opened = open(`█${plain}`, "json");
    assert.equal(opened?.name, "404-NotFoundException.json");
    assert.equal(opened?.text, `${JSON.stringify({ error }, undefined, 2)}\n`);
  });

  test("does not exist where no record is", () => assert.equal(open(`█ \n ${plain}`, "log"), undefined));
});

function open(marked: string, languageId: string) {
  const { text, cursor } = readMarks(marked);
  const { document, parsed } = openDocument(text, languageId);
  return openRecord(document, parsed, document.positionAt(cursor));
}
