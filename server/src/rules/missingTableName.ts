import { verbWithoutResource } from "./answers.ts";
import { finding } from "./finding.ts";
import type { Finding } from "./model.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "missing-table-name",
  title: "Write to `_table` without a table",
  severity: "error",
  language: "http",
  wrong: 'POST {{host}}/api/v2/db/_table\n\n{"resource": [{"name": "Ada"}]}',
  right: 'POST {{host}}/api/v2/db/_table/contact\n\n{"resource": [{"name": "Ada"}]}',
  why: "`_table` alone lists the tables of a service. Records are written to one table, whose name follows.",
} as const;

export const missingTableName: Rule = {
  kind: KIND,
  check({ resource, table, path, verb, generation }): readonly Finding[] {
    const last = path.at(-1);
    if (resource !== "table" || table !== undefined || last === undefined || generation === 1) return [];
    if (verb === undefined || !["POST", "PUT", "PATCH", "DELETE"].includes(verb)) return [];
    const message = {
      text: "The name of the table is missing after `_table`. DreamFactory supports no {verb} there.",
      args: { verb },
    };
    return [finding(KIND, last.span, message, { answer: verbWithoutResource(verb, "_table") })];
  },
};
