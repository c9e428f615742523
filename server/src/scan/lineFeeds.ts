export const LINE_FEED = 0x0a;

/** How many line feeds stand before each block of some bytes, so that counting takes no time later. */
export type FeedCounts = Uint32Array;

const BLOCK = 4096;

/** For every whole block and for what is behind the last one. */
export function feedCountsOf(bytes: Uint8Array): FeedCounts {
  const counts = new Uint32Array(Math.floor(bytes.length / BLOCK) + 1);
  for (let index = 1; index < counts.length; index++) {
    counts[index] = (counts[index - 1] ?? 0) + countEach(bytes, (index - 1) * BLOCK, index * BLOCK);
  }
  return counts;
}

/** The line feeds in bytes[from, to). */
export function countLineFeeds(bytes: Uint8Array, from: number, to: number, counts?: FeedCounts): number {
  const first = Math.ceil(from / BLOCK);
  const last = Math.min(Math.floor(to / BLOCK), (counts?.length ?? 0) - 1);
  if (counts === undefined || first >= last) return countEach(bytes, from, to);
  const between = (counts[last] ?? 0) - (counts[first] ?? 0);
  return countEach(bytes, from, first * BLOCK) + between + countEach(bytes, last * BLOCK, to);
}

const FEEDS = 0x0a0a0a0a;
const LOW_BITS = 0x7f7f7f7f;

/** Four bytes at a time, as small integers that engines keep in registers: the sums of up to 255 words fit into four bytes side by side. */
function countEach(bytes: Uint8Array, from: number, to: number): number {
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
