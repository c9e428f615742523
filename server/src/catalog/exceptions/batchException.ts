import { CURRENT_BATCH, DOCUMENTED_BATCH } from "../exampleEnvelopes.ts";
import type { ExceptionClass } from "../model.ts";
import { fromPackage, officialPage } from "../sources.ts";

export const batchException: ExceptionClass = {
  name: "BatchException",
  status: 400,
  code: 1000,
  title: "400 Batch Error",
  meaning: "At least one record or operation of a batch failed. The context says which, and why.",
  summary: "Part of a batch failed",
  inShort: "One or more records refused: duplicate key, foreign key, missing field",
  action: "Check each failed record",
  causes: [
    "One or more operations of a batch failed, for example with a duplicate key or a foreign key violation.",
    "One or more records lack a required field or their identifier.",
  ],
  fixes: [
    {
      text: "Read the message of each failed record: `context.error` holds their positions, counted from 0, and the entry at the same position of `context.resource` holds the reason.",
    },
    { text: "Correct the records that failed, then send those again, without the ones that were stored." },
    {
      text: "Choose what happens to the others: `rollback=true` stores all records or none, `continue=true` tries every record.",
      example: { language: "http", code: "POST /api/v2/db/_table/contacts?rollback=true" },
    },
  ],
  correction: {
    wrong: {
      language: "http",
      code: 'POST /api/v2/db/_table/contacts\nContent-Type: application/json\n\n{"resource": [\n  {"email": "ada@example.com"},\n  {"email": "ada@example.com"}\n]}',
    },
    right: {
      language: "http",
      code: 'POST /api/v2/db/_table/contacts?rollback=true\nContent-Type: application/json\n\n{"resource": [\n  {"email": "ada@example.com"},\n  {"email": "grace@example.com"}\n]}',
    },
    why: "A unique column refuses the second record. Without `rollback=true` the first one stays stored, so sending the whole batch again fails at record 0.",
  },
  examples: [
    {
      language: "json",
      code: DOCUMENTED_BATCH,
      caption: "As the official list shows it.",
    },
    {
      language: "json",
      code: CURRENT_BATCH,
      caption: "As a current server answers: record 0 was stored with id 8, record 1 was refused.",
    },
  ],
  headers: [],
  reality: [
    "`code` is 1000. `status_code` and the HTTP status are 400 since DreamFactory 4.10.0; from 2.5.0 to 4.9 they were 500.",
    'The context is `{"error": [positions], "resource": [entries]}`. The list of `index` and `message` pairs in the official list is never sent.',
    "An entry of `resource` is the stored record where the record went through, and an error where it did not.",
    "Without `continue=true` the work stops at the first failure: `error` holds one position and `resource` ends there. Records before it stay stored unless `rollback=true`.",
    '`resource` is an object such as `{"2": {…}}` when its positions do not start at 0 or have gaps.',
    "A POST to a table answers with this class even when it holds a single record.",
    "From 2.0 to 2.4 the same context came with `BadRequestException` and code 400.",
    "`rollback=true` together with `continue=true` is refused with 400.",
    "The PHP error log writes it as `REST Exception #1000 > …`, without the context: only the response says which records failed.",
  ],
  seeAlso: ["exception/ConflictResourceException", "class/QueryException", "envelope"],
  sources: [
    officialPage("400 Batch Error", "400_Batch_Error"),
    fromPackage("df-core", "src/Exceptions/BatchException.php:25-57", "Code, status and context"),
    fromPackage(
      "df-database",
      "src/Resources/BaseDbTableResource.php:770-815",
      "When a batch stops or is rolled back",
    ),
    {
      title: "Batch errors answer 400 instead of 500",
      where: "https://github.com/dreamfactorysoftware/df-core/pull/98",
    },
  ],
};
