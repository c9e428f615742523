import { findMember, type OutlineMember, type OutlineValue } from "./bodyOutline.ts";
import { hasSystemRecords } from "./endpoint.ts";
import { finding, possible, preferred } from "./finding.ts";
import type { Finding } from "./model.ts";
import type { Rule } from "./rule.ts";
import { isRecordList, unwrapEdits } from "./wrappers.ts";

const KIND = {
  code: "superfluous-resource-wrapper",
  title: "List of records for one record",
  severity: "warning",
  fixAllTitle: "Remove all superfluous wrappers in this file",
  language: "http",
  wrong:
    'PATCH {{host}}/api/v2/db/_table/contact/7\nContent-Type: application/json\n\n{"resource": [{"name": "Ada"}]}',
  right: 'PATCH {{host}}/api/v2/db/_table/contact/7\nContent-Type: application/json\n\n{"name": "Ada"}',
  why:
    "With an identifier in the path the body is the record itself. A wrapper is taken for a field of that name; no " +
    "table has it, so nothing is changed, and the answer is a success all the same.",
} as const;

export const superfluousWrapper: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    const { resource, verb, body, text } = request;
    const { outline, decoder } = body;
    const isRecord = resource === "record" || (hasSystemRecords(request) && request.id !== undefined);
    if (!isRecord || (verb !== "PUT" && verb !== "PATCH") || outline === undefined) return [];
    if (decoder !== "json" && decoder !== "sniffed") return [];
    const wrapper = wrapperOf(outline);
    const records = wrapper?.value ?? outline;
    if ((wrapper === undefined && outline.kind !== "array") || !isRecordList(records)) return [];
    const span = wrapper?.keySpan ?? { start: outline.span.start, end: outline.span.start + 1 };
    const message = {
      text: "One record by its identifier wants no list around it. DreamFactory changes nothing.",
    };
    const edits = unwrapEdits(text, outline, records) ?? [];
    return [
      finding(KIND, span, message, {
        repairs: possible(preferred({ text: "Remove the wrapper" }, edits, true)),
      }),
    ];
  },
};

/** A column may be called `resource`; a list of objects beside nothing else is no value for it. */
function wrapperOf(outline: OutlineValue): OutlineMember | undefined {
  return outline.open || outline.members.length !== 1 ? undefined : findMember(outline, "resource");
}
