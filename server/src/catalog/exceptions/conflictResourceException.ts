import type { ExceptionClass } from "../model.ts";
import { fromPackage, officialPage } from "../sources.ts";

export const conflictResourceException: ExceptionClass = {
  name: "ConflictResourceException",
  status: 409,
  code: 409,
  title: "409 Conflict",
  meaning: "The request contradicts what is already stored.",
  summary: "Conflict with stored data",
  inShort: "Duplicate primary key, unique or foreign key violation, concurrent change",
  action: "Handle the duplicate",
  causes: [
    "The primary key is already taken: a duplicate.",
    "A unique constraint is violated.",
    "A foreign key constraint is violated.",
    "Two callers modified the same record at the same time.",
  ],
  fixes: [
    {
      text: "Check for an existing record before you insert.",
      example: { language: "http", code: "GET /api/v2/db/_table/contacts?filter=email%3D'ada@example.com'" },
    },
    {
      text: "Use an upsert if the service has `allow_upsert` enabled: a PUT by identifier then updates the record, or creates it.",
      example: {
        language: "http",
        code: 'PUT /api/v2/db/_table/contacts/5\nContent-Type: application/json\n\n{"email": "ada@example.com"}',
      },
    },
    { text: "Verify that each foreign key refers to an existing record; insert the parent first." },
  ],
  correction: {
    wrong: {
      language: "http",
      code: 'POST /api/v2/db/_table/contacts\nContent-Type: application/json\n\n{"resource": [{"id": 5, "email": "ada@example.com"}]}',
    },
    right: {
      language: "http",
      code: 'PATCH /api/v2/db/_table/contacts/5\nContent-Type: application/json\n\n{"email": "ada@example.com"}',
    },
    why: "POST always inserts. A record that may exist already is changed by its identifier, with PATCH or PUT.",
  },
  examples: [
    {
      language: "json",
      code: '{\n  "error": {\n    "code": 409,\n    "message": "Duplicate entry \'ada@example.com\' for key \'email\'"\n  }\n}',
      caption: "As the official list shows it.",
    },
    {
      language: "json",
      code: '{"error":{"code":"23000","message":"SQLSTATE[23000]: Integrity constraint violation: 1062 Duplicate entry \'ada@example.com\' for key \'email\'"}}',
      caption:
        "As a server answers a duplicate when one record is updated: HTTP status 500, and the code is a string.",
    },
    {
      language: "json",
      code: '{"error":{"code":409,"context":null,"message":"The Device Token is already registered for you application.","status_code":409}}',
      caption: "The one 409 that DreamFactory itself sends.",
    },
  ],
  headers: [],
  reality: [
    "DreamFactory never answers a duplicate key with 409. An insert gives a batch error with code 1000 that holds an entry of SQLSTATE 23000 or 23505; an update by identifier gives status 500.",
    "The class is thrown in one place only: when a device that is already registered for push notifications registers again.",
    "Any other 409 comes from your own script, or from a remote service that DreamFactory passes on.",
    "Of two callers who change the same row of an SQL table, neither gets an error: the last writer wins.",
  ],
  seeAlso: ["exception/BatchException", "class/QueryException", "class/RestException"],
  sources: [
    officialPage("409 Conflict", "409_Conflict"),
    fromPackage("df-core", "src/Exceptions/ConflictResourceException.php", "The class"),
    fromPackage("df-notification", "src/Resources/Register.php:65", "The only place that throws it"),
    fromPackage("df-database", "src/Resources/BaseDbTableResource.php:806", "What an insert throws instead"),
    fromPackage("df-sqldb", "src/Resources/Table.php:1123", "How an upsert works"),
  ],
};
