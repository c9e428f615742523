import type { FindOptions } from "./findRecords.ts";
import { ANCHORS, formAt } from "./forms/forms.ts";
import { readInner } from "./inner.ts";
import type { ErrorRecord } from "./model.ts";
import type { Scan } from "./scan.ts";
import { signNear } from "./signs.ts";

/** Reads records one by one, for a caller who knows where anchors may stand. */
export interface AnchoredReader {
  /** Where the anchor at `at` ends with what has to follow it; `undefined` when none stands there. */
  anchorEnd(at: number): number | undefined;
  /** The record whose anchor stands at `at`. */
  readAt(at: number): ErrorRecord | undefined;
}

export function anchoredReader(text: string, options: Omit<FindOptions, "span">): AnchoredReader {
  const scan: Scan = {
    text,
    span: { start: 0, end: text.length },
    claim: options.claim ?? "auto",
    signNear: (at) => (options.context ? "setting" : signNear(text, at)),
    readInner: (facts, source) => readInner(scan, facts, source),
  };
  const anchor = new RegExp(ANCHORS, "y");
  return {
    anchorEnd(at) {
      anchor.lastIndex = at;
      return anchor.test(text) ? anchor.lastIndex : undefined;
    },
    readAt: (at) => formAt(text, at)?.read(scan, at),
  };
}
