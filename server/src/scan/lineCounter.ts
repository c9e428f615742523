import { countUnits } from "./utf8.ts";

/** A place in a file as editors show it; both count from 1, the column in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Counts lines along a stream of UTF-8 bytes; a line ends with its line feed. */
export interface LineCounter {
  /** Goes on over bytes[from, to), which must follow on what was counted before. */
  advance(bytes: Uint8Array, from: number, to: number): void;
  /** Where the counting stands. */
  place(): Place;
}

/** Counts from the start of a file, or goes on from a place in it. */
export function lineCounter(start: Place = { line: 1, column: 1 }): LineCounter {
  let { line, column } = start;
  return {
    advance(bytes, from, to) {
      const feeds = countLineFeeds(bytes, from, to);
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

const LINE_FEED = 0x0a;
const FEEDS = 0x0a0a0a0a;
const LOW_BITS = 0x7f7f7f7f;

/** Four bytes at a time, as small integers that engines keep in registers: the sums of up to 255 words fit into four bytes side by side. */
function countLineFeeds(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  let at = from;
  while (at < to && (bytes.byteOffset + at) % 4 !== 0) if (bytes[at++] === LINE_FEED) count += 1;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, Math.max(0, to - at) >>> 2);
  for (let word = 0; word < words.length; ) {
    const stop = Math.min(words.length, word + 255);
    let sums = 0;
    for (; word < stop; word++) {
      const rest = (words[word] ?? 0) ^ FEEDS;
      sums = (sums + (~(((rest & LOW_BITS) + LOW_BITS) | rest | LOW_BITS) >>> 7)) | 0;
    }
    count += (sums & 255) + ((sums >>> 8) & 255) + ((sums >>> 16) & 255) + (sums >>> 24);
  }
  for (at += words.length * 4; at < to; at++) if (bytes[at] === LINE_FEED) count += 1;
  return count;
}
