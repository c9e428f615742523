import type { Span } from "../../server/src/text/span.ts";

/** Whether the span lies in the changed stretch of the text or in the token before or after it. */
export function isNear(text: string, changed: Span, { start, end }: Span): boolean {
  const tokens = [...text.matchAll(/"(?:[^"\\\n]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g)];
  const before = tokens.filter(({ index }) => index < changed.start).at(-1)?.index ?? 0;
  const after = tokens.find((token) => token.index + token[0].length > changed.end);
  return start >= before && end <= (after ? after.index + after[0].length : text.length);
}
