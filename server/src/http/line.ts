import type { Located, Span } from "../text/span.ts";
import { sliceSpan } from "../text/span.ts";

/** One line of a text without its line break; `next` is where the following line starts. */
export interface Line extends Span {
  readonly next: number;
}

/** The line that starts at `start`, cut off at `end`. Lines end at LF or CRLF. */
export function lineFrom(text: string, start: number, end: number): Line {
  const lineFeed = text.indexOf("\n", start);
  if (lineFeed < 0 || lineFeed >= end) return { start, end, next: end };
  const carriageReturn = lineFeed > start && text[lineFeed - 1] === "\r";
  return { start, end: carriageReturn ? lineFeed - 1 : lineFeed, next: lineFeed + 1 };
}

/** The lines of a stretch of text. They cover it; a line break at its very end opens no further line. */
export function linesOf(text: string, span: Span): Line[] {
  const lines: Line[] = [];
  for (let start = span.start; start < span.end; ) {
    const line = lineFrom(text, start, span.end);
    lines.push(line);
    start = line.next;
  }
  return lines;
}

/** The offset of the first character of `span` that is neither space nor tab; its end when there is none. */
export function skipBlanks(text: string, span: Span): number {
  let at = span.start;
  while (at < span.end && isBlankCode(text.charCodeAt(at))) at += 1;
  return at;
}

/** The span without the spaces and tabs at its ends; empty at its start when it holds nothing else. */
export function trimSpan(text: string, span: Span): Span {
  const start = skipBlanks(text, span);
  if (start === span.end) return { start: span.start, end: span.start };
  let end = span.end;
  while (isBlankCode(text.charCodeAt(end - 1))) end -= 1;
  return { start, end };
}

/** True when the line holds nothing but spaces and tabs. */
export function isBlankLine(text: string, line: Span): boolean {
  return skipBlanks(text, line) === line.end;
}

/** The line break that the text uses at the end of `line`; LF when the line ends the text. */
export function lineBreakOf(text: string, line: Line): string {
  return text.slice(line.end, line.next) || "\n";
}

/** True when `word` stands at `at` and ends before `end`. */
export function startsWithin(text: string, word: string, at: number, end: number): boolean {
  return at + word.length <= end && text.startsWith(word, at);
}

/** The text of a span together with the span. */
export function located(text: string, span: Span): Located<string> {
  return { value: sliceSpan(text, span), span };
}

function isBlankCode(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
