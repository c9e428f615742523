import type { FindOptions } from "./findRecords.ts";
import { type AnchorGroup, readAtNeedle } from "./forms/forms.ts";
import type { ErrorRecord } from "./model.ts";
import { createScan, LOOK_AHEAD } from "./readRecords.ts";

/** Reads records one by one, for a caller who knows where needles stand. */
export interface AnchoredReader {
  /** The record whose needle stands at `at`, and behind which place the text cannot have mattered. */
  readAt(
    at: number,
    group: AnchorGroup,
  ): { readonly record: ErrorRecord | undefined; readonly reach: number };
}

export function anchoredReader(text: string, options: Omit<FindOptions, "span">): AnchoredReader {
  let read = 0;
  const scan = createScan(text, { start: 0, end: text.length }, options, (end) => {
    read = Math.max(read, end);
  });
  return {
    readAt(at, group) {
      read = at;
      const record = readAtNeedle(scan, at, group);
      return { record, reach: Math.max(read, record?.span.end ?? 0) + LOOK_AHEAD };
    },
  };
}
