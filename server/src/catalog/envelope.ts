import { BLOB_FAILURE, CURRENT_BATCH, DOCUMENTED_BATCH, TABLE_NOT_FOUND } from "./exampleEnvelopes.ts";
import type { EnvelopeShape, Source } from "./model.ts";
import { fromPackage, officialPage } from "./sources.ts";

/** A property of the object `error`. */
export interface EnvelopeField {
  readonly name: "code" | "context" | "message" | "status_code" | "trace";
  readonly meaning: string;
  readonly notes: readonly string[];
}

/** Something that is true of all forms, or of what is no envelope at all. */
export interface EnvelopeFact {
  readonly text: string;
  readonly source: Source;
}

const TO_ARRAY = fromPackage("df-core", "src/Exceptions/DfException.php:63-82", "How the envelope is built");
const STATUS_CODE = fromPackage(
  "df-core",
  "src/Exceptions/RestException.php:82-88",
  "Where `status_code` is added",
);
const PLAIN = fromPackage(
  "df-core",
  "src/Components/ExceptionResponse.php:18-71",
  "The envelope of plain exceptions",
);
const BATCH = fromPackage("df-core", "src/Exceptions/BatchException.php:32-57", "The context of a batch");

/** The forms of the envelope: the documented one first, then by generation, newest first, then the batches. */
export const ENVELOPE_SHAPES: readonly EnvelopeShape[] = [
  {
    id: "documented",
    title: "As the official list shows it",
    versions: "documentation",
    meaning: "All errors share one JSON structure: an object `error` with `code`, `message` and `context`.",
    example: {
      language: "json",
      code: '{\n  "error": {\n    "code": 400,\n    "message": "Bad Request",\n    "context": {\n      "field": "email",\n      "error": "Invalid email format"\n    }\n  }\n}',
    },
    sources: [officialPage("Error response format", "Error_Response_Format")],
  },
  {
    id: "current",
    title: "Current",
    versions: "2.5.0 and later",
    meaning:
      "The keys are `code`, `context`, `message`, and last `status_code`; with debugging on, `trace` stands before it.",
    example: {
      language: "json",
      code: TABLE_NOT_FOUND,
    },
    sources: [TO_ARRAY, STATUS_CODE],
  },
  {
    id: "without-status",
    title: "Without status_code",
    versions: "2.5.0 and later",
    meaning: "`DfException` has `code` 0 and no `status_code`; its HTTP status is 500.",
    example: {
      language: "json",
      code: BLOB_FAILURE,
    },
    sources: [TO_ARRAY],
  },
  {
    id: "plain",
    title: "Plain exception",
    versions: "2.0 and later",
    meaning:
      "An exception that is not DreamFactory's has `code` and `message` alone, and `code` may be a SQLSTATE in quotes.",
    example: {
      language: "json",
      code: '{"error":{"code":"42S02","message":"SQLSTATE[42S02]: Base table or view not found: 1146 Table \'shop.orders\' doesn\'t exist"}}',
    },
    sources: [PLAIN],
  },
  {
    id: "second-generation",
    title: "2.0 to 2.4",
    versions: "2.0.0 to 2.4.2",
    meaning: "The keys are `context`, `message`, `code`, without `status_code`.",
    example: {
      language: "json",
      code: '{"error":{"context":null,"message":"Invalid or unparsable filter request.","code":400}}',
    },
    sources: [fromPackage("df-core", "0.7.2 src/Utility/ResponseFactory.php", "The envelope of 2.0 to 2.4")],
  },
  {
    id: "first-generation",
    title: "1.x",
    versions: "1.x",
    meaning: "`error` is a list that holds one error.",
    example: {
      language: "json",
      code: '{"error":[{"context":null,"message":"Access to application \'employees\' is not provisioned for this user\'s role.","code":403}]}',
    },
    sources: [
      { title: "An answer of 1.9", where: "https://github.com/dreamfactorysoftware/dsp-core/issues/100" },
    ],
  },
  {
    id: "batch-documented",
    title: "Batch, as the official list shows it",
    versions: "documentation",
    meaning: "The context lists the failed operations with their position. No release sends this form.",
    example: {
      language: "json",
      code: DOCUMENTED_BATCH,
    },
    sources: [officialPage("400 Batch Error", "400_Batch_Error")],
  },
  {
    id: "batch",
    title: "Batch",
    versions: "2.5.0 and later; HTTP status 500 before 4.10.0, 400 since",
    meaning:
      "`code` is 1000; `context.error` lists the positions that failed, and `context.resource` holds the answer of each position.",
    example: {
      language: "json",
      code: CURRENT_BATCH,
    },
    sources: [BATCH],
  },
  {
    id: "batch-second-generation",
    title: "Batch, 2.0 to 2.4",
    versions: "2.0.0 to 2.4.2",
    meaning:
      "`code` is 400, and a failed position of `context.resource` holds the message as a plain string. The first releases, like 1.x, call the lists `errors` and `record`.",
    example: {
      language: "json",
      code: '{"error":{"context":{"error":[1],"resource":[{"id":8},"Field \'name\' value can not be null."]},"message":"Batch Error: Not all requested records could be created.","code":400}}',
    },
    sources: [fromPackage("df-core", "0.7.2 src/Utility/ResponseFactory.php", "The envelope of 2.0 to 2.4")],
  },
];

