import { type AnchorOptions, findAnchors } from "../records/anchors.ts";
import { MAX_RECORD } from "../records/keys/errorKey.ts";
import { LOOK_AHEAD, LOOK_BACK } from "../records/readRecords.ts";
import type { Hit } from "../text/multiSearch.ts";
import { readByteOrderMark } from "./encoding.ts";
import { type BreakCounts, breakCountsOf } from "./lineBreaks.ts";
import { characterStart } from "./utf8.ts";

/** How much text before and behind an anchor a record can depend on at most, in UTF-16 units. */
export const REACH = { before: LOOK_BACK, behind: MAX_RECORD + LOOK_AHEAD };
/** A unit takes at most three bytes of UTF-8. */
const BYTES_PER_UNIT = 3;
/** The same in bytes. */
export const BEFORE = REACH.before * BYTES_PER_UNIT;
export const BEHIND = REACH.behind * BYTES_PER_UNIT;

/**
 * A stretch of a file of UTF-8 that was searched: where anchors stand in it, and all that it takes to read their records.
 * Made of nothing but its own bytes, so that pages can be made in any order and on any thread, and sent to another.
 */
export interface Page {
  /** Where its bytes begin in the file; a byte order mark is left out. */
  readonly offset: number;
  /** The stretch, with what records may depend on before and behind it. */
  readonly bytes: Uint8Array;
  /** Where the stretch ends; all places count from the start of the bytes. */
  readonly until: number;
  readonly hits: readonly Hit[];
  readonly breaks: BreakCounts;
  /** True where the file ends with it. */
  readonly last: boolean;
}

/** Which bytes of a file to read for a page; `size` is the length of all stretches but the last. */
export function pageSpan(
  index: number,
  size: number,
): { readonly position: number; readonly length: number } {
  const start = index * size;
  const position = Math.max(0, start - BEFORE - CUT);
  return { position, length: start + size + BEHIND - position };
}

/** Searches what was read for a page; fewer bytes than its span has mean that the file ends there. */
export function searchPage(
  index: number,
  size: number,
  read: Uint8Array,
  claim: AnchorOptions["claim"] = "auto",
): Page {
  const { position, length } = pageSpan(index, size);
  const skipped = position === 0 ? readByteOrderMark(read).length : characterStart(read, CUT);
  const bytes = read.subarray(skipped);
  const offset = position + skipped;
  const last = read.length < length;
  const until = last ? bytes.length : (index + 1) * size - offset;
  const hits = findAnchors(bytes, Math.max(0, index * size - offset), until, { claim });
  return { offset, bytes, until, hits, breaks: breakCountsOf(bytes, until), last };
}

/** So many bytes of a character can stand before a place that cuts it. */
const CUT = 3;
