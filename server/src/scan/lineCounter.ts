import {
  type BreakCounts,
  CARRIAGE_RETURN,
  countLineFeeds,
  countLoneReturns,
  LINE_FEED,
} from "./lineBreaks.ts";
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
  advance(bytes: Uint8Array, from: number, to: number, counts?: BreakCounts): void;
  /** Where the counting stands. */
  place(): Place;
}

/** Counts from the start of a file, or goes on from a place in it. */
export function lineCounter(start: Place = { line: 1, column: 1 }): LineCounter {
  let { line, column } = start;
  return {
    advance(bytes, from, to, counts) {
      const feeds = countLineFeeds(bytes, from, to, counts);
      const returns = countLoneReturns(bytes, from, to, counts);
      if (feeds + returns === 0) {
        column += countUnits(bytes, from, to);
        return;
      }
      line += feeds + returns;
      const lastFeed = feeds === 0 ? -1 : bytes.lastIndexOf(LINE_FEED, to - 1);
      const lastReturn = returns === 0 ? -1 : lastLoneReturn(bytes, from, to);
      column = 1 + countUnits(bytes, Math.max(lastFeed, lastReturn) + 1, to);
    },
    place: () => ({ line, column }),
  };
}

/** Where the last carriage return without a line feed stands in bytes[from, to), which have one. */
function lastLoneReturn(bytes: Uint8Array, from: number, to: number): number {
  let at = bytes.lastIndexOf(CARRIAGE_RETURN, to - 1);
  while (at > from && bytes[at + 1] === LINE_FEED) at = bytes.lastIndexOf(CARRIAGE_RETURN, at - 1);
  return at;
}
