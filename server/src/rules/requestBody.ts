import { findHeader } from "../http/mediaType.ts";
import type { HttpRequest, JsonPart } from "../http/model.ts";
import { judgeJson } from "../json/judge.ts";
import type { JsonVerdict } from "../json/judgement.ts";
import { applyEdits } from "../text/edit.ts";
import { placeholderAt } from "../text/placeholder.ts";
import { type Located, type Span, shiftSpan } from "../text/span.ts";
import { type OutlineValue, readOutline } from "./bodyOutline.ts";
import { hasPlaceholder } from "./placeholders.ts";
import { mayGetBodyFromScript } from "./scripts.ts";

/**
 * How DreamFactory reads a body, decided by `Content-Type` in the order of `ServiceRequest::getPayloadData`. `sniffed`
 * stands for no header and for every type that is in none of the other groups.
 */
export type Decoder = "json" | "form" | "xml" | "csv" | "text" | "sniffed" | "multipart" | "unknown";

/** What stands in a body, whatever the `Content-Type` says of it. */
export interface RequestBody {
  /** `unknown`: a file, a placeholder, or text in another format. `malformed`: meant as JSON, refused by PHP. */
  readonly content: "none" | "unknown" | "json" | "malformed";
  readonly decoder: Decoder;
  readonly contentType: Located<string> | undefined;
  readonly span: Span | undefined;
  /** Counts what is sent: comment lines that the client removes are no lines. */
  readonly isOneLine: boolean;
  /** Only for `json`. */
  readonly outline?: OutlineValue;
}

export function readRequestBody(
  request: HttpRequest,
  text: string,
  verdicts?: ReadonlyMap<JsonPart, JsonVerdict>,
): RequestBody {
  const contentType = findHeader(request.headers, "content-type")?.value;
  const part = jsonPartOf(request, text);
  const frame = {
    decoder: decoderOf(contentType?.value ?? request.defaultContentType),
    contentType,
    span: request.body?.span,
    isOneLine: !hasLineBreak(text, part),
  };
  if (request.body === undefined) {
    return { ...frame, content: mayGetBodyFromScript(request, text) ? "unknown" : "none" };
  }
  if (part === undefined) return { ...frame, content: "unknown" };
  const verdict = verdicts?.get(part) ?? judgeJson(text, { span: part.span, masks: part.masks }).verdict;
  if (verdict.code !== 0) return { ...frame, content: "malformed" };
  const outline = readOutline(text, part.span, part.masks);
  if (outline === undefined) return { ...frame, content: "none" };
  return isPastedAnswer(outline) ? { ...frame, content: "unknown" } : { ...frame, content: "json", outline };
}

/** An error that somebody pasted below the request, without its status line. */
function isPastedAnswer({ members }: OutlineValue): boolean {
  return members.length === 1 && members[0]?.key === "error" && members[0].value.kind === "object";
}

/** The decoder for a `Content-Type`; PHP looks for these words with their case. */
export function decoderOf(contentType: string | undefined): Decoder {
  if (contentType === undefined) return "sniffed";
  if (hasPlaceholder(contentType)) return "unknown";
  if (contentType.includes("/json") || contentType.includes("+json")) return "json";
  if (contentType.includes("x-www-form-urlencoded")) return "form";
  if (contentType.includes("xml")) return "xml";
  if (contentType.includes("csv")) return "csv";
  if (contentType.includes("text/plain")) return "text";
  return contentType.toLowerCase().includes("multipart/form-data") ? "multipart" : "sniffed";
}

function hasLineBreak(text: string, part: JsonPart | undefined): boolean {
  if (part === undefined) return false;
  const { start, end } = part.span;
  const edits = part.masks.map((mask) => ({ span: shiftSpan(mask, -start), newText: "" }));
  return applyEdits(text.slice(start, end), edits).trim().includes("\n");
}

/** The body as JSON: as the client sends it, or text that can only be meant as JSON under another `Content-Type`. */
function jsonPartOf({ body }: HttpRequest, text: string): JsonPart | undefined {
  if (body === undefined) return undefined;
  if (body.kind === "json" && body.json.length === 1) return body.json[0];
  if (body.kind !== "form" && body.kind !== "text" && body.kind !== "xml" && body.kind !== "multipart")
    return undefined;
  const first = text.charAt(body.span.start);
  const opens = first === "[" || (first === "{" && placeholderAt(text, body.span.start) === undefined);
  return opens ? { span: body.span, masks: [] } : undefined;
}
