import type { ExceptionClass } from "../model.ts";
import { fromPackage, officialPage } from "../sources.ts";

export const internalServerErrorException: ExceptionClass = {
  name: "InternalServerErrorException",
  status: 500,
  code: 500,
  title: "500 Internal Server Error",
  meaning: "Something failed on the server that it did not expect.",
  summary: "Server error",
  inShort: "Database connection or query, script, configuration, unhandled exception",
  action: "Read the server logs",
  causes: [
    "The connection to the database failed.",
    "A script failed while it ran.",
    "A service or the server is configured wrongly.",
    "The service has an exception that nothing handles.",
  ],
  fixes: [
    {
      text: "Read the server logs: the PHP error log holds a line for the exception, `storage/logs/dreamfactory.log` holds failed scripts and PHP errors.",
      example: { language: "bash", code: "grep 'REST Exception #500' /var/log/nginx/error.log" },
    },
    {
      text: "Verify that the database can be reached from the DreamFactory server, with the credentials of the service.",
    },
    { text: "Review what was recently changed in the configuration." },
    { text: "If it persists, contact the administrator, and send along time, method and URL." },
  ],
  correction: {
    wrong: {
      language: "json",
      code: '{"resource": [{"name": "Ada", "company_id": 999}]}',
      caption: "No company has the id 999.",
    },
    right: { language: "json", code: '{"resource": [{"name": "Ada", "company_id": 12}]}' },
    why: "Much of what the database refuses is answered as a server error, although the data is at fault. Read the SQLSTATE in the message first.",
  },
  examples: [
    {
      language: "json",
      code: '{"error":{"code":500,"context":null,"message":"Failed to retrieve records from \'contacts\'.\\nSQLSTATE[HY000] [2002] Connection refused","status_code":500}}',
      caption: "As a server answers: the text of the database driver follows a line break.",
    },
    {
      language: "json",
      code: '{"error":{"code":500,"message":"SQLSTATE[HY000] [2002] Connection refused"}}',
      caption: "The same fault as a plain PHP exception: no `context`, no `status_code`.",
    },
  ],
  headers: [],
  reality: [
    "A database that is down gives 500, not 503.",
    "Duplicate keys, unknown columns and foreign keys give 500 outside batches: a `QueryException` with a SQLSTATE as its code.",
    "The code need not be 500: a cURL number such as 28, a SQLSTATE, 0, or a SQLSTATE cut down to a number (`42S02` becomes 42). Trust `status_code`, or else the HTTP status.",
    "From 2.5.0 to 4.9, batch errors came with status 500; their code is 1000.",
    "An empty message means that the original text was not valid UTF-8. The PHP error log has it.",
    'Failures that PHP calls errors, such as `TypeError`, never become an envelope: Laravel answers `{"message": "Server Error"}` or an HTML page.',
  ],
  seeAlso: ["class/QueryException", "class/ScriptException", "class/DfException", "practice/log-context"],
  sources: [
    officialPage("500 Internal Server Error", "500_Internal_Server_Error"),
    fromPackage("df-core", "src/Exceptions/InternalServerErrorException.php", "The class"),
    fromPackage("df-core", "src/Exceptions/RestException.php:50-60", "The line in the PHP error log"),
    fromPackage(
      "df-core",
      "src/Components/ExceptionResponse.php:18-71",
      "What becomes of a plain PHP exception",
    ),
    fromPackage("df-sqldb", "src/Resources/Table.php:200", "How the driver's text gets into the message"),
  ],
};
