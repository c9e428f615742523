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
  /** Every needle that starts in [from, to) and ends at or before `limit`, in ascending order of place and id. */
  find(source: SearchedText, from: number, to: number, limit?: number): readonly Hit[];
}

/** Text, or bytes of which each stands for a character. */
export type SearchedText = string | Uint8Array;

/**
 * Wu and Manber's search: of every needle a window of the same width is looked for, and the last two characters of a
 * window tell how far the next possible one is, so that most characters are never looked at.
 */
export function createMultiSearch(all: readonly Needle[]): MultiSearch {
  const width = Math.min(...all.map(({ text }) => text.length));
  const longest = Math.max(...all.map(({ text }) => text.length));
  const needles = all.map((needle) => windowOf(needle, width));
  const { shifts, first, next } = tablesOf(needles, width);
  const back = width - 1;

  function find(
    source: SearchedText,
    from: number,
    to: number,
    limit: number = source.length,
  ): readonly Hit[] {
    const low: Stretch = { source, from, to, limit, hits: [] };
    const high: Stretch = { ...low, hits: [] };
    const end = Math.min(limit, to + longest);
    const middle = from + back + ((end - from - back) >> 1);
    let lowAt = from + back;
    let highAt = middle;
    // Two places at once: neither has to wait for what the other one loads.
    while (lowAt < middle && highAt < end) {
      const lowPair = hash(characterAt(source, lowAt - 1), characterAt(source, lowAt));
      const highPair = hash(characterAt(source, highAt - 1), characterAt(source, highAt));
      const lowShift = shifts[lowPair] ?? 0;
      const highShift = shifts[highPair] ?? 0;
      if (lowShift === 0) verify(low, lowAt, lowPair);
      if (highShift === 0) verify(high, highAt, highPair);
      lowAt += lowShift || 1;
      highAt += highShift || 1;
    }
    findOne(low, lowAt, middle);
    findOne(high, highAt, end);
    for (const hit of high.hits) insert(low.hits, hit);
    return low.hits;
  }

  function findOne(stretch: Stretch, from: number, end: number): void {
    for (let at = from; at < end; ) {
      const pair = hash(characterAt(stretch.source, at - 1), characterAt(stretch.source, at));
      const shift = shifts[pair] ?? 0;
      if (shift === 0) verify(stretch, at, pair);
      at += shift || 1;
    }
  }

  /** Collects the needles whose window ends at `at` with a pair of this hash. */
  function verify({ source, from, to, limit, hits }: Stretch, at: number, pair: number): void {
    for (let index = first[pair] ?? 0; index > 0; index = next[index] ?? 0) {
      const needle = needles[index - 1];
      if (needle === undefined) return;
      const { text, windowAt, id } = needle;
      const start = at - back - windowAt;
      if (start < from || start >= to || start + text.length > limit) continue;
      if (standsAt(source, start, text)) insert(hits, start * IDS + id);
    }
  }

  return { find };
}

/** What is searched, and what was found in it. */
interface Stretch {
  readonly source: SearchedText;
  readonly from: number;
  readonly to: number;
  readonly limit: number;
  readonly hits: Hit[];
}

/** Puts a hit in its place, which is the end unless windows lie differently in needles that overlap. */
function insert(hits: Hit[], hit: Hit): void {
  let at = hits.length;
  while (at > 0 && (hits[at - 1] ?? 0) > hit) at -= 1;
  if (at === hits.length) hits.push(hit);
  else hits.splice(at, 0, hit);
}

/** A UTF-16 unit of text, or a byte; not a code behind the end. */
export function characterAt(source: SearchedText, at: number): number {
  return typeof source === "string" ? source.charCodeAt(at) : (source[at] ?? 0);
}

const HASH_BITS = 12;

function hash(first: number, second: number): number {
  return ((first << 5) ^ second) & ((1 << HASH_BITS) - 1);
}

function standsAt(source: SearchedText, at: number, needle: string): boolean {
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
  /** By hash of a window's last pair: 1 + the index of a needle. */
  readonly first: Uint16Array;
  /** By 1 + the index of a needle: the next one with the same hash. */
  readonly next: Uint16Array;
}

function tablesOf(needles: readonly WindowedNeedle[], width: number): Tables {
  const shifts = new Uint8Array(1 << HASH_BITS).fill(width - 1);
  const first = new Uint16Array(1 << HASH_BITS);
  const next = new Uint16Array(needles.length + 1);
  // Backwards, so that the needles with the same hash follow each other in their own order.
  for (const [index, { text, windowAt }] of [...needles.entries()].reverse()) {
    for (let at = windowAt; at + 1 < windowAt + width; at++) {
      const pair = hash(text.charCodeAt(at), text.charCodeAt(at + 1));
      const shift = windowAt + width - 2 - at;
      shifts[pair] = Math.min(shifts[pair] ?? 0, shift);
      if (shift > 0) continue;
      next[index + 1] = first[pair] ?? 0;
      first[pair] = index + 1;
    }
  }
  return { shifts, first, next };
}
