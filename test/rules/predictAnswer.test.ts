import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHttpDocument } from "../../server/src/http/parseHttpDocument.ts";
import { predictAnswer } from "../../server/src/rules/predictAnswer.ts";

const MALFORMED = { code: 4, message: "Syntax error" } as const;
const JSON_TYPE = "application/json";
const NONE = undefined;
const ONE_LINE = '{"name": "Ada",}';
const SEVERAL_LINES = '{\n  "name": "Ada",\n}';

const NO_RECORDS =
  '400 BadRequestException No record(s) detected in request. Please make sure record(s) are wrapped in a \'resource\' tag. Example: {"resource":[{"record":1},{"record":2}]}';
const NO_FIELDS = "400 BadRequestException The request contains no valid record fields.";
const NO_SETS = "400 BadRequestException The request contains no valid record sets.";
const NO_SELECTION = "400 BadRequestException No filter or records given for delete request.";
const BY_ID = "400 BadRequestException Create record by identifier not currently supported.";
const UNRECOGNIZED = "400 BadRequestException Unrecognized payload type";
const NO_EMAIL = "400 BadRequestException Login request is missing required email.";
const NOT_CREATED = "400 BatchException Batch Error: Not all requested records could be created.";
const NOT_UPDATED = "400 BatchException Batch Error: Not all requested records could be updated.";
const TOO_LITTLE = "400 BadRequestException Not enough information provided to change password.";

type Row = readonly [line: string, type: string | undefined, body: string, answer: string | undefined];

