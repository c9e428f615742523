import { type BlockSource, linesSpan } from "./blockSource.ts";
import { isBlankLine, type Line, skipBlanks, trimSpan } from "./line.ts";
import { headerOf, isUnmistakableRequest, type StatusLine, startsWithin, statusLineOf } from "./lineShape.ts";
import type { HttpHeader, HttpRequest, HttpResponse } from "./model.ts";

export interface ResponseRead {
  readonly response: HttpResponse;
  readonly next: number;
}

/**
 * Reads a response from its status line on, plain or as `curl -v` prints it. Below a request it ends where the next
 * request starts; in a file of its own, everything belongs to it.
 */
export function readResponse(
  source: BlockSource,
  at: number,
  statusLine: StatusLine,
  request: HttpRequest | undefined,
): ResponseRead {
  const { text, lines } = source;
  const headers: HttpHeader[] = [];
  let next = at + 1;
  for (; next < lines.length; next += 1) {
    const line = withoutPrefix(text, lines[next], statusLine.prefixed);
    if (line === undefined || isBlankLine(text, line)) break;
    const header = headerOf(text, line);
    if (header === undefined) break;
    headers.push(header);
  }
  const headEnd = headers.at(-1)?.span.end ?? statusLine.span.end;

  const ends = (line: Line): boolean =>
    statusLineOf(text, line) !== undefined ||
    (request !== undefined && isUnmistakableRequest(text, line)) ||
    (statusLine.prefixed && /^[*{}] /.test(text.slice(line.start, line.start + 2)));
  let first: number | undefined;
  let last = next;
  const blank = lines[next];
  const hasBody =
    blank !== undefined && isBlankLine(text, withoutPrefix(text, blank, statusLine.prefixed) ?? blank);
  if (hasBody) {
    for (next += 1; next < lines.length; next += 1) {
      const line = lines[next];
      if (line === undefined || ends(line)) break;
      if (isBlankLine(text, line)) continue;
      first ??= next;
      last = next;
    }
  }
  const body = first === undefined ? undefined : trimSpan(text, linesSpan(source, first, last + 1));
  const response: HttpResponse = {
    span: { start: statusLine.span.start, end: body?.end ?? headEnd },
    statusLine: statusLine.span,
    status: statusLine.status,
    headers,
    ...(body && { body }),
    ...(request && { request }),
  };
  return { response, next };
}

/** The line behind the `< ` that `curl -v` puts in front of everything that it received but the body. */
function withoutPrefix(text: string, line: Line | undefined, prefixed: boolean): Line | undefined {
  if (line === undefined || !prefixed) return line;
  const ink = skipBlanks(text, line);
  return startsWithin(text, "<", ink, line.end) ? { ...line, start: ink + 1 } : line;
}
