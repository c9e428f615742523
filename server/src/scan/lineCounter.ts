import { countLineFeeds, type FeedCounts, LINE_FEED } from "./lineFeeds.ts";
import { countUnits } from "./utf8.ts";

/** A place in a file as editors show it; both count from 1, the column in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Counts lines along a stream of UTF-8 bytes. Carriage returns without a line feed end lines too, as in editors. */
export interface LineCounter {
  /**
   * Goes on over bytes[from, to), which must follow on what was counted before; `to` is where a character begins. Quicker
   * with the counts of the bytes.
   */
  advance(bytes: Uint8Array, from: number, to: number, counts?: FeedCounts): void;
  /** Where the counting stands. */
  place(): Place;
}

/** Counts from the start of a file, or goes on from a place in it. */
export function lineCounter(start: Place = { line: 1, column: 1 }): LineCounter {
  let { line, column } = start;
  return {
    advance(bytes, from, to, counts) {
      const feeds = countLineFeeds(bytes, from, to, counts);
      const returns = loneReturns(bytes, from, to);
      if (feeds + returns.count === 0) {
        column += countUnits(bytes, from, to);
        return;
      }
      line += feeds + returns.count;
      const lastFeed = feeds === 0 ? -1 : bytes.lastIndexOf(LINE_FEED, to - 1);
      column = 1 + countUnits(bytes, Math.max(lastFeed, returns.last) + 1, to);
    },
    place: () => ({ line, column }),
  };
}

const CARRIAGE_RETURN = 0x0d;

/** The carriage returns in bytes[from, to) that no line feed follows: how many, and where the last one is. */
function loneReturns(
  bytes: Uint8Array,
  from: number,
  to: number,
): { readonly count: number; readonly last: number } {
  const part = bytes.subarray(from, to);
  let count = 0;
  let last = -1;
  for (let at = part.indexOf(CARRIAGE_RETURN); at >= 0; at = part.indexOf(CARRIAGE_RETURN, at + 1)) {
    if (bytes[from + at + 1] === LINE_FEED) continue;
    count += 1;
    last = from + at;
  }
  return { count, last };
}
