import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { isDistinctive, matchMessage, matchMessageLayers } from "../../server/src/catalog/matchMessage.ts";
import { MESSAGE_TEMPLATES } from "../../server/src/catalog/messages.ts";
import { assertLinear } from "../support/linear.ts";

/** Messages as servers, logs, user interfaces and people wrote them: text, entry, captures. */
const REAL_MESSAGES: readonly (readonly [string, string, Record<string, string>?])[] = [
  ["Could not find a service for user", "service-not-found", { name: "user" }],
  ["Invalid credentials supplied.", "invalid-credentials"],
  ["Invalid credentials supplied", "invalid-credentials"],
  ["Invalid or unparsable filter request.", "filter-unparsable"],
  [
    "Table &quot;OrderOEStatus&quot; does not exist in the database.",
    "table-not-found",
    { table: "OrderOEStatus" },
  ],
  [
    'Table "vuln_applications" does not exist in the database.',
    "table-not-found",
    { table: "vuln_applications" },
  ],
  ["Table “contact” does not exist in the database.", "table-not-found", { table: "contact" }],
  [
    "Function 'SP_DELETE_INVOICE' does not exist in the database.",
    "function-not-found",
    { name: "SP_DELETE_INVOICE" },
  ],
  [
    "Failed to call database stored procedure.\nsetFetchMode has not been implemented",
    "procedure-call-failed",
    { driverMessage: "setFetchMode has not been implemented" },
  ],
  [
    "Access to application 'employees' is not provisioned for this user's role.",
    "v1-app-not-provisioned",
    { application: "employees" },
  ],
  [
    'Api Error\nSQLSTATE[23000]: Integrity constraint violation: 19 NOT NULL constraint failed: cors_config.created_date (SQL: insert into "cors_config" ("origin") values (*))',
    "sqlstate-message",
    {
      state: "23000",
      driverMessage:
        "Integrity constraint violation: 19 NOT NULL constraint failed: cors_config.created_date",
      sql: 'insert into "cors_config" ("origin") values (*)',
    },
  ],
  [
    "DynamoDB does not support numeric offsets. Use the 'next' token from the previous response as the offset value for pagination. Example: ?limit=10&amp;offset=&lt;next_token&gt;",
    "numeric-offset-not-supported",
  ],
  [
    "DynamoDB does not support numeric offsets. Use the 'next' token from the previous response as the offset value for pagination. Example: ?limit=10&offset=<next_token>",
    "numeric-offset-not-supported",
  ],
  ["Field 'name' can not be NULL.", "field-null", { field: "name" }],
  ["Required field 'name' can not be NULL.", "field-required", { field: "name" }],
  ["Resource '*' not found for service 'name'.", "resource-not-found", { resource: "*", service: "name" }],
  ["Batch Error: Not all requested records could be created.", "batch-create-failed"],
  [
    "Batch Error: Not all requested records could be created. All changes rolled back.",
    "batch-create-rolled-back",
  ],
  [
    "SQLSTATE[23000]: Integrity constraint violation: 1062 Duplicate entry &#039;test5&#039; for key &#039;name&#039;",
    "mysql-duplicate-entry",
    { value: "test5", key: "name" },
  ],
  [
    "SQLSTATE[23000]: Integrity constraint violation: 1062 Duplicate entry 'a' for key 'b' (Connection: mysql, SQL: insert into `t`)",
    "mysql-duplicate-entry",
    { value: "a", key: "b" },
  ],
  ["SQLSTATE[23000]: Duplicate entry 'a@b.com' for key 'user_email_unique'", "sqlstate-message"],
  [
    "SQLSTATE[42S02]: Base table or view not found: 1146 Table 'x.y' doesn't exist (SQL: select * from `y`)",
    "mysql-table-missing",
    { db: "x", table: "y", sql: "select * from `y`" },
  ],
  ["SQLSTATE[HY000] [2002] Connection refused", "mysql-connection-refused"],
  [
    "SQLSTATE[HY000] [2002] No such file or directory",
    "sqlstate-connection",
    { state: "HY000", number: "2002", driverMessage: "No such file or directory" },
  ],
  [
    'SQLSTATE[23505]: Unique violation: 7 ERROR:  duplicate key value violates unique constraint "contact_pkey"\nDETAIL:  Key (id)=(1) already exists. (SQL: insert)',
    "postgres-unique-violation",
  ],
  [
    'SQLSTATE[23505]: Unique violation: 7 ERROR:  duplicate key value violates unique constraint "contact_pkey"',
    "postgres-unique-violation",
    { name: "contact_pkey" },
  ],
  [
    'SQLSTATE[42601]: Syntax error: 7 ERROR: zero-length delimited identifier at or near """"\nLINE 1: set search_path to ""\n^ (SQL: SELECT schema_name FROM information_schema.schemata)',
    "sqlstate-message",
  ],
  ["Invalid data supplied. The name has already been taken.", "invalid-data-supplied"],
  ["API limit(s) exceeded. ", "limit-exceeded"],
  ["Record with identifier '5' not found.", "record-not-found", { id: "5" }],
  [
    "Invalid or unparsable field in filter request: 'a&gt;5 AND b'",
    "filter-field-unparsable",
    { field: "a>5 AND b" },
  ],
  ["Invalid or malformed JSON.", "json-malformed-default"],
  ["JSON Error: Syntax error, malformed JSON", "json-syntax-error"],
  [
    "No record(s) detected in request. Please make sure record(s) are wrapped in a 'resource' tag. Example: {&quot;resource&quot;:[{&quot;record&quot;:1},{&quot;record&quot;:2}]}",
    "no-records-wrapped",
  ],
  ["No record(s) detected in request.", "no-records"],
  [
    "Required id field(s) not found in record 0: Array\n(\n    [name] => a\n)\n",
    "record-without-id",
    { index: "0", record: "Array\n(\n    [name] => a\n)" },
  ],
  [
    "GET access to component '_table/contact/' of service 'db' is not allowed by this user's role.",
    "verb-on-component-denied",
    { verb: "GET", component: "_table/contact/", service: "db" },
  ],
  [
    "Access Forbidden. GET access to component '_table/contact/' of service 'db' is not allowed by this user's role.",
    "verb-on-component-denied",
    { verb: "GET", component: "_table/contact/", service: "db" },
  ],
  [
    "Token has expired: Session expired. Please refresh your token (if still within refresh window) or re-login.",
    "session-expired",
    { jwtMessage: "Token has expired" },
  ],
  ["The token has been blacklisted: Session terminated. Please re-login.", "session-terminated"],
  ["Invalid token: Wrong number of segments", "invalid-token", { jwtMessage: "Wrong number of segments" }],
  ["Exception executing script: SyntaxError: Unexpected token  ", "script-exception"],
  [
    "Script 'db._table.contact.get.pre_process' did not return an array: ",
    "script-result-not-an-array",
    { name: "db._table.contact.get.pre_process", output: "" },
  ],
  ["Invalid JSON: Syntax error", "page-invalid-json"],
  ["Batch operation error", "page-batch-error"],
  ["Duplicate entry 'john@example.com' for key 'email'", "page-duplicate-entry"],
  ["Bad Request", "default-bad-request"],
  ["Field 'a' value can not be null.\n", "field-value-null", { field: "a" }],
];

