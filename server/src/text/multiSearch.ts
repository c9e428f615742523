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

export function placeOf(hit: Hit): number {
  return Math.floor(hit / IDS);
}

export function idOf(hit: Hit): number {
  return hit % IDS;
}

/** Finds any of a set of texts in text or bytes, all in one pass. */
export interface MultiSearch {
  /**
   * Every needle that starts in [from, to), ends at or before `limit` and is not refused, in ascending order of place
   * and id.
   */
  find(source: SearchedText, from: number, to: number, limit?: number, refuses?: Refuses): readonly Hit[];
}

/** Tells of a needle that was found at `start` that it counts for nothing. */
export type Refuses = (source: SearchedText, start: number, id: number) => boolean;

/** Text, or bytes of which each stands for a character. */
export type SearchedText = string | Uint8Array;

/**
 * Wu and Manber's search: of every needle a window of the same width is looked for, and the last two characters of a
 * window tell how far the next possible one is, so that most characters are never looked at. The first two tell of most
 * windows that end like one that they are none.
 */
export function createMultiSearch(all: readonly Needle[]): MultiSearch {
  const width = Math.min(...all.map(({ text }) => text.length));
  const longest = Math.max(...all.map(({ text }) => text.length));
  const needles = all.map((needle) => windowOf(needle, width));
  const { shifts, starts, first: chains, next } = tablesOf(needles, width);
  const back = width - 1;

  // Long enough that engines compile it by itself: inside a caller there is no room for what it calls at every step.
  function find(
    source: SearchedText,
    from: number,
    to: number,
    limit: number = source.length,
    refuses: Refuses = refusesNothing,
  ): readonly Hit[] {
    const stretch: Stretch = { source, from, to, limit, refuses };
    const start = from + back;
    const end = Math.min(limit, to + longest);
    const quarter = Math.max(0, (end - start) >> 2);
    const secondStart = start + quarter;
    const thirdStart = secondStart + quarter;
    const fourthStart = thirdStart + quarter;
    const hits: Hit[] = [];
    const secondHits: Hit[] = [];
    const thirdHits: Hit[] = [];
    const fourthHits: Hit[] = [];
    let first = start;
    let second = secondStart;
    let third = thirdStart;
    let fourth = fourthStart;
    // Four places at once: none has to wait for what the others load.
    while (first < secondStart && second < thirdStart && third < fourthStart && fourth < end) {
      const firstShift = shifts[pairAt(source, first)] ?? 0;
      const secondShift = shifts[pairAt(source, second)] ?? 0;
      const thirdShift = shifts[pairAt(source, third)] ?? 0;
      const fourthShift = shifts[pairAt(source, fourth)] ?? 0;
      if (firstShift === 0) verify(stretch, first, hits);
      if (secondShift === 0) verify(stretch, second, secondHits);
      if (thirdShift === 0) verify(stretch, third, thirdHits);
      if (fourthShift === 0) verify(stretch, fourth, fourthHits);
      first += firstShift || 1;
      second += secondShift || 1;
      third += thirdShift || 1;
      fourth += fourthShift || 1;
    }
    findOne(stretch, first, secondStart, hits);
    findOne(stretch, second, thirdStart, secondHits);
    findOne(stretch, third, fourthStart, thirdHits);
    findOne(stretch, fourth, end, fourthHits);
    return sorted(hits.concat(secondHits, thirdHits, fourthHits));
  }

  function findOne(stretch: Stretch, from: number, end: number, hits: Hit[]): void {
    for (let at = from; at < end; ) {
      const shift = shifts[pairAt(stretch.source, at)] ?? 0;
      if (shift === 0) verify(stretch, at, hits);
      at += shift || 1;
    }
  }

  /** Collects the needles whose window ends at `at`. */
  function verify({ source, from, to, limit, refuses }: Stretch, at: number, hits: Hit[]): void {
    if (starts[pairAt(source, at - back + 1)] === 0) return;
    for (let index = chains[pairAt(source, at)] ?? 0; index > 0; index = next[index] ?? 0) {
      const needle = needles[index - 1];
      if (needle === undefined) return;
      const { text, windowAt, id } = needle;
      const start = at - back - windowAt;
      if (start < from || start >= to || start + text.length > limit) continue;
      if (standsAt(source, start, text) && !refuses(source, start, id)) hits.push(start * IDS + id);
    }
  }

  return { find };
}

