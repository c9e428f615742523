/** A text to look for; in bytes, each of its characters stands for one. */
export interface Needle {
  /** Longer than one character. */
  readonly text: string;
  /** What it stands for, below {@link IDS}. */
  readonly id: number;
}

/** A place where a needle starts, and the needle's id, packed into one number. */
export type Hit = number;

const IDS = 64;

export function hitOf(place: number, id: number): Hit {
  return place * IDS + id;
}

export function placeOf(hit: Hit): number {
  return Math.floor(hit / IDS);
}

export function idOf(hit: Hit): number {
  return hit % IDS;
}

/** Text, or bytes of which each stands for a character. */
export type SearchedText = string | Uint8Array;

/** Finds any of a set of texts in text or bytes, all in one pass. */
export interface MultiSearch<Source extends SearchedText> {
  /**
   * Every needle that starts in [from, to), ends at or before `limit` and is not refused, in ascending order of place
   * and id.
   */
  find(source: Source, from: number, to: number, limit?: number, refuses?: Refuses): readonly Hit[];
}

/** Tells of a needle that was found at `start` that it counts for nothing. */
export type Refuses = (source: SearchedText, start: number, id: number) => boolean;

export const refusesNothing: Refuses = () => false;

/** A UTF-16 unit of text, or a byte; not a code behind the end. */
export function characterAt(source: SearchedText, at: number): number {
  return typeof source === "string" ? source.charCodeAt(at) : (source[at] ?? 0);
}

/** True where the text of ASCII stands at `at`. */
export function standsAt(source: SearchedText, at: number, needle: string): boolean {
  // From the end, where the needles of one anchor differ.
  for (let i = needle.length - 1; i >= 0; i--) {
    if (characterAt(source, at + i) !== needle.charCodeAt(i)) return false;
  }
  return true;
}
