import type { Edit } from "../text/edit.ts";
import type { Span } from "../text/span.ts";
import { insertText } from "./faults/make.ts";
import { indentOf, isFirstOnLine, lineEndOf, lineOf, type Source } from "./source.ts";

/** Text farther away on a line is not looked at, so that asking stays cheap. */
const REACH = 400;

/**
 * The closer as a person would write it at `at`: on a line of its own, indented like the line of its opener, when
 * the opener ends its line and nothing but a comma would follow.
 */
export function layOutCloser(source: Source, open: Span, closer: string, at: number): string {
  const isFar = lineOf(source, at) > lineOf(source, open.start);
  const isLast =
    isFar && isBlank(source, open.end, "") && (isBlank(source, at, "") || isBlank(source, at, ","));
  return isLast ? lineBreakAfter(source, open.start) + indentationOf(source, open.start) + closer : closer;
}

/** The opener as a person would write it before a value that begins its line: behind the colon of the line above. */
export function layOutOpener(source: Source, at: number, bracket: string): Edit {
  if (!isFirstOnLine(source, at)) return insertText(at, bracket);
  const from = Math.max(source.start, at - REACH);
  const before = source.text.slice(from, at).trimEnd();
  if (!before.endsWith(":")) return insertText(at, bracket);
  const behind = from + before.length;
  return source.text.charAt(behind) === " "
    ? insertText(behind + 1, bracket)
    : insertText(behind, ` ${bracket}`);
}

/** Whether only `sign` stands between the offset and the end of its line, but for white space. */
function isBlank(source: Source, offset: number, sign: string): boolean {
  const end = lineEndOf(source, offset);
  return end - offset <= REACH && source.text.slice(offset, end).trim() === sign;
}

function lineBreakAfter(source: Source, offset: number): string {
  return source.text.charAt(lineEndOf(source, offset)) === "\r" ? "\r\n" : "\n";
}

function indentationOf(source: Source, offset: number): string {
  const start = source.lineStarts[lineOf(source, offset)] ?? 0;
  return source.text.slice(start, start + indentOf(source, offset));
}
