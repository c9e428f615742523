import { failedBatch } from "./answers.ts";
import { isTrue } from "./apiOptions.ts";
import type { OutlineValue } from "./bodyOutline.ts";
import { finding } from "./finding.ts";
import type { Finding } from "./model.ts";
import { recordsOf } from "./records.ts";
import { findParameter } from "./requestUrl.ts";
import type { Rule } from "./rule.ts";
import { selectsRecords } from "./selection.ts";

const KIND = {
  code: "update-without-id",
  title: "Update that names no record",
  severity: "warning",
  language: "http",
  wrong:
    'PATCH {{host}}/api/v2/db/_table/contact\nContent-Type: application/json\n\n{"resource": [{"vip": true}]}',
  right:
    'PATCH {{host}}/api/v2/db/_table/contact\nContent-Type: application/json\n\n{"resource": [{"id": 7, "vip": true}]}',
  why:
    "PUT and PATCH on a table take the identifier of each record from the record, unless `ids`, `filter` or the path say " +
    "which ones are meant. A record of one field either has no identifier, and its batch fails, or changes nothing.",
} as const;

export const updateWithoutId: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const { verb, resource, table } = request;
    if ((verb !== "PUT" && verb !== "PATCH") || resource !== "table" || table === undefined) return [];
    if (selectsRecords(request) || findParameter(request, "id_field") !== undefined) return [];
    const records = recordsOf(request);
    if (records === "none" || records === "unknown" || records.open) return [];
    const items = records.kind === "array" ? records.items : [records];
    const lone = items.find(isLoneField);
    if (lone === undefined) return [];
    const message = {
      text: "This record has no room for its identifier. DreamFactory does not know which one to change.",
    };
    const rolledBack = isTrue(findParameter(request, "rollback")?.value.value ?? "");
    const place = { start: lone.span.start, end: lone.span.start + 1 };
    return [finding(KIND, place, message, { answer: failedBatch("updated", rolledBack) })];
  },
};

/** A record of one field that is not named like an identifier. */
function isLoneField({ kind, members, open }: OutlineValue): boolean {
  const [member] = members;
  if (kind !== "object" || open || members.length !== 1 || member === undefined) return false;
  return !/id$|key|code|uuid|guid|number|^(?:no|nr|name)$/i.test(member.key);
}
