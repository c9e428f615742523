import type { Located } from "../text/span.ts";

/** Longer lines are looked at in part. */
const MAX_LINE = 8192;

/** Where the line of `at` starts, or a place before it in a very long line. */
export function lineStart(text: string, at: number): number {
  const from = Math.max(0, at - MAX_LINE);
  const line = text.slice(from, at).lastIndexOf("\n");
  return line < 0 ? from : from + line + 1;
}

/** Where the line of `at` ends, before its line break, or a place behind `at` in a very long line. */
export function lineEnd(text: string, at: number, limit: number = text.length): number {
  const ahead = text.slice(at, Math.min(limit, at + MAX_LINE));
  const line = ahead.indexOf("\n");
  const end = line < 0 ? at + ahead.length : at + line;
  return text[end - 1] === "\r" && end > at ? end - 1 : end;
}

/** A line that goes on with the message above it: driver texts, printed arrays. */
const CONTINUATION = /^(?:SQLSTATE\[|LINE \d|\^|Array\b|Batch Error: |[()][ \t]*(?:\r?\n|$)|\s+\S)/;

/** A message that tells of what failed, and behind its first line why, in words of others. */
const FAILURE = /^(?:Failed to |Error describing |AWS DynamoDb Service Exception:)[^\n]{0,300}[.:]\r?$/;
/** A line that other things begin with. */
const NEW_ENTRY = /^(?:\s*$|[[{<#"]|\d|REST Exception|PHP |NOTICE|WARNING|In \w+\.php|[\w.-]+ *\|)/;

/** Where a message ends that starts at `at` and may go on over lines. */
export function continuedEnd(text: string, at: number, limit: number): number {
  let end = lineEnd(text, at, limit);
  if (FAILURE.test(text.slice(at, end)) && end < limit) {
    const next = end + (text.startsWith("\r\n", end) ? 2 : 1);
    if (next < limit && !NEW_ENTRY.test(text.slice(next, lineEnd(text, next, limit)))) {
      end = lineEnd(text, next, limit);
    }
  }
  while (end < limit) {
    const next = end + (text.startsWith("\r\n", end) ? 2 : 1);
    if (next >= limit || !CONTINUATION.test(text.slice(next, next + 80))) break;
    end = lineEnd(text, next, limit);
  }
  return end;
}

/** A time stamp as PHP, Monolog, nginx, Apache, Docker and GELF write it, near the start of a line. */
const TIME =
  /\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)?|\d{1,2}[-/]\w{3}[-/]\d{4}[ :]\d\d:\d\d:\d\d(?: UTC| [+-]\d{4})?|\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d(?:\.\d+)? \d{4}/;
const TIME_REACH = 160;

/** The time stamp of the line in which `at` stands, as written. */
export function timeBefore(text: string, at: number): Located<string> | undefined {
  const start = lineStart(text, at);
  const found = TIME.exec(text.slice(start, Math.min(at, start + TIME_REACH)));
  if (found === null) return undefined;
  const from = start + found.index;
  return { value: found[0], span: { start: from, end: from + found[0].length } };
}

/** The status line of the HTTP response whose body starts at `at`: headers and one blank line stand between. */
export function statusLineBefore(text: string, at: number): Located<number> | undefined {
  if (!isBehindHeaders(text, at)) return undefined;
  const head = text.slice(Math.max(0, at - MAX_HEADERS), at);
  const lineAt = Math.max(head.lastIndexOf("HTTP/1."), head.lastIndexOf("HTTP/2"));
  const found = lineAt < 0 ? null : STATUS_LINE.exec(head.slice(lineAt));
  if (found === null || /\r?\n\r?\n\s*\S/.test(head.slice(lineAt).trimEnd())) return undefined;
  const start = at - head.length + lineAt + found[0].length - 3;
  return { value: Number(found[1]), span: { start, end: start + 3 } };
}

const MAX_HEADERS = 2048;
const MAX_INDENT = 64;
const STATUS_LINE = /^HTTP\/[12](?:\.[01])? (\d{3})/;
/** curl -v marks the end of the headers by `< `. */
const EMPTY_LINE = /\n(?:< ?)?\r?$/;

/** True when only blanks stand between the place and an empty line above it. */
function isBehindHeaders(text: string, at: number): boolean {
  let start = at;
  while (start > at - MAX_INDENT && (text[start - 1] === " " || text[start - 1] === "\t")) start -= 1;
  return text[start - 1] === "\n" && EMPTY_LINE.test(text.slice(Math.max(0, start - 5), start - 1));
}
