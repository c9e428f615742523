import { TABLE_NOT_FOUND } from "../exampleEnvelopes.ts";
import type { ExceptionClass } from "../model.ts";
import { fromPackage, officialPage } from "../sources.ts";

export const notFoundException: ExceptionClass = {
  name: "NotFoundException",
  status: 404,
  code: 404,
  title: "404 Not Found",
  meaning: "The service, table, record or other resource that the request names does not exist.",
  summary: "Not found",
  inShort: "Unknown table, record id, service name, stored procedure or function, file",
  action: "Verify that the resource exists",
  causes: [
    "The table does not exist.",
    "No record has the given ID.",
    "The service name is wrong.",
    "The stored procedure or function does not exist.",
  ],
  fixes: [
    {
      text: "Look up the table name in the schema.",
      example: {
        language: "http",
        code: "GET /api/v2/{service}/_schema",
        caption: "With `?refresh=true` the server reads the schema anew.",
      },
    },
    { text: "Before an update or delete, make sure that the record exists." },
    { text: "Compare the service name with the list of services in the system configuration." },
  ],
  correction: {
    wrong: { language: "http", code: "GET /api/v2/db/contacts" },
    right: { language: "http", code: "GET /api/v2/db/_table/contacts" },
    why: "Tables live below `_table`, schemas below `_schema`, procedures below `_proc` and functions below `_func`.",
  },
  examples: [
    {
      language: "json",
      code: TABLE_NOT_FOUND,
      caption: "As a server answers: quotes in messages arrive as `&quot;`.",
    },
    {
      language: "json",
      code: '{"error":{"code":404,"context":null,"message":"Record with identifier \'5\' not found.","status_code":404}}',
      caption: "As a server answers for a single record.",
    },
    {
      language: "text",
      code: "REST Exception #404 > Could not find a service for user",
      caption: "As the PHP error log shows it.",
    },
  ],
  headers: [],
  reality: [
    "Only administrators, and roles that may use every service, get 404 for an unknown service. Other callers get 403 `Access Forbidden. …`, and without credentials 400.",
    "The schema is cached. A table, procedure or function that was just created is unknown until the cache is refreshed.",
    "A path with characters outside DreamFactory's route never reaches it: Laravel's own 404 page answers, without the envelope.",
    "A missing record inside a batch is an entry of a batch error with code 1000.",
    "Deleting or updating by a filter that matches nothing is no error: the answer is an empty list.",
  ],
  seeAlso: ["exception/ForbiddenException", "class/NotFoundHttpException"],
  sources: [
    officialPage("404 Not Found", "404_Not_Found"),
    fromPackage("df-core", "src/Exceptions/NotFoundException.php", "The class"),
    fromPackage("df-core", "src/Components/RestHandler.php:237", "An unknown resource of a service"),
    fromPackage("df-core", "src/Services/ServiceManager.php:758", "An unknown service"),
    fromPackage(
      "df-core",
      "src/Http/Middleware/AccessCheck.php:58-117",
      "The role is checked before the service is looked up",
    ),
    fromPackage("df-sqldb", "src/Resources/Table.php:61", "An unknown table"),
    fromPackage("df-core", "routes/routes.php:12-30", "Which paths reach DreamFactory"),
  ],
};
