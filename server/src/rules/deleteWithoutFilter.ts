import { NO_FILTER_OR_RECORDS } from "./answers.ts";
import type { DreamFactoryRequest } from "./dreamFactoryRequest.ts";
import { hasSystemRecords } from "./endpoint.ts";
import { finding, requestPlace } from "./finding.ts";
import type { Finding } from "./model.ts";
import { recordsOf } from "./records.ts";
import type { Rule } from "./rule.ts";
import { isForced, selectsRecords } from "./selection.ts";

const KIND = {
  code: "delete-without-filter",
  title: "DELETE that names no records",
  severity: "error",
  language: "http",
  wrong: "DELETE {{host}}/api/v2/db/_table/contact",
  right: "DELETE {{host}}/api/v2/db/_table/contact?filter=last_seen%3C2020-01-01",
  why:
    "Which records go is said by an identifier in the path, by `ids`, by `filter`, or by records in the body. Without " +
    "any of them nothing is deleted.",
  exceptions: "`force=true` asks for all records, and gets them deleted.",
} as const;

export const deleteWithoutFilter: Rule = {
  kind: KIND,
  check(request): readonly Finding[] {
    if (!deletesCollection(request) || selectsRecords(request) || isForced(request) !== false) return [];
    // Of a malformed body the fault itself says what the server answers.
    if (recordsOf(request) !== "none" || request.body.content === "malformed") return [];
    const message = { text: "No `ids`, no `filter`, no records. DreamFactory does not know what to delete." };
    return [finding(KIND, requestPlace(request), message, { answer: NO_FILTER_OR_RECORDS })];
  },
};

/** True for a DELETE on a table or on a system resource as a whole. */
export function deletesCollection(request: DreamFactoryRequest): boolean {
  if (request.verb !== "DELETE" || request.generation === 1) return false;
  if (request.resource === "table") return request.table !== undefined;
  return hasSystemRecords(request) && request.id === undefined;
}
