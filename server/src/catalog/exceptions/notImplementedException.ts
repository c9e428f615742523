import type { ExceptionClass } from "../model.ts";
import { fromPackage, officialPage } from "../sources.ts";

export const notImplementedException: ExceptionClass = {
  name: "NotImplementedException",
  status: 501,
  code: 501,
  title: "501 Not Implemented",
  meaning: "The feature or endpoint does not exist on this server or for this type of service.",
  summary: "Not supported",
  inShort:
    "Feature unknown to this database type, API version mismatch, operation unknown to the service type",
  action: "Use an alternative",
  causes: [
    "This type of database does not support the feature.",
    "Client and server speak different versions of the API.",
    "This type of service does not support the operation.",
  ],
  fixes: [
    { text: "Look up in the documentation what the service type supports." },
    {
      text: "Take another way to the same goal, if there is one: two plain calls instead of one with relations, for example.",
    },
    { text: "Do not retry: the answer stays the same until the server is updated." },
  ],
  correction: {
    wrong: {
      language: "http",
      code: 'POST /api/v2/db/_table/orders?related=lines_by_order_id\nContent-Type: application/json\n\n{"resource": [{"id": 7, "lines_by_order_id": [{"sku": "A1"}]}]}',
      caption: "`lines` has a primary key of several columns.",
    },
    right: {
      language: "http",
      code: 'POST /api/v2/db/_table/lines\nContent-Type: application/json\n\n{"resource": [{"order_id": 7, "line": 1, "sku": "A1"}]}',
    },
    why: "Related records cannot be written through keys of several columns. Write the child table itself.",
  },
  examples: [
    {
      language: "json",
      code: '{"error":{"code":501,"context":null,"message":"Relating records with multi-column foreign keys is not currently supported.","status_code":501}}',
      caption: "As a server answers.",
    },
  ],
  headers: [],
  reality: [
    "It is thrown for relations over keys of several columns, for some schema and file features, for caches that have no API, and for unknown MIME types.",
    "A verb that a resource does not have is 400: `… requests for resource '…' are not currently supported by the '…' service.`.",
    "Stored procedures on a database without them are 400; stored functions are a plain 500 without `status_code`.",
  ],
  seeAlso: ["exception/BadRequestException", "status/405"],
  sources: [
    officialPage("501 Not Implemented", "501_Not_Implemented"),
    fromPackage("df-core", "src/Exceptions/NotImplementedException.php", "The class"),
    fromPackage(
      "df-database",
      "src/Resources/BaseDbTableResource.php:2021",
      "Relations over several columns",
    ),
    fromPackage("df-database", "src/Components/Schema.php:1379", "Stored procedures"),
    fromPackage("df-system", "src/Resources/Cache.php:67", "Caches without an API"),
  ],
};
