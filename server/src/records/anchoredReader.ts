import type { FindOptions } from "./findRecords.ts";
import { anchorEndAt, readAtAnchor } from "./forms/forms.ts";
import type { ErrorRecord } from "./model.ts";
import { createScan } from "./readRecords.ts";

/** Reads records one by one, for a caller who knows where anchors may stand. */
export interface AnchoredReader {
  /** Where the anchor at `at` ends with what has to follow it; `undefined` when none stands there. */
  anchorEnd(at: number): number | undefined;
  /** The record whose anchor stands at `at`. */
  readAt(at: number): ErrorRecord | undefined;
}

export function anchoredReader(text: string, options: Omit<FindOptions, "span">): AnchoredReader {
  const scan = createScan(text, { start: 0, end: text.length }, options, () => {});
  return {
    anchorEnd: (at) => anchorEndAt(text, at),
    readAt: (at) => readAtAnchor(scan, at),
  };
}
