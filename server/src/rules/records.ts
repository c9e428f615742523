import { sliceSpan } from "../text/span.ts";
import { findMember, type OutlineValue } from "./bodyOutline.ts";
import type { DreamFactoryRequest } from "./dreamFactoryRequest.ts";
import { hasPlaceholder } from "./placeholders.ts";

/**
 * What `unwrapResources` of df-core makes of the body: the value of `resource`, or the body itself when it is a list.
 * `none` when that is empty or nothing DreamFactory can read; `unknown` when a placeholder or a file decides.
 */
export function recordsOf({
  body,
  text,
}: Pick<DreamFactoryRequest, "body" | "text">): OutlineValue | "none" | "unknown" {
  if (body.content === "none") return "none";
  if (body.content === "unknown" || body.decoder === "unknown") return "unknown";
  const isRead = body.decoder === "json" || body.decoder === "sniffed";
  if (body.content === "malformed") {
    const mayBeMended = body.span === undefined || hasPlaceholder(sliceSpan(text, body.span));
    return body.decoder === "json" && !mayBeMended ? "none" : "unknown";
  }
  if (!isRead || body.outline === undefined) return body.decoder === "form" ? "none" : "unknown";
  const records = body.outline.kind === "object" ? wrapped(body.outline) : body.outline;
  if (records === "none" || records === "unknown") return records;
  return records.kind === "unknown" ? "unknown" : isEmpty(records) ? "none" : records;
}

/** True for what PHP's `empty()` takes for empty. */
export function isEmpty(value: OutlineValue): boolean {
  if (value.open) return false;
  if (value.kind === "array") return value.items.length === 0;
  if (value.kind === "object") return value.members.length === 0;
  if (value.kind === "string") return value.span.end - value.span.start === 2;
  return value.kind === "null";
}

function wrapped(outline: OutlineValue): OutlineValue | "none" | "unknown" {
  const resource = findMember(outline, "resource");
  if (resource !== undefined) return resource.value;
  if (outline.open) return "unknown";
  return findMember(outline, "0") === undefined ? "none" : outline;
}