/** Messages of other products and half messages of this one. */
const UNKNOWN_MESSAGES: readonly string[] = [
  "",
  " ",
  "'",
  "{message}",
  "Error",
  "hello",
  "Invalid API key provided: sk-****",
  "You didn't provide an API key.",
  "The caller does not have permission",
  "Request had invalid authentication credentials. Expected OAuth 2 access token.",
  "No such customer: 'cus_123'",
  "invalid_auth",
  "You don't have permission to access this.",
  "The given data was invalid.",
  "Call to undefined method App\\User::foo()",
  "User: arn:aws:iam::1:user/x is not authorized to perform: s3:GetObject",
  "Resource 'contact' not found",
  "Table contact does not exist",
  "Field 'name'",
  "Unknown column 'a' in 'field list'",
  '"Username" or "Password" is missing.',
];

suite("matchMessage", () => {
  for (const [message, id, captures] of REAL_MESSAGES) {
    test(`${JSON.stringify(message.slice(0, 70))} is ${id}`, () => {
      const match = matchMessage(message);
      assert.equal(match?.entry.id, id);
      if (captures !== undefined) assert.deepEqual(match?.captures, captures);
    });
  }

  for (const message of UNKNOWN_MESSAGES) {
    test(`${JSON.stringify(message)} is not known`, () => {
      assert.equal(matchMessage(message), undefined);
    });
  }

  test("of entries with the same words, the status chooses", () => {
    const message = "Record with identifier '9' not found.";
    assert.equal(matchMessage(message, 404)?.entry.id, "record-not-found");
    assert.equal(matchMessage(message, 400)?.entry.id, "limit-not-found");
    assert.equal(matchMessage(message, 999)?.entry.id, "record-not-found");
  });

  test("a failure that no template knows does not hide what it wraps", () => {
    const match = matchMessage("Failed to frobnicate 'contact'.\nRecord with identifier '9' not found.");
    assert.equal(match?.entry.id, "record-not-found");
  });
});

