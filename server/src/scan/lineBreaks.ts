export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;

/** How many line breaks stand before each block of some bytes, so that counting takes no time later. */
export interface BreakCounts {
  readonly feeds: Counts;
  /** Carriage returns that no line feed follows. */
  readonly returns: Counts;
}

/** For every whole block and for what is behind the last one. */
type Counts = Uint32Array;

const BLOCK = 4096;

/** Of the first `length` bytes. */
export function breakCountsOf(bytes: Uint8Array, length: number): BreakCounts {
  return { feeds: countsOf(bytes, length, countFeeds), returns: countsOf(bytes, length, countReturns) };
}

/** The line feeds in bytes[from, to). */
export function countLineFeeds(bytes: Uint8Array, from: number, to: number, counts?: BreakCounts): number {
  return countBetween(bytes, from, to, counts?.feeds, countFeeds);
}

/** The carriage returns in bytes[from, to) that no line feed follows. */
export function countLoneReturns(bytes: Uint8Array, from: number, to: number, counts?: BreakCounts): number {
  return countBetween(bytes, from, to, counts?.returns, countReturns);
}

type Count = (bytes: Uint8Array, from: number, to: number) => number;

function countsOf(bytes: Uint8Array, length: number, count: Count): Counts {
  const counts = new Uint32Array(Math.floor(length / BLOCK) + 1);
  for (let index = 1; index < counts.length; index++) {
    counts[index] = (counts[index - 1] ?? 0) + count(bytes, (index - 1) * BLOCK, index * BLOCK);
  }
  return counts;
}

function countBetween(
  bytes: Uint8Array,
  from: number,
  to: number,
  counts: Counts | undefined,
  count: Count,
): number {
  const first = Math.ceil(from / BLOCK);
  const last = Math.min(Math.floor(to / BLOCK), (counts?.length ?? 0) - 1);
  if (counts === undefined || first >= last) return count(bytes, from, to);
  const between = (counts[last] ?? 0) - (counts[first] ?? 0);
  return count(bytes, from, first * BLOCK) + between + count(bytes, last * BLOCK, to);
}

function countReturns(bytes: Uint8Array, from: number, to: number): number {
  const part = bytes.subarray(from, to);
  let count = 0;
  for (let at = part.indexOf(CARRIAGE_RETURN); at >= 0; at = part.indexOf(CARRIAGE_RETURN, at + 1)) {
    if (bytes[from + at + 1] !== LINE_FEED) count += 1;
  }
  return count;
}

const FEEDS = 0x0a0a0a0a;
const LOW_BITS = 0x7f7f7f7f;

/** Four bytes at a time, as small integers that engines keep in registers: the sums of up to 255 words fit into four bytes side by side. */
function countFeeds(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  let at = from;
  while (at < to && (bytes.byteOffset + at) % 4 !== 0) if (bytes[at++] === LINE_FEED) count += 1;
  if (at === to) return count;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + at, (to - at) >>> 2);
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
