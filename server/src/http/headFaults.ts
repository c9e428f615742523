import type { Fault } from "../text/fault.ts";
import type { Span } from "../text/span.ts";
import { type BlockSource, skipLines } from "./blockSource.ts";
import { headersAfterBlankLine, missingBlankLine } from "./faults.ts";
import { isBlankLine, lineBreakOf, located, skipBlanks } from "./line.ts";
import { headerOf, isComment } from "./lineShape.ts";
import { findHeader, isJsonType, mediaTypeOf } from "./mediaType.ts";
import type { HttpHeader } from "./model.ts";
import { isPlainHeader } from "./plainHeader.ts";
import { endsHead, type RequestHead, startsBody } from "./requestHead.ts";
import { sendsMessages } from "./requestLine.ts";

/** The body follows the headers without a blank line, so that clients read it as a header. */
export function findMissingBlankLine({ text, lines, traits }: BlockSource, head: RequestHead): Fault[] {
  const line = lines[head.next];
  if (head.endedBy !== "body" || traits.blankLineOptional || line === undefined) return [];
  if (sendsMessages(head.method.value)) return [];
  const ink = skipBlanks(text, line);
  const opener = located(text, { start: ink, end: ink + 1 });
  if (!'{["'.includes(opener.value) || !startsBody(text, line)) return [];
  return [missingBlankLine(opener, line.start, lineBreakOf(text, line))];
}

export interface LateHeaders {
  readonly headers: readonly HttpHeader[];
  /** The line behind them, and behind the blank line that follows. */
  readonly next: number;
  readonly fault: Fault;
}

/**
 * Headers that stand behind the first blank line: nothing but header lines, in one group or in several with blank
 * lines between, each with an unmistakable one, and then a blank line before JSON or nothing at all.
 */
export function findLateHeaders(source: BlockSource, head: RequestHead): LateHeaders | undefined {
  const { text, lines } = source;
  if (head.endedBy !== "blank-line" || announcesOtherText(head.headers)) return undefined;
  const headers: HttpHeader[] = [];
  const gaps: Span[] = [];
  let behind = head.next - 1;
  let next = behind;
  for (;;) {
    next = skipLines(source, behind, (line) => isBlankLine(text, line));
    const group = readHeaders(source, next);
    if (next === behind || !group.headers.some(({ name }) => isPlainHeader(name.value))) break;
    gaps.push(...lines.slice(behind, next).map((line) => ({ start: line.start, end: line.next })));
    headers.push(...group.headers);
    behind = group.next;
  }
  const start = headers[0]?.span.start;
  const end = headers.at(-1)?.span.end;
  if (start === undefined || end === undefined) return undefined;
  const following = lines[next];
  if (next === behind && following !== undefined) return undefined;
  if (following !== undefined && !startsBody(text, following) && !endsHead(source, next)) return undefined;
  return { headers, next, fault: headersAfterBlankLine({ start, end }, gaps) };
}

/** Header and comment lines from `at` on. */
function readHeaders(source: BlockSource, at: number): { headers: HttpHeader[]; next: number } {
  const { text } = source;
  const headers: HttpHeader[] = [];
  const next = skipLines(source, at, (line) => {
    const header = isComment(text, line) ? undefined : headerOf(text, line);
    if (header !== undefined) headers.push(header);
    return header !== undefined || isComment(text, line);
  });
  return { headers, next };
}

/** A body of YAML or of mail looks like headers, and is none of them. */
function announcesOtherText(headers: readonly HttpHeader[]): boolean {
  const type = mediaTypeOf(findHeader(headers, "content-type")?.value.value ?? "");
  return type !== "" && !type.includes("{{") && !isJsonType(type);
}
