import { lastNotAbove } from "../text/firstIndex.ts";

/**
 * One character of UTF-8 as decoders read it: how many bytes it takes and how many UTF-16 units it becomes, packed
 * into one number. Bytes that are no UTF-8 become one U+FFFD each stretch, as the WHATWG's Encoding Standard has it.
 */
function stepAt(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return ONE;
  const length = lead < 0xc2 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 1;
  let taken = 1;
  while (taken < length && at + taken < end) {
    const byte = bytes[at + taken] ?? 0;
    const low = taken > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = taken > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) break;
    taken += 1;
  }
  return taken === 4 ? (4 << 2) | 2 : (taken << 2) | 1;
}

const ONE = (1 << 2) | 1;

/** How many UTF-16 units the bytes of [from, to) become; both must be where characters start. */
export function countUnits(bytes: Uint8Array, from: number, to: number): number {
  return walk(bytes, from, to, Number.POSITIVE_INFINITY, to).units;
}

/** The nearest place at or before `at` where a character may start; looks at three bytes at most. */
export function characterStart(bytes: Uint8Array, at: number): number {
  let start = at;
  while (start > 0 && at - start < 3 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  return ((bytes[start] ?? 0) & 0xc0) === 0x80 ? at : start;
}

/** Places in UTF-8 bytes against offsets in the text they become. */
export interface Utf8Map {
  toByte(unit: number): number;
  toUnit(byte: number): number;
}

const NOT_ASCII = /[^\u0000-\u007f]+/g;

/** `text` is what [from, to) of the bytes was decoded to; bytes and units both count from its start. */
export function utf8Map(bytes: Uint8Array, from: number, to: number, text: string): Utf8Map {
  // Nothing takes fewer bytes than units, so equal lengths mean that every byte became one unit.
  if (text.length === to - from) return { toByte: (unit) => unit, toUnit: (byte) => byte };
  // By turns where a stretch of other characters starts and where it ends, which is where ASCII goes on.
  const units = [0, 0];
  const places = [0, 0];
  for (const { 0: stretch, index } of text.matchAll(NOT_ASCII)) {
    const start = (places.at(-1) ?? 0) + index - (units.at(-1) ?? 0);
    units.push(index, index + stretch.length);
    places.push(start, walk(bytes, from + start, to, stretch.length, Number.POSITIVE_INFINITY).at - from);
  }
  const isAsciiAfter = (mark: number) => mark % 2 === 1;
  return {
    toByte(unit) {
      const mark = lastNotAbove(units, unit);
      const place = places[mark] ?? 0;
      const rest = unit - (units[mark] ?? 0);
      return isAsciiAfter(mark)
        ? place + rest
        : walk(bytes, from + place, to, rest, Number.POSITIVE_INFINITY).at - from;
    },
    toUnit(byte) {
      const mark = lastNotAbove(places, byte);
      const rest = byte - (places[mark] ?? 0);
      const unit = units[mark] ?? 0;
      return isAsciiAfter(mark)
        ? unit + rest
        : unit + walk(bytes, from + byte - rest, to, Number.POSITIVE_INFINITY, from + byte).units;
    },
  };
}

/** Goes over whole characters until so many units or the place `until` are reached. */
function walk(
  bytes: Uint8Array,
  from: number,
  to: number,
  most: number,
  until: number,
): { readonly at: number; readonly units: number } {
  let at = from;
  let units = 0;
  while (units < most && at < until && at < to) {
    const step = stepAt(bytes, at, to);
    units += step & 3;
    at += step >> 2;
  }
  return { at, units };
}
