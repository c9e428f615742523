import { memoryOf, type Simd } from "../simd/openSimd.ts";
import { commonnessOf, rarestWindow } from "./windows.ts";

// The widths and what is where in a table and in a needle are those of `server/wasm/simd.ts`.

/** Needles are looked for by a window of so many bytes, */
export const WIDTH = 4;
/** and compared in so many, with the window among them. */
export const COMPARED = 16;

const GROUPS = 8;

/**
 * Writes what the search of `server/wasm/simd.ts` looks up, and makes room for what it can find in a block; answers
 * the memory. The number of a text is its index and one.
 */
export function writeTables(simd: Simd, texts: readonly string[]): ArrayBuffer {
  const windows = texts.map((text) => rarestWindow(text, WIDTH, commonnessOf, COMPARED));
  const chains = new Map<number, number[]>();
  for (const [index, { text }] of windows.entries()) {
    const hash = hashOf(text, simd);
    chains.set(hash, [...(chains.get(hash) ?? []), 1 + index]);
  }
  const longest = Math.max(0, ...[...chains.values()].map(({ length }) => length));
  const { BLOCK_SIZE, FOUND } = simd;
  const memory = memoryOf(simd, FOUND + Int32Array.BYTES_PER_ELEMENT * BLOCK_SIZE * longest);
  const view = new DataView(memory);
  for (const [hash, chain] of chains) {
    view.setUint8(simd.HEADS + hash, chain[0] ?? 0);
    for (const [place, number] of chain.entries()) {
      const needle = simd.NEEDLES + number * simd.NEEDLE_SIZE;
      writeText(view, needle, texts[number - 1] ?? "");
      view.setUint32(needle + 2 * COMPARED, windows[number - 1]?.start ?? 0, true);
      view.setUint32(needle + 2 * COMPARED + 4, chain[place + 1] ?? 0, true);
    }
  }
  // Neighbors in the alphabet have most in common, and so make a group's tables hold least else.
  const distinct = [...new Set(windows.map(({ text }) => text))].sort();
  for (const [index, window] of distinct.entries()) {
    writeMasks(view, simd.MASKS, window, 1 << Math.floor((index * GROUPS) / distinct.length));
  }
  return memory;
}

/** The bytes to compare, and ones for each of them. */
function writeText(view: DataView, at: number, text: string): void {
  for (let index = 0; index < Math.min(COMPARED, text.length); index++) {
    view.setUint8(at + index, byteAt(text, index));
    view.setUint8(at + COMPARED + index, 0xff);
  }
}

/** Tells by the lower and the upper half of each byte that a window of the group has it. */
function writeMasks(view: DataView, masks: number, window: string, group: number): void {
  for (let index = 0; index < WIDTH; index++) {
    const byte = byteAt(window, index);
    const lower = masks + index * 32 + (byte & 0xf);
    const upper = masks + index * 32 + 16 + (byte >> 4);
    view.setUint8(lower, view.getUint8(lower) | group);
    view.setUint8(upper, view.getUint8(upper) | group);
  }
}

function hashOf(window: string, { HASH_FACTOR, HASH_BITS }: Simd): number {
  let word = 0;
  for (let index = 0; index < WIDTH; index++) word |= byteAt(window, index) << (8 * index);
  return Math.imul(word, HASH_FACTOR) >>> (32 - HASH_BITS);
}

/** The lower byte of a unit. */
function byteAt(text: string, index: number): number {
  return text.charCodeAt(index) & 0xff;
}
