/** Finds any of a set of texts in bytes, without decoding them. */
export interface ByteFinder {
  /** Appends to `hits` every place in [from, to) where one of the texts starts whole, in ascending order. */
  find(bytes: Uint8Array, from: number, to: number, hits: number[]): void;
}

/**
 * Wu and Manber's search for several texts at once: two bytes tell how far the next possible place is, so that most
 * bytes are never looked at. Needles are ASCII and at least two characters long.
 */
export function createByteFinder(texts: readonly string[]): ByteFinder {
  const width = Math.min(...texts.map((text) => text.length));
  const needles = [...new Set(texts)].map((text) => toNeedle(text, width));
  const { shifts, first, next } = tablesOf(needles, width);
  const back = width - 1;

  function find(bytes: Uint8Array, from: number, to: number, hits: number[]): void {
    const sorted = hits.length;
    const end = Math.min(bytes.length, to + LONGEST);
    let at = from + back;
    while (at < end) {
      const pair = ((bytes[at - 1] ?? 0) << 8) | (bytes[at] ?? 0);
      const shift = shifts[pair] ?? 0;
      if (shift > 0) {
        at += shift;
        continue;
      }
      for (let index = first[pair] ?? 0; index > 0; index = next[index] ?? 0) {
        const needle = needles[index - 1];
        if (needle === undefined) break;
        const start = at - back - needle.windowAt;
        if (start >= from && start < to && startsWith(bytes, start, needle.bytes)) hits.push(start);
      }
      at += 1;
    }
    ascendingFrom(hits, sorted);
  }
  return { find };
}

interface Needle {
  readonly bytes: Uint8Array;
  /** Which `width` bytes of it are looked for. */
  readonly windowAt: number;
}

/** No needle is longer. */
const LONGEST = 64;

function toNeedle(text: string, width: number): Needle {
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
  return { bytes, windowAt };
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

/** Windows lie at different places in their needles, so that hits may come slightly out of order. */
function ascendingFrom(hits: number[], start: number): void {
  for (let i = start + 1; i < hits.length; i++) {
    const hit = hits[i] ?? 0;
    let to = i;
    while (to > start && (hits[to - 1] ?? 0) > hit) {
      hits[to] = hits[to - 1] ?? 0;
      to -= 1;
    }
    hits[to] = hit;
  }
}
