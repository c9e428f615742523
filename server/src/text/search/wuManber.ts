import {
  characterAt,
  type Hit,
  hitOf,
  type MultiSearch,
  type Needle,
  type Refuses,
  refusesNothing,
  type SearchedText,
  standsAt,
} from "./model.ts";
import { sortedHits } from "./sortedHits.ts";
import { commonnessOf, rarestWindow } from "./windows.ts";

/**
 * Wu and Manber's search: of every needle a window of the same width is looked for, and the last two characters of a
 * window tell how far the next possible one is, so that most characters are never looked at. The first two tell of most
 * windows that end like one that they are none.
 */
export function createWuManber(all: readonly Needle[]): MultiSearch<SearchedText> {
  const width = Math.min(...all.map(({ text }) => text.length));
  const longest = Math.max(...all.map(({ text }) => text.length));
  const needles = all.map((needle): WindowedNeedle => {
    return { ...needle, windowAt: rarestWindow(needle.text, width, commonnessAsWindow).start };
  });
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
    return sortedHits(hits.concat(secondHits, thirdHits, fourthHits));
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
      if (standsAt(source, start, text) && !refuses(source, start, id)) hits.push(hitOf(start, id));
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

const HASHES = 0x4000;

/** The hash of the pair that ends at `at`. */
function pairAt(source: SearchedText, at: number): number {
  return hash(characterAt(source, at - 1), characterAt(source, at));
}

function hash(first: number, second: number): number {
  return ((first << 7) ^ second) & (HASHES - 1);
}

interface WindowedNeedle extends Needle {
  /** Where the window starts that is looked for. */
  readonly windowAt: number;
}

/** The last pair of a window stops the search, so it counts more than the ones that only shorten a step. */
function commonnessAsWindow(window: string): number {
  return commonnessOf(window.slice(0, -2)) + 8 * commonnessOf(window.slice(-2));
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
