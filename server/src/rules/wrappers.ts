import type { Edit } from "../text/edit.ts";
import { findMember, type OutlineMember, type OutlineValue } from "./bodyOutline.ts";
import type { DreamFactoryRequest } from "./dreamFactoryRequest.ts";
import { hasSystemRecords } from "./endpoint.ts";
import { insertion, replacement } from "./finding.ts";
import { nearest } from "./spelling.ts";

/** True when the request must bring records: POST, PUT or PATCH on a table or on a system resource as a whole. */
export function wantsRecords(request: DreamFactoryRequest): boolean {
  const { verb, resource, table, id, openPath, generation, body } = request;
  if (generation === 1 || (verb !== "POST" && verb !== "PUT" && verb !== "PATCH")) return false;
  // `_table/{{path}}` may name one record, which POST refuses anyway.
  if (openPath && verb !== "POST") return false;
  // An app is installed from a bare object that says where its package is.
  if (resource === "system" && findMember(body.outline, "import_url") !== undefined) return false;
  const isCollection =
    resource === "table" ? table !== undefined : hasSystemRecords(request) && id === undefined;
  return isCollection && (body.content === "none" || body.decoder === "json" || body.decoder === "sniffed");
}

/** The edits that put a bare record into `{"resource": […]}`. */
export function wrapEdits({ span }: OutlineValue): readonly Edit[] {
  return [insertion(span.start, '{"resource": ['), insertion(span.end, "]}")];
}

/** The member that holds the records under another name: `record`, `Resource`, `resouce`, or the only list of objects. */
export function misnamedWrapper({ members }: OutlineValue): OutlineMember | undefined {
  const lists = members.filter(({ value }) => isRecordList(value));
  const named = lists.find(({ key }) => nearest(key, ["resource", "record", "records"]) !== undefined);
  const old = lists.find(({ key }) => key === "record" || key === "records");
  const only = members.length === 1 && members[0]?.value.kind === "array" ? lists[0] : undefined;
  return named ?? old ?? only;
}

/**
 * The edits that leave the only record of a wrapper: what stands before and behind it goes. `undefined` when it holds
 * another number of records, or when comments, options or placeholders would go too.
 */
export function unwrapEdits(
  text: string,
  outline: OutlineValue,
  records: OutlineValue,
): readonly Edit[] | undefined {
  const record = records.kind === "array" ? records.items[0] : records;
  if (record?.kind !== "object" || records.items.length > 1 || records.open || outline.members.length > 1)
    return undefined;
  const before = { start: outline.span.start, end: record.span.start };
  const behind = { start: record.span.end, end: outline.span.end };
  const isPlain = [before, behind].every(({ start, end }) => !/\{\{|#|\/\//.test(text.slice(start, end)));
  return isPlain ? [replacement(before, ""), replacement(behind, "")] : undefined;
}

/** True for a non-empty list of objects, or one object. */
export function isRecordList(value: OutlineValue): boolean {
  return value.kind === "array"
    ? value.items.length > 0 && value.items.every((item) => item.kind === "object")
    : value.kind === "object";
}
