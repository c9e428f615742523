import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHttpDocument } from "../../server/src/http/parseHttpDocument.ts";
import { findRecords } from "../../server/src/records/findRecords.ts";
import { repairsForError } from "../../server/src/rules/answerRepairs.ts";
import { batchTargets } from "../../server/src/rules/batchTargets.ts";
import { applyEdits } from "../../server/src/text/edit.ts";
import { fillPhrase } from "../../server/src/text/phrase.ts";
import { withoutMarks } from "./findings.ts";

const KEY = "X-DreamFactory-API-Key: {{key}}";
const NO_RECORDS =
  "No record(s) detected in request. Please make sure record(s) are wrapped in a 'resource' tag. Example: {&quot;resource&quot;:[{&quot;record&quot;:1},{&quot;record&quot;:2}]}";
const NO_CREDENTIALS =
  "No session token (JWT) or API Key detected in request. Please send in X-DreamFactory-Session-Token and/or X-DreamFactory-API-Key request header. You can also use URL query parameters session_token and/or api_key.";
const NO_TOKEN =
  "No session token (JWT) provided. Please provide a valid JWT using X-DreamFactory-Session-Token request header or 'session_token' url query parameter.";

interface Row {
  readonly title: string;
  readonly request: string;
  readonly message: string;
  /** Title of each repair offered, best first. */
  readonly repairs: readonly string[];
  /** What the first one leaves. */
  readonly mended?: string;
}

const ROWS: readonly Row[] = [
  {
    title: "a record without wrapper",
    request: `POST {{host}}/api/v2/db/_table/contact\n${KEY}\nContent-Type: application/json\n\n{"name": "Ada"}`,
    message: NO_RECORDS,
    repairs: ["Wrap in resource"],
    mended: `POST {{host}}/api/v2/db/_table/contact\n${KEY}\nContent-Type: application/json\n\n{"resource": [{"name": "Ada"}]}`,
  },
  {
    title: "JSON sent as a form",
    request: `POST {{host}}/api/v2/db/_table/contact\n${KEY}\nContent-Type: application/x-www-form-urlencoded\n\n[{"name": "Ada"}]`,
    message: NO_RECORDS,
    repairs: ["Send as application/json"],
    mended: `POST {{host}}/api/v2/db/_table/contact\n${KEY}\nContent-Type: application/json\n\n[{"name": "Ada"}]`,
  },
  {
    title: "no credentials",
    request: "GET {{host}}/api/v2/db/_table/contact",
    message: NO_CREDENTIALS,
    repairs: ["Insert header X-DreamFactory-API-Key", "Insert header X-DreamFactory-Session-Token"],
    mended: "GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-API-Key: {{apiKey}}",
  },
  {
    title: "no credentials, to a host that nobody configured",
    request: "GET https://df.example.com/rest/db/contact\nAccept: */*",
    message: NO_CREDENTIALS,
    repairs: ["Change rest to api/v2", "Insert header X-DreamFactory-API-Key"],
  },
  {
    title: "a token under a misspelled header",
    request: `GET {{host}}/api/v2/db/_table/contact\n${KEY}\nX-DreamFactory-SessionToken: {{token}}`,
    message: NO_TOKEN,
    repairs: [
      "Change X-DreamFactory-SessionToken to X-DreamFactory-Session-Token",
      "Insert header X-DreamFactory-Session-Token",
    ],
    mended: `GET {{host}}/api/v2/db/_table/contact\n${KEY}\nX-DreamFactory-Session-Token: {{token}}`,
  },
  {
    title: "a key without a token",
    request: `GET {{host}}/api/v2/db/_table/contact\n${KEY}`,
    message: NO_TOKEN,
    repairs: ["Insert header X-DreamFactory-Session-Token"],
    mended: `GET {{host}}/api/v2/db/_table/contact\n${KEY}\nX-DreamFactory-Session-Token: {{sessionToken}}`,
  },
  {
    title: "conditions without parentheses",
    request: `GET {{host}}/api/v2/db/_table/contact?filter=a>5 AND b=2\n${KEY}`,
    message: "Invalid or unparsable field in filter request: 'a&gt;5 AND b'",
    repairs: ["Put the conditions in parentheses"],
    mended: `GET {{host}}/api/v2/db/_table/contact?filter=(a>5) AND (b=2)\n${KEY}`,
  },
  {
    title: "a wrapper around the one record",
    request: `PATCH {{host}}/api/v2/db/_table/contact/7\n${KEY}\nContent-Type: application/json\n\n{"resource": [{"name": "Ada"}]}`,
    message: "No valid fields were found in record.",
    repairs: ["Remove the wrapper"],
    mended: `PATCH {{host}}/api/v2/db/_table/contact/7\n${KEY}\nContent-Type: application/json\n\n{"name": "Ada"}`,
  },
  {
    title: "a table without _table, of a service with any name",
    request: `GET {{host}}/api/v2/db/contact\n${KEY}`,
    message: "Resource 'contact' not found for service 'db'.",
    repairs: ["Insert _table/"],
  },
  {
    title: "no Content-Type",
    request: `POST {{host}}/api/v2/db/_table/contact\n${KEY}\n\n{{records}}`,
    message: "Unrecognized payload type",
    repairs: ["Insert header Content-Type"],
  },
  {
    title: "an error that no change of the request mends",
    request: `GET {{host}}/api/v2/db/_table/contact\n${KEY}`,
    message:
      "Access Forbidden. The role assigned to you or your application or the default role of your application is not active.",
    repairs: [],
  },
];

