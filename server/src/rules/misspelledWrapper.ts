import { NO_RECORDS } from "./answers.ts";
import { finding, preferred, replacement } from "./finding.ts";
import { isBareRecord } from "./missingWrapper.ts";
import type { Finding } from "./model.ts";
import type { Rule } from "./rule.ts";
import { misnamedWrapper, wantsRecords } from "./wrappers.ts";

const KIND = {
  code: "misspelled-resource-wrapper",
  title: "Records under another name than `resource`",
  severity: "error",
  fixAllTitle: "Rename all wrappers to resource in this file",
  language: "http",
  wrong:
    'POST {{host}}/api/v2/db/_table/contact\nContent-Type: application/json\n\n{"record": [{"name": "Ada"}]}',
  right:
    'POST {{host}}/api/v2/db/_table/contact\nContent-Type: application/json\n\n{"resource": [{"name": "Ada"}]}',
  why:
    "The list of records is called `resource`, in lower case. `record` was its name in version 1; under any other name " +
    "the list is not found.",
  exceptions: "The name follows the server's `DF_RESOURCE_WRAPPER`.",
} as const;

export const misspelledWrapper: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const { outline } = request.body;
    if (outline === undefined || !wantsRecords(request) || !isBareRecord(outline)) return [];
    const member = misnamedWrapper(outline);
    if (member === undefined) return [];
    const message = {
      text: "The records stand under `{name}`, not `resource`. DreamFactory sees no record.",
      args: { name: member.key },
    };
    const title = { text: "Rename {name} to resource", args: { name: member.key } };
    const repair = preferred(title, [replacement(member.keySpan, '"resource"')], true);
    return [finding(KIND, member.keySpan, message, { answer: NO_RECORDS, repairs: [repair] })];
  },
};