/** What is searched. */
interface Stretch {
  readonly source: SearchedText;
  readonly from: number;
  readonly to: number;
  readonly limit: number;
  readonly refuses: Refuses;
}

const refusesNothing: Refuses = () => false;

/** Sorts hits of which each stands near its place already, in one pass. */
function sorted(hits: Hit[]): readonly Hit[] {
  for (let at = 1; at < hits.length; at++) {
    const hit = hits[at] ?? 0;
    let to = at;
    for (let before = hits[to - 1] ?? 0; to > 0 && before > hit; before = hits[to - 1] ?? 0)
      hits[to--] = before;
    hits[to] = hit;
  }
  return hits;
}

/** A UTF-16 unit of text, or a byte; not a code behind the end. */
export function characterAt(source: SearchedText, at: number): number {
  return typeof source === "string" ? source.charCodeAt(at) : (source[at] ?? 0);
}

const HASHES = 0x4000;

/** The hash of the pair that ends at `at`. */
function pairAt(source: SearchedText, at: number): number {
  return hash(characterAt(source, at - 1), characterAt(source, at));
}

function hash(first: number, second: number): number {
  return ((first << 7) ^ second) & (HASHES - 1);
}

/** True where the text of ASCII stands at `at`. */
export function standsAt(source: SearchedText, at: number, needle: string): boolean {
  // From the end, where the needles of one anchor differ.
  for (let i = needle.length - 1; i >= 0; i--) {
    if (characterAt(source, at + i) !== needle.charCodeAt(i)) return false;
  }
  return true;
}

interface WindowedNeedle extends Needle {
  /** Where the window starts that is looked for. */
  readonly windowAt: number;
}

/** With the window that is rarest in logs. */
function windowOf(needle: Needle, width: number): WindowedNeedle {
  let windowAt = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at + width <= needle.text.length; at++) {
    const commonness = commonnessOf(needle.text.slice(at, at + width));
    if (commonness < least) {
      least = commonness;
      windowAt = at;
    }
  }
  return { ...needle, windowAt };
}

/** What logs are made of, the commonest first. */
const COMMON = ' "e:taoinsr/0123,.-hldcumpfgwyb_456789';

/** The last pair of a window stops the search, so it counts more than the ones that only shorten a step. */
function commonnessOf(window: string): number {
  const common = (text: string) =>
    [...text].reduce((sum, character) => sum + (COMMON.length - rankOf(character)), 0);
  return common(window.slice(0, -2)) + 8 * common(window.slice(-2));
}

function rankOf(character: string): number {
  const rank = COMMON.indexOf(character);
  return rank < 0 ? COMMON.length : rank;
}

interface Tables {
  /** By hash of a pair: how far the window may move. */
  readonly shifts: Uint8Array;
  /** By hash of a pair: 1 where a window starts with one. */
  readonly starts: Uint8Array;
  /** By hash of a window's last pair: 1 + the index of a needle. */
  readonly first: Uint16Array;
  /** By 1 + the index of a needle: the next one with the same hash. */
  readonly next: Uint16Array;
}

function tablesOf(needles: readonly WindowedNeedle[], width: number): Tables {
  const shifts = new Uint8Array(HASHES).fill(width - 1);
  const starts = new Uint8Array(HASHES);
  const first = new Uint16Array(HASHES);
  const next = new Uint16Array(needles.length + 1);
  // Backwards, so that the needles with the same hash follow each other in their own order.
  for (const [index, { text, windowAt }] of [...needles.entries()].reverse()) {
    starts[hash(text.charCodeAt(windowAt), text.charCodeAt(windowAt + 1))] = 1;
    for (let at = windowAt; at + 1 < windowAt + width; at++) {
      const pair = hash(text.charCodeAt(at), text.charCodeAt(at + 1));
      const shift = windowAt + width - 2 - at;
      shifts[pair] = Math.min(shifts[pair] ?? 0, shift);
      if (shift > 0) continue;
      next[index + 1] = first[pair] ?? 0;
      first[pair] = index + 1;
    }
  }
  return { shifts, starts, first, next };
}