for (const { title, request, message, repairs, mended } of ROWS) {
  test(`repairs of the request that was answered: ${title}`, () => {
    const text = `${request}\n\nHTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n${envelope(message)}\n`;
    const { answered, record } = read(text);
    const found = repairsForError(record, answered, text);
    assert.deepEqual(
      found.map((repair) => fillPhrase(repair.title)),
      repairs,
    );
    if (mended !== undefined) {
      const changed = applyEdits(text, found[0]?.edits ?? []);
      assert.equal(changed.slice(0, changed.indexOf("\n\nHTTP/1.1")), mended);
    }
  });
}

const BATCHES: readonly (readonly [title: string, request: string])[] = [
  [
    "records of a wrapper",
    `POST {{host}}/api/v2/db/_table/contact\n${KEY}\n\n{"resource": [{"a": 1}, «{"a": [2, {"b": 3}]}», {"a": {{a}}}, «{"a": 4}»]}`,
  ],
  [
    "records of a bare list",
    `POST {{host}}/api/v2/db/_table/contact\n${KEY}\n\n[\n  {},\n  «{}», {}, «{"b": "]"}»]`,
  ],
  ["identifiers in the URL", `DELETE {{host}}/api/v2/db/_table/contact?ids=11,«12»,13,«14»\n${KEY}`],
  [
    "nothing behind a placeholder that may be many",
    `POST {{host}}/api/v2/db/_table/contact\n${KEY}\n\n[{{first}}, {}, {}, {}]`,
  ],
  ["nothing for a filter", `PATCH {{host}}/api/v2/db/_table/contact?filter=a=1\n${KEY}\n\n[{}, {}, {}, {}]`],
];

for (const [title, request] of BATCHES) {
  test(`the failing entries of a batch lead to ${title}`, () => {
    const text = `${withoutMarks(request)}\n\nHTTP/1.1 400 Bad Request\n\n${BATCH}\n`;
    const { answered, record } = read(text);
    const targets = batchTargets(record, answered, text);
    const edits = targets.flatMap(({ span }) => [
      { span: { start: span.start, end: span.start }, newText: "«" },
      { span: { start: span.end, end: span.end }, newText: "»" },
    ]);
    assert.equal(applyEdits(withoutMarks(request), edits), request);
    assert.ok(targets.every(({ entry }) => entry.index === 1 || entry.index === 3));
  });
}

const BATCH = JSON.stringify({
  error: {
    code: 1000,
    context: { error: [1, 3], resource: [{ id: 8 }, failure("x"), { id: 9 }, failure("y")] },
    message: "Batch Error: Not all requested records could be created.",
    status_code: 400,
  },
});

function failure(message: string): object {
  return { code: 400, context: null, message, status_code: 400 };
}

function envelope(message: string): string {
  return JSON.stringify({ error: failure(message) });
}

function read(text: string) {
  const answered = parseHttpDocument(text).blocks[0]?.requests[0];
  const record = findRecords(text)[0];
  assert.ok(answered !== undefined && record !== undefined);
  return { answered, record };
}
