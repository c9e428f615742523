import { countLineFeeds, type FeedCounts, LINE_FEED } from "./lineFeeds.ts";
import { countUnits } from "./utf8.ts";

/** A place in a file as editors show it; both count from 1, the column in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Counts lines along a stream of UTF-8 bytes; a line ends with its line feed. */
export interface LineCounter {
  /** Goes on over bytes[from, to), which must follow on what was counted before; quicker with the counts of the bytes. */
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
      if (feeds === 0) {
        column += countUnits(bytes, from, to);
        return;
      }
      line += feeds;
      column = 1 + countUnits(bytes, bytes.lastIndexOf(LINE_FEED, to - 1) + 1, to);
    },
    place: () => ({ line, column }),
  };
}
