import { findMember } from "./bodyOutline.ts";
import type { DreamFactoryRequest } from "./dreamFactoryRequest.ts";
import { finding } from "./finding.ts";
import type { Finding } from "./model.ts";
import { recordsOf } from "./records.ts";
import { findParameter } from "./requestUrl.ts";
import type { Rule } from "./rule.ts";

const KIND = {
  code: "ignored-records",
  title: "Several records for `ids` or `filter`",
  severity: "warning",
  language: "http",
  wrong: 'PATCH {{host}}/api/v2/db/_table/contact?ids=1,2\n\n{"resource": [{"vip": true}, {"vip": false}]}',
  right: 'PATCH {{host}}/api/v2/db/_table/contact?ids=1,2\n\n{"resource": [{"vip": true}]}',
  why:
    "With `ids` or `filter` the body says what to set, once, for all of them: DreamFactory takes the first record and " +
    "leaves the others out. Records of their own need their identifier inside, and neither parameter.",
} as const;

export const ignoredRecords: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const isUpdate = request.verb === "PUT" || request.verb === "PATCH";
    if (!isUpdate || request.resource !== "table" || !isByOption(request)) return [];
    const records = recordsOf(request);
    if (records === "none" || records === "unknown" || records.kind !== "array") return [];
    const second = records.items[1];
    if (second === undefined || records.items.some((item) => item.kind !== "object")) return [];
    const message = { text: "Only the first record counts beside `ids` or `filter`. This one is left out." };
    return [finding(KIND, { start: second.span.start, end: second.span.start + 1 }, message)];
  },
};

function isByOption(request: DreamFactoryRequest): boolean {
  const given = [findParameter(request, "ids"), findParameter(request, "filter", "where")];
  if (
    given.some(
      (parameter) => parameter !== undefined && !parameter.hasPlaceholder && parameter.value.value !== "",
    )
  ) {
    return true;
  }
  return ["ids", "filter"].some((key) => findMember(request.body.outline, key)?.value.kind === "string");
}
