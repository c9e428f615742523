import type { ByteNeedle } from "./needles.ts";

/** Finds any of a set of texts in bytes, without decoding them. */
export interface ByteFinder {
  /**
   * Every place in [from, to) that a needle stands for, with the index of its group, in ascending order of both; each
   * packed into one number.
   */
  find(bytes: Uint8Array, from: number, to: number): readonly Hit[];
}

export type Hit = number;

/** More than there are groups. */
const GROUPS = 64;

export function placeOf(hit: Hit): number {
  return Math.floor(hit / GROUPS);
}

export function groupOf(hit: Hit): number {
  return hit % GROUPS;
}

/**
 * Wu and Manber's search for several texts at once: two bytes tell how far the next possible place is, so that most
 * bytes are never looked at. Needles are ASCII and at least two characters long.
 */
export function createByteFinder(all: readonly ByteNeedle[]): ByteFinder {
  const width = Math.min(...all.map(({ text }) => text.length));
  const longest = Math.max(...all.map(({ text }) => text.length));
  const needles = all.map((needle) => toNeedle(needle, width));
  const { shifts, first, next } = tablesOf(needles, width);
  const back = width - 1;

  function find(bytes: Uint8Array, from: number, to: number): readonly Hit[] {
    const hits: Hit[] = [];
    const start = Math.max(0, from - longest);
    const end = Math.min(bytes.length, to + longest);
    const middle = start + ((end - start) >> 1);
    let low = start + back;
    let high = middle + back;
    // Two places at once: neither has to wait for what the other one loads.
    while (low < middle + back && high < end) {
      const lowPair = ((bytes[low - 1] ?? 0) << 8) | (bytes[low] ?? 0);
      const highPair = ((bytes[high - 1] ?? 0) << 8) | (bytes[high] ?? 0);
      const lowShift = shifts[lowPair] ?? 0;
      const highShift = shifts[highPair] ?? 0;
      if (lowShift === 0) verify(bytes, low, lowPair, hits);
      if (highShift === 0) verify(bytes, high, highPair, hits);
      low += lowShift || 1;
      high += highShift || 1;
    }
    findOne(bytes, low, middle + back, hits);
    findOne(bytes, high, end, hits);
    const inside = hits.filter((hit) => hit >= from * GROUPS && hit < to * GROUPS);
    inside.sort((a, b) => a - b);
    return inside.filter((hit, index) => hit !== inside[index - 1]);
  }

  function findOne(bytes: Uint8Array, from: number, end: number, hits: Hit[]): void {
    for (let at = from; at < end; ) {
      const pair = ((bytes[at - 1] ?? 0) << 8) | (bytes[at] ?? 0);
      const shift = shifts[pair] ?? 0;
      if (shift === 0) verify(bytes, at, pair, hits);
      at += shift || 1;
    }
  }

  /** Collects the needles whose window ends with the pair at `at`. */
  function verify(bytes: Uint8Array, at: number, pair: number, hits: Hit[]): void {
    for (let index = first[pair] ?? 0; index > 0; index = next[index] ?? 0) {
      const needle = needles[index - 1];
      if (needle === undefined) return;
      const start = at - back - needle.windowAt;
      if (start >= 0 && startsWith(bytes, start, needle.bytes)) {
        hits.push((start + needle.offset) * GROUPS + needle.group);
      }
    }
  }

  return { find };
}

interface Needle {
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly group: number;
  /** Which `width` bytes of it are looked for. */
  readonly windowAt: number;
}

function toNeedle({ text, offset, group }: ByteNeedle, width: number): Needle {
  const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
  let windowAt = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at + width <= bytes.length; at++) {
    const commonness = commonnessOf(bytes.subarray(at, at + width));
    if (commonness < least) {
      least = commonness;
      windowAt = at;
    }
  }
  return { bytes, offset, group, windowAt };
}

/** Small letters and blanks are what logs are made of; the last pair of a window stops the search, so it counts more. */
function commonnessOf(window: Uint8Array): number {
  return window.reduce((sum, byte, at) => {
    const common = (byte >= 0x61 && byte <= 0x7a) || byte === 0x20 || (byte >= 0x30 && byte <= 0x39);
    return sum + (common ? (at >= window.length - 2 ? 8 : 1) : 0);
  }, 0);
}

interface Tables {
  /** By pair of bytes: how far the window may move. */
  readonly shifts: Uint8Array;
  /** By the last pair of a window: 1 + the index of a needle. */
  readonly first: Uint16Array;
  /** By 1 + the index of a needle: the next one with the same last pair. */
  readonly next: Uint16Array;
}

function tablesOf(needles: readonly Needle[], width: number): Tables {
  const shifts = new Uint8Array(1 << 16).fill(width - 1);
  const first = new Uint16Array(1 << 16);
  const next = new Uint16Array(needles.length + 1);
  for (const [index, { bytes, windowAt }] of needles.entries()) {
    for (let at = 0; at + 1 < width; at++) {
      const pair = ((bytes[windowAt + at] ?? 0) << 8) | (bytes[windowAt + at + 1] ?? 0);
      const shift = width - 2 - at;
      shifts[pair] = Math.min(shifts[pair] ?? 0, shift);
      if (shift > 0) continue;
      next[index + 1] = first[pair] ?? 0;
      first[pair] = index + 1;
    }
  }
  return { shifts, first, next };
}

function startsWith(bytes: Uint8Array, at: number, needle: Uint8Array): boolean {
  if (at + needle.length > bytes.length) return false;
  for (let i = 0; i < needle.length; i++) if (bytes[at + i] !== needle[i]) return false;
  return true;
}
