import { countLineBreaks, isLineBreak } from "./lineBreaks.ts";
import { countUnits } from "./utf8.ts";

/** A place in a file as editors show it; both count from 1, the column in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Counts lines along a stream of UTF-8 bytes. Carriage returns without a line feed end lines too, as in editors. */
export interface LineCounter {
  /** Goes on over bytes[from, to), which must follow on what was counted before; `to` is where a character begins. */
  advance(bytes: Uint8Array, from: number, to: number): void;
  /** Where the counting stands. */
  place(): Place;
}

/** Counts from the start of a file, or goes on from a place in it. */
export function lineCounter(start: Place = { line: 1, column: 1 }): LineCounter {
  let { line, column } = start;
  return {
    advance(bytes, from, to) {
      const breaks = countLineBreaks(bytes, from, to);
      line += breaks;
      if (breaks === 0) column += countUnits(bytes, from, to);
      else column = 1 + countUnits(bytes, lastBreak(bytes, to) + 1, to);
    },
    place: () => ({ line, column }),
  };
}

/** Where the last line break before `to` stands, of which there is one. */
function lastBreak(bytes: Uint8Array, to: number): number {
  let at = to - 1;
  while (!isLineBreak(bytes, at)) at -= 1;
  return at;
}
