import assert from "node:assert/strict";
import { test } from "node:test";
import { findRecords } from "../../server/src/records/findRecords.ts";

/** What a DreamFactory server also answers, though it is no envelope, and other servers answer as well. */
const BODIES: Readonly<Record<string, readonly [body: string, message: string]>> = {
  "the body of an event script": [
    '{"error":"Both customer_id and product_id are required."}',
    "Both customer_id and product_id are required.",
  ],
  "Laravel's answer without debugging": ['{"message":"Server Error"}', "Server Error"],
  "Laravel's answer to a login that is missing": ['{"error":"Unauthenticated."}', "Unauthenticated."],
  "Laravel's answer with debugging": [
    '{"message":"Too few arguments","exception":"ArgumentCountError","file":"/var/www/a.php","line":1,"trace":[{"file":"/var/www/b.php","line":2,"function":"run"}]}',
    "Too few arguments",
  ],
  "a tool of the MCP server": [
    '{"content":[{"type":"text","text":"Permission Error: no access"}],"isError":true}',
    "Permission Error: no access",
  ],
  GraphQL: [
    '{"data":null,"errors":[{"message":"Cannot query field \\"x\\"","locations":[]}]}',
    'Cannot query field "x"',
  ],
};

for (const [name, [body, message]] of Object.entries(BODIES)) {
  test(`${name} is nobody's in particular`, () => assert.deepEqual(findRecords(body), []));

  test(`${name} is DreamFactory's where the caller says so`, () => {
    const [record] = findRecords(body, { context: true });
    assert.deepEqual(record?.span, { start: 0, end: body.length });
    assert.equal(record?.message?.value, message);
    assert.equal(record?.form, "message");
  });

  test(`${name} is DreamFactory's as the response to its API`, () => {
    const text = `GET http://a/api/v2/db/_table/x\n\nHTTP/1.1 500 Oops\nContent-Type: application/json\n\n${body}\n`;
    const [record] = findRecords(text);
    assert.equal(record?.message?.value, message);
    assert.equal(record?.status?.value, 500);
  });
}

test("a framework's error is DreamFactory's when its file is", () => {
  const text = '{"message":"x","exception":"TypeError","file":"/opt/dreamfactory/app/a.php","line":1}';
  const [record] = findRecords(text);
  assert.equal(record?.className?.value, "TypeError");
});

test("an error of two members is taken only where something says DreamFactory", () => {
  const text = '{"error":{"code":404,"message":"x"}}';
  assert.deepEqual(findRecords(text), []);
  assert.equal(findRecords(text, { context: true })[0]?.exception, "NotFoundException");
  assert.equal(findRecords(text, { claim: "always" })[0]?.confidence, "possible");
  assert.equal(findRecords(`X-DreamFactory-API-Key: a\n\n${text}`)[0]?.confidence, "likely");
});

test("never takes what could be somebody else's when it is told so", () => {
  const unsure = '{"error":{"code":404,"message":"x","status_code":404}}';
  assert.equal(findRecords(unsure)[0]?.confidence, "likely");
  assert.deepEqual(findRecords(unsure, { claim: "never" }), []);
});
