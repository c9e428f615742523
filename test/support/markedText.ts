/** A text with the marks taken out: `█` is the cursor, `«…»` are spans. */
export interface MarkedText {
  readonly text: string;
  /** Offset of the cursor; the end of the text when none is marked. */
  readonly cursor: number;
  readonly spans: readonly { readonly start: number; readonly end: number }[];
}

/** Reads the marks of a test's text. They were chosen because `|` and `$` occur in logs and `.http` files. */
export function readMarks(marked: string): MarkedText {
  let text = "";
  let cursor: number | undefined;
  const opened: number[] = [];
  const spans: { start: number; end: number }[] = [];
  for (const char of marked) {
    if (char === "█") cursor = text.length;
    else if (char === "«") opened.push(text.length);
    else if (char === "»") spans.push({ start: opened.pop() ?? 0, end: text.length });
    else text += char;
  }
  return { text, cursor: cursor ?? text.length, spans };
}

/** Puts `«…»` around the spans, to compare with an expected text. */
export function markSpans(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): string {
  const marks = spans.flatMap(({ start, end }) => [
    { at: start, mark: "«" },
    { at: end, mark: "»" },
  ]);
  // A closing mark comes before an opening one at the same offset, except around an empty span.
  const order = marks
    .map((each, index) => ({ ...each, index }))
    .sort((a, b) => a.at - b.at || a.index - b.index);
  let result = "";
  let at = 0;
  for (const { at: to, mark } of order) {
    result += text.slice(at, to) + mark;
    at = to;
  }
  return result + text.slice(at);
}
