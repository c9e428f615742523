import { memoryOf, openSimd } from "../text/simd/openSimd.ts";

export const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** True for a line feed, and for a carriage return that none follows. */
export function isLineBreak(bytes: Uint8Array, at: number): boolean {
  const byte = bytes[at];
  return byte === LINE_FEED || (byte === CARRIAGE_RETURN && bytes[at + 1] !== LINE_FEED);
}

type CountLineBreaks = (bytes: Uint8Array, from: number, to: number) => number;

let quickest: CountLineBreaks | undefined;

/** How many line breaks stand in bytes[from, to); what follows the last one is looked at, too. */
export function countLineBreaks(bytes: Uint8Array, from: number, to: number): number {
  quickest ??= simdCounter() ?? countOneByOne;
  return quickest(bytes, from, to);
}

/** Counts sixteen bytes at once; `undefined` where the engine cannot. */
export function simdCounter(): CountLineBreaks | undefined {
  const simd = openSimd();
  if (simd === undefined) return undefined;
  const { BLOCK, BLOCK_SIZE, FOUND, countBreaks } = simd;
  const block = new Uint8Array(memoryOf(simd, FOUND), BLOCK);
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
  for (let at = from; at < to; at++) if (isLineBreak(bytes, at)) count += 1;
  return count;
}
