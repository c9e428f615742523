import { openSimd } from "../text/simd/openSimd.ts";

export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;

type CountLineBreaks = (bytes: Uint8Array, from: number, to: number) => number;

let quickest: CountLineBreaks | undefined;

/** The line breaks in bytes[from, to): line feeds, and carriage returns that none follows, not even at `to`. */
export function countLineBreaks(bytes: Uint8Array, from: number, to: number): number {
  quickest ??= simdCounter() ?? countOneByOne;
  return quickest(bytes, from, to);
}

/** Counts sixteen bytes at once; `undefined` where the engine cannot. */
export function simdCounter(): CountLineBreaks | undefined {
  const simd = openSimd();
  if (simd === undefined) return undefined;
  const { BLOCK, BLOCK_SIZE, countBreaks, memory } = simd;
  memory.grow(1);
  const block = new Uint8Array(memory.buffer, BLOCK);
  return (bytes, from, to) => {
    let count = 0;
    for (let at = from; at < to; at += BLOCK_SIZE) {
      const length = Math.min(BLOCK_SIZE, to - at);
      block.set(bytes.subarray(at, at + length));
      block[length] = bytes[at + length] ?? 0;
      count += countBreaks(length);
    }
    return count;
  };
}

export function countOneByOne(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED)) count += 1;
  }
  return count;
}
