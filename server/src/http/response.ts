import type { Span } from "../text/span.ts";
import { type BlockSource, linesSpan, skipLines } from "./blockSource.ts";
import { handlerFileOf } from "./fileLine.ts";
import { isBlankLine, type Line, skipBlanks, startsWithin, trimSpan } from "./line.ts";
import { headerOf, type StatusLine, statusLineOf } from "./lineShape.ts";
import type { HttpHeader, HttpRequest, HttpResponse } from "./model.ts";
import { isUnmistakableRequest } from "./requestLine.ts";

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
  const { prefixed } = statusLine;
  const headers: HttpHeader[] = [];
  let next = at + 1;
  let line = withoutPrefix(text, lines[next], prefixed);
  for (let header = headerIn(text, line); header !== undefined; header = headerIn(text, line)) {
    headers.push(header);
    next += 1;
    line = withoutPrefix(text, lines[next], prefixed);
  }
  const head = { start: statusLine.span.start, end: headers.at(-1)?.span.end ?? statusLine.span.end };
  const found = line !== undefined && isBlankLine(text, line);
  // A transcript may say how much came, or that the connection stays open, before it shows the body.
  const first = prefixed ? skipLines(source, next + 1, (each) => isProgress(text, each)) : next + 1;
  const bodyEnd = found ? responseEnd(source, first, prefixed, request !== undefined) : next;
  const body = found ? contentOf(source, first, bodyEnd, prefixed) : undefined;
  const response: HttpResponse = {
    span: { start: head.start, end: body?.end ?? head.end },
    statusLine: statusLine.span,
    status: statusLine.status,
    headers,
    ...(body && { body }),
    ...(request && { request }),
  };
  return { response, next: bodyEnd };
}

function headerIn(text: string, line: Line | undefined): HttpHeader | undefined {
  return line && headerOf(text, line);
}

/** The index of the line that a body from `at` on ends before. */
function responseEnd(source: BlockSource, at: number, prefixed: boolean, belowRequest: boolean): number {
  const { text } = source;
  return skipLines(source, at, (line) => {
    if (statusLineOf(text, line) !== undefined || (prefixed && isProgress(text, line))) return false;
    if (belowRequest && handlerFileOf(text, line)?.use === "response") return false;
    return !belowRequest || !isUnmistakableRequest(text, line);
  });
}

/** What `curl -v` says of the connection: `* Connection #0 …` and `{ [512 bytes data]`. */
function isProgress(text: string, line: Line): boolean {
  return /^(?:\* |[{}] \[\d)/.test(text.slice(line.start, Math.min(line.end, line.start + 4)));
}

/** The lines without the blank ones around; a body without a line break has curl's last words on its last line. */
function contentOf(source: BlockSource, from: number, to: number, prefixed: boolean): Span | undefined {
  const { text, lines } = source;
  const isBlank = (line: Line): boolean => isBlankLine(text, line);
  const first = Math.min(to, skipLines(source, from, isBlank));
  let last = to;
  for (let line = lines[last - 1]; last > first && line && isBlank(line); line = lines[last - 1]) last -= 1;
  if (first === last) return undefined;
  const span = trimSpan(text, linesSpan(source, first, last));
  const lastLine = text.slice(Math.max(span.start, lines[last - 1]?.start ?? span.start), span.end);
  const words = prefixed ? lastLine.indexOf("* Connection #") : -1;
  return words > 0 ? { start: span.start, end: span.end - lastLine.length + words } : span;
}

/** The line behind the `< ` that `curl -v` puts in front of everything that it received but the body. */
function withoutPrefix(text: string, line: Line | undefined, prefixed: boolean): Line | undefined {
  if (line === undefined || !prefixed) return line;
  const ink = skipBlanks(text, line);
  return startsWithin(text, "<", ink, line.end) ? { ...line, start: ink + 1 } : line;
}