suite("matchMessageLayers", () => {
  test("a wrapped message follows the one that wraps it", () => {
    const layers = matchMessageLayers(
      "Failed to update many to one assignment. \nFailed to create records from 'a'.\nSQLSTATE[HY000] [2002] Connection refused",
    );
    assert.deepEqual(
      layers.map(({ entry }) => entry.id),
      ["relation-many-to-one-failed", "create-failed", "mysql-connection-refused"],
    );
  });

  test("there are never more than four", () => {
    assert.equal(matchMessageLayers("Exception executing script: ".repeat(50)).length, 4);
  });
});

suite("isDistinctive", () => {
  test("words that anybody could say prove nothing", () => {
    const messages = [
      "Not Found",
      "Bad Request",
      "Validation failed",
      "User not found.",
      "SQLSTATE[HY000] [2002] x",
    ];
    assert.deepEqual(messages.filter(isKnownMessage), []);
  });

  test("words of the product's own do", () => {
    const messages = [
      "Table 'x' does not exist in the database.",
      "Could not find a service for x",
      "Batch Error: Not all requested records could be created.",
    ];
    assert.deepEqual(messages.filter(isKnownMessage), messages);
  });

  test("the words of drivers and the standard words of a status are marked as common", () => {
    const wrong = MESSAGE_TEMPLATES.filter(
      (entry) =>
        isDistinctive(entry) && (entry.template.startsWith("SQLSTATE") || entry.id.startsWith("default-")),
    );
    assert.deepEqual(wrong, []);
  });
});

suite("time", () => {
  const million = 1_000_000;
  const hostile: readonly (readonly [string, string])[] = [
    ["one long word", "x".repeat(million)],
    ["spaces", " ".repeat(million)],
    ["full stops", `Field '${".".repeat(million)}`],
    ["a hole that never closes", `Field '${"a".repeat(million)}`],
    ["half endings", `Field '${"' value must be a valid ".repeat(million / 24)}`],
    ["prefixes", "Access Forbidden. ".repeat(million / 18)],
    ["failures in failures", "Failed to x.\n".repeat(million / 13)],
    ["scripts in scripts", "Exception executing script: ".repeat(million / 28)],
    ["leading holes", "GET access to service '".repeat(million / 23)],
    ["driver suffixes", `Field 'a' (SQL: ${" SQLSTATE[".repeat(million / 10)}`],
    ["entities", "&quot;".repeat(million / 6)],
  ];
  for (const [name, message] of hostile) {
    test(`a megabyte of ${name} is read in time that grows with it`, () =>
      assertLinear((text) => matchMessageLayers(text), message));
  }
});

/** Whether the words alone prove that a message is DreamFactory's. */
function isKnownMessage(message: string): boolean {
  const match = matchMessage(message);
  return match !== undefined && isDistinctive(match.entry);
}
