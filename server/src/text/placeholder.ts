import type { Span } from "./span.ts";

const OPEN = "{{";
const CLOSE = "}}";

/**
 * The placeholder that opens at `start`, or `undefined` when the braces there are not one: `{{name}}` and
 * `{{$datetime "YYYY"}}` are, doubled braces around an object (`{{"a":1}}`) are not. It ends at the first `}}`
 * of its line.
 */
export function placeholderAt(text: string, start: number, end: number = text.length): Span | undefined {
  if (!text.startsWith(OPEN, start)) return undefined;
  const first = text[start + OPEN.length];
  if (first === undefined || '"{}\r\n'.includes(first)) return undefined;
  const close = text.indexOf(CLOSE, start + OPEN.length);
  if (close < 0 || close + CLOSE.length > end) return undefined;
  const lineBreak = text.indexOf("\n", start);
  if (lineBreak >= 0 && lineBreak < close) return undefined;
  return { start, end: close + CLOSE.length };
}

/** Every placeholder that begins within the span, in text order. Linear in the text, however many braces it has. */
export function findPlaceholders(text: string, span: Span): Span[] {
  const found: Span[] = [];
  let lineEnd = -1;
  let close = -1;
  let at = text.indexOf(OPEN, span.start);
  while (at >= 0 && at < span.end) {
    if (close < at + OPEN.length) close = text.indexOf(CLOSE, at + OPEN.length);
    if (close < 0) break;
    if (lineEnd < at) lineEnd = nextLineEnd(text, at);
    const placeholder = close < lineEnd ? placeholderAt(text, at, span.end) : undefined;
    if (placeholder) found.push(placeholder);
    at = text.indexOf(OPEN, placeholder?.end ?? at + 1);
  }
  return found;
}

function nextLineEnd(text: string, at: number): number {
  const lineBreak = text.indexOf("\n", at);
  return lineBreak < 0 ? text.length : lineBreak;
}
