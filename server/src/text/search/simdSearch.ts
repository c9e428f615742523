import { engine } from "../simd/engine.ts";
import { openSimd } from "../simd/openSimd.ts";
import {
  type Hit,
  hitOf,
  type MultiSearch,
  type Needle,
  refusesNothing,
  type SearchedText,
  standsAt,
} from "./model.ts";
import { COMPARED, WIDTH, writeTables } from "./simdTables.ts";
import { sortedHits } from "./sortedHits.ts";

/**
 * A search in WebAssembly, which looks at sixteen bytes at once. `undefined` where the engine has none, and for needles
 * that it is not made for: shorter than four characters, or with more than 255 texts.
 */
export function createSimdSearch(needles: readonly Needle[]): MultiSearch<Uint8Array> | undefined {
  return createSearch(needles, (memory) => {
    const bytes = new Uint8Array(memory);
    return (source, from, to, at) => bytes.set(source.subarray(from, to), at);
  });
}

/** The same in text, of which the lower byte of each unit is looked at; `undefined` in browsers, too. */
export function createSimdTextSearch(needles: readonly Needle[]): MultiSearch<string> | undefined {
  const { Buffer } = engine;
  if (Buffer === undefined) return undefined;
  return createSearch(needles, (memory) => {
    const bytes = Buffer.from(memory);
    return (source, from, to, at) => void bytes.write(source.slice(from, to), at, "latin1");
  });
}

/** Copies source[from, to) to a place in the memory, a byte for each character. */
type Copy<Source> = (source: Source, from: number, to: number, at: number) => void;

function createSearch<Source extends SearchedText>(
  needles: readonly Needle[],
  createCopy: (memory: ArrayBuffer) => Copy<Source>,
): MultiSearch<Source> | undefined {
  const texts = [...new Set(needles.map(({ text }) => text))];
  const ids = texts.map((text) => needles.flatMap((needle) => (needle.text === text ? needle.id : [])));
  const simd = openSimd();
  if (simd === undefined || texts.length > simd.MOST_NEEDLES) return undefined;
  if (texts.some((text) => text.length < WIDTH)) return undefined;
  const memory = writeTables(simd, texts);
  const { BLOCK, BLOCK_SIZE, FOUND, search } = simd;
  const copy = createCopy(memory);
  const found = new Int32Array(memory, FOUND);

  function find(
    source: Source,
    from: number,
    to: number,
    limit = source.length,
    refuses = refusesNothing,
  ): readonly Hit[] {
    const hits: Hit[] = [];
    const last = Math.min(limit, source.length);
    const end = Math.min(to + COMPARED, last);
    for (let block = from; block < end; block += BLOCK_SIZE) {
      const before = Math.min(COMPARED, block - from);
      copy(source, block - before, Math.min(last, block + BLOCK_SIZE + COMPARED), BLOCK - before);
      const count = search(Math.min(BLOCK_SIZE, end - block));
      for (let index = 0; index < count; index++) {
        const packed = found[index] ?? 0;
        const number = packed & 0xff;
        const start = block + (packed >> 8);
        const text = texts[number - 1] ?? "";
        // Around what was copied stands what was searched before.
        if (start < from || start >= to || start + text.length > last) continue;
        // No more than the first bytes of it were compared, of text the lower ones of its units.
        if (!standsAt(source, start, text)) continue;
        for (const id of ids[number - 1] ?? []) if (!refuses(source, start, id)) hits.push(hitOf(start, id));
      }
    }
    return sortedHits(hits);
  }

  return { find };
}
