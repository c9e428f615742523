import { idOf, placeOf } from "../text/search/model.ts";
import type { Span } from "../text/span.ts";
import { findAnchors } from "./anchors.ts";
import { ANCHORS, readAtAnchor } from "./forms/forms.ts";
import { readInner } from "./inner.ts";
import type { Claim, ErrorRecord } from "./model.ts";
import type { Scan } from "./scan.ts";
import { signNear } from "./signs.ts";

/** How far before the place where it is found a record may depend on the text. */
export const LOOK_BACK = 16_384;
/** How far behind the last character that was read into a record the reader may have looked. */
export const LOOK_AHEAD = 16_384;

/** So much text is searched for anchors at a time: enough to be quick, too little for many hits to pile up. */
const BLOCK = 65_536;

/** A place that may have been a record and was read far, whether it turned out one or not. */
export interface Reach {
  readonly start: number;
  /** Behind the last character that the reader took in. */
  readonly end: number;
}

export interface ReadRecords {
  readonly records: ErrorRecord[];
  /** Only the ones longer than {@link LOOK_AHEAD}, in the order of their starts. */
  readonly reaches: Reach[];
}

export interface ReadRecordsOptions {
  readonly claim?: Claim;
  readonly context?: boolean;
  /** Only anchors before this place are read; the records themselves may go on behind it. */
  readonly until?: number;
  /** So many records are enough. */
  readonly most?: number;
}

/** Reads all records whose anchors lie in the span. */
export function readRecords(text: string, span: Span, options: ReadRecordsOptions): ReadRecords {
  const reaches: Reach[] = [];
  let reached = 0;
  const scan = createScan(text, span, options, (end) => {
    reached = Math.max(reached, end);
  });
  const records: ErrorRecord[] = [];
  const { claim = "auto" } = options;
  const until = Math.min(options.until ?? span.end, span.end);
  let free = span.start;
  for (let from = span.start; from < until; from = Math.max(free, from + BLOCK)) {
    const hits = findAnchors(text, from, Math.min(until, from + BLOCK), { limit: span.end, claim });
    for (const hit of hits) {
      const at = placeOf(hit);
      const anchor = ANCHORS[idOf(hit)];
      if (at < free || anchor === undefined) continue;
      reached = at;
      const record = readAtAnchor(scan, at, anchor);
      if (reached > at + LOOK_AHEAD) reaches.push({ start: at, end: reached });
      if (record === undefined || record.span.start < free) continue;
      records.push(record);
      free = record.span.end;
      if (records.length === options.most) return { records, reaches };
    }
  }
  return { records, reaches };
}

/** What the forms need to read records in a part of a text; `noteReach` as in {@link Scan}. */
export function createScan(
  text: string,
  span: Span,
  options: Pick<ReadRecordsOptions, "claim" | "context">,
  noteReach: (end: number) => void,
): Scan {
  return {
    text,
    span,
    claim: options.claim ?? "auto",
    context: options.context === true,
    signNear: (at) => (options.context === true ? "setting" : signNear(text, at)),
    readInner,
    noteReach,
  };
}

/** How far the reading of a list of records went, for who updates it after an edit. */
const REACHES = new WeakMap<readonly ErrorRecord[], readonly Reach[]>();

/** Remembers the reaches of a list of records; answers the list. */
export function keepReaches(
  records: readonly ErrorRecord[],
  reaches: readonly Reach[],
): readonly ErrorRecord[] {
  REACHES.set(records, reaches);
  return records;
}

/** The reaches of a list that {@link keepReaches} was told; `undefined` for any other list. */
export function reachesOf(records: readonly ErrorRecord[]): readonly Reach[] | undefined {
  return REACHES.get(records);
}
