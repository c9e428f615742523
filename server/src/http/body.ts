import { firstIndex } from "../text/firstIndex.ts";
import { placeholderAt } from "../text/placeholder.ts";
import type { Span } from "../text/span.ts";
import { type BlockSource, linesSpan } from "./blockSource.ts";
import { type BodyLines, opensJson, readBodyLines } from "./bodyLines.ts";
import { inputFileOf } from "./fileLine.ts";
import { graphqlVariables, jsonLines, jsonMessages, multipartJson } from "./jsonParts.ts";
import { trimSpan } from "./line.ts";
import { findHeader, isJsonLinesType, isJsonType, isXmlType, mediaTypeOf, parameterOf } from "./mediaType.ts";
import type { HttpBody, HttpBodyKind, HttpFileReference, HttpHeader, JsonPart } from "./model.ts";
import { sendsMessages } from "./requestLine.ts";

export interface BodyRead extends BodyLines {
  readonly body: HttpBody | undefined;
}

/** Reads the body that starts at or behind line `at`; where it ends and what it is depends on the headers. */
export function readBody(
  source: BlockSource,
  at: number,
  method: string,
  headers: readonly HttpHeader[],
): BodyRead {
  const { text } = source;
  const contentType = findHeader(headers, "content-type")?.value.value ?? "";
  const declared = declaredKind(method, headers, contentType);
  const found = readBodyLines(source, at, {
    markdown: mediaTypeOf(contentType) === "text/markdown",
    prose: declared === "text" || declared === "xml",
  });
  if (found.first === found.last) return { ...found, body: undefined };
  const span = trimSpan(text, linesSpan(source, found.first, found.last));
  const kind =
    wholeKind(source, found, span) ?? queryKind(text, span, declared) ?? declared ?? sniffedKind(text, span);
  const json = sendsMessages(method)
    ? jsonMessages(source, found.first, found.last, found.masks)
    : jsonOf(source, found, span, kind, contentType);
  return { ...found, body: { span, kind, json: json.filter((part) => !holdsFile(part.span, found.files)) } };
}

/** What a file holds is not known here, so JSON around one cannot be judged. */
function holdsFile(part: Span, files: readonly HttpFileReference[]): boolean {
  const file = files[firstIndex(files, ({ span }) => span.start >= part.start)];
  return file !== undefined && file.span.end <= part.end;
}

/** The kind that headers and method decide; `undefined` when they leave it to the text. */
function declaredKind(
  method: string,
  headers: readonly HttpHeader[],
  contentType: string,
): HttpBodyKind | undefined {
  const requestType = findHeader(headers, "x-request-type")?.value.value.toLowerCase();
  const mediaType = mediaTypeOf(contentType);
  if (method === "GRAPHQL" || requestType === "graphql" || mediaType === "application/graphql")
    return "graphql";
  if (mediaType === "" || mediaType.includes("{{")) return undefined;
  if (isJsonLinesType(mediaType)) return "ndjson";
  if (isJsonType(mediaType)) return "json";
  if (isXmlType(mediaType)) return "xml";
  if (mediaType === "application/x-www-form-urlencoded") return "form";
  if (mediaType.startsWith("multipart/")) return "multipart";
  return "text";
}

/** A body that is one file or one placeholder, whatever its type. */
function wholeKind(
  { text, lines }: BlockSource,
  { first, last }: BodyLines,
  span: Span,
): HttpBodyKind | undefined {
  const line = lines[first];
  if (line === undefined || last !== first + 1) return undefined;
  if (inputFileOf(text, line) !== undefined) return "file";
  return placeholderAt(text, span.start, span.end)?.end === span.end ? "placeholder" : undefined;
}

/** A query in the place of JSON: httpYac sends it as GraphQL, whatever the Content-Type. */
function queryKind(text: string, span: Span, declared: HttpBodyKind | undefined): HttpBodyKind | undefined {
  if (declared !== undefined && declared !== "json") return undefined;
  const start = text.slice(span.start, Math.min(span.end, span.start + 40));
  const query = /^(?:query|mutation|subscription|fragment)(?:[ \t]+[A-Za-z_]|[ \t]*[{(])/.test(start);
  return query || /^gql[ \t]/.test(start) ? "graphql" : undefined;
}

function sniffedKind(text: string, span: Span): HttpBodyKind {
  if (opensJson(text, span)) return "json";
  return /^<[A-Za-z!?]/.test(text.slice(span.start, span.start + 2)) ? "xml" : "text";
}

function jsonOf(
  source: BlockSource,
  { first, last, masks }: BodyLines,
  span: Span,
  kind: HttpBodyKind,
  contentType: string,
): readonly JsonPart[] {
  switch (kind) {
    case "json":
      return [{ span, masks }];
    case "ndjson":
      return jsonLines(source, first, last, masks);
    case "graphql":
      return graphqlVariables(source, first, last, masks);
    case "multipart":
      return multipartJson(source, first, last, masks, parameterOf(contentType, "boundary"));
    default:
      return [];
  }
}