const ROWS: readonly Row[] = [
  ["POST db/_table/contact", JSON_TYPE, ONE_LINE, NO_RECORDS],
  ["PUT db/_table/contact", "text/json; charset=utf-8", ONE_LINE, NO_RECORDS],
  ["PATCH db/_table/contact", "application/vnd.api+json", SEVERAL_LINES, NO_RECORDS],
  ["PATCH db/_table/contact/7", JSON_TYPE, ONE_LINE, NO_FIELDS],
  ["PUT db/_table/contact/7", JSON_TYPE, ONE_LINE, NO_FIELDS],
  ["POST db/_table/contact/7", JSON_TYPE, ONE_LINE, BY_ID],
  ["GET db/_table/contact", JSON_TYPE, ONE_LINE, undefined],
  ["DELETE db/_table/contact", JSON_TYPE, ONE_LINE, NO_SELECTION],
  ["DELETE db/_table/contact?ids=7", JSON_TYPE, ONE_LINE, undefined],
  ["DELETE db/_table/contact?force=true", JSON_TYPE, ONE_LINE, undefined],
  ["DELETE db/_table/contact/7", JSON_TYPE, ONE_LINE, undefined],
  [
    "POST db/_table",
    JSON_TYPE,
    ONE_LINE,
    "400 BadRequestException POST requests without a resource are not currently supported by the '_table' service.",
  ],
  ["POST db/_schema", JSON_TYPE, ONE_LINE, "400 BadRequestException No data in schema create request."],
  ["PUT db/_schema", JSON_TYPE, ONE_LINE, "400 BadRequestException No data in schema update request."],
  [
    "PATCH db/_schema/todo/_field",
    JSON_TYPE,
    ONE_LINE,
    "400 BadRequestException No data in schema update request.",
  ],
  ["DELETE db/_schema", JSON_TYPE, ONE_LINE, "400 BadRequestException No data in schema delete request."],
  ["DELETE db/_schema/todo", JSON_TYPE, ONE_LINE, undefined],
  ["POST user/session", JSON_TYPE, ONE_LINE, NO_EMAIL],
  ["POST system/admin/session", JSON_TYPE, ONE_LINE, NO_EMAIL],
  ["POST user/session?service=ldap", JSON_TYPE, ONE_LINE, undefined],
  ["PUT user/session", JSON_TYPE, ONE_LINE, undefined],
  ["POST user/password", JSON_TYPE, ONE_LINE, TOO_LITTLE],
  ["POST user/password?reset=true", JSON_TYPE, ONE_LINE, undefined],
  ["POST system/role", JSON_TYPE, ONE_LINE, NO_RECORDS],
  ["PATCH system/role", JSON_TYPE, ONE_LINE, NO_RECORDS],
  ["DELETE system/role", JSON_TYPE, ONE_LINE, NO_SELECTION],
  ["POST system/role/7", JSON_TYPE, ONE_LINE, BY_ID],
  ["POST system/limit", JSON_TYPE, ONE_LINE, NO_RECORDS],
  ["POST system/event_script", JSON_TYPE, ONE_LINE, NO_RECORDS],
  ["PATCH system/role/7", JSON_TYPE, ONE_LINE, undefined],
  ["POST system/cache", JSON_TYPE, ONE_LINE, undefined],
  ["POST files/a.json", JSON_TYPE, ONE_LINE, undefined],
  ["POST checkout", JSON_TYPE, ONE_LINE, undefined],
  ["POST db/_proc/totals", JSON_TYPE, ONE_LINE, undefined],
  ["POST db/_table/contact", NONE, ONE_LINE, UNRECOGNIZED],
  ["POST db/_table/contact", "application/JSON", ONE_LINE, UNRECOGNIZED],
  ["POST db/_table/contact", NONE, `# sent by nobody\n${ONE_LINE}`, UNRECOGNIZED],
  ["GET db/_table/contact/7", NONE, ONE_LINE, UNRECOGNIZED],
  ["POST user/session", NONE, ONE_LINE, UNRECOGNIZED],
  ["POST user/session", NONE, SEVERAL_LINES, NO_EMAIL],
  ["POST db/_table/contact", NONE, SEVERAL_LINES, NOT_CREATED],
  ["POST db/_table/contact?rollback=true", NONE, SEVERAL_LINES, `${NOT_CREATED} All changes rolled back.`],
  ["PATCH db/_table/contact", NONE, SEVERAL_LINES, NOT_UPDATED],
  ["PATCH db/_table/contact?ids=7", NONE, SEVERAL_LINES, undefined],
  ["POST db/_table/contact", "application/x-www-form-urlencoded", ONE_LINE, NO_RECORDS],
  ["POST user/session", "application/x-www-form-urlencoded", ONE_LINE, NO_EMAIL],
  ["PATCH db/_table/contact/7", "application/x-www-form-urlencoded", ONE_LINE, undefined],
  ["POST db/_table/contact", "text/plain", ONE_LINE, NO_SETS],
  ["PATCH db/_table/contact/7", "text/plain", ONE_LINE, NO_FIELDS],
  ["POST db/_table/contact", "text/csv", ONE_LINE, NO_RECORDS],
  ["POST db/_table/contact", "text/csv", SEVERAL_LINES, NOT_CREATED],
  ["POST db/_table/contact", "application/xml", ONE_LINE, NO_RECORDS],
  ["POST db/_table/contact", "{{type}}", ONE_LINE, undefined],
  ["POST db/_table/{{table}}", JSON_TYPE, ONE_LINE, NO_RECORDS],
  ["PATCH db/_table/{{path}}", JSON_TYPE, ONE_LINE, undefined],
  ["{{verb}} db/_table/contact", JSON_TYPE, ONE_LINE, undefined],
];

for (const [line, type, body, answer] of ROWS) {
  test(`malformed body: ${line}, ${type ?? "no Content-Type"}, ${JSON.stringify(body)}`, () => {
    const [verb = "", path = ""] = line.split(" ");
    const header = type === undefined ? "" : `Content-Type: ${type}\n`;
    assert.equal(answerTo(`${verb} {{host}}/api/v2/${path}\n${header}\n${body}\n`), answer);
  });
}

test("a request to another server has no answer", () => {
  assert.equal(answerTo(`POST https://example.com/orders\n\n${ONE_LINE}`), undefined);
});

test("a tunneled verb counts", () => {
  const request = `POST {{host}}/api/v2/db/_table/contact\nX-HTTP-Method: DELETE\nContent-Type: application/json\n\n${ONE_LINE}`;
  assert.equal(answerTo(request), NO_SELECTION);
});

function answerTo(text: string): string | undefined {
  const request = parseHttpDocument(text).blocks[0]?.requests[0];
  assert.ok(request !== undefined);
  const answer = predictAnswer(request, MALFORMED, text);
  return answer === undefined ? undefined : `${answer.status} ${answer.exception} ${answer.message}`;
}
