import { findPlaceholders } from "../text/placeholder.ts";
import type { Span } from "../text/span.ts";

/** A text to read tolerantly. Masked parts are spaces already. */
export interface Source extends Span {
  readonly text: string;
  /** End of each placeholder by its start. */
  readonly placeholders: ReadonlyMap<number, number>;
  /** Whether an unclosed `{{name` is a placeholder with a mistake in it. */
  readonly knowsPlaceholders: boolean;
  readonly lineStarts: readonly number[];
}

/** Prepares the span of a text for reading. */
export function openSource(text: string, span: Span, knowsPlaceholders: boolean): Source {
  const found = knowsPlaceholders ? findPlaceholders(text, span) : [];
  const placeholders = new Map(found.map(({ start, end }) => [start, end]));
  return { text, ...span, placeholders, knowsPlaceholders, lineStarts: findLineStarts(text, span) };
}

/** Number of the line that holds the offset, counted from 0 at the line where the span starts. */
export function lineOf({ lineStarts }: Source, offset: number): number {
  let low = 0;
  let high = lineStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low;
}

/** Length of the white space at the start of the line that holds the offset; capped, so that asking stays cheap. */
export function indentOf(source: Source, offset: number): number {
  const start = source.lineStarts[lineOf(source, offset)] ?? 0;
  const line = source.text.slice(start, Math.min(start + 400, source.end));
  return line.length - line.trimStart().length;
}

/** Whether only white space stands before the offset on its line. */
export function isFirstOnLine(source: Source, offset: number): boolean {
  const start = source.lineStarts[lineOf(source, offset)] ?? 0;
  return offset - start <= 400 && source.text.slice(start, offset).trim() === "";
}

/** The end of the line that holds the offset, without its line break. */
export function lineEndOf(source: Source, offset: number): number {
  const next = source.lineStarts[lineOf(source, offset) + 1];
  if (next === undefined) return source.end;
  return source.text.charAt(next - 2) === "\r" ? next - 2 : next - 1;
}

function findLineStarts(text: string, { start, end }: Span): number[] {
  const starts = [start === 0 ? 0 : text.lastIndexOf("\n", start - 1) + 1];
  let at = text.indexOf("\n", start);
  while (at >= 0 && at < end) {
    starts.push(at + 1);
    at = text.indexOf("\n", at + 1);
  }
  return starts;
}
