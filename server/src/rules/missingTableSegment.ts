import { unknownResource } from "./answers.ts";
import type { DreamFactoryRequest } from "./dreamFactoryRequest.ts";
import { finding, insertion, isWritten, possible, preferred, replacement } from "./finding.ts";
import type { Finding } from "./model.ts";
import { hasPlaceholder } from "./placeholders.ts";
import type { Rule } from "./rule.ts";
import { nearest } from "./spelling.ts";

const KIND = {
  code: "missing-table-segment",
  title: "Table without `_table`",
  // A service is known to be a database only by its name.
  severity: "warning",
  language: "http",
  wrong: "GET {{host}}/api/v2/db/contact\nX-DreamFactory-API-Key: {{apiKey}}",
  right: "GET {{host}}/api/v2/db/_table/contact\nX-DreamFactory-API-Key: {{apiKey}}",
  why:
    "The records of a database lie below `_table`, its structure below `_schema`, procedures and functions below " +
    "`_proc` and `_func`. Nothing else follows the name of a database service.",
  exceptions: "Services of other types (files, scripts, remote web services) have paths of their own.",
} as const;

const RESOURCES = ["_table", "_schema", "_proc", "_func", "_spec"];

export const missingTableSegment: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const { resource, generation, path, service } = request;
    const first = path[0];
    if (resource !== "other" || generation === 1 || first === undefined || hasPlaceholder(first.value))
      return [];
    if (RESOURCES.includes(first.value)) return [];
    const answer = unknownResource(first.value, service.value.toLowerCase());
    const meant = nearest(first.value, RESOURCES) ?? (first.value === "table" ? "_table" : undefined);
    if (meant !== undefined && (isDatabase(request) || first.value.startsWith("_"))) {
      const message = {
        text: "`{name}` is not `{meant}`. DreamFactory finds no such resource.",
        args: { name: first.value, meant },
      };
      const title = { text: "Change {name} to {meant}", args: { name: first.value, meant } };
      return [
        finding(KIND, first.span, message, {
          answer,
          repairs: isWritten(request, first) ? [preferred(title, [replacement(first.span, meant)])] : [],
        }),
      ];
    }
    if (!isDatabase(request) || first.value.startsWith("_")) return [];
    const message = {
      text: "`_table` is missing before `{name}`. DreamFactory looks for a resource of that name and finds none.",
      args: { name: first.value },
    };
    const edits = isWritten(request, first) ? [insertion(first.span.start, "_table/")] : [];
    return [
      finding(KIND, first.span, message, {
        answer,
        repairs: possible(preferred({ text: "Insert _table/" }, edits)),
      }),
    ];
  },
};

const DATABASE_NAMES = [
  "database",
  "mysql",
  "mariadb",
  "pgsql",
  "postgres",
  "postgresql",
  "sqlsrv",
  "sqlserver",
  "mssql",
  "oracle",
  "sqlite",
  "firebird",
  "snowflake",
  "redshift",
  "mongo",
  "mongodb",
  "cassandra",
  "dynamodb",
];

function isDatabase({ service }: DreamFactoryRequest): boolean {
  const name = service.value.toLowerCase();
  return DATABASE_NAMES.includes(name) || name === "db" || /[_.-]db$/.test(name) || /^db[_.-]/.test(name);
}
