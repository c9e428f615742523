import { JSON_ERROR } from "../exampleEnvelopes.ts";
import type { OtherClass } from "../model.ts";
import { fromPackage } from "../sources.ts";

const PLAIN_ENVELOPE = fromPackage(
  "df-core",
  "src/Components/ExceptionResponse.php:46-70",
  "What becomes of an exception that is not DreamFactory's",
);
const LARAVEL_HANDLER = fromPackage(
  "dreamfactory",
  "app/Exceptions/Handler.php",
  "Laravel's own error answers",
);

/** Classes of PHP, Laravel and libraries that reach users through DreamFactory. */
export const FOREIGN_CLASSES: readonly OtherClass[] = [
  {
    name: "QueryException",
    fullName: "Illuminate\\Database\\QueryException",
    status: 500,
    meaning: "The database refused a query. The message begins with its SQLSTATE and ends with the SQL.",
    appearance:
      'HTTP status 500 with `code` and `message` alone, no `context`, no `status_code`. `code` is a string such as `"23000"` or `"42S02"`. Inside a batch error it is an entry of `context.resource`.',
    fixes: [
      "Read the SQLSTATE: 23000 and 23505 are duplicate or foreign keys, 42S02 is a missing table, 42S22 a missing column, HY000 the connection.",
      "After a change of the database, refresh DreamFactory's schema with `GET /api/v2/{service}/_schema?refresh=true`.",
    ],
    examples: [
      {
        language: "json",
        code: '{"error":{"code":"42S02","message":"SQLSTATE[42S02]: Base table or view not found: 1146 Table \'shop.orders\' doesn\'t exist (SQL: select * from `orders`)"}}',
      },
    ],
    sources: [PLAIN_ENVELOPE, fromPackage("df-sqldb", "src/Resources/Table.php", "Where queries run")],
  },
  {
    name: "PDOException",
    fullName: "\\PDOException",
    status: 500,
    meaning: "PHP's database layer failed, most often while it connected.",
    appearance:
      "HTTP status 500 with `code` and `message` alone. `code` is a driver number such as 2002, or 500 when the driver gave none.",
    fixes: [
      "Check host, port and credentials of the database in the configuration of the service.",
      "Make sure that the database accepts connections from the DreamFactory server.",
    ],
    examples: [
      {
        language: "json",
        code: '{"error":{"code":2002,"message":"SQLSTATE[HY000] [2002] Connection refused"}}',
      },
    ],
    sources: [PLAIN_ENVELOPE],
  },
  {
    name: "InvalidArgumentException",
    fullName: "\\InvalidArgumentException",
    status: 500,
    meaning:
      "A value was not acceptable to the code it was passed to. All texts that begin with `JSON Error:` are of this class.",
    appearance: "HTTP status 500 with `code` 500 and `message` alone.",
    fixes: [
      "For `JSON Error: …`, check the JSON files of the package that is imported, or the script's answer that is converted to XML or CSV.",
      "Request bodies never cause `JSON Error: …`.",
    ],
    examples: [
      {
        language: "json",
        code: JSON_ERROR,
      },
    ],
    sources: [
      PLAIN_ENVELOPE,
      fromPackage("df-core", "src/Utility/DataFormatter.php:377-420", "The JSON errors"),
    ],
  },
  {
    name: "Exception",
    fullName: "\\Exception",
    status: 500,
    meaning: "A plain PHP exception, as schema and database drivers throw it.",
    appearance: "HTTP status 500 with `code` and `message` alone; `code` is 500 when the exception has none.",
    fixes: ["Read the message: it usually names the table, field or driver that is at fault."],
    examples: [
      {
        language: "json",
        code: '{"error":{"code":500,"message":"There are no fields in the requested schema."}}',
      },
    ],
    sources: [
      PLAIN_ENVELOPE,
      fromPackage("df-database", "src/Resources/DbSchemaResource.php:1614-2405", "Schema errors"),
    ],
  },
  {
    name: "ModelNotFoundException",
    fullName: "Illuminate\\Database\\Eloquent\\ModelNotFoundException",
    status: 500,
    meaning:
      "DreamFactory looked for one of its own records, such as a role or service, and it is not there.",
    appearance: "HTTP status 500 with `code` 500 and `message` alone, although it means “not found”.",
    fixes: ["Check whether the record that the message names was deleted.", "Clear DreamFactory's cache."],
    examples: [],
    sources: [PLAIN_ENVELOPE],
  },
  {
    name: "TokenExpiredException",
    fullName: "Tymon\\JWTAuth\\Exceptions\\TokenExpiredException",
    status: 401,
    meaning: "The session token is too old.",
    appearance:
      "Answered as `UnauthorizedException`; the message ends with `Session expired. Please refresh your token (if still within refresh window) or re-login.`.",
    fixes: ["Refresh the session with a PUT to `/api/v2/user/session`, or log in again."],
    examples: [],
    sources: [fromPackage("df-core", "src/Http/Middleware/AuthCheck.php:202", "How it is answered")],
  },
  {
    name: "TokenBlacklistedException",
    fullName: "Tymon\\JWTAuth\\Exceptions\\TokenBlacklistedException",
    status: 403,
    meaning: "The session was ended by a logout or replaced by a refresh.",
    appearance:
      "Answered as `ForbiddenException`; the message ends with `Session terminated. Please re-login.`.",
    fixes: ["Log in again, and use the newest token everywhere."],
    examples: [],
    sources: [fromPackage("df-core", "src/Http/Middleware/AuthCheck.php:208", "How it is answered")],
  },
  {
    name: "TokenInvalidException",
    fullName: "Tymon\\JWTAuth\\Exceptions\\TokenInvalidException",
    status: 401,
    meaning: "The session token cannot be read, or another server signed it.",
    appearance: "Answered as `UnauthorizedException` with `Invalid token: …`.",
    fixes: ["Copy the whole token.", "Use a token that the same server issued."],
    examples: [],
    sources: [fromPackage("df-core", "src/Http/Middleware/AuthCheck.php:212", "How it is answered")],
  },
  {
    name: "MethodNotAllowedHttpException",
    fullName: "Symfony\\Component\\HttpKernel\\Exception\\MethodNotAllowedHttpException",
    status: 405,
    meaning: "The HTTP verb has no route.",
    appearance: 'No envelope: Laravel\'s own 405, as a page or as `{"message": …}`.',
    fixes: ["Use GET, POST, PUT, PATCH, DELETE, HEAD or OPTIONS."],
    examples: [
      { language: "json", code: '{"message":"Invalid or unsupported verb \'COPY\' used in request."}' },
    ],
    sources: [
      fromPackage("df-core", "src/Http/Middleware/AccessCheck.php:30", "Where it is thrown"),
      LARAVEL_HANDLER,
    ],
  },
  {
    name: "NotFoundHttpException",
    fullName: "Symfony\\Component\\HttpKernel\\Exception\\NotFoundHttpException",
    status: 404,
    meaning: "The URL matches no route, so the request never reached a service.",
    appearance: "No envelope: Laravel's own 404 page.",
    fixes: [
      "Check the beginning of the path: `/api/v2/` and then the service.",
      "Look for characters in the path that DreamFactory's route does not allow, such as `%22` or `~`.",
    ],
    examples: [],
    sources: [fromPackage("df-core", "routes/routes.php:12-30", "Which paths have a route"), LARAVEL_HANDLER],
  },
  {
    name: "TokenMismatchException",
    fullName: "Illuminate\\Session\\TokenMismatchException",
    status: 419,
    meaning: "A form of the web interface was sent with a CSRF token that is no longer valid.",
    appearance: "No envelope: Laravel's own page.",
    fixes: ["Reload the page, then send the form again."],
    examples: [],
    sources: [LARAVEL_HANDLER],
  },
  {
    name: "AuthenticationException",
    fullName: "Illuminate\\Auth\\AuthenticationException",
    status: 401,
    meaning: "Laravel's own login check refused the request.",
    appearance: "No envelope: from 2.5 to 2.10 `error` is a plain string.",
    fixes: ["Log in, then repeat the request."],
    examples: [{ language: "json", code: '{"error":"Unauthenticated."}' }],
    sources: [LARAVEL_HANDLER],
  },
  {
    name: "TypeError",
    fullName: "\\TypeError",
    status: 500,
    meaning:
      "DreamFactory's code, or a PHP script, passed a value of the wrong type. This is a bug on the server.",
    appearance:
      'No envelope, because DreamFactory catches exceptions and not errors: Laravel answers `{"message": "Server Error"}` or a page. `storage/logs/dreamfactory.log` names class, file and line.',
    fixes: [
      "Look up file and line in the log.",
      "Search the issues of DreamFactory for the message, and update.",
    ],
    examples: [{ language: "json", code: '{"message":"Server Error"}' }],
    sources: [LARAVEL_HANDLER],
  },
  {
    name: "Error",
    fullName: "\\Error",
    status: 500,
    meaning:
      "PHP could not go on, for example because a class or function does not exist. This is a bug or a missing extension on the server.",
    appearance: "No envelope, as with `TypeError`.",
    fixes: [
      "Look up file and line in `storage/logs/dreamfactory.log`.",
      "Check that all PHP extensions are installed.",
    ],
    examples: [{ language: "json", code: '{"message":"Server Error"}' }],
    sources: [LARAVEL_HANDLER],
  },
  {
    name: "FatalErrorException",
    fullName: "Symfony\\Component\\Debug\\Exception\\FatalErrorException",
    status: 500,
    meaning:
      "PHP ended the request, for example for want of memory or time. DreamFactory 2.x and 3.x log it so.",
    appearance: "No envelope: a page that says “Whoops, looks like something went wrong.”.",
    fixes: [
      "Look up file and line in `storage/logs/dreamfactory.log`.",
      "Ask for less at once, or raise PHP's limits.",
    ],
    examples: [],
    sources: [LARAVEL_HANDLER],
  },
];
