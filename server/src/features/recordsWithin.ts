import type { ParsedDocument } from "../documents/model.ts";
import type { ErrorRecord } from "../records/model.ts";
import { firstIndex } from "../text/firstIndex.ts";
import type { Span } from "../text/span.ts";
import { touches } from "../text/span.ts";

/** The records that touch the span, in text order. Takes logarithmic time and what it returns. */
export function recordsWithin({ records }: ParsedDocument, { start, end }: Span): readonly ErrorRecord[] {
  const first = firstIndex(records, (record) => record.span.end >= start);
  const behind = firstIndex(records, (record) => record.span.start > end);
  return records.slice(first, behind);
}

/** The record around the offset, wherever in it that is; of two that meet there, the later one. */
export function recordAround(parsed: ParsedDocument, offset: number): ErrorRecord | undefined {
  return recordsWithin(parsed, { start: offset, end: offset }).findLast(({ span }) => touches(span, offset));
}
