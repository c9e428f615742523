import { NO_RECORDS } from "./answers.ts";
import { findMember } from "./bodyOutline.ts";
import { finding, requestPlace } from "./finding.ts";
import { isBareRecord } from "./missingWrapper.ts";
import type { Finding } from "./model.ts";
import { recordsOf } from "./records.ts";
import type { Rule } from "./rule.ts";
import { wantsRecords } from "./wrappers.ts";

const KIND = {
  code: "no-records",
  title: "No records to write",
  severity: "error",
  language: "http",
  wrong: 'POST {{host}}/api/v2/db/_table/contact\nContent-Type: application/json\n\n{"resource": []}',
  right:
    'POST {{host}}/api/v2/db/_table/contact\nContent-Type: application/json\n\n{"resource": [{"name": "Ada"}]}',
  why: "POST, PUT and PATCH on a table need at least one record. An empty list, an empty object and no body are none.",
} as const;

export const noRecords: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const { content, outline } = request.body;
    if (!wantsRecords(request) || content === "malformed" || recordsOf(request) !== "none") return [];
    if (outline !== undefined && isBareRecord(outline)) return [];
    const place = findMember(outline, "resource")?.value.span ?? outline?.span ?? requestPlace(request);
    const message =
      content === "none"
        ? { text: "There is no body. DreamFactory has no record to write." }
        : { text: "There is no record in it. DreamFactory has nothing to write." };
    return [finding(KIND, place, message, { answer: NO_RECORDS })];
  },
};
