import { openSimd } from "../simd/openSimd.ts";
import { type Hit, hitOf, type MultiSearch, type Needle, refusesNothing, standsAt } from "./model.ts";
import { COMPARED, WIDTH, writeTables } from "./simdTables.ts";
import { sortedHits } from "./sortedHits.ts";

/**
 * A search in WebAssembly, which looks at sixteen bytes at once. What it searches is copied block by block. `undefined`
 * where the engine has none, and for needles that it is not made for: shorter than four bytes, or with more than 255
 * texts.
 */
export function createSimdSearch(needles: readonly Needle[]): MultiSearch<Uint8Array> | undefined {
  const texts = [...new Set(needles.map(({ text }) => text))];
  const ids = texts.map((text) => needles.flatMap((needle) => (needle.text === text ? needle.id : [])));
  const simd = openSimd();
  if (simd === undefined || texts.length > simd.MOST_NEEDLES) return undefined;
  if (texts.some((text) => text.length < WIDTH)) return undefined;
  writeTables(simd, texts);
  const { memory, BLOCK, BLOCK_SIZE, FOUND, search } = simd;
  const bytes = new Uint8Array(memory.buffer);
  const found = new Int32Array(memory.buffer, FOUND);

  function find(
    source: Uint8Array,
    from: number,
    to: number,
    limit = source.length,
    refuses = refusesNothing,
  ): readonly Hit[] {
    const hits: Hit[] = [];
    const end = Math.min(to + COMPARED, limit);
    for (let block = from; block < end; block += BLOCK_SIZE) {
      const before = Math.min(COMPARED, block - from);
      const behind = Math.min(limit, block + BLOCK_SIZE + COMPARED);
      bytes.set(source.subarray(block - before, behind), BLOCK - before);
      const count = search(Math.min(BLOCK_SIZE, end - block));
      for (let index = 0; index < count; index++) {
        const packed = found[index] ?? 0;
        const number = packed & 0xff;
        const start = block + (packed >> 8);
        const text = texts[number - 1] ?? "";
        // Around what was copied stands what was searched before.
        if (start < from || start >= to || start + text.length > limit) continue;
        if (text.length > COMPARED && !standsAt(source, start, text)) continue;
        for (const id of ids[number - 1] ?? []) if (!refuses(source, start, id)) hits.push(hitOf(start, id));
      }
    }
    return sortedHits(hits);
  }

  return { find };
}
