import type { Fault } from "../text/fault.ts";
import { type BlockSource, skipLines } from "./blockSource.ts";
import { headersAfterBlankLine, missingBlankLine } from "./faults.ts";
import { isBlankLine, lineBreakOf, located, skipBlanks } from "./line.ts";
import { headerOf, isComment } from "./lineShape.ts";
import type { HttpHeader } from "./model.ts";
import { isPlainHeader } from "./plainHeader.ts";
import { endsHead, type RequestHead, startsBody } from "./requestHead.ts";

/** The body follows the headers without a blank line, so that clients read it as a header. */
export function findMissingBlankLine({ text, lines, traits }: BlockSource, head: RequestHead): Fault[] {
  const line = lines[head.next];
  if (head.endedBy !== "body" || traits.blankLineOptional || line === undefined) return [];
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
 * Headers that stand behind the first blank line: nothing but header lines, at least one of them unmistakable, and
 * then a blank line before JSON or nothing at all.
 */
export function findLateHeaders(source: BlockSource, head: RequestHead): LateHeaders | undefined {
  const { text, lines } = source;
  if (head.endedBy !== "blank-line") return undefined;
  const first = skipLines(source, head.next, (line) => isBlankLine(text, line));
  const headers: HttpHeader[] = [];
  const behind = skipLines(source, first, (line) => {
    const header = isComment(text, line) ? undefined : headerOf(text, line);
    if (header !== undefined) headers.push(header);
    return header !== undefined || isComment(text, line);
  });
  const start = headers[0]?.span.start;
  const end = headers.at(-1)?.span.end;
  if (start === undefined || end === undefined || !headers.some(({ name }) => isPlainHeader(name.value)))
    return undefined;
  const next = skipLines(source, behind, (line) => isBlankLine(text, line));
  const following = lines[next];
  if (next === behind && following !== undefined) return undefined;
  if (following !== undefined && !startsBody(text, following) && !endsHead(source, next)) return undefined;
  const gap = lines.slice(head.next - 1, first).map((line) => ({ start: line.start, end: line.next }));
  return { headers, next, fault: headersAfterBlankLine({ start, end }, gap) };
}
