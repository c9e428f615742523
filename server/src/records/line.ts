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
