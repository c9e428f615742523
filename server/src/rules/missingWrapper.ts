import { NO_RECORDS } from "./answers.ts";
import { findMember, type OutlineValue } from "./bodyOutline.ts";
import { finding, preferred } from "./finding.ts";
import type { Finding } from "./model.ts";
import type { Rule } from "./rule.ts";
import { misnamedWrapper, wantsRecords, wrapEdits } from "./wrappers.ts";

const KIND = {
  code: "missing-resource-wrapper",
  title: "Record without `resource`",
  severity: "error",
  fixAllTitle: "Wrap all bare records in this file",
  language: "http",
  wrong: 'POST {{host}}/api/v2/db/_table/contact\nContent-Type: application/json\n\n{"name": "Ada"}',
  right:
    'POST {{host}}/api/v2/db/_table/contact\nContent-Type: application/json\n\n{"resource": [{"name": "Ada"}]}',
  why:
    'A table takes records in a list: `{"resource": [{…}]}` or just `[{…}]`. In a bare object DreamFactory looks for ' +
    "`resource`, does not find it, and sees no record.",
  exceptions:
    "One record by its identifier (`_table/contact/7`) and logins want the bare object. The name follows the server's " +
    "`DF_RESOURCE_WRAPPER`.",
} as const;

export const missingWrapper: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const { outline } = request.body;
    if (outline === undefined || !wantsRecords(request) || !isBareRecord(outline)) return [];
    if (misnamedWrapper(outline) !== undefined) return [];
    const opener = { start: outline.span.start, end: outline.span.start + 1 };
    const message = {
      text: "The record is not wrapped in `resource`. DreamFactory sees no record in a bare object.",
    };
    const repair = preferred({ text: "Wrap in resource" }, wrapEdits(outline), true);
    return [finding(KIND, opener, message, { answer: NO_RECORDS, repairs: [repair] })];
  },
};

/** True for an object with members of which none is, or may be, the list of records. */
export function isBareRecord(outline: OutlineValue): boolean {
  if (outline.kind !== "object" || outline.open || outline.members.length === 0) return false;
  return findMember(outline, "resource") === undefined && findMember(outline, "0") === undefined;
}
