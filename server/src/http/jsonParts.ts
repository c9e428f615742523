import { firstIndex } from "../text/firstIndex.ts";
import type { Span } from "../text/span.ts";
import { encloses } from "../text/span.ts";
import { type BlockSource, linesSpan } from "./blockSource.ts";
import { opensJson } from "./bodyLines.ts";
import { isBlankLine, located, startsWithin, trimSpan } from "./line.ts";
import { headerOf } from "./lineShape.ts";
import { findHeader, isJsonType, mediaTypeOf } from "./mediaType.ts";
import type { HttpHeader, JsonPart } from "./model.ts";

/** One part per line of newline-delimited JSON; removed and blank lines have none. */
export function jsonLines(
  { text, lines }: BlockSource,
  first: number,
  last: number,
  masks: readonly Span[],
): JsonPart[] {
  let mask = 0;
  return lines.slice(first, last).flatMap((line) => {
    while ((masks[mask]?.end ?? line.start) < line.start) mask += 1;
    const removed = masks[mask];
    if (isBlankLine(text, line) || (removed !== undefined && encloses(removed, line))) return [];
    return [{ span: trimSpan(text, line), masks: [] }];
  });
}

/** The variables of a GraphQL request: the JSON behind the first blank line that leaves no brace of the query open. */
export function graphqlVariables(
  source: BlockSource,
  first: number,
  last: number,
  masks: readonly Span[],
): JsonPart[] {
  const { text, lines } = source;
  let depth = 0;
  for (let at = first; at < last; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    const following = lines[at + 1];
    if (!isBlankLine(text, line)) depth += braceBalance(text, line);
    else if (depth <= 0 && at + 1 < last && following !== undefined && opensJson(text, following)) {
      return [jsonPart(source, at + 1, last, masks)];
    }
  }
  return [];
}

/** The JSON messages of a connection, which `===` lines divide: `=== wait-for-server` says when the next one goes. */
export function jsonMessages(
  source: BlockSource,
  first: number,
  last: number,
  masks: readonly Span[],
): JsonPart[] {
  const { text, lines } = source;
  const parts: JsonPart[] = [];
  for (let from = first; from < last; ) {
    let to = from;
    for (let line = lines[to]; line !== undefined && to < last && !divides(text, line); line = lines[to])
      to += 1;
    const content = contentLines(source, from, to);
    const part = content && jsonPart(source, content.first, content.last, masks);
    if (part !== undefined && opensJson(text, part.span)) parts.push(part);
    from = to + 1;
  }
  return parts;
}

function divides(text: string, line: Span): boolean {
  return /^===(?:[ \t]|$)/.test(text.slice(line.start, Math.min(line.end, line.start + 4)));
}

/** The parts of a multipart body that call themselves JSON. Without a boundary in the header, the first line is it. */
export function multipartJson(
  source: BlockSource,
  first: number,
  last: number,
  masks: readonly Span[],
  boundary: string | undefined,
): JsonPart[] {
  const { text, lines } = source;
  const opening = lines[first];
  const named =
    boundary === undefined || boundary === "" || boundary.includes("{{") ? undefined : `--${boundary}`;
  const delimiter = named ?? (opening === undefined ? "" : located(text, trimSpan(text, opening)).value);
  if (!delimiter.startsWith("--")) return [];

  const parts: JsonPart[] = [];
  let at = first;
  const isDelimiter = (index: number): boolean => {
    const line = lines[index];
    return line !== undefined && startsWithin(text, delimiter, line.start, line.end);
  };
  while (at < last) {
    if (!isDelimiter(at)) {
      at += 1;
      continue;
    }
    const head = readPartHead(source, at + 1, last);
    let end = head.next;
    while (end < last && !isDelimiter(end)) end += 1;
    const content = contentLines(source, head.next, end);
    if (content !== undefined && isJsonType(head.mediaType)) {
      const part = jsonPart(source, content.first, content.last, masks);
      parts.push(part);
    }
    at = end;
  }
  return parts;
}

function readPartHead(source: BlockSource, at: number, last: number): { mediaType: string; next: number } {
  const { text, lines } = source;
  const headers: HttpHeader[] = [];
  let next = at;
  for (; next < last; next += 1) {
    const line = lines[next];
    const header = line && headerOf(text, line);
    if (header === undefined) break;
    headers.push(header);
  }
  return { mediaType: mediaTypeOf(findHeader(headers, "content-type")?.value.value ?? ""), next };
}

function contentLines(
  { text, lines }: BlockSource,
  from: number,
  to: number,
): { first: number; last: number } | undefined {
  const isBlank = (index: number): boolean => {
    const line = lines[index];
    return line === undefined || isBlankLine(text, line);
  };
  let first = from;
  let last = to;
  while (first < last && isBlank(first)) first += 1;
  while (last > first && isBlank(last - 1)) last -= 1;
  return first < last ? { first, last } : undefined;
}

function jsonPart(source: BlockSource, first: number, last: number, masks: readonly Span[]): JsonPart {
  const span = trimSpan(source.text, linesSpan(source, first, last));
  const from = firstIndex(masks, (mask) => mask.start >= span.start);
  const to = firstIndex(masks, (mask) => mask.start >= span.end);
  return { span, masks: masks.slice(from, to) };
}

function braceBalance(text: string, line: Span): number {
  let balance = 0;
  for (let at = line.start; at < line.end; at += 1) {
    if (text[at] === "{") balance += 1;
    else if (text[at] === "}") balance -= 1;
  }
  return balance;
}
