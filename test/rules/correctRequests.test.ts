import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseHttpDocument } from "../../server/src/http/parseHttpDocument.ts";
import { readDreamFactoryRequest } from "../../server/src/rules/readDreamFactoryRequest.ts";
import { describeFinding, findingsOf } from "./findings.ts";

const CORRECT = readFileSync("test/fixtures/rules/correct.http", "utf8");

test("no rule fires on a correct request", () => {
  const findings = findingsOf(CORRECT).map((finding) => describeFinding(finding, CORRECT));
  assert.deepEqual(findings, []);
});

test("at least forty of the correct requests are judged", () => {
  const requests = parseHttpDocument(CORRECT).blocks.flatMap((block) => block.requests);
  const judged = requests.filter((request) => readDreamFactoryRequest(request, CORRECT) !== undefined);
  assert.ok(judged.length >= 40, `${judged.length} of ${requests.length}`);
});

test("an error that was pasted below its request without the status line is no body to judge", () => {
  const error = '{"error": {"code": 404, "message": "Record with identifier \'7\' not found."}}';
  const text = `GET {{host}}/api/v2/db/_table/contact/7\nX-DreamFactory-API-Key: k\n\n${error}`;
  assert.deepEqual(findingsOf(text), []);
});
