/**
 * Finds texts in a block of bytes, sixteen places at a time; AssemblyScript, which `npm run wasm` compiles. The caller
 * writes the tables and the block into memory, and reads the places from there.
 *
 * Of every needle four bytes are looked for, its window. At each of the four positions two tables say, by the upper and
 * by the lower half of a byte, in the windows of which of eight groups it can stand there; where all eight lookups agree
 * on a group, the hash of the window leads to the needles that have it (the "Teddy" of Hyperscan).
 */

/** For each of the four positions: sixteen bytes by a byte's lower half, sixteen by its upper half; a bit for each group. */
export const MASKS: usize = 0;
/** By a window's hash: the number of the first needle that has it, or 0. */
export const HEADS: usize = 128;
/** How many bits of the product a window's hash has. */
export const HASH_BITS: i32 = 13;
export const HASH_FACTOR: i32 = 0x9e3779b1;
/**
 * By its number, from 1: the first sixteen bytes of a needle, ones where it has them, where its window starts (32 bits),
 * and the number of the next needle that has the hash (32 bits).
 */
export const NEEDLES: usize = HEADS + (1 << HASH_BITS);
export const NEEDLE_SIZE: usize = 64;
export const MOST_NEEDLES: i32 = 255;
/** The block; as many bytes as a needle can have before its window and behind it may stand around it. */
export const BLOCK: usize = NEEDLES + NEEDLE_SIZE * (MOST_NEEDLES + 1) + 64;
export const BLOCK_SIZE: i32 = 1 << 15;
/** What was found, 32 bits each: eight for the needle's number, the others for its place from the start of the block. */
export const FOUND: usize = BLOCK + BLOCK_SIZE + 64;

/**
 * Finds the needles whose windows start in the first `length` bytes of the block, and answers how many there are. Of a
 * needle longer than sixteen bytes it compares no more than these; it also finds needles that start or end outside.
 */
export function search(length: i32): i32 {
  const lower0 = v128.load(MASKS, 0);
  const upper0 = v128.load(MASKS, 16);
  const lower1 = v128.load(MASKS, 32);
  const upper1 = v128.load(MASKS, 48);
  const lower2 = v128.load(MASKS, 64);
  const upper2 = v128.load(MASKS, 80);
  const lower3 = v128.load(MASKS, 96);
  const upper3 = v128.load(MASKS, 112);
  const end = BLOCK + length;
  let found = FOUND;
  for (let at = BLOCK; at < end; at += 16) {
    const groups = v128.and(
      v128.and(groupsOf(v128.load(at, 0), lower0, upper0), groupsOf(v128.load(at, 1), lower1, upper1)),
      v128.and(groupsOf(v128.load(at, 2), lower2, upper2), groupsOf(v128.load(at, 3), lower3, upper3)),
    );
    if (!v128.any_true(groups)) continue;
    for (let places = i8x16.bitmask(i8x16.ne(groups, i8x16.splat(0))); places !== 0; places &= places - 1) {
      found = compare(at + ctz(places), found);
    }
  }
  return ((found - FOUND) >>> 2) as i32;
}

/** For each of sixteen bytes, the groups that it can stand in. */
function groupsOf(bytes: v128, lower: v128, upper: v128): v128 {
  return v128.and(
    i8x16.swizzle(lower, v128.and(bytes, i8x16.splat(0x0f))),
    i8x16.swizzle(upper, i8x16.shr_u(bytes, 4)),
  );
}

/** Notes at `found` the needles that have the window at `at`; answers the place behind the last note. */
function compare(at: usize, found: usize): usize {
  const hash = ((load<u32>(at) * HASH_FACTOR) as u32) >>> (32 - HASH_BITS);
  let number = load<u8>(HEADS + hash) as usize;
  let end = found;
  while (number !== 0) {
    const needle = NEEDLES + number * NEEDLE_SIZE;
    const start = at - load<u32>(needle, 32);
    const differences = v128.and(v128.xor(v128.load(start), v128.load(needle, 0)), v128.load(needle, 16));
    if (!v128.any_true(differences)) {
      store<u32>(end, (((start - BLOCK) << 8) | number) as u32);
      end += 4;
    }
    number = load<u32>(needle, 36) as usize;
  }
  return end;
}

const LINE_FEED: i8 = 0x0a;
const CARRIAGE_RETURN: i8 = 0x0d;
/** So many ones fit into a byte. */
const MOST_SUMS: usize = 255;

/** The line breaks in the first `length` bytes of the block: line feeds, and carriage returns that none follows. */
export function countBreaks(length: i32): i32 {
  const feed = i8x16.splat(LINE_FEED);
  const carriageReturn = i8x16.splat(CARRIAGE_RETURN);
  const end = BLOCK + length;
  const wholes = BLOCK + (length & ~15);
  let count = 0;
  let at = BLOCK;
  while (at < wholes) {
    const stop = min(wholes, at + 16 * MOST_SUMS);
    // A comparison gives -1 where it holds.
    let sums = i8x16.splat(0);
    for (; at < stop; at += 16) {
      const bytes = v128.load(at);
      const isLone = v128.andnot(i8x16.eq(bytes, carriageReturn), i8x16.eq(v128.load(at, 1), feed));
      sums = i8x16.sub(sums, v128.or(i8x16.eq(bytes, feed), isLone));
    }
    const sixteens = i16x8.extadd_pairwise_i8x16_u(sums);
    const words = i32x4.extadd_pairwise_i16x8_u(sixteens);
    count +=
      i32x4.extract_lane(words, 0) +
      i32x4.extract_lane(words, 1) +
      i32x4.extract_lane(words, 2) +
      i32x4.extract_lane(words, 3);
  }
  for (; at < end; at++) {
    const byte = load<i8>(at);
    count += (byte === LINE_FEED || (byte === CARRIAGE_RETURN && load<i8>(at, 1) !== LINE_FEED)) as i32;
  }
  return count;
}
