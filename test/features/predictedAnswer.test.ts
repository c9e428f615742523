import assert from "node:assert/strict";
import { test } from "node:test";
import { getPredictedAnswer } from "../../server/src/features/predictedAnswer.ts";
import { openDocument } from "../support/documents.ts";
import { readMarks } from "../support/markedText.ts";

const URL = "https://df.example.com/api/v2/db/_table/contacts";

test("a malformed body is answered as if it were empty, on the wire's spelling", () => {
  const answer = predict(`POST ${URL}
X-DreamFactory-API-Key: {{key}}
Content-Type: application/json

{"resource": [{"name": "Ada"█},]}
`);
  assert.match(answer ?? "", /^HTTP\/1\.1 400 Bad Request\nContent-Type: application\/json\n\n\{/);
  assert.match(answer ?? "", /No record\(s\) detected in request\./);
  assert.match(answer ?? "", /&quot;resource&quot;/);
  assert.match(answer ?? "", /"status_code": 400/);
});

test("missing credentials are answered before the body is read", () => {
  const answer = predict(
    `POST █${URL}\nContent-Type: application/json\n\n{"resource": [{"name": "Ada"},]}\n`,
  );
  assert.match(answer ?? "", /No session token \(JWT\) or API Key detected/);
});

test("nothing is predicted for a request that may be right, nor for one to another server", () => {
  assert.equal(
    predict(`POST █${URL}\nX-DreamFactory-API-Key: {{key}}\nContent-Type: application/json\n\n{{payload}}\n`),
    undefined,
  );
  assert.equal(
    predict('POST █https://example.com/things\nContent-Type: application/json\n\n{"a":1,}\n'),
    undefined,
  );
});

function predict(marked: string): string | undefined {
  const { text, cursor } = readMarks(marked);
  return getPredictedAnswer(openDocument(text, "http").parsed, cursor);
}
