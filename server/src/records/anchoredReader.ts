import type { FindOptions } from "./findRecords.ts";
import { type Anchor, readAtAnchor } from "./forms/forms.ts";
import type { ErrorRecord } from "./model.ts";
import { createScan, LOOK_AHEAD } from "./readRecords.ts";

/** Reads records one by one, for a caller who knows where anchors stand. */
export interface AnchoredReader {
  /** The record whose anchor stands at `at`, and behind which place the text cannot have mattered. */
  readAt(at: number, anchor: Anchor): { readonly record: ErrorRecord | undefined; readonly reach: number };
}

export function anchoredReader(text: string, options: Omit<FindOptions, "span">): AnchoredReader {
  let read = 0;
  const scan = createScan(text, { start: 0, end: text.length }, options, (end) => {
    read = Math.max(read, end);
  });
  return {
    readAt(at, anchor) {
      read = at;
      const record = readAtAnchor(scan, at, anchor);
      return { record, reach: Math.max(read, record?.span.end ?? 0) + LOOK_AHEAD };
    },
  };
}
