import type { Span } from "./span.ts";

/** One replacement: `span` in the old text became `newLength` characters of the new text. */
export interface TextChange {
  readonly span: Span;
  readonly newLength: number;
}

/** How far text behind the change has moved. */
export function deltaOf(change: TextChange): number {
  return change.newLength - (change.span.end - change.span.start);
}

/** The smallest single change that covers two successive ones; `second` counts in the text that `first` left. */
export function joinChanges(first: TextChange, second: TextChange): TextChange {
  const delta = deltaOf(first);
  const firstEnd = first.span.start + first.newLength;
  const start = Math.min(first.span.start, second.span.start);
  const end = second.span.end <= firstEnd ? first.span.end : second.span.end - delta;
  return { span: { start, end }, newLength: end - start + delta + deltaOf(second) };
}