/** The properties of `error` in their current order. */
export const ENVELOPE_FIELDS: readonly EnvelopeField[] = [
  {
    name: "code",
    meaning: "The number of the error; mostly the HTTP status.",
    notes: [
      '1000 is a batch, 0 a `DfException`, a string such as `"23000"` a SQLSTATE, and a number below 100 a cURL error.',
      "Where it differs from `status_code`, trust `status_code`.",
    ],
  },
  {
    name: "context",
    meaning: "Details: `null`, a list, or an object such as messages by field.",
    notes: [
      "For a batch it holds `error` and `resource`. The name `resource` follows the setting `DF_RESOURCE_WRAPPER`.",
    ],
  },
  {
    name: "message",
    meaning: "The text for people.",
    notes: [
      "Quotes, angle brackets, ampersands and accents arrive as HTML entities such as `&quot;`.",
      "The text can have several lines; the words of a database driver stand after the first.",
      "It is empty when the original text was not valid UTF-8.",
      "It can hold the whole envelope of another server as text.",
    ],
  },
  {
    name: "trace",
    meaning: "The PHP call stack, one string per frame, the innermost first.",
    notes: [
      "It is sent only with `APP_DEBUG=true`; up to 2.8.0, with `APP_ENV=local`. Switch it off in production.",
    ],
  },
  {
    name: "status_code",
    meaning: "The HTTP status of the response.",
    notes: ["It is missing before 2.5.0, and on errors that are not a `RestException`."],
  },
];

/** What else is worth knowing: other formats, and errors that come without an envelope. */
export const ENVELOPE_FACTS: readonly EnvelopeFact[] = [
  {
    text: "The class name is neither in the envelope nor in the PHP error log. It is inferred from status, code, context and message.",
    source: TO_ARRAY,
  },
  {
    text: "An error can come as XML (root `dfapi`, entities escaped twice) or as CSV (a header line, without the `error` wrapper), when `Accept` or the file name asks for it.",
    source: fromPackage("df-core", "src/Utility/ResponseFactory.php", "How an answer is formatted"),
  },
  {
    text: "A status that DreamFactory does not know is sent as 500, while `status_code` keeps the original number.",
    source: fromPackage("df-core", "src/Utility/ResponseFactory.php:117-120", "Unknown statuses"),
  },
  {
    text: "A scripted service can send any body, for example `error` as a plain string.",
    source: {
      title: "Event scripts in the DreamFactory documentation",
      where: "https://github.com/dreamfactorysoftware/df-docs",
    },
  },
  {
    text: 'Laravel answers without an envelope for unknown paths, verbs without a route, PHP errors and maintenance mode: an HTML page, or `{"message": "Server Error"}` for JSON clients.',
    source: fromPackage("dreamfactory", "app/Exceptions/Handler.php", "Laravel's own error answers"),
  },
  {
    text: "The web server nginx answers with an HTML page for 413, 502 and 504.",
    source: fromPackage("df-docker", "dreamfactory.conf", "The web server of the Docker image"),
  },
  {
    text: "GraphQL answers with status 200 and a list `errors`; the MCP server answers with `isError` and a text such as `Permission Error: …`.",
    source: fromPackage(
      "df-graphql",
      "src/Http/Controllers/GraphQLController.php:28-36",
      "Errors of GraphQL",
    ),
  },
  {
    text: "Every exception of the REST family writes a line `REST Exception #404 > …` to the PHP error log, with the code and the original text.",
    source: fromPackage("df-core", "src/Exceptions/RestException.php:50-60", "The line in the PHP error log"),
  },
];
