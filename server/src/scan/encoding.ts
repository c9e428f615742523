import type { Phrase } from "../text/phrase.ts";

/** How the bytes of a file stand for characters. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** The encoding that a byte order mark tells, and how many bytes the mark takes; without one it is UTF-8. */
export function readByteOrderMark(head: Uint8Array): {
  readonly encoding: Encoding;
  readonly length: number;
} {
  const [first, second, third] = head;
  if (first === 0xff && second === 0xfe) return { encoding: "utf-16le", length: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: "utf-16be", length: 2 };
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: "utf-8", length: 3 };
  return { encoding: "utf-8", length: 0 };
}

/** Why bytes that begin so are no text; `undefined` when they can be read. */
export function refusalOf(head: Uint8Array): Phrase | undefined {
  // A log that was cut while its writer kept the place has nothing but NULs up to there.
  const start = head.findIndex((byte) => byte !== 0);
  if (start < 0) return undefined;
  const sample = head.subarray(start, start + SAMPLE);
  if (startsWith(sample, GZIP))
    return { text: "It is compressed inside what was unpacked; unpack it once more." };
  let nuls = 0;
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) nuls += 1;
    else if (byte < 0x20 && !TEXT_CONTROLS.has(byte)) controls += 1;
  }
  if (nuls > sample.length / 8 && nuls < sample.length) {
    return { text: "It is a binary file, or UTF-16 without a byte order mark: it is full of NUL bytes." };
  }
  return nuls + controls > sample.length / 20 && sample.length >= LEAST
    ? { text: "It is a binary file: it is full of control characters." }
    : undefined;
}

/** So many bytes are looked at, behind NULs at the start. */
export const SAMPLE = 65_536;
/** So few bytes prove nothing. */
const LEAST = 64;
const GZIP = [0x1f, 0x8b, 0x08];
/** Tab, line feed, vertical tab, form feed, carriage return, escape: logs and terminals write them. */
const TEXT_CONTROLS: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b]);

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

/** Turns a stream of UTF-16 into UTF-8, chunk by chunk; what is no UTF-16 becomes U+FFFD. */
export function utf16Converter(
  encoding: "utf-16le" | "utf-16be",
): (chunk: Uint8Array, last: boolean) => Uint8Array {
  const highAt = encoding === "utf-16le" ? 1 : 0;
  let half: number | undefined;
  let high: number | undefined;
  return (chunk, last) => {
    const out = new Uint8Array(chunk.length * 2 + 8);
    let length = 0;
    const put = (point: number): void => {
      length = encodePoint(point, out, length);
    };
    for (const byte of chunk) {
      if (half === undefined) {
        half = byte;
        continue;
      }
      const unit = highAt === 1 ? (byte << 8) | half : (half << 8) | byte;
      half = undefined;
      const isLow = unit >= 0xdc00 && unit <= 0xdfff;
      if (high !== undefined) {
        put(isLow ? 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00) : REPLACEMENT);
        const paired = isLow;
        high = undefined;
        if (paired) continue;
      }
      if (unit >= 0xd800 && unit <= 0xdbff) high = unit;
      else put(isLow ? REPLACEMENT : unit);
    }
    if (last && (half !== undefined || high !== undefined)) put(REPLACEMENT);
    return out.subarray(0, length);
  };
}

const REPLACEMENT = 0xfffd;

function encodePoint(point: number, out: Uint8Array, at: number): number {
  if (point < 0x80) {
    out[at] = point;
    return at + 1;
  }
  const length = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  for (let i = length - 1, rest = point; i > 0; i--, rest >>= 6) out[at + i] = 0x80 | (rest & 0x3f);
  out[at] = ((0xf00 >> length) & 0xff) | (point >> (6 * (length - 1)));
  return at + length;
}
