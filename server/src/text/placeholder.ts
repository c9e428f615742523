import type { Span } from "./span.ts";

const OPEN = "{{";
const CLOSE = "}}";

/** Longer than any name or expression that people write; it bounds the search for the closing braces. */
const LONGEST = 512;

/**
 * The placeholder that opens at `start`, or `undefined` when the braces there are not one: `{{name}}` and
 * `{{$datetime "YYYY"}}` are, doubled braces around an object (`{{"a":1}}`) are not, nor are braces that stand in two
 * different strings. It ends at the first `}}` of its line.
 */
export function placeholderAt(text: string, start: number, end: number = text.length): Span | undefined {
  if (!text.startsWith(OPEN, start)) return undefined;
  const inner = text.slice(start + OPEN.length, Math.min(start + LONGEST, end));
  const close = inner.indexOf(CLOSE);
  if (close < 1 || '"{\r\n'.includes(inner.charAt(0))) return undefined;
  const name = inner.slice(0, close);
  if (name.includes("\n") || countQuotes(name) % 2 !== 0 || /^\s*"[^"]*"\s*:/.test(name)) return undefined;
  return { start, end: start + OPEN.length + close + CLOSE.length };
}

/** Every placeholder that begins within the span, in text order; they do not overlap. */
export function findPlaceholders(text: string, span: Span): Span[] {
  const found: Span[] = [];
  let at = text.indexOf(OPEN, span.start);
  while (at >= 0 && at < span.end) {
    const placeholder = placeholderAt(text, at, span.end);
    if (placeholder) found.push(placeholder);
    at = text.indexOf(OPEN, placeholder?.end ?? at + 1);
  }
  return found;
}

function countQuotes(text: string): number {
  return text.split('"').length - 1;
}
