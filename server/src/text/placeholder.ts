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
