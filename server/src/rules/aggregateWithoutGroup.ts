import { unknownField } from "./answers.ts";
import { rawSpan } from "./decodedText.ts";
import { hasSqlGrammar } from "./filters.ts";
import { finding } from "./finding.ts";
import type { Finding } from "./model.ts";
import { findParameter } from "./requestUrl.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "aggregate-without-group",
  title: "Aggregate without `group`",
  severity: "error",
  language: "http",
  wrong: "GET {{host}}/api/v2/db/_table/contact?fields=city,COUNT(*)",
  right: "GET {{host}}/api/v2/db/_table/contact?fields=city,COUNT(*)&group=city",
  why:
    "`SUM`, `COUNT`, `AVG`, `MIN` and `MAX` are read in `fields` only beside `group`. Without it the whole expression is " +
    "taken for the name of a column. To count all records, use `count_only=true` or `include_count=true`.",
  exceptions: "Older servers read no aggregates at all.",
} as const;

export const aggregateWithoutGroup: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const fields = findParameter(request, "fields", "select");
    const reads = request.verb === "GET" && request.resource === "table" && request.table !== undefined;
    if (fields === undefined || !reads || request.url.open || !hasSqlGrammar(request)) return [];
    if (fields.hasPlaceholder || findParameter(request, "group", "group_by") !== undefined) return [];
    const aggregate = /(?:^|,)\s*((?:SUM|COUNT|AVG|MIN|MAX)\s*\([^(),]+\))\s*(?=,|$)/i.exec(
      fields.value.value,
    );
    const [whole, field] = aggregate ?? [];
    if (aggregate === null || whole === undefined || field === undefined) return [];
    const start = aggregate.index + whole.indexOf(field);
    const message = {
      text: "`{field}` is no column, and aggregates need `group`. DreamFactory refuses the field.",
      args: { field },
    };
    const span = rawSpan(fields.value, { start, end: start + field.length });
    return [finding(KIND, span, message, { answer: unknownField(field) })];
  },
};
