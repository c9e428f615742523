import type { ExceptionClass } from "../model.ts";
import { fromPackage, officialPage } from "../sources.ts";

export const badRequestException: ExceptionClass = {
  name: "BadRequestException",
  status: 400,
  code: 400,
  title: "400 Bad Request",
  meaning: "DreamFactory cannot use the request as it was sent: it is malformed, or its data is not valid.",
  summary: "Invalid request",
  inShort: "Malformed JSON, missing field, wrong value or type, unreadable filter, no credentials at all",
  action: "Correct the request",
  causes: [
    "The request body is not valid JSON.",
    "A required field is missing.",
    "A field has a value or a type that is not accepted.",
    "The filter expression is malformed.",
  ],
  fixes: [
    {
      text: "Check the JSON before you send it; here the editor does it while you type.",
    },
    {
      text: "Look up in the documentation which fields are required, or ask the table itself.",
      example: { language: "http", code: "GET /api/v2/db/_schema/contacts" },
    },
    { text: "Compare the type of each value with the type of its column in the schema." },
    {
      text: "In a filter, put each comparison in parentheses.",
      example: { language: "text", code: "(status = 'new') AND (age > 17)" },
    },
  ],
  correction: {
    wrong: {
      language: "http",
      code: 'POST /api/v2/db/_table/contacts\nContent-Type: application/json\n\n{"name": "Ada"}',
    },
    right: {
      language: "http",
      code: 'POST /api/v2/db/_table/contacts\nContent-Type: application/json\n\n{"resource": [{"name": "Ada"}]}',
    },
    why: "A table takes a list of records. A bare object has no `resource` list, so DreamFactory finds no record in it.",
  },
  examples: [
    {
      language: "json",
      code: '{\n  "error": {\n    "code": 400,\n    "message": "Invalid JSON: Syntax error"\n  }\n}',
      caption: "As the official list shows it.",
    },
    {
      language: "json",
      code: '{"error":{"code":400,"context":null,"message":"No record(s) detected in request. Please make sure record(s) are wrapped in a \'resource\' tag. Example: {&quot;resource&quot;:[{&quot;record&quot;:1},{&quot;record&quot;:2}]}","status_code":400}}',
      caption: "As a server answers malformed JSON sent to a table.",
    },
    {
      language: "json",
      code: '{"error":{"code":400,"context":{"name":["The name has already been taken."]},"message":"Invalid data supplied. The name has already been taken.","status_code":400}}',
      caption: "As a server answers when validation fails: `context` lists the messages by field.",
    },
  ],
  headers: [],
  reality: [
    "Malformed JSON is read as an empty body. The answer then speaks of missing data, most often `No record(s) detected in request…`, and never mentions JSON.",
    "The message `Invalid JSON: Syntax error` is in no released version.",
    "A request with neither API key nor session token gets this class, not 401.",
    "A filter such as `a = 1 AND b = 2` without parentheses is not always refused: on text columns it silently finds the wrong rows.",
    "Before 2.5.0, failed batches carried this class as well.",
    "A stored procedure on a database that has none is answered with 400, not with 501.",
    "The rate-limit resource answers an unknown identifier with `code` 404 but status 400. Trust `status_code`.",
  ],
  seeAlso: ["exception/InvalidJsonException", "exception/UnauthorizedException", "envelope"],
  sources: [
    officialPage("400 Bad Request", "400_Bad_Request"),
    fromPackage("df-core", "src/Exceptions/BadRequestException.php", "The class"),
    fromPackage("df-core", "src/Utility/ServiceRequest.php:129-196", "How a request body is decoded"),
    fromPackage(
      "df-core",
      "src/Http/Middleware/AccessCheck.php:87-100",
      "What is answered without credentials",
    ),
    fromPackage(
      "df-database",
      "src/Resources/BaseDbTableResource.php:550",
      "“No record(s) detected in request”",
    ),
    fromPackage("df-sqldb", "src/Resources/Table.php:479-615", "How a filter is read"),
  ],
};
